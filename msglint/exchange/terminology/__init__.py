"""TBX, the exchange format of term bases (ISO 30042:2019, and TBX 2 of 2008)."""

MADE_BY = "Exported by msglint"
"""What the header says of a file of ours: its capitals are meant, its ids are ours."""
PREFIX = "msglint."
"""Before our ids, since an XML name may not begin with a figure."""
