"""What the room's README says is so."""

import re
from pathlib import Path

import index
from corpus import Library
from index import Index, read_strangers
from index.phrasings import read_phrasings

ROOM = Path(index.__file__).parent
README = (ROOM / "README.md").read_text("utf-8")


def test_every_file_has_its_place_in_the_table() -> None:
    told = set(re.findall(r"\]\((\w+(?:\.py)?)\)", README))
    files = {path.name for path in ROOM.glob("*.py")} - {"__init__.py"}
    folders = {path.parent.name for path in ROOM.glob("*/__init__.py")}
    assert files | folders <= told


def test_every_call_in_the_table_is_there() -> None:
    calls = set(re.findall(r"`index\.(\w+)", README)) - {"training"}
    assert {"search", "score", "analyse"} <= calls
    assert [call for call in calls if not hasattr(Index, call)] == []


def test_the_counts_are_those_of_the_data() -> None:
    documents = Library.packaged().documents()
    phrasings = sum(len(each) for d in documents for each in read_phrasings(d.id).values())
    others = {"57,565", "50,000", "2,000"}  # articles of STARD, a benchmark
    counts = set(re.findall(r"\d+,\d{3}", README)) - others
    assert counts == {f"{phrasings:,}", f"{len(read_strangers()):,}"}
