"""The assistant while it is being opened: requests wait for it instead of failing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, TimeoutError
from threading import Thread

from assistant.assistant import Assistant
from assistant.errors import StillOpening


class Opening:
    """Opens an assistant in a thread, so that the server answers before the index is ready."""

    def __init__(self, open_assistant: Callable[[], Assistant], patience: float) -> None:
        """``patience`` is how many seconds :meth:`assistant` waits at most."""
        self._open = open_assistant
        self._patience = patience
        self._opened: Future[Assistant] = Future()
        self._opened.set_running_or_notify_cancel()  # who stops waiting does not stop it

    def start(self) -> None:
        """Begin; returns at once."""
        Thread(target=self._run, name="open-assistant", daemon=True).start()

    def _run(self) -> None:
        try:
            self._opened.set_result(self._open())
        except BaseException as error:  # handed to whoever asks for the assistant
            self._opened.set_exception(error)

    @property
    def ready(self) -> bool:
        """Whether questions are answered at once."""
        return self._opened.done() and self._opened.exception() is None

    @property
    def failure(self) -> BaseException | None:
        """Why the assistant could not be opened, if it could not."""
        return self._opened.exception() if self._opened.done() else None

    def assistant(self) -> Assistant:
        """The assistant, waited for. Raises StillOpening, or what opening it raised."""
        try:
            return self._opened.result(self._patience)
        except TimeoutError:
            raise StillOpening("索引还在建立，请过一会儿再试。") from None

    async def finished(self) -> Assistant:
        """The assistant, however long it takes. Raises what opening it raised."""
        return await asyncio.wrap_future(self._opened)
