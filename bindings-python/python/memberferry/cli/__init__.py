"""The command line. What it needs besides the library is installed with `pip install 'memberferry[cli]'`."""

import sys
from importlib.util import find_spec


def main() -> None:
    """Runs the command line."""
    lacking = [name for name in ("typer", "rich") if find_spec(name) is None]
    if lacking:
        sys.exit(f"memberferry: the command line needs {' and '.join(lacking)}; install it with `pip install 'memberferry[cli]'`")
    sys.exit("memberferry: the command line is not there yet; the library is: `import memberferry`")
