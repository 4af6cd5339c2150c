"""The recommended model itself, through the whole engine; opt-in, because it is 1.1 GB and takes minutes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.benchmarks.tool_calling import CASES, measure

MODEL = os.environ.get("WORKBENCH_TEST_MODEL", "")


@pytest.mark.timeout(3600)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.skipif(not MODEL, reason="opt-in: WORKBENCH_TEST_MODEL names the recommended model's file")
def test_opt_in_the_recommended_model_calls_functions_runs_code_and_cites() -> None:
    lines: list[str] = []
    counts = measure(Path(MODEL), say=lines.append)
    print("\n" + "\n".join(lines))
    assert counts["all"][0] == len(CASES) >= 20
    assert counts["functions"][2] >= 8
    assert counts["code"][2] >= 6
    assert counts["search"][2] >= 3
    assert counts["all"][2] >= 22
