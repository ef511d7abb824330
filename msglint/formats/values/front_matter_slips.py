"""What front matter says to msglint (`msglint: {channel: flyer}`) and msglint does not understand."""

from collections.abc import Collection, Iterable, Iterator

from msglint.lazy_pattern import lazy_pattern

_LINE_BREAK = lazy_pattern(r"\r\n|\n|\r")
_NOTHING = ("", "~", "null")

Said = tuple[tuple[str, ...], str, bool, int]
"""The keys that lead to a value, the value, whether it is text, and the index in the source where it stands."""


def slips(said: Iterable[Said], source: str, keys: Collection[str]) -> str:
    """A line for each slip, "3: what is wrong", where 3 is a line of the source; "" where there is none."""
    found: dict[str, int] = {}
    for path, value, is_text, index in said:
        if path[0].lower() == "msglint":
            for problem in _problems(path, value, is_text, sorted(keys)):
                found.setdefault(problem, len(_LINE_BREAK.findall(source, 0, index)) + 1)
    return "\n".join(f"{line}: {problem}" for problem, line in found.items())


def _problems(path: tuple[str, ...], value: str, is_text: bool, keys: list[str]) -> Iterator[str]:
    if len(path) == 1:
        if value not in _NOTHING:
            yield f"“msglint” takes a mapping of {', '.join(keys)}, such as {{{keys[0]}: …}}"
        return
    key = path[1]
    if key.lower() not in keys:
        import difflib

        near = difflib.get_close_matches(key.lower()[:40], keys, 1)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        yield f"“msglint” has no key “{key}”{hint} (there are {', '.join(keys)})"
    elif len(path) > 2 or value in _NOTHING or not (is_text or key.lower() == "region"):  # NO is a region, if unquoted
        yield f"“{key}” takes one name, as text"
