"""The glossary as certain readers may see it."""

from msglint.cli._output import tell
from msglint.cli._settings import glossary_of
from msglint.config.settings import Settings
from msglint.digest.discretion import discreet
from msglint.digest.view import View
from msglint.model.glossary import Glossary


def told_of(settings: Settings, view: View) -> Glossary:
    """The glossary, without texts that name what these readers may not know: those are told, and whom to ask.

    Raises ConfigError and GlossaryError.
    """
    glossary, withheld = discreet(glossary_of(settings), view)
    for each in withheld:
        name, origin = each.entry.preferred.text, each.entry.origin
        tell(
            f"{origin.path}:{origin.line}: a text of “{name}” is left out, since it names “{each.named}”, "
            "which these readers may not know yet"
        )
    return glossary
