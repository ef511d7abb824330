"""OpenDocument files, zipped or flat (one XML file): their parts, read one after the other."""

from collections.abc import Callable

from msglint.errors import ReadError
from msglint.formats.opendocument.styles import NAMESPACES, OdfStyles
from msglint.formats.opendocument.text import OdfText, Scope
from msglint.formats.packages.package import Limits, Package
from msglint.formats.packages.xml_events import walk
from msglint.formats.packages.xml_failures import readable
from msglint.formats.word.places import Container
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Segment

_OBJECT = lazy_pattern(r"Object[^/]*/content\.xml")
_TEMPLATE = b"-template"

Reading = Callable[[str, bytes, OdfStyles], OdfText]


def segments(path: str, data: bytes, kind: str, mimetype: str, reading: Reading) -> list[Segment]:
    """Everything that stands in an OpenDocument file: its body, what stands on every page, embedded objects.

    kind      the format's suffix without a dot; `mimetype` the last word of its type ("text")
    reading   makes the handler for a part, given its name and bytes
    Raises ReadError where the file is damaged, encrypted, hostile or of another kind.
    """
    styles = OdfStyles()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        limits = Limits()
        if len(data) > limits.part:
            raise ReadError(path, f"it is larger than allowed ({limits.part >> 20} MB): split the file")
        text = reading("", data, styles)
        with readable(path, kind):
            walk(path, data, text, NAMESPACES, limits.depth, doctype=True)
        if text.root != "office:document":
            raise ReadError(path, f"this is no {kind}: give it the suffix that belongs to it")
        return text.segments()
    package = Package(path, data, kind)
    _checked(package, kind, mimetype)
    page = _walked(package, "styles.xml", reading, styles) if "styles.xml" in package.names else []
    found = _walked(package, "content.xml", reading, styles)
    for number, name in enumerate(sorted(filter(_OBJECT.fullmatch, package.names)), 1):
        found += _walked(package, name, _reading_of_object(number), styles)
    return [*found, *page]


def _reading_of_object(number: int) -> Reading:
    place = Scope(Container(f"object {number}", counted=False))

    def reading(part: str, data: bytes, styles: OdfStyles) -> OdfText:
        return OdfText(part, data, styles, place)

    return reading


def _walked(package: Package, name: str, reading: Reading, styles: OdfStyles) -> list[Segment]:
    data = package.part(name)
    text = reading(name, data, styles)
    with package.reading(name):
        walk(package.path, data, text, NAMESPACES, package.limits.depth, doctype=True)
    return text.segments()


def _checked(package: Package, kind: str, mimetype: str) -> None:
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.part("META-INF/manifest.xml"):
        raise ReadError(package.path, f"this {kind} is encrypted: save it without a password")
    told = package.part("mimetype") if "mimetype" in package.names else b""
    said = told.strip().removesuffix(_TEMPLATE).rpartition(b".")[2].decode("ascii", "replace")
    if "content.xml" not in package.names or (told and said != mimetype):
        raise ReadError(package.path, f"this is no {kind}: give it the suffix that belongs to it")
