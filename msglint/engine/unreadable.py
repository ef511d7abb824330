"""What could not be read, as a finding."""

from collections.abc import Iterator, Mapping

from msglint.model.document import Location
from msglint.model.judgement import Finding, Rule
from msglint.text.fingerprint import fingerprint

UNREADABLE, NOT_CHECKED = "READ001", "READ002"


def unread_finding(
    code: str, path: str, reason: str, rules: Mapping[str, Rule], order: tuple[int, int] = (0, 0)
) -> Iterator[Finding]:
    """The finding that a file, or (behind all that was read) a part of it, could not be read."""
    if rule := rules.get(code):
        yield Finding.of(
            rule,
            Location(path),
            rule.say(said="", owner="", ask="", reason=reason),
            fingerprint=fingerprint(rule.code, None, reason, 0, len(reason)),
            order=order,
        )
