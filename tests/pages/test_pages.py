"""What all pages have in common, tried with a page that shows whatever it is given."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256
import json
from pathlib import Path
import re

from jinja2 import ChoiceLoader, DictLoader, UndefinedError
from playwright.sync_api import Browser
import pytest

from msglint import pages
from msglint.pages.lines import Series, line_chart
from tests.browsing import PHONE, visit

_PAGE = """\
{% extends "base.html.jinja" %}
{% import "charts.html.jinja" as charts %}
{% block main %}<p>{{ text }}</p>{% if chart %}{{ charts.lines(chart) }}{% endif %}
{{ charts.bars("Shares", ["Who", "Share"], bars, "who", 10) }}{% endblock %}
{% block data %}<script type="application/json" id="rows">{{ rows | tojson }}</script>{% endblock %}
"""

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}",
]


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    environment = pages._templates()
    with_trial = environment.overlay(loader=ChoiceLoader([DictLoader({"trial.html.jinja": _PAGE}), environment.loader]))
    monkeypatch.setattr(pages, "_templates", lambda: with_trial)

    def render(**values: object) -> str:
        return pages.render("trial", **{"title": "Trial", "text": "", "rows": [], "bars": [], "chart": None, **values})

    return render


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_not_run(page: Callable[..., str], text: str) -> None:
    html = page(text=text, rows=[text], bars=[(text, text, 0.5, [text])], title=text)
    assert html.count("<script") == 2, "the data and the page's own"
    assert "<img" not in html
    assert 'onmouseover="' not in html
    assert "49" not in re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    data = re.search(r'<script type="application/json" id="rows">(.*?)</script>', html, re.DOTALL)
    assert data
    assert json.loads(data[1]) == [text]


def test_characters_that_turn_what_is_read_are_replaced(page: Callable[..., str]) -> None:
    html = page(text="a\u202eb\x00c\td")
    assert "<p>a\ufffdb\ufffdc\td</p>" in html


def test_the_policy_names_the_hashes_of_style_and_script(page: Callable[..., str]) -> None:
    html = page()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    said = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in said
    for kind in ("style", "script"):
        inline = re.search(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        assert inline
        digest = b64encode(sha256(inline[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in said


def test_nothing_stands_in_attributes_that_the_policy_forbids(page: Callable[..., str]) -> None:
    chart = line_chart("Findings", [date(2026, 1, 1), date(2026, 2, 1)], [Series("all", (4, 2))])
    html = page(chart=chart, bars=[("a", "a b&c", 0.5, ["50 %"]), ("b", None, None, ["–"])])
    assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
    assert 'href="#who=a+b%26c"' in html
    assert not re.search(r"(src|href)=\"(?!#)", html), "nothing outside the page"


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        pages._templates().from_string("{{ nobody_gave_this }}").render()


def test_a_line_chart_has_its_numbers_in_a_table() -> None:
    days = [date(2026, 1, 1), date(2026, 1, 11), date(2026, 3, 2)]
    chart = line_chart("Findings", days, [Series("all", (30, None, 10))])
    line = chart.lines[0]
    assert line.texts == ("30", "–", "10")
    assert [mark.text for mark in chart.marks] == ["0", "10", "20", "30", "40"]
    assert line.dots[0][0] < line.dots[1][0] <= chart.width
    assert line.dots[0][1] < line.dots[1][1], "more stands higher"


def test_a_chart_of_one_day_and_nothing_is_drawn() -> None:
    chart = line_chart("Findings", [date(2026, 1, 1)], [Series("all", (0,))])
    assert chart.lines[0].points


def test_in_a_browser_a_page_loads_nothing_runs_nothing_strange_and_changes_its_colours(
    browser: Browser, page: Callable[..., str], tmp_path: Path
) -> None:
    file = tmp_path / "trial.html"
    file.write_text(page(text=" ".join(HOSTILE), rows=HOSTILE, bars=[("a", None, 0.5, ["50 %"])]), encoding="utf-8")
    with visit(browser, file, PHONE) as visited:
        shown = visited.page
        ground = "getComputedStyle(document.body).backgroundColor"
        light = shown.evaluate(ground)
        shown.get_by_role("button", name="Use dark colours").click()
        assert shown.evaluate(ground) != light
        assert shown.evaluate('pageData("rows")') == HOSTILE
        assert "<script>alert(1)</script>" in shown.locator("main").inner_text()
        assert not visited.accessibility()
        assert not visited.overflows()
        assert (visited.complaints, visited.requests) == ([], [])
