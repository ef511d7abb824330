"""Saying another name in place of the one that was written: its number, possessive and case carried over."""

from functools import lru_cache

from msglint.glossary.forms import is_plural, plural
from msglint.glossary.patterns import Word, head_of, words_of
from msglint.text.tokens import Token, tokenize


@lru_cache(maxsize=4096)
def reword(said: str, written_as: str, name: str, english: bool = True, hashtag: bool = False) -> str:
    """`name` in the shape of `said`, which was matched to the label `written_as`.

    "business lunches" for Business Lunch becomes the plural of `name` where that is no plural already; a possessive
    stays one, ALL CAPS stay, and a hashtag stays one word.
    """
    tokens = tokenize(said)
    words = words_of(name)
    if hashtag:
        return "".join(word.written[:1].upper() + word.written[1:] for word in words if word.key.isalnum())
    text = name
    if english and words and _is_plural(tokens, written_as):
        text = _pluralised(name, words)
    text += _possessive(said, written_as, text)
    if sum(letter.isalpha() for letter in said) > 1 and said.isupper() and not written_as.isupper():
        return text.upper()
    if text.islower() and said[:1].isupper() and written_as[:1].islower():
        return text[:1].upper() + text[1:]
    return text


def _is_plural(tokens: tuple[Token, ...], label: str) -> bool:
    """Whether the label's head noun was written in the plural where the label has it in the singular."""
    words = words_of(label)
    head = words[head_of(words)].written
    if is_plural(head) or plural(head) == head:
        return False
    forms = plural(head).casefold()
    keys = [token.key.removesuffix("'s") for token in tokens]
    if forms in keys or keys[-1:] == [f"{head.casefold()}s"] or "".join(keys).endswith(forms):
        return True
    if head.casefold() in keys:
        return False
    slips = [key for key in keys if key not in {word.key for word in words}]
    return any(_nearer_to_plural(key, head.casefold(), forms) for key in slips)


def _nearer_to_plural(slip: str, one: str, many: str) -> bool:
    """Whether a slip in the head noun itself ("luncehs") is one of its plural."""
    from rapidfuzz.distance import OSA

    return slip.endswith("s") and slip[0] == one[0] and OSA.distance(slip, many) < OSA.distance(slip, one)


def _pluralised(name: str, words: tuple[Word, ...]) -> str:
    head = words[head_of(words)].written
    if is_plural(head):
        return name
    start = name.rfind(head) if words[-1].written == head else name.find(head)
    return name[:start] + plural(head) + name[start + len(head) :]


def _possessive(said: str, label: str, text: str) -> str:
    ending = said[-2:]
    if ending not in ("'s", "’s", "'S", "’S") or label.casefold().replace("’", "'").endswith("'s"):
        return ""
    last = words_of(text)[-1].written
    return ending[0] if is_plural(last) else ending
