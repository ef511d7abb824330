"""Where msglint is to be had from: one address as git, pip, GitHub's workflows and GitLab's pipelines each write it."""

import re

from msglint import __version__

_ADDRESS = re.compile(r"(?:https://|(?:ssh://)?git@)(?P<host>[\w.-]+)[/:](?P<path>[\w.-]+(?:/[\w.-]+?)+?)(?:\.git)?/?")
_SHORT = re.compile(r"(git@[\w.-]+):(?!\d+/)(.+)")
"""git's own short form of an ssh address, which pip does not read."""


def requirement(repository: str | None) -> str:
    """What pip is told to install."""
    if repository is None:
        return f"msglint=={__version__}"
    address = _SHORT.sub(r"ssh://\1/\2", repository)
    return f"msglint @ git+{address}@v{__version__}"


def action(repository: str | None) -> str | None:
    """`owner/name`, as GitHub's workflows name a repository there; None for one that is elsewhere."""
    found = _ADDRESS.fullmatch(repository or "")
    return found["path"] if found and found["host"] == "github.com" and found["path"].count("/") == 1 else None


def component(repository: str | None) -> str | None:
    """`host/group/name`, as GitLab's pipelines name a repository of components; None for one that is elsewhere."""
    found = _ADDRESS.fullmatch(repository or "")
    return f"{found['host']}/{found['path']}" if found and "gitlab" in found["host"] else None
