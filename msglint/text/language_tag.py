"""What a language is called where people write it down."""

from msglint.lazy_pattern import lazy_pattern

LANGUAGE_TAG = lazy_pattern(
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}|-[0-9][A-Za-z0-9]{3})*"
)
"""RFC 5646, section 2.1 (BCP 47), without grandfathered and private-use tags."""
ALLOWED = "a language is a BCP 47 tag: en, en-GB, pt-BR"
"""What to write instead of what is none."""
