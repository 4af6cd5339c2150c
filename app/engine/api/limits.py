"""What each request may hold: the SDK's parameter types with the API's documented limits."""

from __future__ import annotations

from typing import Any

from openai.types import upload_complete_params, upload_create_params
from openai.types.beta import (
    assistant_create_params,
    assistant_update_params,
    thread_create_and_run_params,
    thread_create_params,
    thread_update_params,
)
from openai.types.beta.threads import (
    message_create_params,
    message_update_params,
    run_create_params,
    run_submit_tool_outputs_params,
    run_update_params,
)

from app.engine.api.sdk_shapes import from_params
from app.engine.api.shapes import (
    INTEGER_MAX,
    Choice,
    Decimal,
    Flag,
    Identifier,
    Items,
    Limits,
    Nullable,
    Pairs,
    Text,
    Whole,
)

FILE_PURPOSES = ("assistants", "batch", "fine-tune", "vision", "user_data", "evals")
FILE_BYTES = 512 * 1024 * 1024
UPLOAD_BYTES = 8 * 1024 * 1024 * 1024
PART_BYTES = 64 * 1024 * 1024
FILE_LIFE = Whole(3600, 2_592_000)

INSTRUCTIONS = Text(most=256_000)
MODEL = Text(least=1, most=512)
METADATA = Pairs(Text(most=512), most=16, name_most=64)
NAME = Text(least=1, most=64, pattern="[a-zA-Z0-9_-]+")
TEMPERATURE = Decimal(0.0, 2.0)
TOP_P = Decimal(0.0, 1.0)
BUDGET = Whole(256, INTEGER_MAX)
FILE_IDS = Items(Identifier("file"), most=20)
STORE_IDS = Items(Identifier("vs"), most=1)
STREAM = {"stream": Nullable(Flag())}

_TOOLS: Limits = {
    "tools": {"most": 128},
    "tools[].function.name": NAME,
    "tools[].file_search.max_num_results": Whole(1, 50),
    "tools[].file_search.ranking_options.score_threshold": Decimal(0.0, 1.0),
}
_RESPONSE_FORMAT: Limits = {"response_format.json_schema.name": NAME}
_RESOURCES: Limits = {
    "tool_resources.code_interpreter.file_ids": FILE_IDS,
    "tool_resources.file_search.vector_store_ids": STORE_IDS,
}
_STORE_HELPER: Limits = {
    "tool_resources.file_search.vector_stores": {"most": 1},
    "tool_resources.file_search.vector_stores[].file_ids": Items(Identifier("file"), most=10_000),
    "tool_resources.file_search.vector_stores[].metadata": METADATA,
    "tool_resources.file_search.vector_stores[].chunking_strategy.static.max_chunk_size_tokens": Whole(
        100, 4096
    ),
    "tool_resources.file_search.vector_stores[].chunking_strategy.static.chunk_overlap_tokens": Whole(
        0, 2048
    ),
}
_ASSISTANT: Limits = {
    "name": Text(most=256),
    "description": Text(most=512),
    "instructions": INSTRUCTIONS,
    "model": MODEL,
    "metadata": METADATA,
    "temperature": TEMPERATURE,
    "top_p": TOP_P,
    **_TOOLS,
    **_RESPONSE_FORMAT,
    **_RESOURCES,
}
_MESSAGE: Limits = {
    "metadata": METADATA,
    "content[].image_file.file_id": Identifier("file"),
    "attachments[].file_id": Identifier("file"),
}
_RUN: Limits = {
    "assistant_id": Identifier("asst"),
    "model": MODEL,
    "instructions": INSTRUCTIONS,
    "metadata": METADATA,
    "temperature": TEMPERATURE,
    "top_p": TOP_P,
    "max_prompt_tokens": BUDGET,
    "max_completion_tokens": BUDGET,
    "tool_choice.function.name": NAME,
    "truncation_strategy.last_messages": Whole(1, INTEGER_MAX),
    **_TOOLS,
    **_RESPONSE_FORMAT,
}


def _under(prefix: str, limits: Limits) -> dict[str, Any]:
    return {f"{prefix}{path}": limit for path, limit in limits.items()}


ASSISTANT_CREATE = from_params(assistant_create_params.AssistantCreateParams, {**_ASSISTANT, **_STORE_HELPER})
ASSISTANT_UPDATE = from_params(assistant_update_params.AssistantUpdateParams, _ASSISTANT)

_THREAD: Limits = {"metadata": METADATA, **_RESOURCES, **_STORE_HELPER, **_under("messages[].", _MESSAGE)}
THREAD_CREATE = from_params(thread_create_params.ThreadCreateParams, _THREAD)
THREAD_UPDATE = from_params(thread_update_params.ThreadUpdateParams, {"metadata": METADATA, **_RESOURCES})

MESSAGE_CREATE = from_params(message_create_params.MessageCreateParams, _MESSAGE)
MESSAGE_UPDATE = from_params(
    message_update_params.MessageUpdateParams, {"metadata": METADATA}, without=["thread_id"]
)

RUN_CREATE = from_params(
    run_create_params.RunCreateParamsBase,
    {
        **_RUN,
        "additional_instructions": INSTRUCTIONS,
        **_under("additional_messages[].", _MESSAGE),
    },
    without=["include"],
    more=STREAM,
)
RUN_UPDATE = from_params(run_update_params.RunUpdateParams, {"metadata": METADATA}, without=["thread_id"])
CREATE_AND_RUN = from_params(
    thread_create_and_run_params.ThreadCreateAndRunParamsBase,
    {**_RUN, **_RESOURCES, **_under("thread.", _THREAD)},
    more={**STREAM, "reasoning_effort": RUN_CREATE.fields["reasoning_effort"]},
)
TOOL_OUTPUTS = from_params(
    run_submit_tool_outputs_params.RunSubmitToolOutputsParamsBase, {}, without=["thread_id"], more=STREAM
)

UPLOAD_CREATE = from_params(
    upload_create_params.UploadCreateParams,
    {
        "bytes": Whole(0, UPLOAD_BYTES),
        "filename": Text(least=1, most=1024),
        "mime_type": Text(most=256),
        "purpose": Choice(FILE_PURPOSES),
        "expires_after.seconds": FILE_LIFE,
    },
)
UPLOAD_COMPLETE = from_params(
    upload_complete_params.UploadCompleteParams, {"part_ids": Items(Identifier("part"), least=1)}
)
