"""Kernels that start warm: forked from a process in which everything is imported already.

Each user of jupyter_client in this process takes them. Where processes can't fork (Windows) or
can't do so safely (macOS), kernels start as ever, with the same outputs.
"""

import atexit
import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import threading
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import warm
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

WARM = Path(__file__).with_name("warm.py")
SECONDS = 60  # for which it may keep a caller waiting; it takes some thousandths


class Ended(Exception):
    """The warm process could not load what chapters load; on standard error it has said why."""


def start_warm() -> None:
    """Let kernels start warm from now on, where that is safe."""
    if sys.platform == "linux":
        factory = KernelProvisionerFactory.instance()
        factory.provisioners["warm"] = EntryPoint("warm", f"{__name__}:Warm", factory.GROUP_NAME)
        factory.default_provisioner_name = "warm"


def warm_up() -> None:
    """Load what chapters load, in a process of its own where kernels start warm.

    Raises ``Ended`` when that fails.
    """
    if KernelProvisionerFactory.instance().default_provisioner_name == "warm":
        with Forked.asking:
            Forked.warm_process()
        return
    try:
        warm.load()
    except SystemExit as faulty:
        print(faulty.code, file=sys.stderr)
        raise Ended(f"{WARM.name} has found faults in the data") from faulty


class Warm(LocalProvisioner):
    """Starts a kernel by a fork of the warm process, and then treats it as any other."""

    async def pre_launch(self, **options: Any) -> dict[str, Any]:
        """Let the kernel listen by name: another program may take a port before the kernel does."""
        self.parent.transport = "ipc"
        self.parent.ip = f"@{self.kernel_id}"  # the @ is Linux's mark of a name that is no file
        return await super().pre_launch(**options)

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Ask for a kernel that listens where the connection file says."""
        errors = options.get("stderr")
        self.process = Forked(
            connection_file=self.parent.connection_file,
            folder=str(options.get("cwd") or Path.cwd()),
            environment=options["env"],
            log=errors.name if errors else "/dev/stderr",
        )
        self.pid = self.pgid = self.process.pid
        return self.connection_info


class Forked:
    """A forked kernel, as ``subprocess.Popen`` would show it."""

    stdin = stdout = stderr = None
    _warm: subprocess.Popen | None = None
    asking = threading.Lock()

    def __init__(self, **wanted: Any) -> None:
        with self.asking:
            warm = self.warm_process()
            print(json.dumps(wanted), file=warm.stdin, flush=True)
            if not select.select([warm.stdout], [], [], SECONDS)[0]:
                warm.kill()
                raise RuntimeError(f"{WARM.name} has not answered for {SECONDS} seconds")
            answer = warm.stdout.readline()
        if not answer:
            raise RuntimeError(f"{WARM.name} has ended with status {warm.wait()}")
        self.pid = int(answer)

    @classmethod
    def warm_process(cls) -> subprocess.Popen:
        """Return the process to ask, started anew if it has ended."""
        if cls._warm is None or cls._warm.poll() is not None:
            pipe = subprocess.PIPE
            command = [sys.executable, str(WARM)]
            cls._warm = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
            atexit.register(cls._warm.communicate)  # the end of its input ends it
            if not cls._warm.stdout.readline():
                raise Ended(f"{WARM.name} has ended with status {cls._warm.wait()}")
        return cls._warm

    def poll(self) -> int | None:
        """Return nothing as long as the kernel runs.

        One that has ended may stay listed (state Z): the warm process can miss the word of it, and
        clears it away with the next.
        """
        try:
            listed = Path(f"/proc/{self.pid}/stat").read_text("utf-8", "replace")
        except (FileNotFoundError, ProcessLookupError):
            return 0
        state = listed.rpartition(")")[2].split()[0]
        return 0 if state in "ZX" else None

    def wait(self) -> int:
        """Return at once: the caller polls first, and the warm process clears away its dead."""
        return 0

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the kernel has ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)
