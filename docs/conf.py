"""How the site is built: `python -m sphinx -W -b html docs docs/_build`; the reference is made from the code first."""

from pathlib import Path
import sys

sys.path.insert(0, str(Path(__file__).parents[1]))

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
exclude_patterns = ["_build"]
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]
smartquotes = False  # it would make one dash of the two of an option
nitpicky = True
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5c6b", "color-brand-content": "#0b5c6b"},
    "dark_css_variables": {"color-brand-primary": "#7fd1e0", "color-brand-content": "#7fd1e0"},
}

write_reference(Path(__file__).parent / "reference")
