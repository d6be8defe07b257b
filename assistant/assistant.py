"""The assistant: a library, an index over it, and the way from a question to an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Correction, Understanding
from assistant.composing import compose
from assistant.composing.draft import Draft
from assistant.evidence import Evidence, share_held
from assistant.gathering import gather, query_for
from assistant.rewording import Reworder, reworded
from assistant.state import Carried
from assistant.suggesting import suggest
from assistant.thresholds import Thresholds, thresholds
from assistant.understanding import Question, understand
from assistant.understanding.asking_words import asking_words
from assistant.understanding.correction import Corrector
from assistant.understanding.intents import Guess, guess_intent
from assistant.understanding.reading import fold_compatible, folded_text, whole
from assistant.understanding.typed_pinyin import PinyinReader
from corpus import Clause, Library
from index import Hit, Index, Progress, Settings

if TYPE_CHECKING:
    from assistant.conversation import Conversation

_REMEMBERED = 64  # questions
_SUGGESTED = 2048  # questions; the same ones are offered over and over
# Kinds of questions that are answered from the outline or a document's head.
_WITHOUT_LOOKING_UP = ("duties", "clause", "document")


class Assistant:
    """Answers questions about the documents of one library.

    >>> assistant = Assistant.open()
    >>> answer = assistant.ask("哪个部门牵头法律援助条例")
    >>> answer.status, answer.citations[0].label
    ('answered', '第二部分（六）第24项（1）')
    """

    def __init__(
        self,
        library: Library,
        index: Index,
        limits: Thresholds | None = None,
        reword: Reworder | None = None,
        guess: Callable[[str], Guess] | None = None,
    ) -> None:
        """``guess`` says what a question of some shape likely asks for; as learned by default."""
        self.library = library
        self.index = index
        self._reword = reword
        self._guess = guess or guess_intent
        self.thresholds = limits or thresholds()
        # A message is read whole and in parts, and suggestions resemble each other.
        self._understood = lru_cache(_REMEMBERED)(self._read)
        self._tried = lru_cache(_SUGGESTED)(self._try)
        self._folded = "\n".join(map(folded_text, library.documents()))

    @classmethod
    def open(
        cls,
        path: str | Path | None = None,
        *,
        settings: Settings | None = None,
        progress: Progress | None = None,
        reword: Reworder | None = None,
    ) -> Assistant:
        """Open the packaged corpus, or the library in the folder ``path``.

        The index is built at first use, with ``settings`` if they are given, and reused afterwards;
        ``progress`` is told of each step (what, done, of how many). ``reword`` puts a finished
        answer into other words, by a language model say; they are checked
        (``assistant/rewording``). Raises ``CorpusError`` if the folder is not a library, and what
        ``Index.open`` raises if the index cannot be built.
        """
        library = Library.open(path)
        return cls(library, Index.open(library, settings, progress), reword=reword)

    def ask(self, question: str) -> Answer:
        """Answer a message on its own; never raises for anything a person may type.

        Several questions in one message are answered one after another, each in its own part.
        """
        return self.conversation().ask(question)

    def search(
        self, query: str, k: int = 10, documents: Collection[str] | None = None
    ) -> list[Hit]:
        """The ``k`` clauses nearest to ``query``, best first, within ``documents`` if given.

        None of them if ``documents`` is empty. Raises ``UnknownDocument`` for an id that the
        library does not hold.
        """
        for each in documents or ():
            self.library.document(each)
        return self.index.search(whole(query), k=k, documents=documents)

    def look_up(self, question: str) -> tuple[Hit, ...]:
        """The clauses that the answer to a question on its own is made from, best first.

        They lie in the documents that it means; there are none where it has no topic to be looked
        up. A message of several questions is looked up as one.
        """
        return self._gather(Carried(self.understand(whole(question)))).hits

    def understand(self, question: str) -> Question:
        """Read a question without answering it."""
        return self._understood(question)

    def _read(self, question: str) -> Question:
        return understand(
            question,
            self.library,
            held=self.writes_of,
            mend=self._mend,
            guess=self._guess,
            names_matter=self.names_matter,
            limits=self.thresholds,
        )

    def query_of(self, question: str) -> tuple[str, tuple[str, ...]] | None:
        """What is looked up for a question, and in which documents (none: in all).

        None where no look-up decides: small talk, what the library does not hold, lists, numbers.
        """
        read = self.understand(question)
        decided = read.reason or read.scope.unheld or read.numbers
        if decided or not read.topic or read.kind in _WITHOUT_LOOKING_UP:
            return None
        return query_for(read, self.index), read.scope.documents

    def _mend(self, question: str) -> tuple[str, tuple[Correction, ...]]:
        """Read pinyin and slips of the pen as the words that are meant."""
        question, spelled = self._pinyin.read(question)
        question, slips = self._corrector.correct(question)
        return question, (*spelled, *slips)

    @cached_property
    def _corrector(self) -> Corrector:
        named = [
            each for d in self.library.documents() for c in d.clauses for each in c.responsibilities
        ]
        bodies = {name for each in named for name in (each.department, each.canonical)}
        return Corrector(
            self.index.vocabulary, asking_words(), self._is_word, self.writes_of, bodies
        )

    def _is_word(self, text: str) -> bool:
        """Whether the text is a word of the papers, of people, or of asking (啥时整完)."""
        return text in asking_words() or self.index.is_word(text)

    @cached_property
    def _pinyin(self) -> PinyinReader:
        return PinyinReader(lambda: {**self.index.vocabulary, **asking_words()})

    def writes_of(self, word: str) -> bool:
        """Whether the word stands anywhere in the documents, however wide its characters."""
        return fold_compatible(word) in self._folded

    def names_matter(self, topic: str) -> bool:
        """Whether a topic has a word that the papers, or people for them, have and not often."""
        return any(
            term.expansions
            or (term.known and len(term.text) > 1 and term.idf >= self.thresholds.telling)
            for term in self.index.analyse(topic)
            if not any(character.isdecimal() for character in term.text)
        )

    def share(self, topic: str, clause: Clause) -> float:
        """How much of a topic's words a clause, its headings and its points hold, 0 to 1."""
        return share_held(self.index.analyse(topic), clause)

    def holds(self, topic: str, clause: Clause) -> bool:
        """Whether a clause has most words of a topic."""
        return self.share(topic, clause) >= self.thresholds.mentions

    def is_at_home(self, question: str) -> bool:
        """Whether a question sounds like those that the papers answer, and not like another's."""
        return self.index.familiarity(question) >= self.thresholds.at_home

    def is_foreign(self, question: str) -> bool:
        """Whether a question sounds like those of other fields, and not like the papers'."""
        return self.index.familiarity(question) < -self.thresholds.foreign

    def conversation(
        self, state: dict[str, Any] | str | None = None, within: Collection[str] = ()
    ) -> Conversation:
        """Begin a conversation, or go on from a state that one gave before.

        ``within`` are the ids of the documents that questions which name none of their own are
        about; all if it is empty. Raises ``InvalidState``, and ``UnknownDocument`` for an id that
        the library does not hold.
        """
        from assistant.conversation import Conversation

        return Conversation(self, state, within)

    def compose(self, carried: Carried) -> Draft:
        """Gather the evidence on a question already understood, and compose its answer."""
        return compose(self._gather(carried))

    def _gather(self, carried: Carried) -> Evidence:
        return gather(carried, self.library, self.index, self.thresholds)

    def _try(self, candidate: str) -> tuple[Question, bool]:
        """A question that might be suggested, and whether it is answered."""
        asked = self.understand(candidate)
        return asked, self.compose(Carried(asked)).status == "answered"

    def finish(self, question: Question, draft: Draft) -> Answer:
        """Add the next questions and freeze the answer."""

        def answerable(candidate: str) -> bool:
            asked, answered = self._tried(candidate)
            return answered and not asked.asks_the_same(question)

        draft.suggestions.extend(suggest(question, draft, self.library, answerable))
        answer = draft.finish(question.text, _understanding(question))
        return reworded(answer, self._reword) if self._reword else answer


def _understanding(question: Question) -> Understanding:
    return Understanding(
        kind=question.kind,
        asks=tuple(sorted(question.asks)),
        topic=question.topic,
        documents=question.scope.documents,
        regions=question.scope.regions,
        years=question.scope.years,
        departments=question.departments,
        corrections=question.corrections,
    )
