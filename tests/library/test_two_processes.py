"""Two processes that add at once both succeed."""

import subprocess
import sys
from pathlib import Path

from corpus import LibraryFolder

_ADD = """
import sys
from pathlib import Path
from corpus import LibraryFolder
folder = LibraryFolder(Path(sys.argv[1]))
for number in range(5):
    paper = f"长春市司法局2021年{sys.argv[2]}{number}号要点\\n一、第{number}件事\\n"
    folder.add(paper.encode(), "要点.txt")
"""


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    processes = [
        subprocess.Popen([sys.executable, "-c", _ADD, str(folder), name]) for name in ("甲", "乙")
    ]
    assert [process.wait(120) for process in processes] == [0, 0]
    library = LibraryFolder(folder).library()
    assert len(library) == 5 + 10
    assert len(LibraryFolder(folder).entries()) == 10
