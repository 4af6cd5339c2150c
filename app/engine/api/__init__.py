"""Routes: the OpenAI wire protocol."""
