"""A request as code that makes the same call: Python and JavaScript with OpenAI's libraries, and curl.

Keys are never written: the code takes them from the environment.
"""

from __future__ import annotations

import json
import pprint
import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
KEY = "OPENAI_API_KEY"
_ID = r"([A-Za-z0-9_-]+)"
_ROUTES: tuple[tuple[str, str, str], ...] = (
    (r"POST /v1/chat/completions", "chat.completions.create", ""),
    (r"POST /v1/responses", "responses.create", ""),
    (r"POST /v1/conversations", "conversations.create", ""),
    (r"POST /v1/threads", "beta.threads.create", ""),
    (rf"POST /v1/threads/{_ID}/messages", "beta.threads.messages.create", "thread_id"),
    (rf"POST /v1/threads/{_ID}/runs", "beta.threads.runs.create", "thread_id"),
    (
        rf"POST /v1/threads/{_ID}/runs/{_ID}/submit_tool_outputs",
        "beta.threads.runs.submit_tool_outputs",
        "thread_id run_id",
    ),
)


@dataclass(frozen=True)
class Call:
    """A request as it was sent: ``endpoint`` like ``POST /v1/threads``, its body, and where the service is."""

    endpoint: str
    body: Json
    base_url: str = "https://api.openai.com/v1"

    @property
    def path(self) -> str:
        """The path below the service's address, beginning with a slash."""
        return self.endpoint.partition(" ")[2].removeprefix("/v1")

    @property
    def streams(self) -> bool:
        """Whether the answer comes in pieces."""
        return self.body.get("stream") is True


def to_python(call: Call) -> str:
    """A Python program over the package ``openai``."""
    method, names = _method(call)
    given = [f"    {name}={value!r}," for name, value in names]
    given += [f"    {key}={_python(value)}," for key, value in call.body.items() if key.isidentifier()]
    extra = {key: value for key, value in call.body.items() if not key.isidentifier()}
    if extra:
        given.append(f"    extra_body={_python(extra)},")
    lines = [
        "import os",
        "",
        "from openai import OpenAI",
        "",
        f'client = OpenAI(base_url="{call.base_url}", api_key=os.environ["{KEY}"])',
        "",
    ]
    if method:
        target = "stream" if call.streams else "answer"
        lines += [f"{target} = client.{method}(", *given, ")"]
    else:
        target = "answer"
        lines += [f"answer = client.post({call.path!r}, cast_to=object, body={_python(call.body)})"]
    if call.streams and method:
        lines += ["for event in stream:", *_python_reading(method)]
    else:
        lines.append("print(answer)")
    return "\n".join(lines) + "\n"


def to_javascript(call: Call) -> str:
    """A JavaScript module over the package ``openai``."""
    method, names = _method(call)
    body = json.dumps(call.body, ensure_ascii=False, indent=2)
    lines = [
        'import OpenAI from "openai";',
        "",
        f'const client = new OpenAI({{ baseURL: "{call.base_url}", apiKey: process.env.{KEY} }});',
        "",
    ]
    if not method:
        lines += [f"const answer = await client.post({json.dumps(call.path)}, {{ body: {body} }});"]
    else:
        spelled = re.sub(r"_(\w)", lambda found: found.group(1).upper(), method)
        if method.endswith("submit_tool_outputs"):
            run, thread = names[1][1], names[0][1]
            arguments = f'"{run}", {{ thread_id: "{thread}", ...{body} }}'
        else:
            arguments = ", ".join([*(f'"{value}"' for _, value in names), body])
        target = "stream" if call.streams else "answer"
        lines += [f"const {target} = await client.{spelled}({arguments});"]
    if call.streams and method:
        lines += ["for await (const event of stream) {", f"  {_javascript_reading(method)}", "}"]
    else:
        lines.append("console.log(answer);")
    return "\n".join(lines) + "\n"


def to_curl(call: Call) -> str:
    """A curl command for a POSIX shell."""
    body = json.dumps(call.body, ensure_ascii=False, indent=2).replace("'", "'\\''")
    lines = [
        f"curl {'-N ' if call.streams else ''}{call.base_url}{call.path}",
        f'  -H "Authorization: Bearer ${KEY}"',
        '  -H "Content-Type: application/json"',
    ]
    if "/threads" in call.path:
        lines.append('  -H "OpenAI-Beta: assistants=v2"')
    return " \\\n".join([*lines, f"  -d '{body}'"]) + "\n"


LANGUAGES = {"Python": to_python, "JavaScript": to_javascript, "curl": to_curl}
"""How a call is written, by the language's name."""


def _method(call: Call) -> tuple[str, list[tuple[str, str]]]:
    for pattern, method, names in _ROUTES:
        found = re.fullmatch(pattern, call.endpoint)
        if found:
            return method, list(zip(names.split(), found.groups(), strict=True))
    return "", []


def _python(value: Any) -> str:
    written = pprint.pformat(value, width=88, sort_dicts=False)
    return written.replace("\n", "\n    ")


def _python_reading(method: str) -> list[str]:
    if method.startswith("chat"):
        return [
            "    if event.choices and event.choices[0].delta.content:",
            '        print(event.choices[0].delta.content, end="", flush=True)',
            "print()",
        ]
    if method.startswith("responses"):
        return [
            '    if event.type == "response.output_text.delta":',
            '        print(event.delta, end="", flush=True)',
            "print()",
        ]
    return [
        '    if event.event == "thread.message.delta":',
        "        for part in event.data.delta.content or []:",
        '            if part.type == "text" and part.text:',
        '                print(part.text.value, end="", flush=True)',
        "print()",
    ]


def _javascript_reading(method: str) -> str:
    if method.startswith("chat"):
        return 'process.stdout.write(event.choices[0]?.delta?.content ?? "");'
    if method.startswith("responses"):
        return 'if (event.type === "response.output_text.delta") process.stdout.write(event.delta);'
    return (
        'if (event.event === "thread.message.delta") '
        'process.stdout.write(event.data.delta.content?.[0]?.text?.value ?? "");'
    )
