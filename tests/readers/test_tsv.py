from tests.readers.text_documents import assert_exact, assert_survives, found, read, texts

TABLE = 'Product\tPrice, net\n"Business\nLunch"\t€12,50\nBusiness Lunch\t9\n'


def test_only_tabs_separate() -> None:
    assert texts("a.tsv", TABLE) == ["Product", "Price, net", "Business\nLunch", "€12,50", "Business Lunch", "9"]
    assert [cell.group for cell in read("a.tsv", TABLE).segments] == ["row 1"] * 2 + ["row 2"] * 2 + ["row 3"] * 2


def test_places_are_exact() -> None:
    document = read("a.tab", TABLE)
    assert_exact(document)
    assert found(document) == ["Business Lunch"]
    assert found(document, "Business\nLunch") == ["Business\nLunch"]


def test_survives_damage() -> None:
    assert_survives("a.tsv", TABLE)
