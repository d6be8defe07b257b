"""Understanding: from the words of a question to what it asks for, by rules over data files."""

from assistant.understanding.question import ClauseNumber, Question, Scope, Unheld
from assistant.understanding.understand import understand

__all__ = ["ClauseNumber", "Question", "Scope", "Unheld", "understand"]
