"""Records of entries -> Entries."""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from msglint.glossary.labels import labels_of
from msglint.glossary.prices import discount_of, prices_of
from msglint.glossary.reading import Reading
from msglint.glossary.records import Record
from msglint.model.glossary import Entry, EntryType, Fact, Scope, SignOff, Status


class Defaults(Struct, frozen=True):
    """What holds for entries that do not say otherwise; an included file starts from those of the including one."""

    language: str = "en"
    currency: str | None = None
    owner: str | None = None
    review_every: timedelta | None = None
    sign_off: tuple[str, ...] = ()

    def overridden(self, record: Record | None) -> "Defaults":
        """These defaults with those of a file's `defaults` over them."""
        if record is None:
            return self
        written = {
            key: value
            for key in ("language", "currency", "owner", "review_every")
            if (value := record.get(key)) is not None
        }
        changed = replace(self, **written)
        return replace(changed, sign_off=record.texts("sign_off")) if "sign_off" in record else changed


def entry_of(record: Record, defaults: Defaults, reading: Reading) -> Entry | None:
    """The entry of a record, with id "" where none is written; None where its term could not be understood.

    Every part is read in any case, so that all that is wrong is noted.
    """
    language = record.get("language") or defaults.language
    item = record.value("item")
    labels = labels_of(record, language, reading)
    prices = prices_of(record, defaults.currency, reading)
    discount = discount_of(record, defaults.currency, reading)
    if not labels:
        return None
    return Entry(
        id=record.get("id") or "",
        labels=labels,
        origin=reading.origin(record.node),
        type=EntryType(record.get("type") or EntryType.TERM),
        status=Status(record.get("status") or Status.APPROVED),
        language=language,
        valid_from=record.get("valid_from"),
        valid_through=record.get("valid_through"),
        first_use=record.get("first_use"),
        scope=_scope(record.get("scope")),
        definition=record.get("definition"),
        prices=prices,
        item=item.content if item else None,
        item_origin=reading.origin(item.node) if item else None,
        discount=discount,
        code=record.get("code"),
        require_near=record.texts("require_near"),
        require_near_price=record.texts("require_near_price"),
        facts=_facts(record, reading),
        crm_field=record.get("crm_field"),
        owner=record.get("owner") or defaults.owner,
        sign_off=_sign_offs(record, reading),
        required_sign_off=defaults.sign_off,
        reviewed=record.get("reviewed"),
        reviewed_by=record.get("reviewed_by"),
        review_every=record.get("review_every") or defaults.review_every,
        note=record.get("note"),
    )


def _scope(record: Record | None) -> Scope:
    if record is None:
        return Scope()
    return Scope(record.texts("audience"), record.texts("channel"), record.texts("region"))


def _facts(record: Record, reading: Reading) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            name, fact.content.text, reading.origin(fact.node),
            fact.content.relation, fact.content.number, fact.content.to, fact.content.unit,
        )
        for name, fact in record.values.get("facts", {}).items()
        if fact.content is not None
    )  # fmt: skip


def _sign_offs(record: Record, reading: Reading) -> tuple[SignOff, ...]:
    signed = (value.content for value in record.all("sign_off"))
    return tuple(
        SignOff(sign.get("team"), sign.get("by"), sign.get("on"), sign.get("hash"), reading.origin(sign.node))
        for sign in signed
        if sign.get("team") is not None
    )
