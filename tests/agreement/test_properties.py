"""Whatever is done in whatever order, the glossary loads, and what was not meant stays as people wrote it, to the byte."""

# ruff: noqa: E501  lines of files

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
import tempfile

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from msglint.agreement.draft import Draft
from msglint.agreement.edit import edit
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.pricing import reprice
from msglint.agreement.proposing import Proposal, propose
from msglint.agreement.renaming import Rename, rename
from msglint.agreement.retiring import retire
from msglint.agreement.reviewing import review
from msglint.agreement.sheet import Sheet
from msglint.agreement.signing import sign
from msglint.agreement.windows import Asked
from msglint.errors import GlossaryError
from msglint.glossary.load import load_glossary
from msglint.glossary.money import parse_money

AS_OF = date(2026, 6, 10)
HEADS = ("", "\ufeff", "# é😀\n---\n", "version: 1\n\n")
DEFAULTS = "defaults: {currency: GBP, sign_off: [marketing, sales]}   # all\n"
ENTRIES = (
    "- {n}   # just a name\n",
    "-   '{n}'\n",
    "- {{term: {n}, superseded: [{n} one, {{term: {n} two, until: 2025-12-31}}]}}\n",
    "- term: {n}\n  price: 6.50 GBP per person   # c\n\n  # before\n  superseded: Old {n} # o\n  note: >-\n    x\n\n    y\n\n",
    "- term: \"{n}\"\n  prices:\n  - price: 3.00\n    valid_through: 2026-04-30   # t\n  # mid\n  - {{price: 4, valid_from: 2026-05-01}}\n",
    "- term: {n}\n  superseded:\n      - term: Past {n}\n        until: 2025-12-31\n      - Other {n}\n  owner: lucy\n",
    "- ? term\n  : {n}\n  sign_off: {{team: sales, by: x, on: 2026-01-01, hash: abcdef}}\n",
    "- &a{i} term: {n}\n  definition: &d{i} |\n     some text\n     more\n",
    "-\n  id: id-{i}\n  term: {n}\n  scope: {{region: [GB,\n    IE], }}\n",
)  # fmt: skip
NAMES = (
    "Meals",
    "Fruit Crate",
    "No",
    "Chef's Table",
    "A & B",
    "Größe",
    "Login.gov",
    "x: y",
    "#1 Box",
    "Soup, hot",
    "[a]",
)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


class Verbs(RuleBasedStateMachine):
    """One glossary; each rule is a verb, which may be refused, and then has changed nothing."""

    @initialize(
        head=st.sampled_from(HEADS),
        shapes=st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=6),
        newline=st.sampled_from(["\n", "\r\n"]),
        end=st.sampled_from(["", "\n", "\n# end\n", "\n...\n"]),
    )
    def begin(self, head: str, shapes: list[str], newline: str, end: str) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "glossary.yaml"
        entries = "".join(shape.format(n=f"Name {i}", i=i) for i, shape in enumerate(shapes))
        text = f"{head}{DEFAULTS}terms:\n{entries}".rstrip("\n") + end
        self.path.write_bytes(text.replace("\n", newline).encode())

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def entry(self, number: int) -> str:
        entries = load_glossary(self.path).entries
        return entries[number % len(entries)].id

    def do(self, verb: Callable[[Draft], Outcome], dry: bool) -> None:
        before = self.path.read_bytes()
        refusal = ""
        try:
            edited = edit(self.path, verb, AS_OF)
        except (RefusedError, GlossaryError) as error:
            refusal = str(error)
        assert "not YAML" not in refusal  # refused for what was asked, never for how the file is written
        assert "by hand" not in refusal
        assert self.path.read_bytes() == before
        if dry or refusal:
            return
        edited.write()
        self.only_meant(Sheet("g", before), Sheet("g", self.path.read_bytes()), edited.outcome)

    def only_meant(self, before: Sheet, after: Sheet, outcome: Outcome) -> None:
        """Entries that were not named are there, byte for byte, in their order; so is all around the entries."""
        ids = [entry.id for entry in load_glossary(self.path).entries]
        written = [after.text[node.start : node.end] for node in after.entries]
        untouched = [text for text, id_ in zip(written, ids, strict=True) if id_ not in outcome.entries]
        old = [before.text[node.start : node.end] for node in before.entries]
        remaining = iter(old)
        assert all(text in remaining for text in untouched)
        assert before.text[: before.entries[0].start] == after.text[: after.entries[0].start]
        for comment in ("# before", "# mid", "# end", "# just a name"):
            assert after.text.count(comment) == before.text.count(comment)
        if before.text.count("\r\n") == before.text.count("\n"):
            assert after.text.count("\r\n") == after.text.count("\n")

    @rule(number=st.integers(0, 9), new=st.sampled_from(NAMES), on=DAYS, price=st.booleans(), dry=st.booleans())
    def rename(self, number: int, new: str, on: date, price: bool, dry: bool) -> None:
        asked = Rename(new, on, AS_OF, Asked(parse_money("9.99")) if price else None, "why: not", "14d")
        old = self.entry(number)
        self.do(lambda draft: rename(draft, old, asked), dry)

    @rule(number=st.integers(0, 9), on=DAYS, price=st.sampled_from(["7", "7.10 EUR", "8 GBP per person"]))
    def reprice(self, number: int, on: date, price: str) -> None:
        name = self.entry(number)
        self.do(lambda draft: reprice(draft, name, Asked(parse_money(price)), on), False)

    @rule(number=st.integers(0, 9), heir=st.none() | st.integers(0, 9), on=DAYS)
    def retire(self, number: int, heir: int | None, on: date) -> None:
        name, successor = self.entry(number), None if heir is None else self.entry(heir)
        self.do(lambda draft: retire(draft, name, on, "no: more", successor), False)

    @rule(name=st.sampled_from(NAMES), why=st.none() | st.text(st.characters(categories=("L", "N", "P")), min_size=1))
    def propose(self, name: str, why: str | None) -> None:
        self.do(lambda draft: propose(draft, Proposal(name, "me", AS_OF, why=why)), False)

    @rule(number=st.integers(0, 9), by=st.sampled_from(["lucy", "a, b", "yes"]), days=st.integers(0, 900))
    def review(self, number: int, by: str, days: int) -> None:
        name = self.entry(number)
        self.do(lambda draft: review(draft, [name], by, AS_OF - timedelta(days)), False)

    @rule(number=st.integers(0, 9), team=st.sampled_from(["marketing", "sales"]), dry=st.booleans())
    def sign(self, number: int, team: str, dry: bool) -> None:
        name = self.entry(number)
        self.do(lambda draft: sign(draft, [draft.names.entry(name)], team, "me", AS_OF), dry)

    @invariant()
    def it_loads(self) -> None:
        if hasattr(self, "path"):
            load_glossary(self.path)


Verbs.TestCase.settings = settings(
    max_examples=40, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
test_any_sequence_of_verbs = Verbs.TestCase
