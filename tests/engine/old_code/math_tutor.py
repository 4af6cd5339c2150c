"""A maths tutor as people wrote it for the hosted API: create a run, look at it again and again, read the messages."""

import json
import os
import time

from openai import OpenAI

client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"])
MATH_TUTOR = None


def show_json(obj):
    print(json.dumps(json.loads(obj.model_dump_json()), sort_keys=True)[:200])


def submit_message(assistant_id, thread, user_message):
    client.beta.threads.messages.create(thread_id=thread.id, role="user", content=user_message)
    return client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant_id)


def get_response(thread):
    return client.beta.threads.messages.list(thread_id=thread.id, order="asc")


def wait_on_run(run, thread):
    while run.status == "queued" or run.status == "in_progress":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        time.sleep(0.05)
    return run


def pretty_print(messages):
    for m in messages:
        print(f"{m.role}: {m.content[0].text.value}")


def display_quiz(title, questions):
    print("Quiz:", title)
    return [q["question_text"].upper() for q in questions]


function_json = {
    "name": "display_quiz",
    "description": "Displays a quiz to the student, and returns the student's response.",
    "parameters": {
        "type": "object",
        "properties": {
            "title": {"type": "string"},
            "questions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"question_text": {"type": "string"}},
                    "required": ["question_text"],
                },
            },
        },
        "required": ["title", "questions"],
    },
}

assistant = client.beta.assistants.create(
    name="Math Tutor",
    instructions="You are a personal math tutor. Answer questions briefly, in a sentence or less.",
    model=os.environ.get("MODEL", "gpt-4o"),
)
MATH_TUTOR = assistant.id
show_json(assistant)

threads = []
runs = []
for question in (
    "I need to solve the equation `3x + 11 = 14`. Can you help me?",
    "Could you explain linear algebra to me?",
    "I don't like math. What can I do?",
):
    thread = client.beta.threads.create()
    threads.append(thread)
    runs.append(submit_message(MATH_TUTOR, thread, question))
for run, thread in zip(runs, threads):
    run = wait_on_run(run, thread)
    assert run.status == "completed", run.status
    pretty_print(get_response(thread))

run_steps = client.beta.threads.runs.steps.list(thread_id=threads[0].id, run_id=runs[0].id, order="asc")
for step in run_steps.data:
    show_json(step.step_details)

assistant = client.beta.assistants.update(MATH_TUTOR, tools=[{"type": "function", "function": function_json}])
thread = client.beta.threads.create()
run = submit_message(
    MATH_TUTOR, thread, "Make a quiz with 2 questions. Then, give me feedback for the responses."
)
run = wait_on_run(run, thread)
assert run.status == "requires_action", run.status

tool_call = run.required_action.submit_tool_outputs.tool_calls[0]
arguments = json.loads(tool_call.function.arguments)
responses = display_quiz(arguments["title"], arguments["questions"])
run = client.beta.threads.runs.submit_tool_outputs(
    thread_id=thread.id,
    run_id=run.id,
    tool_outputs=[{"tool_call_id": tool_call.id, "output": json.dumps(responses)}],
)
run = wait_on_run(run, thread)
assert run.status == "completed", run.status
pretty_print(get_response(thread))

for m in client.beta.threads.messages.list(thread_id=thread.id, limit=1):
    print(m.id[:4])
for old in client.beta.assistants.list(order="desc", limit=20).data:
    if old.name == "Math Tutor":
        client.beta.assistants.delete(old.id)
