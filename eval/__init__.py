"""Evaluation: how well clauses are found and questions answered, and whether a change helped.

from assistant import Assistant
from eval import evaluate_answers

evaluate_answers(Assistant.open()).figures["first_citation"].mean
"""

from eval.ablating import ablation_table, read_settings, run_ablations
from eval.answers import evaluate_answers
from eval.beir import BeirSet, read_beir
from eval.comparing import Comparison, compare
from eval.drafting import draft_questions
from eval.errors import EvalError
from eval.feedback import read_feedback, review_lines
from eval.gates import Bar, broken
from eval.judging import judge
from eval.public import evaluate_beir
from eval.question_sets import QuestionSet, read_set
from eval.questions import Conversation, Question, load_conversations, load_questions
from eval.ranking import ranking_values
from eval.report import write_report
from eval.results import Figure, Place, Result, Row
from eval.retrieval import evaluate_retrieval, evaluate_search, write_trec
from eval.significance import Difference, Interval, difference, interval

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
