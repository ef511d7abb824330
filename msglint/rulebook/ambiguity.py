r"""Patterns whose cost explodes on a text that almost matches: `(a+)+`, `(\w+\s?)+`, `(a|a)*`.

Python's engine tries every way of dividing a text among nested repeats, 2^n of them. A repeat of 10 or more is refused
where its body can be read in two ways: it holds another such repeat with nothing between that could not also belong
to it, it can be empty, or two of its alternatives begin alike. (The criterion is Weideman et al., "Analyzing Matching
Time Behavior of Backtracking Regular Expression Matchers by Using Ambiguity of NFA", 2016, made coarse: it may refuse a
harmless pattern, and leaves costs that grow with a power of the length; see `prose.py` for their bound.)
"""

from collections.abc import Iterable, Iterator
import re
from typing import Any

_MANY = 10
_ALPHABET = [chr(code) for code in range(9, 127)] + list("\xa0àéñß’–€中")
"""Characters that stand for all others when it is asked whether two sets of characters meet."""
_ALL = frozenset(_ALPHABET)


def runs_away(pattern: str) -> str | None:
    """Why the pattern may take for ever, with the cure; None where it does not. Raises re.error."""
    parser = re._parser  # type: ignore[attr-defined]  # the standard library's own, undocumented since 3.11
    return next(_troubles(parser.parse(pattern)), None)


def _troubles(sequence: Iterable[Any]) -> Iterator[str]:
    for operation, argument in sequence:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and argument[1] >= _MANY:
            body = list(argument[2])
            if any(_reads_two_ways(body)):
                yield "it repeats what repeats itself: on some texts it would never end; repeat only one of the two"
        for part in _parts(name, argument):
            yield from _troubles(part)


def _reads_two_ways(body: list[Any]) -> Iterator[bool]:
    yield _empty(body) and not _single(body)
    for operation, argument in body:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] != argument[1]:
            inner = _characters(argument[2])
            rest = [item for item in body if item[1] is not argument]
            # Something that must stand between two rounds of the inner repeat keeps them apart.
            apart = any(_width(item) and not (_characters([item]) & inner) for item in rest)
            yield not apart and (argument[1] >= _MANY or not rest)
            yield argument[1] >= _MANY and any(_reads_two_ways(list(argument[2])))
        elif name == "BRANCH":
            firsts = [_first(list(option)) for option in argument[1]]
            yield any(a & b for index, a in enumerate(firsts) for b in firsts[:index])
            yield sum(_empty(list(option)) for option in argument[1]) > 1
        elif name in ("SUBPATTERN", "ATOMIC_GROUP") and len(body) == 1:
            yield from _reads_two_ways(list(_parts(name, argument)[0]))
        elif name == "SUBPATTERN":
            inner_body = list(_parts(name, argument)[0])
            inner = _characters(inner_body)
            rest = [item for item in body if item[1] is not argument]
            if not any(_width(item) and not (_characters([item]) & inner) for item in rest):
                yield any(_reads_two_ways(inner_body))


def _parts(name: str, argument: Any) -> list[Any]:
    """The sequences inside an operation of the parsed pattern."""
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [argument[2]]
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if name == "ATOMIC_GROUP":
        return [argument]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part]
    return []


def _width(item: Any) -> int:
    """The least number of characters one operation takes."""
    name, argument = str(item[0]), item[1]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return int(argument[0]) * sum(_width(part) for part in argument[2])
    if name == "BRANCH":
        return min(sum(_width(part) for part in option) for option in argument[1])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return sum(_width(part) for part in _parts(name, argument)[0])
    return 1 if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY") else 0


def _empty(sequence: Iterable[Any]) -> bool:
    return not any(_width(item) for item in sequence)


def _single(sequence: list[Any]) -> bool:
    """Whether a body takes no character at all ((?:\\b)*), which costs nothing."""
    return not _characters(sequence)


def _characters(sequence: Iterable[Any]) -> frozenset[str]:
    """Every character that may stand somewhere in a match of the sequence."""
    found: frozenset[str] = frozenset()
    for operation, argument in sequence:
        name = str(operation)
        if name in ("ASSERT", "ASSERT_NOT", "AT"):
            continue
        found |= _one(name, argument)
        for part in _parts(name, argument):
            found |= _characters(part)
    return found


def _first(sequence: list[Any]) -> frozenset[str]:
    """Every character that a match of the sequence may begin with."""
    found: frozenset[str] = frozenset()
    for item in sequence:
        name = str(item[0])
        parts = [] if name in ("ASSERT", "ASSERT_NOT") else _parts(name, item[1])
        found |= _one(name, item[1])
        for part in parts:
            found |= _first(list(part))
        if _width(item):
            break
    return found


def _one(name: str, argument: Any) -> frozenset[str]:
    """The characters of an operation that takes one character; none for all others."""
    if name == "LITERAL":
        return _both_cases(chr(argument))
    if name == "NOT_LITERAL":
        return _ALL - {chr(argument)}
    if name in ("ANY", "GROUPREF"):
        return _ALL
    if name != "IN":
        return frozenset()
    found: frozenset[str] = frozenset()
    negated = False
    for kind, value in argument:
        if str(kind) == "NEGATE":
            negated = True
        elif str(kind) == "LITERAL":
            found |= _both_cases(chr(value))
        elif str(kind) == "RANGE":
            found |= frozenset(c for c in _ALPHABET if value[0] <= ord(c) <= value[1])
        else:
            found |= _category(str(value))
    return _ALL - found if negated else found


def _both_cases(character: str) -> frozenset[str]:
    return frozenset((character.lower(), character.upper()))


def _category(name: str) -> frozenset[str]:
    letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.split("_")[-1]]
    class_ = re.compile("\\" + (letter.upper() if "_NOT_" in name else letter))
    return frozenset(character for character in _ALPHABET if class_.match(character))
