"""Offers in prose: days and windows, discounts, codes; which offer is meant, and what is said of it.

A package below the finders and above `money`, whose amounts and number words it uses: it reads texts, and knows
neither files nor rules.
"""
