"""The index that names are looked up in."""

from msglint.cli._cache_folder import cache_folder
from msglint.cli._settings import glossary_of, glossary_path
from msglint.config.settings import Settings
from msglint.digest.lookup import kept
from msglint.digest.lookup.index import Index, compile_index


def index_of(settings: Settings, cache_dir: str | None = None) -> Index:
    """The index of the settings' glossary, kept from an earlier run or made now. Raises ConfigError, GlossaryError."""
    folder, file = cache_folder(cache_dir), glossary_path(settings)
    found = kept.fetch(folder, file)
    if found is None:
        glossary = glossary_of(settings)
        found = compile_index(glossary)
        kept.store(folder, file, glossary, found)
    return found
