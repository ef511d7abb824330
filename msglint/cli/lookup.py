"""`msglint lookup`: what do we call it, what does it cost, which offer runs, whom to ask."""

from datetime import date

import click

from msglint.cli import _options, _pages


@click.command("lookup", short_help="Look a name up: what we call it, its price, its offers.")
@click.argument("name", nargs=-1, required=True)
@_options.glossary
@_options.config
@_options.as_of
@_options.cache_dir
@_pages.view_options
@click.option(
    "--format", type=click.Choice(["text", _pages.JSON]), default="text", show_default=True, help="For people, or not."
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: tuple[str, ...],
    glossary: str | None,
    config: str | None,
    as_of: date,
    cache_dir: str | None,
    format: str,
    **readers: str | None,
) -> None:
    """Look NAME up, however it is remembered: an old name, a slip, some of its words, its initials, an offer's code.

    Exit status: 0 answered, 1 nothing is called so (what comes near is shown), 2 not a glossary.
    """
    from msglint.cli._index import index_of
    from msglint.cli._output import put
    from msglint.cli._settings import settings_of
    from msglint.digest.lookup.answer import look_up
    from msglint.digest.view import View

    view = View(as_of, **readers)
    lookup = look_up(" ".join(name), index_of(settings_of(config, glossary), cache_dir), view)
    if format == _pages.JSON:
        from msglint.digest.as_json import as_json

        put(as_json(lookup))
    else:
        from msglint.digest.lookup.telling import told

        put(told(lookup, view))
    ctx.exit(0 if lookup.answers else 1)
