"""Evaluation: how well clauses are found and questions answered, and whether a change helped.

from assistant import Assistant
from eval import evaluate_answers

evaluate_answers(Assistant.open()).figures["first_citation"].mean
"""

from .ablating import ablation_table, read_settings, run_ablations
from .answers import evaluate_answers
from .beir import BeirSet, read_beir
from .comparing import Comparison, compare
from .drafting import draft_questions
from .errors import EvalError
from .feedback import read_feedback, review_lines
from .gates import Bar, broken
from .judging import judge
from .public import evaluate_beir
from .question_sets import QuestionSet, read_set
from .questions import Conversation, Question, load_conversations, load_questions
from .ranking import ranking_values
from .report import write_report
from .results import Figure, Place, Result, Row
from .retrieval import evaluate_retrieval, evaluate_search, write_trec
from .significance import Difference, Interval, difference, interval

__all__ = [
    "Bar",
    "BeirSet",
    "Comparison",
    "Conversation",
    "Difference",
    "EvalError",
    "Figure",
    "Interval",
    "Place",
    "Question",
    "QuestionSet",
    "Result",
    "Row",
    "ablation_table",
    "broken",
    "compare",
    "difference",
    "draft_questions",
    "evaluate_answers",
    "evaluate_beir",
    "evaluate_retrieval",
    "evaluate_search",
    "interval",
    "judge",
    "load_conversations",
    "load_questions",
    "ranking_values",
    "read_beir",
    "read_feedback",
    "read_set",
    "read_settings",
    "review_lines",
    "run_ablations",
    "write_report",
    "write_trec",
]
