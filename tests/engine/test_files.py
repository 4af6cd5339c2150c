"""Files and uploads in parts, over the wire."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import openai
import pytest


def upload(client: Any, name: str = "notes.txt", content: bytes = b"hello", **options: Any) -> Any:
    return client.files.create(file=(name, content), purpose=options.pop("purpose", "assistants"), **options)


def test_upload_retrieve_content_delete(client: Any) -> None:
    content = bytes(range(256)) * 1000
    made = upload(client, "data.bin", content)
    assert made.id.startswith("file-")
    assert (made.object, made.bytes, made.filename, made.purpose, made.status) == (
        "file",
        len(content),
        "data.bin",
        "assistants",
        "processed",
    )
    assert client.files.retrieve(made.id) == made
    assert client.files.content(made.id).read() == content
    assert client.files.delete(made.id).model_dump() == {"id": made.id, "object": "file", "deleted": True}
    for call in (
        lambda: client.files.retrieve(made.id),
        lambda: client.files.content(made.id),
        lambda: client.files.delete(made.id),
    ):
        with pytest.raises(openai.NotFoundError) as caught:
            call()
        assert caught.value.body == {
            "message": f"No such File object: {made.id}",
            "type": "invalid_request_error",
            "param": "id",
            "code": None,
        }


@pytest.mark.parametrize("purpose", ["assistants", "batch", "fine-tune", "vision", "user_data"])
def test_every_purpose_and_its_filter(client: Any, purpose: str) -> None:
    made = upload(client, "a.jsonl", b"{}", purpose=purpose)
    assert made.purpose == purpose
    assert (made.expires_at is not None) == (purpose == "batch")
    listed = client.files.list(purpose=purpose).data
    assert made in listed
    assert {f.purpose for f in listed} == {purpose}


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.txt", "text/plain"),
        ("A.PDF", "application/pdf"),
        ("t.csv", "text/csv"),
        ("pic.png", "image/png"),
        ("x.webp", "image/webp"),
        ("code.py", "text/x-python"),
        ("doc.md", "text/markdown"),
        ("unknown.qqq", "application/octet-stream"),
        ("none", "application/octet-stream"),
    ],
)
def test_content_comes_with_type_and_name(client: Any, name: str, content_type: str) -> None:
    answer = client.files.content(upload(client, name).id)
    assert answer.response.headers["content-type"] == content_type
    assert name in answer.response.headers["content-disposition"]
    assert answer.response.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "name",
    ["Grüße 日本.txt", 'quote".txt', "a;b=c.txt", "100%.txt", "e\u0301.txt", "🦊.txt", ".hidden", "x" * 300],
)
def test_any_name(client: Any, name: str) -> None:
    made = upload(client, name)
    assert made.filename == name
    assert client.files.content(made.id).read() == b"hello"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/abs/passwd", "..\\..\\passwd"])
def test_a_path_is_only_a_name(client: Any, name: str) -> None:
    made = upload(client, name)
    assert made.filename == "passwd"
    assert client.files.content(made.id).read() == b"hello"


def test_all_kinds_of_sources(client: Any, tmp_path: Any) -> None:
    path = tmp_path / "p.txt"
    path.write_bytes(b"path")
    assert client.files.create(file=path, purpose="assistants").filename == "p.txt"
    assert client.files.create(file=io.BytesIO(b"io"), purpose="assistants").bytes == 2
    with path.open("rb") as handle:
        assert client.files.create(file=handle, purpose="assistants").bytes == 4
    assert upload(client, "empty.txt", b"").bytes == 0


def test_expiry(client: Any) -> None:
    made = upload(client, expires_after={"anchor": "created_at", "seconds": 3600})
    assert made.expires_at == made.created_at + 3600


def post(http: Any, data: dict[str, str] | None = None, files: Any = None) -> Any:
    return http.post("/v1/files", data=data or {}, files=files)


@pytest.mark.parametrize(
    ("data", "files", "param", "code"),
    [
        ({"purpose": "assistants"}, {"other": ("a", b"x")}, "other", "unknown_parameter"),
        ({}, {"file": ("a", b"x")}, "purpose", "missing_required_parameter"),
        ({"purpose": "fun"}, {"file": ("a", b"x")}, "purpose", "invalid_value"),
        ({"purpose": "assistants_output"}, {"file": ("a", b"x")}, "purpose", "invalid_value"),
        ({"purpose": "assistants", "file": "text"}, {"x": ("", b"")}, "file", "invalid_type"),
        ({"purpose": "assistants", "colour": "red"}, {"file": ("a", b"x")}, "colour", "unknown_parameter"),
        (
            {"purpose": "assistants", "expires_after[anchor]": "created_at", "expires_after[seconds]": "60"},
            {"file": ("a", b"x")},
            "expires_after.seconds",
            "integer_below_min_value",
        ),
        (
            {
                "purpose": "assistants",
                "expires_after[anchor]": "created_at",
                "expires_after[seconds]": "soon",
            },
            {"file": ("a", b"x")},
            "expires_after.seconds",
            "invalid_type",
        ),
        (
            {"purpose": "assistants", "expires_after[seconds]": "3600"},
            {"file": ("a", b"x")},
            "expires_after.anchor",
            "missing_required_parameter",
        ),
        (
            {"purpose": "assistants", "expires_after[anchor]": "now", "expires_after[seconds]": "3600"},
            {"file": ("a", b"x")},
            "expires_after.anchor",
            "invalid_value",
        ),
    ],
)
def test_what_cannot_be_a_file(engine: Any, data: dict[str, str], files: Any, param: str, code: str) -> None:
    with engine.http() as http:
        answer = post(http, data, files)
    assert answer.status_code == 400, answer.text
    assert (answer.json()["error"]["param"], answer.json()["error"]["code"]) == (param, code)


def test_broken_forms(engine: Any) -> None:
    with engine.http() as http:
        for body, content_type in [
            (b"", "multipart/form-data; boundary=x"),
            (b"garbage", "multipart/form-data; boundary=x"),
            (
                b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
                "multipart/form-data; boundary=x",
            ),
            (b"--x\r\n" + b"A: " + b"b" * 50_000, "multipart/form-data; boundary=x"),
            (b"{}", "multipart/form-data"),
            (b"{}", "application/json"),
            (b"purpose=assistants", "application/x-www-form-urlencoded"),
        ]:
            answer = http.post("/v1/files", content=body, headers={"content-type": content_type})
            assert answer.status_code == 400, (body[:40], answer.text)
            assert answer.json()["error"]["type"] == "invalid_request_error"
    assert not list((engine.data_dir / "files" / "incoming").iterdir())


def test_list_pages_have_no_upper_bound_of_a_hundred(client: Any, engine: Any) -> None:
    ids = [upload(client, purpose="vision").id for _ in range(3)]
    assert [f.id for f in client.files.list(purpose="vision", limit=2, order="desc").data] == ids[:0:-1]
    assert [f.id for f in client.files.list(purpose="vision", after=ids[1]).data][:1] == [ids[0]]
    with engine.http() as http:
        assert http.get("/v1/files?limit=10000").status_code == 200
        assert http.get("/v1/files?limit=10001").json()["error"]["code"] == "integer_above_max_value"


def test_listing_while_deleting(client: Any) -> None:
    ids = {upload(client, "bulk.txt", purpose="user_data").id for _ in range(5)}
    for file in client.files.list(purpose="user_data", limit=2):
        client.files.delete(file.id)
        ids.discard(file.id)
    assert not ids


def test_deleting_takes_the_file_out_of_every_resource(client: Any) -> None:
    gone, kept = upload(client).id, upload(client).id
    resources = {"code_interpreter": {"file_ids": [gone, kept]}}
    assistant = client.beta.assistants.create(model="scripted-1", tool_resources=resources)
    thread = client.beta.threads.create(tool_resources=resources)
    client.files.delete(gone)
    assert client.beta.assistants.retrieve(assistant.id).tool_resources.code_interpreter.file_ids == [kept]
    assert client.beta.threads.retrieve(thread.id).tool_resources.code_interpreter.file_ids == [kept]


class TestUploads:
    CONTENT = b"0123456789" * 1000

    def begin(self, client: Any, **options: Any) -> Any:
        return client.uploads.create(
            **{
                "bytes": len(self.CONTENT),
                "filename": "parts.txt",
                "mime_type": "text/plain",
                "purpose": "assistants",
                **options,
            }
        )

    def test_parts_are_joined_in_the_named_order(self, client: Any) -> None:
        begun = self.begin(client)
        assert (begun.object, begun.status, begun.file) == ("upload", "pending", None)
        assert begun.expires_at == begun.created_at + 3600
        second = client.uploads.parts.create(begun.id, data=self.CONTENT[4000:])
        first = client.uploads.parts.create(begun.id, data=self.CONTENT[:4000])
        assert first.object == "upload.part"
        assert first.upload_id == begun.id
        done = client.uploads.complete(
            begun.id, part_ids=[first.id, second.id], md5=hashlib.md5(self.CONTENT).hexdigest()
        )
        assert done.status == "completed"
        assert (done.file.filename, done.file.bytes, done.file.purpose) == ("parts.txt", 10_000, "assistants")
        assert client.files.content(done.file.id).read() == self.CONTENT
        assert client.files.retrieve(done.file.id) == done.file
        for call in (
            lambda: client.uploads.complete(begun.id, part_ids=[first.id]),
            lambda: client.uploads.cancel(begun.id),
            lambda: client.uploads.parts.create(begun.id, data=b"x"),
        ):
            with pytest.raises(openai.BadRequestError, match="completed"):
                call()

    def test_what_cannot_be_completed(self, client: Any) -> None:
        begun = self.begin(client)
        part = client.uploads.parts.create(begun.id, data=self.CONTENT)
        foreign = client.uploads.parts.create(self.begin(client).id, data=b"x")
        complete = client.uploads.complete
        for arguments, param in [
            ({"part_ids": []}, "part_ids"),
            ({"part_ids": [foreign.id]}, "part_ids[0]"),
            ({"part_ids": [part.id, part.id]}, "part_ids"),
            ({"part_ids": ["file-1"]}, "part_ids[0]"),
            ({"part_ids": [part.id], "md5": "0" * 32}, "md5"),
        ]:
            with pytest.raises(openai.BadRequestError) as caught:
                complete(begun.id, **arguments)
            assert caught.value.param == param
        short = self.begin(client, bytes=5)
        piece = client.uploads.parts.create(short.id, data=b"1234")
        with pytest.raises(openai.BadRequestError, match="4 bytes"):
            complete(short.id, part_ids=[piece.id])
        assert complete(begun.id, part_ids=[part.id]).status == "completed"

    def test_cancel(self, client: Any, engine: Any) -> None:
        begun = self.begin(client)
        part = client.uploads.parts.create(begun.id, data=b"x")
        assert (engine.data_dir / "files" / part.id).is_file()
        assert client.uploads.cancel(begun.id).status == "cancelled"
        assert not (engine.data_dir / "files" / part.id).exists()
        with pytest.raises(openai.BadRequestError, match="cancelled"):
            client.uploads.parts.create(begun.id, data=b"x")
        with pytest.raises(openai.NotFoundError):
            client.uploads.cancel("upload_none")

    def test_the_sdks_helper(self, client: Any, tmp_path: Any) -> None:
        path = tmp_path / "big.txt"
        path.write_bytes(self.CONTENT)
        done = client.uploads.upload_file_chunked(
            file=path, mime_type="text/plain", purpose="user_data", part_size=3000
        )
        assert client.files.content(done.file.id).read() == self.CONTENT

    @pytest.mark.parametrize(
        ("changed", "param", "code"),
        [
            ({"bytes": None}, "bytes", "invalid_type"),
            ({"bytes": -1}, "bytes", "integer_below_min_value"),
            ({"bytes": 9 * 2**30}, "bytes", "integer_above_max_value"),
            ({"filename": ""}, "filename", "empty_string"),
            ({"purpose": "x"}, "purpose", "invalid_value"),
            (
                {"expires_after": {"anchor": "created_at"}},
                "expires_after.seconds",
                "missing_required_parameter",
            ),
        ],
    )
    def test_what_cannot_begin(self, client: Any, changed: Any, param: str, code: str) -> None:
        with pytest.raises(openai.BadRequestError) as caught:
            self.begin(client, **changed)
        assert (caught.value.param, caught.value.code) == (param, code)
