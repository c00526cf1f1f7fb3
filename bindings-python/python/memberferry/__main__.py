"""`python -m memberferry`: the command line."""

from .cli import main

main()
