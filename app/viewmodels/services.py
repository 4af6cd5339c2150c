"""What the pages are given: everything that the program can do, built once at the start and closed once at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.connections.registry import Connections
from app.connections.secrets import KeyStore
from app.core.paths import Paths
from app.viewmodels.background import BackgroundWork
from app.viewmodels.frame_clock import FrameClock
from app.viewmodels.message_bus import MessageBus
from app.viewmodels.settings import SettingsViewModel
from app.workbench.activity import Activity
from app.workbench.assistants import Assistants
from app.workbench.clients import Clients
from app.workbench.engine_process import EngineProcess
from app.workbench.journal import Journal
from app.workbench.knowledge import Knowledge
from app.workbench.playground.ad_hoc import AdHocAssistants
from app.workbench.playground.model_choice import ModelChoices
from app.workbench.threads import Threads
from app.workbench.tools.answering import FunctionHandlers
from app.workbench.versions import Versions


@dataclass(frozen=True)
class Services:
    """The program's services. ``journal`` is None where nothing is to be kept (tests), and so may ``versions`` be."""

    paths: Paths
    bus: MessageBus
    clock: FrameClock
    settings: SettingsViewModel
    keys: KeyStore
    connections: Connections
    engine: EngineProcess
    clients: Clients
    models: ModelChoices
    assistants: Assistants
    ad_hoc: AdHocAssistants
    threads: Threads
    knowledge: Knowledge
    journal: Journal | None = None
    versions: Versions | None = None
    activity: Activity | None = None
    handlers: FunctionHandlers | None = None
    background: BackgroundWork = field(default_factory=BackgroundWork)
