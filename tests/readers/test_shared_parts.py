from msglint.formats.packages.shared_parts import parsed_once


def test_a_part_met_again_is_parsed_once_unless_it_is_large() -> None:
    parsed = []

    @parsed_once(most=2, largest=4)
    def parse(data: bytes, name: str) -> str:
        parsed.append(data)
        return f"{name}: {len(data)}"

    assert [parse(data, "a") for data in (b"one", b"large", b"one", b"large")] == ["a: 3", "a: 5", "a: 3", "a: 5"]
    assert parse(b"one", "b") == "b: 3"
    assert parsed == [b"one", b"large", b"large", b"one"]
