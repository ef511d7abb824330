"""Every cue proves itself: what only it tells as past, and the look-alike that nothing may tell as past."""

import re

import pytest

from msglint.text.past import told_as_past
from msglint.text.past_cues import NEW, OLD, Cue, cues, telling

PAST = [(cue, sentence) for cue in cues() for sentence in cue.past]
PRESENT = [sentence for cue in cues() for sentence in cue.present]


def _marked(sentence: str) -> str:
    return sentence.replace("OLD", OLD).replace("NEW", NEW)


def _is_past(sentence: str, old: str, new: str) -> bool:
    text = re.sub("OLD", old, sentence).replace("NEW", new)
    at = sentence.replace("NEW", new).index("OLD")
    successors = [(match.start(), match.end()) for match in re.finditer(re.escape(new), text)]
    return told_as_past(text, at, at + len(old), successors)


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.past[0])
def test_a_cue_has_proof_of_both_kinds_and_a_cheap_test(cue: Cue) -> None:
    assert cue.past
    assert cue.present
    assert cue.needs
    assert all(literal == literal.lower() for group in cue.needs for literal in group)


@pytest.mark.parametrize(("cue", "sentence"), PAST, ids=lambda value: value if isinstance(value, str) else "")
def test_a_cue_tells_its_sentences_as_past(cue: Cue, sentence: str) -> None:
    assert cue.tells(" ".join(_marked(sentence).split()))
    assert _is_past(sentence, "Business Lunch", "Meals for Teams")
    assert _is_past(f"“Yes.” {sentence} Good.", "Gold", "Lunch Pass")


@pytest.mark.parametrize("cue", cues(), ids=lambda cue: cue.past[0])
def test_no_other_cue_would_do(cue: Cue) -> None:
    others = [other for other in cues() if other is not cue]
    assert any(not any(other.tells(_marked(sentence)) for other in others) for sentence in cue.past)


@pytest.mark.parametrize("sentence", PRESENT)
def test_a_look_alike_claims_the_name_now(sentence: str) -> None:
    assert not _is_past(sentence, "Business Lunch", "Meals for Teams")


@pytest.mark.parametrize("sentence", [sentence for _, sentence in PAST] + PRESENT)
def test_the_cheap_test_hides_nothing(sentence: str) -> None:
    marked = _marked(sentence)
    assert telling(marked) == any(cue.tells(marked) for cue in cues())
