"""What some Markdown has beyond the grammar we parse: formulas, Kramdown's attributes, Markdown inside raw HTML."""

import re

from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern

# Kramdown's attribute lists ({: .class}) and, inside raw HTML (markdown="1"), where its links lead.
_ATTRIBUTES = lazy_pattern(r"\{::?/?[^{}\r\n]{0,400}\}")
_TARGET = lazy_pattern(r"(?<=\])\([^()\s]{1,2000}\)")
# TeX formulas: $$…$$ and $…$ that hold a command or an operator; "$5 or $10" holds neither.
_MATH = lazy_pattern(r"\$\$(?=[^$]{0,400}[\\^_=])[^$]{1,2000}\$\$|\$[^$\r\n]{0,200}\\[A-Za-z]+[^$\r\n]{0,200}\$")


def overwritten(masked: str) -> str:
    """The text with formulas and attribute lists overwritten at equal length."""
    if "$" in masked:
        masked = _MATH.sub(_filled, masked)
    return _ATTRIBUTES.sub(_filled, masked) if "{" in masked and "{:" in masked else masked


def without_targets(html: str) -> str:
    """Raw HTML with the "(address)" of Markdown links in it overwritten."""
    return _TARGET.sub(_filled, html) if "](" in html else html


def _filled(match: "re.Match[str]") -> str:
    return FILLER * len(match[0])
