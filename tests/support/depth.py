"""How far a test goes: `make quick` a step, `make test` a good way, `make test-full` as far as it can.

`examples(150)` is 15, 150 and 1,500 examples of Hypothesis; `whole(SCREENS, 0, 7)` in `make test-full` every
screen, and two of them otherwise.
"""

import os
from collections.abc import Sequence
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

Given = TypeVar("Given")

# Asked for by --hypothesis-profile. No example has a deadline: a busy machine is no fault.
COUNTS = {"quick": 10, "test": 100, "full": 1_000}
FULL = os.environ.get("TESTS") == "full"


def register() -> None:
    """The profiles; what is found once is found again, but by the long run, which looks for new things."""
    calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    for name, count in COUNTS.items():
        settings.register_profile(
            name, calm, max_examples=count, derandomize=name != "full", database=None, print_blob=True
        )
    settings.load_profile("test")


def examples(count: int) -> settings:
    """Where `make test` needs more or fewer examples than a hundred."""
    return settings(max_examples=max(1, count * settings.default.max_examples // COUNTS["test"]))


def whole(values: Sequence[Given], *kept: int) -> list[Any]:
    """All of them for `parametrize`; those whose places are not named are left to `make test-full`."""
    return [
        value if place in kept else pytest.param(value, marks=pytest.mark.full)
        for place, value in enumerate(values)
    ]
