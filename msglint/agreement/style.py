"""Plain data -> YAML text, in the style of what stands around it; quotes only where they are needed."""

import json
import re

from msgspec import Struct
import yaml

from msglint.agreement.plain import Data, Fields
from msglint.glossary.nodes import events

# Letters, figures and signs that mean nothing to YAML, single spaces between.
_SAFE = re.compile(r"[A-Za-z0-9][\w.+@/&%'()-]*(?: [\w.+@/&%'()-][\w.+@/&%'()-]*)*")
# What other programs read as no text: booleans and null (YAML 1.1 and 1.2), a float with an exponent.
_NO_TEXT = re.compile(r"~|null|true|false|yes|no|on|off|y|n|[-+]?[0-9.]+[eE][-+]?[0-9]+", re.IGNORECASE)
# Escapes of YAML (section 5.7) for what JSON leaves as it is.
_ESCAPED = str.maketrans({"\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\ufeff", "\x7f": "\\x7f"})


class Style(Struct, frozen=True):
    """How a file is written: its line break, and how far a list is indented from the key it belongs to."""

    newline: str
    offset: int = 2

    def line(self, column: int) -> str:
        """The beginning of a new line."""
        return self.newline + " " * column

    def value(self, data: Data, column: int) -> str:
        """What follows the colon of a block mapping's key in `column`, with the space or break before it."""
        if isinstance(data, list) and any(isinstance(item, dict) for item in data):
            dash = self.line(column + self.offset) + "- "
            return "".join(dash + flow(item) for item in data)
        return f" {scalar(data) if isinstance(data, str) else flow(data)}"

    def block(self, fields: Fields, column: int) -> str:
        """A block mapping whose keys stand in `column`; its first key stands where the text goes."""
        return self.line(column).join(f"{name_of(key)}:{self.value(data, column)}" for key, data in fields.items())


def flow(data: Data) -> str:
    """Data on one line."""
    if isinstance(data, list):
        return f"[{', '.join(flow(item) for item in data)}]"
    if isinstance(data, dict):
        return f"{{{', '.join(f'{name_of(key, flow=True)}: {flow(value)}' for key, value in data.items())}}}"
    return scalar(data, flow=True)


def name_of(key: str, flow: bool = False) -> str:
    """A key as YAML; `on`, which only YAML 1.1 takes for a boolean, as everybody writes it."""
    return key if _SAFE.fullmatch(key) else scalar(key, flow)


def scalar(text: str, flow: bool = False, style: str | None = None) -> str:
    """A text as YAML: in the quotes that were there, else plain, else in the quotes that it needs."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and text.isprintable() and is_plain(text, flow):
        return text
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def is_plain(text: str, flow: bool) -> bool:
    """Whether a text can stand without quotes, in brackets and braces or outside them."""
    if _NO_TEXT.fullmatch(text):
        return False
    if _SAFE.fullmatch(text):
        return True
    sample = f"[{{k: {text}}}, {{{text}: v}}]" if flow else f"- k: {text}\n- {text}: v"
    try:
        scalars = [event for event in events(sample) if isinstance(event, yaml.ScalarEvent)]
    except (yaml.YAMLError, UnicodeEncodeError):
        return False
    return [event.value for event in scalars] == ["k", text, text, "v"] and all(
        event.implicit[0] and not event.style and not event.anchor for event in scalars
    )
