"""On Windows: put the current process into a job that holds one process, bounds its memory and ends with its handle.

Source: Microsoft's documentation of job objects (JOBOBJECT_EXTENDED_LIMIT_INFORMATION).
"""

from __future__ import annotations

import ctypes

_KILL_ON_CLOSE, _ACTIVE_PROCESS, _PROCESS_MEMORY, _NO_UNHANDLED = 0x2000, 0x8, 0x100, 0x400
_EXTENDED_LIMITS = 9

_handle: int | None = None
"""Kept open as long as the process lives: closing it would end the process."""


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_time", ctypes.c_int64),
        ("per_job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def enter(memory_bytes: int) -> None:
    """Enter the job.

    Raises:
        OSError: Windows refuses it.
    """
    global _handle  # noqa: PLW0603 - the job lives as long as the process
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = kernel.CreateJobObjectW(None, None)
    limits = _Extended()
    limits.basic.flags = _KILL_ON_CLOSE | _ACTIVE_PROCESS | _PROCESS_MEMORY | _NO_UNHANDLED
    limits.basic.active_processes = 1
    limits.process_memory = memory_bytes
    set_up = kernel.SetInformationJobObject(
        ctypes.c_void_p(job), _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.c_uint32(ctypes.sizeof(limits))
    )
    inside = set_up and kernel.AssignProcessToJobObject(
        ctypes.c_void_p(job), ctypes.c_void_p(kernel.GetCurrentProcess())
    )
    if not inside:
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined, unused-ignore]
    _handle = job
