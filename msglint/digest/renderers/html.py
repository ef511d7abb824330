"""A page for a browser, complete in itself: to be mailed, printed or put on a file share."""

from msglint.digest.page import Page


def render(page: Page, *, color: bool, width: int) -> str:
    from msglint import pages

    return pages.render("digest", title=page.title, page=page)
