"""A MariaDB of the tests' own: a private folder, a socket, no network. Knows no table."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pymysql

INSTALL, SERVER = "mariadb-install-db", "mariadbd"


def program(name: str) -> str:
    """Where a program is; Debian keeps the server's outside of many people's PATH."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    found = shutil.which(name, path=path)
    if found is None:
        raise FileNotFoundError(f"`{name}` is not installed; on Debian: apt-get install mariadb-server-core mariadb-client-core")
    return found


class Server:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.data, self.socket = folder / "data", folder / "socket"
        self.user = pwd.getpwuid(os.getuid()).pw_name
        install = [program(INSTALL), f"--datadir={self.data}", f"--user={self.user}", "--skip-test-db"]
        install += ["--auth-root-authentication-method=normal"]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        arguments = ["--no-defaults", f"--datadir={self.data}", f"--socket={self.socket}", f"--user={self.user}"]
        arguments += ["--skip-networking", f"--pid-file={self.data}/pid", "--innodb-buffer-pool-size=32M"]
        self._process = subprocess.Popen([program(SERVER), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = []
        for line in self._process.stderr or ():
            said.append(line.decode(errors="replace"))
            if "ready for connections" in said[-1]:
                return
        raise RuntimeError("".join(said)[-2000:])

    def connect(self, database: str | None = None) -> pymysql.connections.Connection[pymysql.cursors.Cursor]:
        return pymysql.connect(unix_socket=str(self.socket), user="root", database=database, autocommit=True)

    def run(self, script: str, database: str | None = None) -> None:
        connection = self.connect(database)
        with connection.cursor() as cursor:
            for statement in filter(str.strip, script.split(";\n")):
                cursor.execute(statement)
        connection.close()

    def kill(self) -> None:
        """As a power cut does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.communicate()
            self._process = None


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server for as long as the tests need it."""
    server = Server(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
