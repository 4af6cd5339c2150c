from __future__ import annotations

import asyncio
import warnings
from typing import Any

import pytest

from app.connections.client import make_client, make_engine_client
from app.connections.profile import Profile
from app.connections.secrets import Key
from app.core.errors import InvalidInput
from tests.support.scripted_upstream import Recorded, ScriptedUpstream

AMBIENT = {
    "OPENAI_API_KEY": "sk-ambient-aaaaaaaaaaaa",
    "OPENAI_ADMIN_KEY": "sk-admin-bbbbbbbbbbbb",
    "OPENAI_ORG_ID": "org-ambient",
    "OPENAI_PROJECT_ID": "proj-ambient",
    "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
    "OPENAI_CUSTOM_HEADERS": "X-Ambient: yes\nAuthorization: Bearer ambient",
    "AZURE_OPENAI_API_KEY": "azure-ambient",
    "AZURE_OPENAI_AD_TOKEN": "ad-ambient",
}


def models(profile: Profile, key: Key | None, service: ScriptedUpstream) -> Recorded:
    """List models and give the request that arrived."""

    async def main() -> None:
        client = make_client(profile, key)
        try:
            await client.models.list()
        except Exception:  # Azure's path is not served
            pass
        finally:
            await client.close()

    asyncio.run(main())
    return service.requests[-1]


def test_only_what_the_profile_says_goes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in AMBIENT.items():
        monkeypatch.setenv(name, value)
    with ScriptedUpstream() as service:
        profile = Profile("acme", "Acme", service.base_url, headers={"X-Own": "1"})
        request = models(profile, Key("sk-own"), service)
        assert request.headers["authorization"] == "Bearer sk-own"
        assert request.headers["x-own"] == "1"
        assert "ambient" not in str(request.headers)
        assert not {"openai-organization", "openai-project", "x-ambient"} & set(request.headers)

        request = models(profile, None, service)
        assert "authorization" not in request.headers

        request = models(
            Profile("o", "O", service.base_url, kind="openai", organization="org-1", project="proj-1"),
            Key("sk-own"),
            service,
        )
        assert request.headers["openai-organization"] == "org-1"
        assert request.headers["openai-project"] == "proj-1"


def test_azure_takes_the_resources_address_however_it_was_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_OPENAI_AD_TOKEN", raising=False)
    with ScriptedUpstream(prefix="/openai") as service:
        root = service.base_url.removesuffix("/openai")
        for pasted in (root, f"{root}/", f"{root}/openai", f"{root}/openai/deployments/gpt/chat/completions"):
            request = models(Profile("az", "Azure", pasted, kind="azure"), Key("azure-key"), service)
            assert request.path == "/openai/models"
            assert request.headers["api-key"] == "azure-key"
            assert "authorization" not in request.headers


def test_a_stale_certificate_variable_and_a_proxy_do_not_disturb_this_computer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    monkeypatch.setenv("SSL_CERT_DIR", "/no/such/folder")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with ScriptedUpstream() as service:
        assert models(Profile("a", "A", service.base_url), None, service).path == "/v1/models"
        client = make_engine_client(service.base_url, Key("token"))
        asyncio.run(client.close())
    monkeypatch.delenv("ALL_PROXY")
    client = make_client(Profile("a", "A", "https://api.example.com/v1"), Key("sk"))
    assert "SSL_CERT_FILE is passed over" in caplog.text
    assert client.max_retries == 0
    asyncio.run(client.close())


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"base_url": "nonsense://x"}, "base_url"),
        ({"ca_file": "/no/such/file.pem"}, "ca_file"),
        ({"proxy": "socks5://127.0.0.1:1"}, "proxy"),
        ({"proxy": "not a proxy"}, "proxy"),
        ({"headers": {"X Y": "1"}}, "headers"),
        ({"headers": {"": "1"}}, "headers"),
        ({"headers": {"X-Y": "a\nb"}}, "headers"),
        ({"headers": {"X-Y": "ü"}}, "headers"),
    ],
)
def test_settings_that_cannot_work_name_their_field(wrong: dict[str, Any], field: str) -> None:
    profile = Profile(**({"id": "a", "name": "A", "base_url": "https://api.example.com/v1"} | wrong))
    with pytest.raises(InvalidInput) as refused:
        make_client(profile, Key("sk"))
    assert refused.value.field == field


def test_the_assistants_calls_warn_nobody_and_other_deprecations_still_do() -> None:
    with ScriptedUpstream() as service, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = make_engine_client(service.base_url, Key("token"))

        async def main() -> None:
            for call in (client.beta.threads.create(), client.beta.assistants.list()):
                with pytest.raises(Exception, match="404"):
                    await call
            await client.close()

        asyncio.run(main())
        assert [str(w.message) for w in caught if w.category is DeprecationWarning] == []
        warnings.warn("something else is deprecated", DeprecationWarning, stacklevel=1)
        assert len(caught) == 1
