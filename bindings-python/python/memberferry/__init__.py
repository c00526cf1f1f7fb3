"""Moves membership sites safely: read, check, plan, apply, prove."""
