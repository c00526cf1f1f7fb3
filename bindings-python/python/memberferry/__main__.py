"""`python -m memberferry`."""

from .cli import main

main()
