"""OpenDocument files by hand, zipped or flat."""

from tests.readers.office_documents import packed

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {name: name for name in ("office", "text", "table", "style", "presentation")}
_NAMES |= {"draw": "drawing", "svg": "svg-compatible"}
_SPACES = " ".join(f'xmlns:{prefix}="{_OASIS}:{name}:1.0"' for prefix, name in _NAMES.items())
_SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def zipped(kind: str, body: str, *, automatic: str = "", styles: str = "") -> bytes:
    """`kind` is "text", "spreadsheet" or "presentation"; `automatic` holds style elements, `styles` is styles.xml's."""
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"{_HEAD}<office:document-content {_SPACES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
            "styles.xml": f"{_HEAD}<office:document-styles {_SPACES}>{styles}</office:document-styles>",
            "META-INF/manifest.xml": f"{_HEAD}{_manifest(kind)}",
        }
    )


def flat(kind: str, body: str) -> bytes:
    whole = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return f"{_HEAD}<office:document {_SPACES}>{whole}</office:document>".encode()


def _manifest(kind: str) -> str:
    """LibreOffice opens no package without one."""
    entries = (
        ("/", f"application/vnd.oasis.opendocument.{kind}"),
        ("content.xml", "text/xml"),
        ("styles.xml", "text/xml"),
    )
    listed = (f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>' for path, media in entries)
    return f'<m:manifest xmlns:m="{_OASIS}:manifest:1.0" m:version="1.2">{"".join(listed)}</m:manifest>'
