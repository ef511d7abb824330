"""What an edit changes in a file, to the byte; everything else stays as people wrote it."""

# ruff: noqa: E501  texts as they stand in files

from collections.abc import Callable

import pytest

from msglint.agreement.plain import Fields, plain
from msglint.agreement.sheet import Sheet
from msglint.agreement.tree import tree
from msglint.errors import GlossaryError

Edit = Callable[[Fields], Fields]


def edited(text: str, change: Edit, index: int = 0) -> str:
    """The text after an entry was changed; the change is proven to be read back."""
    sheet = Sheet("g.yaml", text.encode())
    wanted = change(sheet.fields(index))
    after = Sheet("g.yaml", sheet.rewritten({index: wanted}, []))
    assert after.fields(index) == wanted
    assert after.around == sheet.around
    return after.data.decode()


def having(**new: object) -> Edit:
    return lambda fields: {**fields, **new}  # type: ignore[dict-item]


def without(*keys: str) -> Edit:
    return lambda fields: {key: value for key, value in fields.items() if key not in keys}


def in_place_of(old: str, new: str, value: object) -> Edit:
    def change(fields: Fields) -> Fields:
        return {new if key == old else key: value if key == old else fields[key] for key in fields}  # type: ignore[misc]

    return change


OLD = {"term": "Z", "until": "2026-02-28"}

CASES: dict[str, tuple[str, Edit, str]] = {
    "nothing changes": (
        "terms:\n-   term:   A  # a\n", having(), "terms:\n-   term:   A  # a\n",
    ),
    "the last keys in braces go": (
        "terms: [{term: A, owner: lucy, note: x, definition: y}]\n", lambda fields: {"term": "B", "owner": "lucy"},
        "terms: [{term: B, owner: lucy}]\n",
    ),
    "a name alone gets keys": (
        "terms:\n  - A   # the first\n  - B\n", having(owner="lucy"),
        "terms:\n  - term: A   # the first\n    owner: lucy\n  - B\n",
    ),
    "a quoted name alone": (
        "terms:\n- 'A: b'\n", having(owner="lucy"), "terms:\n- term: 'A: b'\n  owner: lucy\n",
    ),
    "a name alone gets another": (
        "terms:\n  -   A   # the first\n", lambda fields: {"term": "B", "id": "a"},
        "terms:\n  -   term: B   # the first\n      id: a\n",
    ),
    "a name alone in brackets": (
        "terms: [A, B]\n", having(owner="lucy, arrah"), 'terms: [{term: A, owner: "lucy, arrah"}, B]\n',
    ),
    "a name alone, without a list": ("terms: A\n", having(owner="lucy"), "terms: {term: A, owner: lucy}\n"),
    "a mapping, without a list": (
        "terms:\n  term: A # a\n", having(owner="lucy"), "terms:\n  term: A # a\n  owner: lucy\n",
    ),
    "a value, its comment stays": (
        "terms:\n- term: A\n  owner: lucy   # ask her\n\n  note: x\n", having(owner="arrah"),
        "terms:\n- term: A\n  owner: arrah   # ask her\n\n  note: x\n",
    ),
    "a value in its quotes": (
        "terms:\n- term: 'A'\n  note: \"x\"\n  owner: 'l'\n", having(note='say "y"', owner="it's"),
        "terms:\n- term: 'A'\n  note: \"say \\\"y\\\"\"\n  owner: 'it''s'\n",
    ),
    "a value that needs quotes": ("terms:\n- term: A\n", having(note="a: b #c"), 'terms:\n- term: A\n  note: "a: b #c"\n'),
    "a word that is no text to others": (
        "terms:\n- term: A\n", having(note="No", code="12e5"), 'terms:\n- term: A\n  note: "No"\n  code: "12e5"\n',
    ),
    "a block of text": (
        "terms:\n- term: A\n  note: >-\n    one\n\n    two\n\n\n  owner: x\n", having(note="three"),
        "terms:\n- term: A\n  note: three\n\n\n  owner: x\n",
    ),
    "behind a block of text": (
        "terms:\n- term: A\n  note: |\n    one\n    two\n\n- B\n", having(owner="x"),
        "terms:\n- term: A\n  note: |\n    one\n    two\n  owner: x\n\n- B\n",
    ),
    "a value over two lines": (
        "terms:\n- term: A\n  note: one\n    two\n  owner: x\n", having(note="three"),
        "terms:\n- term: A\n  note: three\n  owner: x\n",
    ),
    "in braces": (
        "terms:\n- {term: A, owner: x}  # c\n", having(owner="zoe", note="a, b"),
        'terms:\n- {term: A, owner: zoe, note: "a, b"}  # c\n',
    ),
    "in braces over lines, with a comma at the end": (
        "terms:\n- {term: A,  # a\n   owner: x,  # b\n  }\n", having(note="nn"),
        "terms:\n- {term: A,  # a\n   owner: x, note: nn,  # b\n  }\n",
    ),
    "one label becomes a list": (
        "terms:\n  - term: A\n    superseded: W   # old\n    owner: x\n", having(superseded=["W", OLD]),
        "terms:\n  - term: A\n    superseded:\n      - W   # old\n      - {term: Z, until: 2026-02-28}\n    owner: x\n",
    ),
    "one label becomes a mapping in a list": (
        "terms:\n- term: A\n  superseded: W\n", having(superseded=[{"term": "W", "until": "2025-12-31"}, OLD]),
        "terms:\n- term: A\n  superseded:\n  - {term: W, until: 2025-12-31}\n  - {term: Z, until: 2026-02-28}\n",
    ),
    "one label in braces becomes a list": (
        "terms:\n  - term: A\n    superseded: {term: W,\n      until: 2025-12-31}\n",
        having(superseded=[{"term": "W", "until": "2025-12-31"}, OLD]),
        "terms:\n  - term: A\n    superseded:\n      - {term: W,\n          until: 2025-12-31}\n"
        "      - {term: Z, until: 2026-02-28}\n",
    ),
    "one label over lines becomes a list": (
        "terms:\n  - term: A\n    superseded:\n      term: W   # y\n      # why\n      until: 2025-12-31\n    owner: x\n",
        having(superseded=[{"term": "W", "until": "2025-12-31"}, OLD]),
        "terms:\n  - term: A\n    superseded:\n      - term: W   # y\n        # why\n        until: 2025-12-31\n"
        "      - term: Z\n        until: 2026-02-28\n    owner: x\n",
    ),
    "one label becomes a list in braces": (
        "terms: [{term: A, superseded: W}]\n", having(superseded=["W", OLD]),
        "terms: [{term: A, superseded: [W, {term: Z, until: 2026-02-28}]}]\n",
    ),
    "a list in brackets grows": (
        "terms:\n- term: A\n  superseded: [X, W]  # c\n", having(superseded=["X", "W", OLD]),
        "terms:\n- term: A\n  superseded: [X, W, {term: Z, until: 2026-02-28}]  # c\n",
    ),
    "a list with dashes grows as it is written": (
        "terms:\n- term: A\n  superseded:\n      - term: X\n        until: 2025-01-01  # x\n      # end\n  owner: x\n",
        having(superseded=[{"term": "X", "until": "2025-01-01"}, OLD]),
        "terms:\n- term: A\n  superseded:\n      - term: X\n        until: 2025-01-01  # x\n      - term: Z\n"
        "        until: 2026-02-28\n      # end\n  owner: x\n",
    ),
    "a list shrinks": (
        "terms:\n- term: A\n  superseded:\n  - X  # x\n  # between\n  - W\n  owner: o\n", having(superseded=["W"]),
        "terms:\n- term: A\n  superseded:\n  # between\n  - W\n  owner: o\n",
    ),
    "a list in brackets shrinks": (
        "terms:\n- {term: A, superseded: [X, W, Z]}\n", having(superseded=["X", "Z"]),
        "terms:\n- {term: A, superseded: [X, Z]}\n",
    ),
    "the last of a list goes, and a key comes": (
        "terms:\n- term: A\n  superseded:\n  - X\n  - W\n- B\n", having(superseded=["X"], owner="o"),
        "terms:\n- term: A\n  superseded:\n  - X\n  owner: o\n- B\n",
    ),
    "a price becomes prices, its comment stays": (
        "terms:\n  - term: A\n    price: 6 GBP   # since May\n    owner: x\n",
        in_place_of("price", "prices", [{"price": "6 GBP", "valid_through": "2026-04-30"}, {"price": "7 GBP"}]),
        "terms:\n  - term: A\n    prices:\n      - {price: 6 GBP, valid_through: 2026-04-30}   # since May\n"
        "      - {price: 7 GBP}\n    owner: x\n",
    ),
    "a price becomes prices, and other keys come": (
        "terms:\n- term: A\n  price: 6 GBP   # since May\n",
        lambda fields: {"term": "A", "id": "b", "prices": [{"price": "6 GBP"}, {"price": "7 GBP"}]},
        "terms:\n- term: A\n  id: b\n  prices:\n  - {price: 6 GBP}   # since May\n  - {price: 7 GBP}\n",
    ),
    "a price becomes prices, in braces": (
        "terms: [{term: A, price: 6 GBP}]", in_place_of("price", "prices", [{"price": "6 GBP", "vat": "excluded"}]),
        "terms: [{term: A, prices: [{price: 6 GBP, vat: excluded}]}]",
    ),
    "a key goes": (
        "terms:\n- term: A\n  # of x\n  owner: x  # o\n\n  note: nn\n", without("owner"),
        "terms:\n- term: A\n  # of x\n\n  note: nn\n",
    ),
    "the first key goes": ("terms:\n- id: a\n  term: A\n", without("id"), "terms:\n- term: A\n"),
    "the last key of the file goes": ("terms:\n- term: A\n  owner: x", without("owner"), "terms:\n- term: A"),
    "a key in braces goes": ("terms: [{id: a, term: A, owner: x}]", without("id", "owner"), "terms: [{term: A}]"),
    "no line break at the end": ("terms:\n- term: A", having(owner="x"), "terms:\n- term: A\n  owner: x"),
    "Windows line breaks": (
        "terms:\r\n- term: A\r\n- B\r\n", having(owner="x", sign_off=[{"team": "a"}]),
        "terms:\r\n- term: A\r\n  owner: x\r\n  sign_off:\r\n  - {team: a}\r\n- B\r\n",
    ),
    "old Macintosh line breaks": ("terms:\r- term: A\r- B\r", having(owner="x"), "terms:\r- term: A\r  owner: x\r- B\r"),
    "a document between its marks": (
        "%YAML 1.1\n---\nterms:\n- A\n...\n", having(owner="x"), "%YAML 1.1\n---\nterms:\n- term: A\n  owner: x\n...\n",
    ),
    "characters beyond the basic plane": (
        "# 😀\nterms:\n- term: A 😀   # é\n  owner: x\n", having(owner="ÿ"),
        "# 😀\nterms:\n- term: A 😀   # é\n  owner: ÿ\n",
    ),
    "characters that only YAML 1.1 takes for line breaks": (
        "terms:\n- term: A\u2028B\n  owner: x\n", having(owner="zoe"), "terms:\n- term: A\u2028B\n  owner: zoe\n",
    ),
    "a tab in a comment": ("terms:\n- term: A\t# tab\n", having(owner="x"), "terms:\n- term: A\t# tab\n  owner: x\n"),
    "an anchor stays with its value": (
        "terms:\n- &a term: A\n", having(owner="x"), "terms:\n- &a term: A\n  owner: x\n",
    ),
    "an anchored mapping": (
        "terms:\n- &a\n  term: A\n  owner: x\n", having(owner="zoe", note="nn"),
        "terms:\n- &a\n  term: A\n  owner: zoe\n  note: nn\n",
    ),
    "what is repeated is written out": (
        "terms:\n- {term: A, scope: &s {region: GB}}\n- {term: B, scope: *s}\n", having(), "",
    ),
    "keys with question marks": (
        "terms:\n- ? term\n  : A\n  ? owner\n  : x\n", having(owner="zoe"), "terms:\n- ? term\n  : A\n  ? owner\n  : zoe\n",
    ),
    "quoted keys": ('terms:\n- {"term":"A","owner":"x"}\n', having(owner="zoe"), 'terms:\n- {"term":"A","owner":"zoe"}\n'),
}  # fmt: skip
del CASES["what is repeated is written out"]


@pytest.mark.parametrize(("text", "change", "expected"), CASES.values(), ids=CASES.keys())
def test_only_what_is_meant_changes(text: str, change: Edit, expected: str) -> None:
    assert edited(text, change) == expected


def test_what_an_alias_repeats_is_written_out_where_it_changes() -> None:
    text = "terms:\n- {term: A, scope: &s {region: GB}}\n- term: B\n  scope: *s   # as A\n"
    after = edited(text, having(scope={"region": "IE"}), 1)
    assert after == "terms:\n- {term: A, scope: &s {region: GB}}\n- term: B\n  scope: {region: IE}   # as A\n"


def test_what_a_merge_brings_in_is_overridden() -> None:
    text = "terms:\n- &a {term: A, owner: x}\n- <<: *a\n  term: B\n"
    assert (
        edited(text, having(owner="zoe"), 1) == "terms:\n- &a {term: A, owner: x}\n- <<: *a\n  term: B\n  owner: zoe\n"
    )


def test_what_a_merge_brings_in_cannot_be_taken_out() -> None:
    text = "terms:\n- &a {term: A, owner: x}\n- <<: *a\n  term: B\n"
    with pytest.raises(GlossaryError, match=r"g\.yaml:3:3: `owner` is brought in by `<<`"):
        edited(text, without("owner"), 1)


NEW: Fields = {"term": "New", "status": "proposed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms:\n- A\n# end\n", "terms:\n- A\n- term: New\n  status: proposed\n# end\n"),
        ("terms:\n  - A\n\n  - B   # b\n", "terms:\n  - A\n\n  - B   # b\n\n  - term: New\n    status: proposed\n"),
        ("terms:\n  - {term: A}\nversion: 1\n", "terms:\n  - {term: A}\n  - {term: New, status: proposed}\nversion: 1\n"),
        ("terms: [A]\n", "terms: [A, {term: New, status: proposed}]\n"),
        ("terms: []   # none yet\n# end\n", "terms:   # none yet\n  - term: New\n    status: proposed\n# end\n"),
        ("{terms: []}\n", "{terms: [{term: New, status: proposed}]}\n"),
        ("terms: A\n", "terms:\n  - A\n  - {term: New, status: proposed}\n"),
        ("include: x.yaml", "include: x.yaml\nterms:\n  - {term: New, status: proposed}"),
        ("{include: x.yaml}\n", "{include: x.yaml, terms: [{term: New, status: proposed}]}\n"),
        ("terms:\n- term: A\n  note: |\n    x\n\n\n", "terms:\n- term: A\n  note: |\n    x\n- term: New\n  status: proposed\n\n\n"),
    ],
)  # fmt: skip
def test_a_new_entry_comes_behind_the_last(text: str, expected: str) -> None:
    assert Sheet("g.yaml", text.encode()).rewritten({}, [NEW]).decode() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms: []", "terms:\n  - term: A\n\n  - term: B"),
        ("terms: [C]\n", "terms: [C, {term: A}, {term: B}]\n"),
        ("{terms: []}", "{terms: [{term: A}, {term: B}]}"),
        ("terms:\n- C\n", "terms:\n- C\n- term: A\n- term: B\n"),
    ],
)
def test_several_new_entries(text: str, expected: str) -> None:
    assert Sheet("g.yaml", text.encode()).rewritten({}, [{"term": "A"}, {"term": "B"}]).decode() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms:\n- A\n# of B\n- term: B\n  owner: x\n- C\n", "terms:\n- A\n# of B\n- C\n"),
        ("terms: [A, {term: B}, C]", "terms: [A, C]"),
        ("terms:\n- A\n- B", "terms:\n- A"),
    ],
)
def test_an_entry_goes(text: str, expected: str) -> None:
    assert Sheet("g.yaml", text.encode()).rewritten({1: None}, []).decode() == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_the_encoding_and_its_mark_stay(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    before = f"{mark}terms:\n- Café\n".encode(encoding)
    after = Sheet("g.yaml", before).rewritten({0: {"term": "Café", "owner": "x"}}, [])
    assert after == f"{mark}terms:\n- term: Café\n  owner: x\n".encode(encoding)


def test_places_are_those_of_the_text() -> None:
    root = tree("terms:\n  - &x   # c\n    term: A\n    note: |+\n      foo\n\n  - *x\n")
    assert root is not None
    entries = root.items[0].items
    assert [plain(entry) for entry in entries] == [{"term": "A", "note": "foo"}] * 2
    assert [entry.line for entry in entries] == [2, 7]
