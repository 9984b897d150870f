"""A process from which kernels start warm: what a chapter imports and loads is there already.

Each line of standard input is JSON and asks for one kernel: its connection file, folder,
environment and the file for its errors. The answer is the process id of a fork, which becomes that
kernel. A fork has what was loaded here and nothing that another fork does, so each chapter runs as
if alone. This process has no threads and no sockets, which a fork would break, and no figure or
style of its own. It ends when its input does.
"""

import contextlib
import gc
import json
import os
import signal
import sys

INLINE = "module://matplotlib_inline.backend_inline"


def main() -> None:
    """Fork a kernel for each line of standard input."""
    os.environ["MPLBACKEND"] = INLINE  # read once, when matplotlib is imported
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    os.environ["JE_ARROW_MALLOC_CONF"] = "background_thread:false"  # pandas brings Arrow
    load()
    print("ready", flush=True)
    gc.collect()
    gc.freeze()  # collections in the forks then leave the memory shared
    signal.signal(signal.SIGCHLD, clear_away)
    for line in sys.stdin:
        wanted = json.loads(line)
        if child := os.fork():
            print(child, flush=True)
        else:
            become_kernel(**wanted)


def clear_away(*_: object) -> None:
    """Leave nothing behind of kernels that have ended; what they cost then counts as this one's."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def load() -> None:
    """Import what chapters import, read the data, and judge them as several chapters do.

    Ends the program with what is wrong in the data: some of it would stop every chapter, and the
    rest, such as a number that is not the one printed, would go into the report unseen.
    """
    import importlib

    for name in (
        "ipykernel.ipkernel",
        "ipykernel.kernelapp",
        "matplotlib.backends.backend_agg",
        "matplotlib.backends.backend_svg",
        "matplotlib.pyplot",
        "pandas",
        "analysis.page.charts",
        "analysis.page.ledger",
        "analysis.page.tables",
    ):
        importlib.import_module(name)
    from analysis import audit, data, goals
    from analysis.audit import laws as declared
    from analysis.data import laws
    from analysis.data.faults import DataError

    try:
        tables = data.load()
        if faults := laws.broken_laws(tables) + declared.broken_laws(tables):
            raise DataError(faults)
        data.figures()
        audit.run()
        goals.assess()
    except DataError as error:
        sys.exit(str(error))


def become_kernel(connection_file: str, folder: str, environment: dict, log: str) -> None:
    """Be the kernel of one chapter until it is shut down."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment, MPLBACKEND=INLINE, JPY_PARENT_PID=str(os.getppid()))
    nowhere, errors = os.open(os.devnull, os.O_RDWR), os.open(log, os.O_WRONLY | os.O_APPEND)
    for to, fro in ((0, nowhere), (1, nowhere), (2, errors)):
        os.dup2(fro, to)
    from ipykernel.kernelapp import IPKernelApp

    kernel = IPKernelApp.instance()
    kernel.initialize(["-f", connection_file])
    kernel.start()
    os._exit(0)


if __name__ == "__main__":
    main()
