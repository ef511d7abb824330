"""Finds plugins: every module of a plugin package is one. Nobody keeps a list."""

from functools import cache
import importlib
import pkgutil
from types import ModuleType


@cache
def names(package: str) -> tuple[str, ...]:
    """The plugins of a package (e.g. "msglint.readers"), sorted, without importing one of them."""
    found = importlib.import_module(package)
    return tuple(
        sorted(module.name for module in pkgutil.iter_modules(found.__path__) if not module.name.startswith("_"))
    )


@cache
def load(package: str, name: str) -> ModuleType:
    """Import one plugin. Raises KeyError (with the known names) where there is none of that name."""
    if name not in names(package):
        raise KeyError(f"{name}: known are {', '.join(names(package))}")
    return importlib.import_module(f"{package}.{name}")


@cache
def load_all(package: str) -> tuple[ModuleType, ...]:
    """Import every plugin of a package, in the order of their names."""
    return tuple(load(package, name) for name in names(package))
