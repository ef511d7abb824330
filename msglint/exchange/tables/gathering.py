"""Rows of sheets -> entries: each row adds what it says to the entry that its Id or Name tells."""

from collections.abc import Sequence

from msgspec import Struct, field

from msglint.agreement.plain import Fields
from msglint.errors import Problem
from msglint.exchange.incoming import Placed, problem_at
from msglint.exchange.tables.amounts import amount_of_number, amount_of_text, chosen, padded
from msglint.exchange.tables.columns import ENTRY, FACT, FIRST, ID, LABEL, NAME, PRICE, SIGN_OFF, Column
from msglint.exchange.tables.headers import Header
from msglint.exchange.tables.sheet import Broken, Cell, Number, Sheet, is_blank
from msglint.exchange.tables.values import texts_of

_LISTS = {PRICE: "prices", SIGN_OFF: "sign_off"}
_Found = dict[Column, list[Placed]]


class Gathering(Struct):
    """What rows have said so far. `language` tells how figures and days are written, `currency` is the default."""

    language: str | None = None
    currency: str | None = None
    entries: list[Fields] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _by_id: dict[str, Fields] = field(default_factory=dict)
    _by_name: dict[str, Fields] = field(default_factory=dict)

    def sheet(self, sheet: Sheet, header: Header) -> None:
        """Take in the rows below a header."""
        for number, row in enumerate(sheet.rows[header.row :], header.row + 1):
            if not all(map(is_blank, row)):
                self._row(sheet, header, number, row)

    def _row(self, sheet: Sheet, header: Header, number: int, row: Sequence[Cell]) -> None:
        found: _Found = {}
        money: dict[Column, Fields] = {}
        for at, column in header.columns.items():
            cell = row[at - 1] if at <= len(row) else None
            if is_blank(cell):
                continue
            try:
                if column.takes == "money":
                    money[column] = {key: Placed.at(text, sheet, number, at) for key, text in self._money(cell).items()}
                else:
                    texts = texts_of(cell, column, self.language)
                    found[column] = [Placed.at(text, sheet, number, at) for text in texts]
            except ValueError as error:
                said = Placed.at(column.header, sheet, number, at)
                self.problems.append(problem_at(said, f"{column.header}: {error}"))
                found[column] = []
        if found or money:
            self._said(found, money, Placed.at("", sheet, number, 1))

    def _said(self, found: _Found, money: dict[Column, Fields], row: Placed) -> None:
        entry = self._entry(found, row)
        if entry is None:
            return
        for column, texts in found.items():
            if column.group == ENTRY and column not in (NAME, ID) and texts:
                self._put(entry, column, texts)
        for column, fields in money.items():
            if column.group == ENTRY:
                self._once(entry, column, column.key, self._in_words(fields))
        for group in (LABEL, PRICE, FACT, SIGN_OFF):
            members = {column: texts for column, texts in found.items() if column.group == group and texts}
            prices = {column: fields for column, fields in money.items() if column.group == group}
            if members or prices:
                self._group(entry, group, members, prices)

    # Which entry

    def _entry(self, found: _Found, row: Placed) -> Fields | None:
        name, id_ = (next(iter(found.get(column, ())), None) for column in (NAME, ID))
        if name is None and id_ is None:
            if NAME not in found and ID not in found:
                self.problems.append(problem_at(row, "this row has neither a Name nor an Id: write whose it is"))
            return None
        by_name = self._by_name.get(name.casefold()) if name else None
        entry = self._by_id.get(id_) if id_ else by_name
        if entry is None and by_name is not None and "id" not in by_name:
            entry = by_name
        if entry is None:
            entry = {}
            self.entries.append(entry)
        if name is not None:
            self._once(entry, NAME, "term", name)
            self._by_name.setdefault(name.casefold(), entry)
        if id_ is not None:
            self._once(entry, ID, "id", id_)
            self._by_id.setdefault(id_, entry)
        return entry

    # What is said of it

    def _put(self, entry: Fields, column: Column, texts: list[Placed]) -> None:
        outer, _, key = column.key.rpartition(".")
        target = entry
        if outer:
            held = entry.setdefault(outer, {})
            target = held if isinstance(held, dict) else {}
        if column.many:
            listed = target.setdefault(key, [])
            if isinstance(listed, list):
                listed.extend(text for text in texts if text not in listed)
        elif not (column.takes == "case" and texts[0] == "default"):
            self._once(target, column, key, texts[0])

    def _once(self, target: Fields, column: Column, key: str, text: Placed) -> None:
        before = target.setdefault(key, text)
        if before != text and not (key == "term" and str(before).casefold() == text.casefold()):
            there = f" in {before.place}" if isinstance(before, Placed) else ""
            self.problems.append(problem_at(text, f"{column.header}: “{text}” here, but “{before}”{there}: keep one"))

    def _group(self, entry: Fields, group: str, members: _Found, prices: dict[Column, Fields]) -> None:
        """A label, price, fact or sign-off that a row tells."""
        said: Fields = {}
        for column, texts in members.items():
            self._put(said, column, texts)
        for fields in prices.values():
            said = self._price(fields, said)
        needed = FIRST[group].partition(".")[2]
        if needed not in said:
            lone = next(iter(members.values()))[0]
            self.problems.append(problem_at(lone, f"“{lone}” says nothing without a {needed} in its row"))
        elif group == FACT:
            self._fact(entry, said)
        else:
            key = str(said.pop("kind", "superseded")) if group == LABEL else _LISTS[group]
            listed = entry.setdefault(key, [])
            if isinstance(listed, list):
                listed.append(said)

    def _fact(self, entry: Fields, said: Fields) -> None:
        name, value = said["name"], said.get("value")
        facts = entry.setdefault("facts", {})
        if not isinstance(name, Placed) or not isinstance(facts, dict):
            return
        if not isinstance(value, Placed):
            self.problems.append(problem_at(name, f"the fact “{name}” has no value in its row"))
        elif facts.setdefault(str(name), value) != value:
            self.problems.append(problem_at(value, f"“{name}” is “{facts[str(name)]}” elsewhere: keep one"))

    # Money

    def _money(self, cell: Cell) -> dict[str, str]:
        """A cell's amount, currency (or the several it may be) and unit. Raises ValueError."""
        if isinstance(cell, Number):
            amount = amount_of_number(cell)
        elif isinstance(cell, str):
            text = " ".join(cell.split())
            read = amount_of_text(text, self.language)
            if read is None:
                return {"price": text}  # the glossary's own reader says what is wrong with it
            amount = read
        else:
            raise ValueError(cell.why if isinstance(cell, Broken) else "an amount is a number, such as 12.50")
        found = {"price": amount.figures, "signs": " ".join(amount.currencies), "sign": amount.sign, "per": amount.per}
        return {key: value for key, value in found.items() if value}

    def _price(self, money: Fields, said: Fields) -> Fields:
        """A price's fields: those of its amount, and those of its columns, which must not contradict them."""
        price = money["price"]
        if not isinstance(price, Placed):
            return said
        column = said.get("currency")
        currency = str(column) if column else self._currency(money, price)
        if column and "signs" in money and column not in str(money["signs"]).split():
            self.problems.append(
                problem_at(price, f"the amount is in “{money['sign']}”, its row says {column}: keep one")
            )
        fields: Fields = {"price": price.instead(padded(price, currency or self.currency))}
        if currency:
            fields["currency"] = column or price.instead(currency)
        if "per" in money:
            fields["per"] = money["per"]
        return {**fields, **said}

    def _in_words(self, money: Fields) -> Placed:
        """An amount as the glossary writes it: "6.50 GBP per person"."""
        price = money["price"]
        if not isinstance(price, Placed):
            raise TypeError(price)
        currency = self._currency(money, price)
        parts = [padded(price, currency or self.currency), *([currency] if currency else [])]
        parts += [f"per {money['per']}"] if "per" in money else []
        return price.instead(" ".join(parts))

    def _currency(self, money: Fields, price: Placed) -> str | None:
        if "signs" not in money:
            return None
        meant = str(money["signs"]).split()
        currency = chosen(meant, self.currency)
        if currency is None:
            several = ", ".join(meant[:4])
            self.problems.append(
                problem_at(price, f"“{money['sign']}” may be {several}: write its code in a column Currency")
            )
        return currency
