"""How the site is built: `python -m sphinx -W -b html docs docs/_build`; the reference is made from the code first."""

from pathlib import Path
import sys
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from sphinx.application import Sphinx

from docs.reference_pages import write_reference
from msglint import __version__

project = "msglint"
copyright = "the msglint authors"
version = release = __version__
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "msglint"
html_show_copyright = False
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
exclude_patterns = ["_build"]
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]
smartquotes = False  # it would make one dash of the two of an option
nitpicky = True
linkcheck_ignore = [r"https://github\.com/your-company/", r"https://git\.example\.com/"]  # stand for the reader's own
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5c6b", "color-brand-content": "#0b5c6b"},
    "dark_css_variables": {"color-brand-primary": "#7fd1e0", "color-brand-content": "#7fd1e0"},
}

write_reference(Path(__file__).parent / "reference")


_COMPLETED = {
    'role="heading"': 'role="heading" aria-level="2"',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}


def setup(app: Sphinx) -> None:
    app.connect("html-page-context", _accessible, priority=900)  # behind furo, which makes the navigation


def _accessible(app: Sphinx, page: str, template: str, context: dict[str, Any], document: object) -> None:
    """What assistive technology needs and the theme leaves out: levels of captions, scrolling by keyboard."""
    for key in ("body", "furo_navigation_tree"):
        if isinstance(text := context.get(key), str):
            text = text.replace('role="heading"', 'role="heading" aria-level="2"').replace(
                "<pre>", '<pre tabindex="0">'
            )
            context[key] = text.replace('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper')
