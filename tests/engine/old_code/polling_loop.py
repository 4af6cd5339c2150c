import time

from openai import OpenAI

client = OpenAI()

file = client.files.create(file=open(__file__, "rb"), purpose="assistants")

assistant = client.beta.assistants.create(
    name="Math Tutor",
    instructions="You are a personal math tutor. Write and run code to answer math questions.",
    tools=[{"type": "code_interpreter"}],
    tool_resources={"code_interpreter": {"file_ids": [file.id]}},
    model="gpt-4-turbo",
)

thread = client.beta.threads.create()

client.beta.threads.messages.create(
    thread_id=thread.id,
    role="user",
    content="I need to solve the equation `3x + 11 = 14`. Can you help me?",
)

run = client.beta.threads.runs.create(
    thread_id=thread.id,
    assistant_id=assistant.id,
    instructions="Please address the user as Jane Doe. The user has a premium account.",
)


def wait_on_run(run, thread):
    while run.status == "queued" or run.status == "in_progress":
        run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
        time.sleep(0.1)
    return run


run = wait_on_run(run, thread)
print(run.status)

messages = client.beta.threads.messages.list(thread_id=thread.id)
for m in reversed(messages.data):
    print(f"{m.role}: {m.content[0].text.value}")

message = client.beta.threads.messages.create(
    thread_id=thread.id, role="user", content="Could you explain this to me?"
)
run = wait_on_run(client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id), thread)
messages = client.beta.threads.messages.list(thread_id=thread.id, order="asc", after=message.id)
for m in messages:
    print(f"{m.role}: {m.content[0].text.value}")

run_steps = client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id, order="asc")
for step in run_steps.data:
    print(step.type, step.status)

client.beta.threads.delete(thread.id)
client.beta.assistants.delete(assistant.id)
client.files.delete(file.id)
