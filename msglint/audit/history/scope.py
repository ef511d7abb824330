"""What an audit was about. Only audits of the same scope are compared."""

from collections.abc import Sequence
import json
import os
from typing import Any

from msgspec import Struct

from msglint.model.judgement import Circumstances
from msglint.text.showing import shown, visible


class Scope(Struct, frozen=True):
    """`paths` as seen from the folder of the history, so that they mean the same from wherever it is asked.

    select, ignore, min_certainty  as `check` has them;  audience, channel, region  what every document was said to be
    """

    paths: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_certainty: str = "possible"
    audience: str | None = None
    channel: str | None = None
    region: str | None = None

    @classmethod
    def of(cls, history: str, paths: Sequence[str], select: Sequence[str] = (), ignore: Sequence[str] = (),
           min_certainty: str = "possible", given: Circumstances | None = None) -> "Scope":  # fmt: skip
        """The scope of an audit of these paths, kept in that file; their order makes no difference."""
        seen = {seen_from(history, path) for path in paths}
        told = (given.audience, given.channel, given.region) if given else (None, None, None)
        return cls(tuple(sorted(seen)), tuple(sorted({*select})), tuple(sorted({*ignore})), min_certainty, *told)

    def text(self) -> str:
        """As the file keeps it: the same scope is the same text."""
        kept = {name: getattr(self, name) for name in self.__struct_fields__}
        return json.dumps({name: value for name, value in kept.items() if value}, sort_keys=True, ensure_ascii=False)

    @classmethod
    def parse(cls, text: str) -> "Scope":
        """What `text` made. Raises ValueError, KeyError or TypeError for anything else."""
        kept: dict[str, Any] = json.loads(text)
        plain: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()
        }
        return cls(**plain)

    def in_words(self, history: str) -> str:
        """ "drive, from likely on, only NAM"."""
        parts = [", ".join(seen_here(history, path) for path in self.paths)]
        if self.min_certainty != "possible":
            parts.append(f"from {self.min_certainty} on")
        parts += [f"only {','.join(self.select)}"] if self.select else []
        parts += [f"without {','.join(self.ignore)}"] if self.ignore else []
        given = (("audience", self.audience), ("channel", self.channel), ("region", self.region))
        return ", ".join([*parts, *(f"{name} {value}" for name, value in given if value)])


def seen_from(history: str, path: str) -> str:
    """A path as seen from the folder of the history, with forward slashes; absolute on another drive of Windows."""
    file = os.path.abspath(path)
    try:
        way = os.path.relpath(file, os.path.dirname(os.path.realpath(history)))
    except ValueError:
        way = file
    return visible(way.replace(os.sep, "/"))


def seen_here(history: str, path: str) -> str:
    """Such a path as seen from the working directory."""
    return shown(os.path.join(os.path.dirname(os.path.realpath(history)), path))
