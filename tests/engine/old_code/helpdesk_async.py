"""A helpdesk bot as people wrote it for the hosted API: a thread and its first run in one streamed request, asynchronously."""

import asyncio
import os

from openai import AsyncOpenAI

client = AsyncOpenAI(base_url=os.environ["OPENAI_BASE_URL"])


async def chat(assistant_id, user_messages):
    thread_id = None
    collected = []
    stream = await client.beta.threads.create_and_run(
        assistant_id=assistant_id,
        thread={"messages": [{"role": "user", "content": user_messages[0]}], "metadata": {"user": "42"}},
        stream=True,
    )
    text = ""
    async for event in stream:
        if event.event == "thread.created":
            thread_id = event.data.id
        elif event.event == "thread.message.delta":
            for block in event.data.delta.content or []:
                if block.type == "text" and block.text.value:
                    text += block.text.value
        elif event.event == "thread.run.completed":
            print("tokens:", event.data.usage.total_tokens > 0)
        elif event.event == "thread.run.failed":
            raise RuntimeError(event.data.last_error)
    collected.append(text)

    for message in user_messages[1:]:
        await client.beta.threads.messages.create(thread_id, role="user", content=message)
        async with client.beta.threads.runs.stream(
            thread_id=thread_id,
            assistant_id=assistant_id,
            additional_instructions="Answer politely.",
            truncation_strategy={"type": "last_messages", "last_messages": 10},
        ) as stream:
            async for _ in stream.text_deltas:
                pass
            messages = await stream.get_final_messages()
        collected.append(messages[0].content[0].text.value)
    return thread_id, collected


async def main():
    assistant = await client.beta.assistants.create(
        name="Helpdesk",
        model=os.environ.get("MODEL", "gpt-4o"),
        instructions="You answer for the helpdesk.",
        temperature=0.2,
    )
    thread_id, answers = await chat(
        assistant.id, ["My screen is black.", "Still black.", "Now it works, thanks."]
    )
    for answer in answers:
        print("bot:", answer)
    history = [m async for m in client.beta.threads.messages.list(thread_id, order="asc", limit=2)]
    print("messages:", len(history), [m.role for m in history])
    thread = await client.beta.threads.retrieve(thread_id)
    print("user:", thread.metadata["user"])
    await client.beta.threads.delete(thread_id)
    await client.beta.assistants.delete(assistant.id)


asyncio.run(main())
