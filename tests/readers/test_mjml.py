from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles

MAIL = """<mjml lang="en">
  <mj-head>
    <mj-title>Meals &amp; more</mj-title>
    <mj-preview>Try Business Lunch today</mj-preview>
    <mj-style inline="inline">.Business .Lunch { color: red }</mj-style>
    <mj-attributes><mj-all font-family="Business Lunch Sans, Arial" /></mj-attributes>
  </mj-head>
  <mj-body>
    <mj-text>Hi {{ name }}, <b>Business</b> Lunch<br/>waits</mj-text>
    <mj-image src="a.png" alt="A Business Lunch box" />
    <mj-button href="https://example.com/business-lunch">Order now</mj-button>
    <mj-raw><style>.x { y: z }</style><p>Raw words</p></mj-raw>
    <mj-table><tr><td>Lunch</td><td>€9</td></tr></mj-table>
  </mj-body>
</mjml>
"""


def test_reads_what_a_mail_says() -> None:
    assert roles("a.mjml", MAIL) == [
        ("title", "Meals & more"),
        ("alt", "Try Business Lunch today"),
        ("body", "Hi ￼, Business Lunch\nwaits"),
        ("alt", "A Business Lunch box"),
        ("body", "Order now"),
        ("body", "Raw words"),
        ("cell", "Lunch"),
        ("cell", "€9"),
    ]


def test_knows_title_language_and_rows() -> None:
    document = read("a.mjml", MAIL)
    assert document.metadata == {"language": "en", "title": "Meals & more"}
    assert [(cell.group, cell.column) for cell in document.segments[-2:]] == [
        ("table 1, row 1", 0),
        ("table 1, row 1", 1),
    ]


def test_self_closing_elements_swallow_nothing() -> None:
    assert roles("a.mjml", "<mjml><mj-title /><mj-style/><mj-text>Said</mj-text></mjml>") == [("body", "Said")]


PLACES = st.sampled_from(
    [
        "<mj-text>%s</mj-text>",
        "<mj-text><p>We <b>sell %s</b> here</p></mj-text>",
        '<mj-image alt="%s" />',
        "<mj-button>%s &amp; more</mj-button>",
        "<mj-table><tr><td>%s</td></tr></mj-table>",
        "<mj-raw>{% if a < b %}%s{% endif %}</mj-raw>",
        "<!--[if mso]><p>%s</p><![endif]-->",
    ]
)


@given(st.lists(PLACES, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "", "  é😀 "]))
def test_places_are_exact(parts: list[str], between: str) -> None:
    body = between.join(part.replace("%s", NAME) for part in parts)
    document = read("a.mjml", f"<mjml><mj-head><mj-title>{NAME}</mj-title></mj-head><mj-body>{body}</mj-body></mjml>")
    assert_exact(document)
    assert found(document) == [NAME] * (len(parts) + 1)


@pytest.mark.parametrize("hostile", ["<mj-title>", "<mj-preview ", "<mj-style", "<mj-table><tr><td>", "<mj-text><!--"])
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.mjml", hostile * 20_000))


def test_survives_damage() -> None:
    assert_survives("a.mjml", MAIL)
