"""From the text that names a target to the target. Knows no plan."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from ._target import Target


class TargetError(Exception):
    """A target that cannot be opened, with what to do about it."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help

    def __str__(self) -> str:
        return f"{self.message}: {self.help}"


FORMS = """\
FILE.db or sqlite:FILE                          a SQLite file, made where it is not there
mysql://USER@HOST[:PORT]/DATABASE[?prefix=wp_]  the database of a WordPress site
mysql://USER@/DATABASE?socket=PATH              the same, by its socket
https://SITE/wp-json/memberferry/v1             a WordPress site with the Memberferry plugin"""
"""How targets are named."""


def open_target(
    name: str,
    *,
    password: str | None = None,
    user: str | None = None,
    has_backup: bool = False,
    look_only: bool = False,
    per_second: float = 5.0,
) -> Target:
    """Opens a target by its name:

    ======================================================  ====================================
    `FILE.db` or `sqlite:FILE`                               a SQLite file, made where it is not there
    `mysql://USER@HOST[:PORT]/DATABASE[?prefix=wp_]`         the database of a WordPress site
    `mysql://USER@/DATABASE?socket=PATH`                     the same, by its socket
    `https://SITE/wp-json/memberferry/v1`                    a WordPress site with the Memberferry plugin
    ======================================================  ====================================

    `password` is the database's or the application password of `user`; it never stands in the name. `has_backup` says that there is a
    copy of a WordPress database, which none is changed without. With `look_only`, nothing is made or changed. `per_second` bounds the requests to a site.
    """
    scheme, _, rest = name.partition(":")
    match scheme:
        case "sqlite" if rest:
            return _sqlite(rest, look_only)
        case "mysql" | "mariadb":
            return _mysql(name, password, has_backup, look_only)
        case "http" | "https":
            return _rest(name, user, password, has_backup, per_second)
    if rest.startswith("//"):
        raise TargetError(f"`{scheme}` is no kind of target", f"name it in one of these forms:\n{FORMS}")
    return _sqlite(name, look_only)


def _sqlite(path: str, look_only: bool) -> Target:
    from .sqlite import SqliteTarget

    folder = Path(path).resolve().parent
    if not folder.is_dir():
        raise TargetError(f"there is no folder {folder}", "make it first, or name another target")
    return SqliteTarget(path, look_only=look_only)


def _mysql(name: str, password: str | None, has_backup: bool, look_only: bool) -> Target:
    parts = urlsplit(name)
    if parts.password is not None:
        raise TargetError(
            "a password in the name of a target would be seen by everybody on the machine",
            "give it by the environment variable MEMBERFERRY_PASSWORD, or at the prompt",
        )
    try:
        from .wordpress_database import WordpressDatabase
    except ImportError as missing:
        raise _not_installed(missing, "mysql") from missing
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    unknown = sorted(options.keys() - {"prefix", "socket"})
    database = unquote(parts.path.lstrip("/"))
    if unknown or not database or not parts.username:
        problem = f"`{unknown[0]}` is not known" if unknown else "the user or the database is not named"
        raise TargetError(problem, f"name it in one of these forms:\n{FORMS}")
    return WordpressDatabase(
        database=database,
        user=unquote(parts.username),
        password=password,
        host=parts.hostname,
        port=parts.port,
        socket=options.get("socket"),
        prefix=options.get("prefix", "wp_"),
        has_backup=has_backup,
        look_only=look_only,
    )


def _rest(name: str, user: str | None, password: str | None, has_backup: bool, per_second: float) -> Target:
    try:
        from .wordpress_site import WordpressSite
    except ImportError as missing:
        raise _not_installed(missing, "rest") from missing
    if user is None or password is None:
        raise TargetError(
            "a site needs a user and an application password",
            "give MEMBERFERRY_USER and MEMBERFERRY_PASSWORD in the environment",
        )
    if name.startswith("http://") and urlsplit(name).hostname not in ("localhost", "127.0.0.1", "::1"):
        raise TargetError("an application password is not sent without encryption", "use the site's https address")
    return WordpressSite(name, user=user, password=password, has_backup=has_backup, per_second=per_second)


def _not_installed(missing: ImportError, extra: str) -> TargetError:
    return TargetError(f"`{missing.name}` is not installed", f"run: pip install 'memberferry[{extra}]'")
