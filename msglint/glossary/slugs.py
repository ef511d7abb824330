"""Stable keys made of names."""

import re
import unicodedata


def slug(term: str) -> str:
    """The name in small letters, accents dropped, all else a hyphen: `Meals for Teams™` → `meals-for-teams`.

    "" for a name without letters and digits. A slug is its own slug.
    """
    decomposed = unicodedata.normalize("NFKD", re.sub("[™®©℠]", "", term).casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
    return re.sub(r"[\W_]+", "-", re.sub("['’]", "", plain)).strip("-")
