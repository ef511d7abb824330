"""What is no prose is masked, and prose that looks like it is not."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.masks import MaskKind, masks


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("See https://x.org/business_(lunch).", ["https://x.org/business_(lunch)"]),
        ("Mail business.lunch@fern.co.uk now", ["business.lunch@fern.co.uk"]),
        ("at www.fern.com/business-lunch, today", ["www.fern.com/business-lunch"]),
        ("secure.login.gov/help", ["secure.login.gov/help"]),
        ("ask @businesslunch", ["@businesslunch"]),
        ("open business-lunch.pdf", ["business-lunch.pdf"]),
        ("in ./docs/business-lunch/ now", ["./docs/business-lunch/"]),
        ("C:\\menus\\lunch.docx", ["C:\\menus\\lunch.docx"]),
        ("set business_lunch to", ["business_lunch"]),
        ("call businessLunch here", ["businessLunch"]),
        ("business-lunch", ["business-lunch"]),
        ("business-lunch-12", ["business-lunch-12"]),
        ("Dear {{ first_name }},", ["{{ first_name }}"]),
        ("Dear *|FNAME|*,", ["*|FNAME|*"]),
        ("Dear %%First Name%%,", ["%%First Name%%"]),
        ("Why choose login.gov?", ["login.gov"]),
    ],
)
def test_no_prose(text: str, masked: list[str]) -> None:
    assert [text[span.start : span.end] for span in masks(text)] == masked


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-10", "june-2026", "Add-On", "a well-known name",
        "and/or", "Terraform Cloud/Enterprise", "TFC/E", "BusinessLunch", "24 hours. Then go.", "#BusinessLunch",
        "It costs £12.50 a head", "a – b", "Lunch.Next week", "8:30", "a 50% share", "Q&A", "(we say so)",
    ],
)  # fmt: skip
def test_prose(text: str) -> None:
    assert masks(text) == ()


def test_a_bare_host_is_told_from_an_address() -> None:
    kinds = [span.kind for span in masks("login.gov and secure.login.gov and https://login.gov")]
    assert kinds == [MaskKind.HOST, MaskKind.HOST, MaskKind.ADDRESS]


@given(st.text(alphabet="ab./\\@{}%_-:CD *|<>&#()"))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = masks(text)
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
