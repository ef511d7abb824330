"""Where results are kept between runs: --cache-dir, else the user's own cache folder."""

import os
from pathlib import Path
import sys


def cache_folder(chosen: str | None = None) -> Path | None:
    """The folder, which need not exist yet; None where the user has no home.

    https://specifications.freedesktop.org/basedir-spec/latest/ and its like on macOS and Windows: collateral lies in
    folders that people share and look into, which is no place for a cache.
    """
    if chosen:
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "msglint" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "msglint"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "msglint"
