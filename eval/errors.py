"""What can go wrong in this room."""


class EvalError(Exception):
    """Input of an evaluation that cannot be used; the message says what, where and what to do."""
