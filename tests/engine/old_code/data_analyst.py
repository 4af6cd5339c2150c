"""An analyst with the code interpreter, as people wrote it for the hosted API: upload, ask, read, download what it made."""

import os
import re
import time

from openai import OpenAI

client = OpenAI(base_url=os.environ["OPENAI_BASE_URL"])

file = client.files.create(
    file=("revenue.csv", b"month,revenue\nJan,10\nFeb,30\nMar,2\n"), purpose="assistants"
)
assistant = client.beta.assistants.create(
    name="Data visualizer",
    instructions="You write and run code to answer questions about data.",
    model=os.environ["MODEL"],
    tools=[{"type": "code_interpreter"}],
    tool_resources={"code_interpreter": {"file_ids": [file.id]}},
)
thread = client.beta.threads.create(
    messages=[
        {
            "role": "user",
            "content": "Create a chart and a summary of this file.",
            "attachments": [{"file_id": file.id, "tools": [{"type": "code_interpreter"}]}],
        }
    ]
)
run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
while run.status not in {"completed", "failed", "cancelled", "expired", "incomplete"}:
    time.sleep(0.05)
    run = client.beta.threads.runs.retrieve(thread_id=thread.id, run_id=run.id)
print("status:", run.status)

for step in client.beta.threads.runs.steps.list(thread_id=thread.id, run_id=run.id, order="asc"):
    if step.type == "tool_calls":
        for call in step.step_details.tool_calls:
            print("code lines:", len(call.code_interpreter.input.splitlines()))
            for output in call.code_interpreter.outputs:
                print("output:", output.type, output.logs.strip() if output.type == "logs" else "")

message = client.beta.threads.messages.list(thread_id=thread.id).data[0]
for part in message.content:
    if part.type == "image_file":
        image = client.files.content(part.image_file.file_id)
        print("image:", image.read()[1:4].decode())
    elif part.type == "text":
        value = part.text.value
        for index, annotation in enumerate(part.text.annotations):
            value = value.replace(annotation.text, f"[{index}]")
            if file_path := getattr(annotation, "file_path", None):
                cited = client.files.retrieve(file_path.file_id)
                print("file:", cited.filename, cited.purpose)
                print("content:", client.files.content(cited.id).read().decode().strip())
        print("text:", re.sub(r"\s+", " ", value))

client.files.delete(file.id)
print("left:", client.beta.threads.retrieve(thread.id).tool_resources.code_interpreter.file_ids)
client.beta.threads.delete(thread.id)
