"""Self-contained HTML pages: one file each, that loads nothing, runs nothing but its own script and prints well.

A page is a template in `templates/NAME.html.jinja` that extends `base.html.jinja`, and, where it needs more than what
all pages share, `assets/NAME.css` and `assets/NAME.js`. Whatever a template prints is escaped. Styles and scripts stand
in the page under a Content-Security-Policy that names their hashes (https://www.w3.org/TR/CSP3/): should text of a
document ever get out of its place, the browser would not run it. The same policy forbids `style="…"` and `onclick="…"`.

Data for a script stands in the page as `<script type="application/json" id="rows">{{ rows | tojson }}</script>`; the
script reads it by `pageData("rows")`. `tojson` writes <, > and & as escapes of JSON, so that no text of a document can
end that element or bend it.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from msglint import __version__
from msglint.lazy_pattern import lazy_pattern

SUFFIX = ".html"
BEGINNING = lazy_pattern(
    rb'<!doctype html>\s*<html [^>]*>\s*<head>\s*<meta charset="utf-8">\s*<meta name="generator" content="msglint '
)
"""What our pages begin with: they quote what is stale, and are no documents to be judged."""

_ASSETS = "assets"
_SHARED = "base"
_UNPRINTABLE = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""As in text/showing, but for tabs and line breaks, which pages know how to show."""


def render(name: str, parts: Sequence[str] = (), **values: object) -> str:
    """The page `name`, with `values` for its template; a value that the template asks for and nobody gave raises.

    Every page asks for `title`; `lang` (BCP 47) is "en" unless given. `parts` are further assets, which come before the
    page's own.
    """
    assets = (_SHARED, *parts, name)
    style, script = ("".join(_asset(asset, suffix) for asset in assets) for suffix in ("css", "js"))
    page: str = _templates().get_template(f"{name}.html.jinja").render(
        {"lang": "en", "version": __version__, **values},
        policy=_policy(style, script),
        style=_trusted(style),
        script=_trusted(script),
    )  # fmt: skip
    return page


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded but pictures that stand in the page; nothing may run but our own style and script."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    from base64 import b64encode  # any run asks what our pages begin with, and hardly one writes any
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str, suffix: str) -> str:
    """The style or script of that name, "" where there is none."""
    from importlib.resources import files

    asset = files(__name__) / _ASSETS / f"{name}.{suffix}"
    return asset.read_text(encoding="utf-8") if asset.is_file() else ""


@cache
def _templates() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _printable(value: object) -> object:
    """What a template prints, without characters that no browser shows or that turn the order of what is read."""
    return _UNPRINTABLE.sub("\ufffd", value) if type(value) is str else value


def _trusted(text: str) -> object:
    from markupsafe import Markup

    return Markup(text)
