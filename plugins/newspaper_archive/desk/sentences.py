"""How a problem is told on a terminal: `[注意] C01.txt:12: 看到什么。怎么办`."""

from newspaper_archive.model import Problem, Severity

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.NOTE: "说明"}


def sentence(problem: Problem) -> str:
    return f"[{SEVERITIES[problem.severity]}] {problem}"
