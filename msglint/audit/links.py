"""Links from one file to others as they lie on the disk, which hold wherever both are moved to together."""

import os
from pathlib import Path
from urllib.parse import quote

_SAFE = "/!$&'()*+,;=@"
"""Characters of a path that RFC 3986 lets stand for themselves, but for the colon, which would make a scheme."""
_LONGEST = 2000
"""Characters of an address that Excel takes, with some to spare: it is 2,079."""


def link(path: str, folder: str) -> str | None:
    """The address of a file as seen from a folder, percent-encoded; absolute where there is no way between them.

    None for what is no file, and for an address longer than spreadsheets take.
    """
    if not os.path.isfile(path):
        return None
    try:
        way = os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        address = Path(path).absolute().as_uri()
    else:
        address = quote(os.fsencode(way), _SAFE)
    return address if len(address) <= _LONGEST else None
