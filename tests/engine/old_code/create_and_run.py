import asyncio

from openai import AsyncOpenAI

client = AsyncOpenAI()


async def main():
    assistant = await client.beta.assistants.create(
        model="gpt-3.5-turbo", instructions="You are a helpful assistant."
    )
    stream = await client.beta.threads.create_and_run(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": "Explain deep learning to a 5 year old."}]},
        stream=True,
    )
    thread_id = None
    async for event in stream:
        if event.event == "thread.created":
            thread_id = event.data.id
        elif event.event == "thread.message.delta":
            for part in event.data.delta.content:
                print(part.text.value, end="", flush=True)
        elif event.event == "thread.run.completed":
            print(f"\n{event.data.usage.total_tokens} tokens")
    async for message in client.beta.threads.messages.list(thread_id):
        print(message.role)
    await client.beta.threads.delete(thread_id)
    await client.beta.assistants.delete(assistant.id)


asyncio.run(main())
