"""A language model behind the chat-completions protocol, as llama.cpp, vLLM and Ollama serve it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.errors import RewordingFailed
from assistant.rewording.checking import rewording_words

URL, MODEL, KEY = "YIJU_MODEL_URL", "YIJU_MODEL", "YIJU_MODEL_KEY"


@dataclass(frozen=True)
class ChatEndpoint:
    """Asks ``POST {url}/chat/completions``, the protocol of OpenAI's API reference.

    ``url`` is the base with its version (``http://127.0.0.1:8080/v1``), ``timeout`` in seconds.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 20.0

    def __call__(self, answer: Answer) -> str:
        """The model's wording of the answer. Raises RewordingFailed."""
        import httpx

        messages = [
            {"role": "system", "content": rewording_words().instruction},
            {"role": "user", "content": f"问题：{answer.question}\n\n答复：\n{answer.text}"},
        ]
        try:
            response = httpx.post(
                f"{self.url.rstrip('/')}/chat/completions",
                json={"model": self.model, "messages": messages, "temperature": 0},
                headers={"Authorization": f"Bearer {self.key}"} if self.key else {},
                timeout=self.timeout,
            )
            response.raise_for_status()
            return str(response.json()["choices"][0]["message"]["content"])
        except (httpx.HTTPError, httpx.InvalidURL, ValueError, LookupError, TypeError) as error:
            raise RewordingFailed(
                f"the language model at {self.url} gave no wording ({error}); "
                f"check {URL}, {MODEL} and {KEY}"
            ) from error


def endpoint_from_environment() -> ChatEndpoint | None:
    """The endpoint that YIJU_MODEL_URL and YIJU_MODEL name; None without the first.

    Raises RewordingFailed if the address is there and the model's name is not.
    """
    url, model = os.environ.get(URL, ""), os.environ.get(MODEL, "")
    if not url:
        return None
    if not model:
        raise RewordingFailed(f"{URL} is set but {MODEL} is not; name the model it serves")
    return ChatEndpoint(url, model, os.environ.get(KEY, ""))
