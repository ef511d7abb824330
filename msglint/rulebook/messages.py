"""A rule's message is a template with {fields}; here it is checked, so that no run fails over one."""

from collections.abc import Collection
import string

from msglint.rulebook.options import nearest

ALWAYS = ("said", "owner", "ask")
"""Fields that every finding at a place in a document has."""


def problem_of(message: str, fields: Collection[str] | None) -> str | None:
    """What is wrong with a message; None where nothing is. `fields`: those its check fills in, None for unknown."""
    if "%s" in message:
        return "names the words found by {said} and the words wanted by {suggestion}, not by %s"
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError as error:
        return f"has a brace astray ({error}); a brace of its own is written twice: {{{{"
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if not name.isidentifier() or form or conversion:
            written = name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
            return f"holds {{{written}}}; a field is one word in braces: {{said}}"
        if fields is not None and name not in (*ALWAYS, *fields):
            return f"holds {{{name}}}, which its check does not fill in{nearest(name, (*ALWAYS, *fields))}"
    return None
