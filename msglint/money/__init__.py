"""Money in prose: amounts, currencies, units, number words, and what an amount is said of.

A package below the finders, beside `matching`: it reads texts, and knows neither files nor rules.
"""
