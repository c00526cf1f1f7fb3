"""The golden vectors against the JSON Schemas that the library gives out: what is asked and answered is what they say. The schemas are made
of the same types as the wire, yet what is written by hand of them (formats, patterns, shapes of old) can be wrong without a compiler's notice,
and whoever makes types of another language has nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

CORE = Path(__file__).parents[2] / "core"


def validators(name: str) -> dict[str, Validator]:
    """A validator for each operation of a schema document."""
    document = json.loads((CORE / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    definitions, operations = document["$defs"], document["operations"]
    Draft202012Validator.check_schema({"$defs": definitions, "anyOf": list(operations.values())})
    return {operation: Draft202012Validator({**schema, "$defs": definitions}) for operation, schema in operations.items()}


def vectors() -> Iterator[dict[str, Any]]:
    for path in sorted((CORE / "vectors").glob("*/*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def wrong(validator: Validator, value: Any) -> str | None:
    """The first thing that is wrong with a value, and where."""
    error = next(validator.iter_errors(value), None)
    return error and f"{error.json_path}: {error.message[:200]}"


def test_every_request_that_is_answered_and_every_answer_is_valid() -> None:
    requests, answers = validators("requests"), validators("answers")
    found = []
    for vector in vectors():
        # A failure may be of a request that is no JSON, or not as the schema says: both are meant.
        if "ok" not in vector["expect"]:
            continue
        operation = vector["op"]
        for side, validator, value in [
            ("request", requests[operation], vector["request"]),
            ("answer", answers[operation], vector["expect"]["ok"]),
        ]:
            # A request that is spelled as text is meant to be spelled so.
            spelled = json.loads(value) if side == "request" and isinstance(value, str) else value
            if said := wrong(validator, spelled):
                found.append(f"{vector['id']}, {side}: {said}")
    assert not found, "\n".join(found)


def test_the_schemas_refuse_what_the_library_refuses() -> None:
    requests = validators("requests")
    check = requests["email.check"]
    assert wrong(check, {"address": "ada@example.com"}) is None
    for request in ({}, {"address": 1}, {"address": "ada@example.com", "adress": ""}, []):
        assert wrong(check, request), request
