"""Zip packages (OOXML, ODF, IDML): parts within limits, relationships, and every failure a ReadError.

What a zip says of its sizes may be a lie, so limits count the bytes that really come out.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import io
import posixpath
import struct
from xml.parsers.expat import ExpatError
import zipfile
import zlib

from msgspec import Struct

from msglint.errors import ReadError
from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.xml_events import Handler, walk

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMESPACES = {"http://schemas.openxmlformats.org/package/2006/relationships": "r"}


class Limits(Struct, frozen=True):
    """Bytes of one part and of all parts read; inflated bytes per packed byte, judged from `ratio_from` bytes on; how
    deep elements may nest. Real office files stay far below all of them; bombs do not."""

    part: int = 64 << 20
    package: int = 256 << 20
    ratio: int = 200
    ratio_from: int = 1 << 20
    depth: int = 256


class Relationship(Struct, frozen=True):
    """`kind` is the last word of its type ("header"); `target` the name of a part, or an address where `external`;
    `id` is what the part itself calls it ("rId3")."""

    kind: str
    target: str
    external: bool
    id: str = ""


class _Relationships(Handler):
    """Reads those of a part in that folder."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: list[Relationship] = []

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "r:Relationship":
            target, external = attributes.get("Target", ""), attributes.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            kind, id = attributes.get("Type", "").rpartition("/")[2], attributes.get("Id", "")
            self.found.append(Relationship(kind, target, external, id))


@parsed_once(most=256, largest=1 << 14)
def _relationships(data: bytes, folder: str, depth: int) -> tuple[Relationship, ...]:
    """Slides of one layout mostly have the same."""
    relationships = _Relationships(folder)
    walk("", data, relationships, _NAMESPACES, depth)
    return tuple(relationships.found)


class Package:
    """An open package of the file `path`, of the format `kind` ("docx")."""

    def __init__(self, path: str, data: bytes, kind: str, limits: Limits | None = None) -> None:
        """Raises ReadError where `data` is no package."""
        self.path = path
        self.limits = limits or Limits()
        self._kind = kind
        self._read = 0
        self._related: dict[str, tuple[Relationship, ...]] = {}
        if data.startswith(_OLE):
            locked = "EncryptedPackage".encode("utf-16-le") in data
            cure = "encrypted: save it without a password" if locked else f"an old binary file: save it as .{kind}"
            raise ReadError(path, f"this is no {kind} but {cure}" if not locked else f"this {kind} is {cure}")
        if not data.startswith(b"PK"):
            raise ReadError(path, f"this is no {kind}: give it the suffix that belongs to it, or save it as .{kind}")
        with self.reading():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._zip.namelist())

    @contextmanager
    def reading(self, part: str = "") -> Iterator[None]:
        """Turns what zip and XML raise on damaged data into a ReadError that names the file, and mostly the part."""
        where = f" ({part})" if part else ""
        try:
            yield
        except ReadError as error:
            raise ReadError(self.path, error.reason) from None
        except ExpatError as error:
            raise ReadError(
                self.path, f"this {self._kind} is damaged: its XML is not well-formed{where}: {error}"
            ) from None
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError) as error:
            raise ReadError(self.path, f"this {self._kind} is damaged or cut off{where}: {error}") from None
        except (ValueError, OSError, NotImplementedError, LookupError) as error:  # LookupError: an unknown encoding
            raise ReadError(self.path, f"this {self._kind} cannot be read{where}: {error}") from None
        except RuntimeError:  # after NotImplementedError, which is one
            raise ReadError(self.path, f"this {self._kind} is encrypted: save it without a password") from None

    def part(self, name: str) -> bytes:
        """The bytes of a part. Raises ReadError where it is missing, damaged or larger than the limits allow."""
        with self.reading(name):
            info = self._zip.getinfo(name)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ReadError(self.path, f"{name} is packed in a way that no office program uses: refused")
            pieces, size = [], 0
            with self._zip.open(info) as file:
                while piece := file.read(1 << 16):
                    size += len(piece)
                    self._check(name, size, info.compress_size)
                    pieces.append(piece)
        self._read += size
        return b"".join(pieces)

    def _check(self, name: str, size: int, packed: int) -> None:
        limits = self.limits
        if size > limits.part or self._read + size > limits.package:
            raise ReadError(
                self.path, f"{name} is larger than allowed ({limits.part >> 20} MB unpacked): split the file"
            )
        if size > limits.ratio_from and size > limits.ratio * max(packed, 1):
            raise ReadError(
                self.path, f"{name} unpacks to more than {limits.ratio} times its size: this looks like a zip bomb"
            )

    def relationships(self, name: str = "") -> tuple[Relationship, ...]:
        """What a part (default: the package) is related to, in the order of its file; () where it has none."""
        if name not in self._related:
            self._related[name] = self._read_relationships(name)
        return self._related[name]

    def _read_relationships(self, name: str) -> tuple[Relationship, ...]:
        folder, file = posixpath.split(name)
        part = posixpath.join(folder, "_rels", f"{file}.rels")
        if part not in self.names:
            return ()
        data = self.part(part)
        with self.reading(part):
            return _relationships(data, folder, self.limits.depth)
