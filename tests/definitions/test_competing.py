"""One term in several documents (DEF402), and what is only read for comparison."""

from datetime import date

from msglint.engine import Standard, judge_file
from msglint.engine.run import judge_run
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.rulebook.load import load_rules
from msglint.sources import SourceFile

GLOSSARY = """
terms:
  - term: Marketing Qualified Lead
    admitted: MQL
    definition: A contact that fits the ideal customer profile and reached lead score 60 in the last 30 days.
    owner: arrah@fernandfig.example
  - {term: Warm Door, owner: lucy@fernandfig.example}
"""
RULE = "DEF402"


def run(documents: dict[str, str], context: dict[str, str] | None = None) -> tuple[Finding, ...]:
    """The findings of a run over those documents, by path."""
    glossary = parse_glossary(GLOSSARY, "glossary.yaml")
    rules = {RULE: load_rules()[RULE]}
    standard = Standard(glossary, compile_lexicon(glossary), rules, Circumstances(date(2026, 6, 10)))
    judged = [judge_file(SourceFile(path, data=text.encode()), standard) for path, text in documents.items()]
    compared = [judge_file(SourceFile(path, data=text.encode()), standard) for path, text in (context or {}).items()]
    return judge_run(judged, standard, compared)


HOUSEHOLD = "A Warm Door is a household that asked for a call."
SHOP = "A Warm Door is a shop that shows our poster."


def test_two_documents_that_define_one_term_differently() -> None:
    (found,) = run({"a.md": HOUSEHOLD, "b.md": SHOP})
    assert (found.location.path, found.said) == ("b.md", "a shop that shows our poster")
    assert "a.md:1:" in found.message
    assert "a household that asked for a call" in found.message
    assert found.owner == "lucy@fernandfig.example"


def test_the_same_in_other_words() -> None:
    assert run({"a.md": HOUSEHOLD, "b.md": "Warm Door: a home that has asked to be called"}) == ()


def test_a_term_that_the_glossary_lacks() -> None:
    (found,) = run({"a.md": "A lead is anyone who filled in the form.", "b.md": "A lead is a company with budget."})
    assert (found.said, found.entry) == ("a company with budget", None)


def test_what_is_read_for_comparison_is_never_blamed() -> None:
    (found,) = run({"a.md": HOUSEHOLD}, context={"old.md": SHOP, "other.md": SHOP})
    assert found.location.path == "a.md"
    assert run({"c.md": "Nothing here."}, context={"a.md": HOUSEHOLD, "b.md": SHOP}) == ()


def test_the_glossary_says_who_is_wrong() -> None:
    right = "An MQL is a contact that fits the ideal customer profile and reached lead score 60 in the last 30 days."
    (found,) = run({"a.md": "An MQL is anyone who opens an email.", "b.md": right})
    assert found.location.path == "a.md"


def test_the_order_of_files_does_not_matter() -> None:
    documents = {"a.md": HOUSEHOLD, "b.md": SHOP, "c.md": HOUSEHOLD}
    assert run(documents) == run(dict(reversed(documents.items())))


def test_remarks_do_not_compete() -> None:
    remarks = ["A Warm Door is a good start.", "Is a Warm Door a shop?", "Until May a Warm Door was a shop that paid."]
    assert run({"a.md": HOUSEHOLD} | {f"{number}.md": text for number, text in enumerate(remarks)}) == ()


def test_a_suppression_in_the_document_holds() -> None:
    quiet = f"{SHOP} <!-- msglint: ignore[DEF402] agreed -->"
    assert run({"a.md": HOUSEHOLD, "b.md": quiet}) == ()
