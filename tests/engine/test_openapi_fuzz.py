"""Any request that the engine's own OpenAPI document allows, and many that it does not: never a 5xx, always its shape."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from tests.support.engine_process import EngineProcess

SETTINGS = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
INTERPRETER = {
    "backend": "auto",
    "cell_seconds": 60,
    "memory_mb": 2048,
    "folder_mb": 768,
    "idle_minutes": 30,
    "remote": None,
}
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


def existing(client: Any) -> dict[str, str]:
    """Path parameters that lead to real objects, made for each operation anew (some operations delete)."""
    assistant = client.beta.assistants.create(model="none")
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "hi"}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    client.post(
        "/interpreter/settings", cast_to=object, body=INTERPRETER
    )  # an operation may have changed them
    upload = client.uploads.create(bytes=1, filename="a", mime_type="text/plain", purpose="assistants")
    return {
        "assistant_id": assistant.id,
        "thread_id": thread.id,
        "run_id": run.id,
        "message_id": client.beta.threads.messages.list(thread.id).data[0].id,
        "file_id": client.files.create(file=("a.txt", b"x"), purpose="assistants").id,
        "upload_id": upload.id,
        "key": "lane_any",
    }


@pytest.mark.timeout(300)
def test_no_request_breaks_the_engine(engine: EngineProcess, upstream: Any) -> None:
    schema = schemathesis.openapi.from_url(f"{engine.origin}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 30
    statuses: Counter[int] = Counter()
    logged = len(engine.log)
    with engine.client() as client:
        for operation, mode in itertools.product(operations, GenerationMode):
            if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query):
                continue
            _requests(engine, operation, mode, existing(client), statuses)
        existing(client)
    assert statuses[200] > 50
    assert statuses[400] > 50
    assert statuses[404] > 20
    assert "Traceback" not in engine.log[logged:]


def _requests(
    engine: EngineProcess, operation: Any, mode: GenerationMode, real: dict[str, str], statuses: Counter[int]
) -> None:
    names = [parameter.name for parameter in operation.path_parameters if parameter.name in real]

    @SETTINGS
    @given(case=operation.as_strategy(generation_mode=mode))
    def request(case: Any) -> None:
        if sum(statuses.values()) % 2:
            case.path_parameters.update({name: real[name] for name in names})
        answer = case.call(
            base_url=engine.origin, headers={"authorization": f"Bearer {engine.token}"}, timeout=20
        )
        statuses[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)

    request()
