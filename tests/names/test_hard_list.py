"""Every hard list through the whole engine: nothing innocent is flagged, and nearly everything stale is found."""

import pytest

from tests.names.hardlist import HardList, hard_lists
from tests.names.report import measure

LEAST_RECALL = 0.95
LISTS = hard_lists()


@pytest.mark.parametrize("hard_list", LISTS, ids=lambda hard_list: hard_list.path.stem)
def test_nothing_innocent_is_flagged(hard_list: HardList) -> None:
    flagged = {outcome.item.text: outcome.others for outcome in hard_list.innocents() if outcome.others}
    assert not flagged


def test_nearly_everything_stale_is_found() -> None:
    figures = [measure(hard_list)[0] for hard_list in LISTS]
    found, variants = sum(row[0] for row in figures), sum(row[1] for row in figures)
    assert found / variants >= LEAST_RECALL


def test_the_lists_are_as_long_as_was_promised() -> None:
    assert sum(len(list(hard_list.variants())) for hard_list in LISTS) >= 180
    assert sum(len(list(hard_list.innocents())) for hard_list in LISTS) >= 220


def test_right_suggestions() -> None:
    judged = [outcome for hard_list in LISTS for outcome in hard_list.variants() if outcome.suggestion_judged]
    right = [outcome for outcome in judged if outcome.suggestion_agrees]
    assert len(right) / len(judged) >= LEAST_RECALL
