"""What tests of several rooms share: the assistant over the packaged papers, opened once."""

from __future__ import annotations

import pytest

from assistant import Assistant


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return Assistant.open()
