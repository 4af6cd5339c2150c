"""The code interpreter: Python that a model wrote runs here, kept apart from everything else.

Start reading at :mod:`.session` (what others use) and :mod:`.model` (the words). ``backends`` chooses who runs code,
``selftest`` makes them prove themselves, ``sandbox/linux`` and ``sandbox/wasi`` are the local ones, ``remote`` is a
Jupyter server, ``worker`` is what runs inside, ``folder`` handles the files that come out, ``command`` is the terminal's
way in.

What keeps code apart, natively on Linux: namespaces of its own (bubblewrap); a file system with nothing in it but Python,
the offered libraries, ``/mnt/data`` and ``/tmp``, without ``/proc``, ``/sys``, ``/etc`` and ``/home``; resource limits;
Landlock; a system call filter that names what is allowed and refuses the rest, so that one process stays one process,
without programs, sockets, tracing, keyrings or new namespaces; an unprivileged user even where we are root; a watch from
outside over memory and disk; and a freeze of the whole process between cells. What comes back is capped, pictures are
known by content, files are taken by the host itself without following links, and no path is ever read from a worker.

Known to be possible, and why:

- A fault in the kernel itself could be used, because the native sandbox shares it; the filter keeps the reachable part
  small. Whoever needs more uses a remote server in a virtual machine.
- A fault in wasmtime could be used by the WebAssembly backend. Its process is the second wall: Landlock, the filter and an
  unprivileged user on Linux, one job of one process on Windows, plain limits on macOS.
- Code can learn the kernel's and the processor's kind, the number of processors, the computer's memory, uptime and free
  disk space (``uname``, ``sysinfo``, ``statfs``), the time, and its own user number. None of it names a person.
- Code can read the interpreter's and the libraries' own files, and leave its marks in the processor's caches: what can be
  learned by measuring times is not prevented.
- Code can use its processors fully until the cell's time is over (at a low priority), and write through the disk's cache
  (``fsync``); ``sync`` for the whole computer does nothing.
- Memory and disk are watched every 40 and 80 ms, so a cell can be over its limit for that long: up to about 0.5 GB.
- Code shares its process with our worker and can forge its own results, prints and pictures, or end its session. That
  fools nobody but whoever reads that session's answers, who must not trust them more than the code.
- What files contain is not judged: a spreadsheet can hold macros, a page can hold scripts. They are handed over as files.
- On a remote server everything is as that server has it, and files leave this computer.
"""
