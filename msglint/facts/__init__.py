"""The grammar of facts and definitions: quantities with units, what a sentence claims, whether two texts mean the same.

A package below the finders, beside `matching` and `money`: it reads texts, and knows neither files nor rules.
"""
