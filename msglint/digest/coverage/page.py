"""Coverage as a page."""

from msglint.digest.coverage.gaps import By, Coverage, Gap, Missing
from msglint.digest.page import Page, page, table
from msglint.glossary import in_words


def coverage_page(coverage: Coverage) -> Page:
    """What is not said at all, what is said without its price, and how much there is of each."""
    column = "Document" if coverage.by is By.DOCUMENT else "Channel"
    unsaid = [_row(gap) for gap in coverage.gaps if gap.missing is not Missing.PRICE]
    unpriced = [(gap.group, gap.name, gap.owner or "") for gap in coverage.gaps if gap.missing is Missing.PRICE]
    counts = [(each.name, str(each.documents), str(each.expected), str(each.said)) for each in coverage.groups]
    return page(
        f"What is said and what is not, as of {in_words.day(coverage.as_of)}",
        (),
        (
            table("Not mentioned", (column, "Name", "Kind", "Only as", "Ask"), unsaid),
            table("Mentioned without its price", (column, "Name", "Ask"), unpriced),
            table("In all", (column, "Documents", "Expected", "Mentioned"), counts),
        ),
        "There was nothing to look at.",
    )


def _row(gap: Gap) -> tuple[str, ...]:
    return gap.group, gap.name, gap.type, f"“{gap.formerly}”" if gap.formerly else "", gap.owner or ""
