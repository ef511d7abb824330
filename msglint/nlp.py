"""The one place that knows spaCy: parts of speech and token patterns. No spaCy object leaves this module.

spaCy is imported by the first call that needs it (about 0.9 s), never by `import msglint.nlp`. A pipeline is the blank
one (None or "blank": a tokenizer, no parts of speech) or the name of an installed one; nothing is ever downloaded.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
import json
from typing import Any

from msglint.errors import ConfigError, Problem
from msglint.lazy_pattern import lazy_pattern

BLANK = "blank"
_SLOW = ("parser", "ner", "lemmatizer", "entity_linker", "senter")
"""Components that parts of speech do without; with them a text takes five times as long (0.015 against 0.07 MB/s)."""
_VERBS = ("VERB", "AUX")
_OPEN = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
_FIRST_WORD = lazy_pattern(r"(?:\A|[^\w\s,'’]\s*|\n\s*)(\w+)\s+\Z")
_SAYING = ("Fin", "Inf", "Imp")
"""UD's VerbForm (and Mood for "Imp") of a verb that acts; participles modify a noun: "a guided tour", "booking fee"."""


@cache
def pipeline(model: str | None = None, language: str = "en") -> Any:
    """The pipeline of that name, loaded once. Raises ConfigError, with the cure, where there is none.

    What comes back is spaCy's, for this module's own functions and their tests.
    """
    import spacy

    if model in (None, BLANK):
        try:
            return spacy.blank(language.partition("-")[0].lower())
        except ImportError:  # a language spaCy has no tokenizer for
            return spacy.blank("xx")
    try:
        return spacy.load(str(model))
    except (OSError, ImportError, AttributeError, TypeError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        message = (
            f"the spaCy pipeline “{model}” cannot be loaded ({reason}): install it "
            f"(`python -m spacy download {model}`) or write `model: blank`. msglint downloads nothing by itself"
        )
        raise ConfigError(Problem("nlp.model", message, key="nlp.model")) from error


def parts_of_speech(text: str, model: str | None) -> list[tuple[int, int, str]]:
    """Each token's span and Universal Dependencies part of speech; "" for all where the pipeline tells none."""
    return [(token.idx, token.idx + len(token), token.pos_) for token in _tagged(text, model) if not token.is_space]


def part_of_speech(text: str, start: int, end: int, model: str | None) -> str:
    """The part of speech of the word text[start:end]; of its last token where it is several; "" where none is known."""
    inside = [pos for first, last, pos in parts_of_speech(text, model) if first < end and last > start]
    return inside[-1] if inside else ""


def is_name_use(text: str, start: int, end: int, model: str | None) -> bool:
    """Whether text[start:end], ordinary words in small letters, is used as a name: "buy lunch passes", a noun phrase.

    It is not where one of its words is a verb that acts: "time at lunch passes quickly". Words that stand alone (a
    cell, a list item) are always taken for the name, and so is everything where the pipeline tells no parts of speech.
    """
    tokens = _tagged(text, model)
    inside = [token for token in tokens if token.idx < end and token.idx + len(token) > start]
    if sum(token.is_alpha for token in tokens) <= sum(token.is_alpha for token in inside):
        return True
    if not any(_acts(token) for token in inside):
        return True
    return _is_ordered(text, start, end, [token.pos_ for token in tokens if token.idx + len(token) <= start], model)


def _is_ordered(text: str, start: int, end: int, before: Sequence[str], model: str | None) -> bool:
    """Whether the words are the object of a sentence's first word, an imperative that taggers take for a noun.

    "Buy lunch passes today" is tagged as "time passes today" is; asked again with "to" before the verb, it is not.
    """
    verb = _FIRST_WORD.search(text[max(0, start - 50) : start])
    if verb is None or not before or before[-1] not in _OPEN:
        return False
    asked = f"to {verb[1].lower()} "
    shift = len(asked) - start
    tokens = _tagged(asked + text[start : end + 200], model)
    return not any(_acts(token) for token in tokens if token.idx < end + shift and token.idx >= len(asked))


def _acts(token: Any) -> bool:
    form = token.morph.get("VerbForm")
    return token.pos_ in _VERBS and (not form or form[0] in _SAYING)


@lru_cache(maxsize=64)
def _tagged(text: str, model: str | None) -> Any:
    """The text's tokens with their parts of speech; several mentions in one paragraph ask for it again and again."""
    loaded = pipeline(model)
    with loaded.select_pipes(disable=[name for name in _SLOW if name in loaded.pipe_names]):
        return loaded(text)


def token_matches(
    text: str, patterns: Sequence[Sequence[Mapping[str, object]]], model: str | None, language: str = "en"
) -> list[tuple[int, int]]:
    """The spans of `text` that spaCy's Matcher finds for the patterns: the longest ones, none overlapping, in order.

    Raises ValueError, with spaCy's reason, for a pattern that the Matcher or the pipeline cannot serve.
    """
    from spacy.util import filter_spans

    document = pipeline(model, language)(text)
    matcher = _matcher(json.dumps(patterns), model, language)
    spans = filter_spans(matcher(document, as_spans=True))
    return [(span.start_char, span.end_char) for span in sorted(spans, key=lambda span: span.start) if len(span)]


@cache
def _matcher(patterns: str, model: str | None, language: str) -> Any:
    """The compiled Matcher; patterns as JSON, since mappings cannot be keys."""
    from spacy.matcher import Matcher

    matcher = Matcher(pipeline(model, language).vocab, validate=True)
    try:
        matcher.add("pattern", json.loads(patterns))
    except (TypeError, KeyError) as error:
        raise ValueError(str(error)) from error
    return matcher
