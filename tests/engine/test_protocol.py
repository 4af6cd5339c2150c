"""What holds for every route: who may come in, headers, error bodies, and bodies that are none."""

from __future__ import annotations

import json
import socket
from typing import Any

import openai
import pytest


@pytest.fixture(scope="module")
def http(engine: Any) -> Any:
    with engine.http() as http:
        yield http


def error_of(answer: Any) -> dict[str, Any]:
    body = answer.json()
    assert body.keys() == {"error"}
    assert body["error"].keys() == {"message", "type", "param", "code"}
    assert isinstance(body["error"]["message"], str)
    assert answer.headers["x-request-id"].startswith("req_")
    return body["error"]


class TestAdmission:
    @pytest.mark.parametrize("header", [None, "", "Bearer", "Basic abc", "tokenonly"])
    def test_no_token(self, http: Any, header: str | None) -> None:
        headers = {} if header is None else {"authorization": header}
        answer = http.build_request("GET", "/v1/assistants")
        del answer.headers["authorization"]
        answer.headers.update(headers)
        answer = http.send(answer)
        assert answer.status_code == 401
        assert "didn't provide an API key" in error_of(answer)["message"]

    def test_wrong_token(self, engine: Any) -> None:
        for token in ("wrong", engine.token + "x", engine.token[:-1], "ünïcode"):
            with engine.http(headers={"authorization": f"Bearer {token}".encode()}) as http:
                answer = http.get("/v1/assistants")
            assert answer.status_code == 401
            assert error_of(answer)["code"] == "invalid_api_key"
            assert engine.token not in answer.text

    def test_sdk_maps_it(self, engine: Any) -> None:
        with engine.client() as client, pytest.raises(openai.AuthenticationError):
            client.with_options(api_key="wrong").beta.assistants.list()

    def test_scheme_in_any_case(self, engine: Any) -> None:
        with engine.http(headers={"authorization": f"bearer  {engine.token}"}) as http:
            assert http.get("/v1/assistants").status_code == 200

    @pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil:80", ""])
    def test_only_local_names(self, http: Any, host: str) -> None:
        for path in ("/v1/assistants", "/health", "/docs"):
            answer = http.get(path, headers={"host": host})
            assert answer.status_code in {400, 403}
            if answer.status_code == 403:
                assert error_of(answer)["code"] == "invalid_host"

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:8080", "127.0.0.1:9"])
    def test_all_local_names(self, http: Any, host: str) -> None:
        assert http.get("/health", headers={"host": host}).status_code == 200

    def test_health_needs_no_token_and_tells_nothing_else(self, http: Any) -> None:
        request = http.build_request("GET", "/health")
        del request.headers["authorization"]
        answer = http.send(request)
        assert answer.status_code == 200
        assert answer.json().keys() == {"status", "version"}
        assert answer.json()["status"] == "ok"

    @pytest.mark.parametrize(
        "value",
        ["assistants=v2", "assistants=v2,realtime=v1", "realtime=v1", "realtime=v1, assistants=v2", ""],
    )
    def test_beta_headers_that_pass(self, http: Any, value: str) -> None:
        assert http.get("/v1/assistants", headers={"openai-beta": value}).status_code == 200

    @pytest.mark.parametrize(
        "value", ["assistants=v1", "assistants=v3", "assistants=", "realtime=v1, assistants=v1"]
    )
    @pytest.mark.parametrize("path", ["/v1/assistants", "/v1/threads/thread_x/messages"])
    def test_beta_headers_that_do_not(self, http: Any, value: str, path: str) -> None:
        if value == "assistants=":
            value = "assistants=none"
        answer = http.get(path, headers={"openai-beta": value})
        assert answer.status_code == 400
        assert error_of(answer)["code"] == "invalid_beta"

    def test_beta_header_does_not_matter_elsewhere(self, http: Any) -> None:
        assert http.get("/v1/files", headers={"openai-beta": "assistants=v1"}).status_code == 200


class TestRouting:
    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("GET", "/v1/nothing"),
            ("POST", "/v1/threads/"),
            ("GET", "/"),
            ("GET", "/assistants"),
            ("GET", "/v1/vector_store"),
            ("POST", "/v1/vector_stores/vs_1/searches"),
            ("GET", "/v1/assistants/asst_1/files"),
            ("DELETE", "/v1/nothing/at/all"),
        ],
    )
    def test_unknown_url(self, http: Any, method: str, path: str) -> None:
        answer = http.request(method, path)
        assert answer.status_code == 404
        error = error_of(answer)
        assert error["code"] == "unknown_url"
        assert path in error["message"]
        assert ("begin with /v1" in error["message"]) == (not path.startswith("/v1/"))

    @pytest.mark.parametrize(
        ("method", "path"),
        [
            ("PUT", "/v1/assistants"),
            ("PATCH", "/v1/threads/thread_1"),
            ("DELETE", "/v1/threads"),
            ("HEAD", "/health"),
        ],
    )
    def test_wrong_method(self, http: Any, method: str, path: str) -> None:
        answer = http.request(method, path)
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"] or "POST" in answer.headers["allow"]
        if method != "HEAD":
            assert error_of(answer)["code"] == "method_not_supported"

    @pytest.mark.parametrize(
        ("path", "prefix", "param"),
        [
            ("/v1/assistants/{}", "asst", "assistant_id"),
            ("/v1/threads/{}", "thread", "thread_id"),
            ("/v1/threads/{}/messages", "thread", "thread_id"),
            ("/v1/threads/thread_1/messages/{}", "msg", "message_id"),
            ("/v1/threads/thread_1/runs/{}", "run", "run_id"),
            ("/v1/threads/thread_1/runs/{}/steps", "run", "run_id"),
            ("/v1/threads/thread_1/runs/run_1/steps/{}", "step", "step_id"),
            ("/v1/files/{}", "file", "file_id"),
        ],
    )
    @pytest.mark.parametrize("wrong", ["x", "vs_abc", "%00", "日本", "a" * 3000, "%ff%fe", "..%2f..%2fetc"])
    def test_ids_of_other_kinds(self, http: Any, path: str, prefix: str, param: str, wrong: str) -> None:
        answer = http.get(path.format(wrong))
        if "%2f" in wrong:  # a slash, even escaped, makes it another path
            assert answer.status_code == 404
            error_of(answer)
            return
        assert answer.status_code == 400
        error = error_of(answer)
        assert error["param"] == param
        assert f"Expected an ID that begins with '{prefix}'" in error["message"]

    @pytest.mark.parametrize("path", ["/v1/assistants/{}", "/v1/threads/{}"])
    @pytest.mark.parametrize("rest", ["", "x", "'; DROP TABLE threads; --", "%00", "%f0%9f%a6%8a", "%ff"])
    def test_unknown_ids(self, http: Any, path: str, rest: str) -> None:
        prefix = "asst_" if "assistants" in path else "thread_"
        answer = http.get(path.format(prefix + rest))
        assert answer.status_code == 404
        assert "found with id" in error_of(answer)["message"]


class TestBodies:
    @pytest.mark.parametrize(
        "body",
        [
            b"{",
            b"{'model': 'x'}",
            b'{"model": NaN}',
            b'{"temperature": -Infinity}',
            b'{"model": "\xff"}',
            b'{"model": "\\ud83d"}',
            b'{"name": "\\udc00\\ud800"}',
            b'{"\\ud800": 1}',
            b"[" * 200_000,
            b'{"a":' * 50_000,
            b'{"max": ' + b"9" * 5000 + b"}",
            b"model=x",
            b"\x00\x01",
        ],
        ids=str,
    )
    def test_no_json(self, http: Any, body: bytes) -> None:
        answer = http.post("/v1/assistants", content=body)
        assert answer.status_code == 400
        assert "could not parse the JSON body" in error_of(answer)["message"]

    @pytest.mark.parametrize("body", [b"[]", b'"model"', b"1", b"null", b"true"])
    def test_no_object(self, http: Any, body: bytes) -> None:
        answer = http.post("/v1/assistants", content=body)
        assert answer.status_code == 400
        assert error_of(answer)["code"] == "invalid_type"

    def test_nesting_inside_a_free_object(self, http: Any) -> None:
        schema = b'{"properties":' * 400 + b"{}" + b"}" * 400
        body = b'{"model":"m","tools":[{"type":"function","function":{"name":"f","parameters":%b}}]}' % schema
        assert http.post("/v1/assistants", content=body).status_code in {200, 400}

    def test_paired_surrogates_and_escapes(self, http: Any) -> None:
        answer = http.post("/v1/assistants", content=rb'{"model":"m","name":"\ud83e\udd8a \u0000 \\ud800"}')
        assert answer.json()["name"] == "🦊 \0 \\ud800"

    def test_byte_order_mark_and_space(self, http: Any) -> None:
        assert http.post("/v1/assistants", content=b'\xef\xbb\xbf \n{"model":"m"} ').status_code == 200

    def test_empty_body_counts_as_empty_object(self, http: Any) -> None:
        assert http.post("/v1/threads").status_code == 200
        assert error_of(http.post("/v1/assistants"))["code"] == "missing_required_parameter"

    def test_content_type_does_not_matter(self, http: Any) -> None:
        answer = http.post("/v1/threads", content=b"{}", headers={"content-type": "text/plain"})
        assert answer.status_code == 200

    def test_one_megabyte_is_answered_in_words(self, http: Any) -> None:
        thread = http.post("/v1/threads").json()["id"]
        answer = http.post(
            f"/v1/threads/{thread}/messages", json={"role": "user", "content": "x" * 1_000_000}
        )
        assert answer.status_code == 400
        assert error_of(answer)["code"] == "string_above_max_length"

    def test_too_long_body(self, http: Any) -> None:
        answer = http.post("/v1/assistants", content=b" " * (65 * 1024 * 1024))
        assert answer.status_code == 413
        assert error_of(answer)["code"] == "request_too_large"

    def test_error_before_the_body_is_read_still_arrives(self, http: Any) -> None:
        answer = http.post("/v1/threads/wrong/messages", content=b" " * (20 * 1024 * 1024))
        assert answer.status_code == 400
        assert error_of(answer)["param"] == "thread_id"

    def test_unknown_parameter_with_any_name(self, http: Any) -> None:
        for name in ("x", "", "a" * 5000, "日本", "a.b[0]", "__proto__"):
            error = error_of(http.post("/v1/threads", json={name: 1}))
            assert error["code"] == "unknown_parameter"

    def test_broken_http_does_not_harm(self, engine: Any, http: Any) -> None:
        for raw in (
            b"\0\0\0",
            b"GET\r\n\r\n",
            b"POST /v1/threads HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", engine.ready["port"])) as connection:
                connection.sendall(raw)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(5)
                connection.recv(1000)
        assert http.get("/health").status_code == 200


class TestHeaders:
    def test_every_answer_carries_them(self, http: Any, client: Any) -> None:
        seen = set()
        for answer in (
            http.get("/v1/assistants"),
            http.get("/health"),
            http.get("/v1/none"),
            http.post("/v1/assistants"),
        ):
            seen.add(answer.headers["x-request-id"])
            assert answer.headers["openai-version"]
            assert int(answer.headers["openai-processing-ms"]) >= 0
        assert len(seen) == 4
        assert client.beta.assistants.list()._request_id.startswith("req_")

    def test_no_browser_may_read_across_origins(self, http: Any) -> None:
        answer = http.get("/v1/assistants", headers={"origin": "https://evil.example"})
        assert not [name for name in answer.headers if name.startswith("access-control")]


class TestDescription:
    def test_the_page_loads_nothing(self, http: Any) -> None:
        answer = http.get("/docs")
        assert answer.headers["content-type"].startswith("text/html")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        for word in ("<script", "src=", "@import", "url("):
            assert word not in answer.text
        assert "/v1/threads/{thread_id}/runs" in answer.text
        assert "http://127.0.0.1" in answer.text

    def test_the_document_names_every_route(self, http: Any) -> None:
        document = json.loads(http.get("/openapi.json").text)
        paths = document["paths"]
        for path, methods in {
            "/v1/assistants": {"get", "post"},
            "/v1/assistants/{assistant_id}": {"get", "post", "delete"},
            "/v1/assistants/{assistant_id}/restore": {"post"},
            "/v1/threads": {"get", "post"},
            "/v1/threads/runs": {"post"},
            "/v1/threads/{thread_id}": {"get", "post", "delete"},
            "/v1/threads/{thread_id}/restore": {"post"},
            "/v1/threads/{thread_id}/messages": {"get", "post"},
            "/v1/threads/{thread_id}/messages/{message_id}": {"get", "post", "delete"},
            "/v1/threads/{thread_id}/runs": {"get", "post"},
            "/v1/threads/{thread_id}/runs/{run_id}": {"get", "post"},
            "/v1/threads/{thread_id}/runs/{run_id}/cancel": {"post"},
            "/v1/threads/{thread_id}/runs/{run_id}/submit_tool_outputs": {"post"},
            "/v1/threads/{thread_id}/runs/{run_id}/context": {"get"},
            "/v1/threads/{thread_id}/runs/{run_id}/steps": {"get"},
            "/v1/threads/{thread_id}/runs/{run_id}/steps/{step_id}": {"get"},
            "/v1/files": {"get", "post"},
            "/v1/files/{file_id}": {"get", "delete"},
            "/v1/files/{file_id}/content": {"get"},
            "/v1/uploads": {"post"},
            "/v1/uploads/{upload_id}/parts": {"post"},
            "/v1/uploads/{upload_id}/complete": {"post"},
            "/v1/uploads/{upload_id}/cancel": {"post"},
            "/v1/models": {"get"},
            "/health": {"get"},
        }.items():
            assert paths[path].keys() == methods, path
        limits = paths["/v1/assistants"]["post"]["requestBody"]["content"]["application/json"]["schema"][
            "properties"
        ]
        assert limits["tools"]["maxItems"] == 128
        assert limits["metadata"]["anyOf"][0]["maxProperties"] == 16
