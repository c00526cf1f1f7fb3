//! The records as Python: classes with slots that cannot be changed, words as `Literal`, and the tables that `_wire.py` reads them by.
//! Does not know where they come from.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::model::{Field, Model, Presence, Shape, Type, pascal};

/// Words that cannot be names in Python.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

const HEAD: &str = "\
\"\"\"What crosses the boundary, as records. Written by `cargo xtask codegen`; do not edit by hand.\"\"\"

from __future__ import annotations

from collections import abc
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias, Union

from ._record import Record
";

pub fn records(model: &Model) -> String {
    let mut text = HEAD.to_owned();
    let mut names = Vec::new();
    let mut unions: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
    let (mut words, mut classes, mut joined) = (String::new(), String::new(), String::new());
    for definition in &model.definitions {
        let name = &definition.name;
        names.push(name.clone());
        match &definition.shape {
            Shape::Words(list) => {
                let list: Vec<_> = list.iter().map(|(word, _)| format!("    \"{word}\",\n")).collect();
                _ = write!(words, "\n{name}: TypeAlias = Literal[\n{}]\n", list.concat());
                docstring(&mut words, "", &definition.text);
            }
            Shape::Record(fields) => class(&mut classes, name, &definition.text, None, fields),
            Shape::Union(variants) => {
                let kinds = unions.entry(name).or_default();
                for variant in variants {
                    let variant_name = format!("{name}{}", pascal(&variant.kind));
                    let about = format!("`{name}` of the kind `{}`.\n\n{}", variant.kind, variant.text);
                    class(&mut classes, &variant_name, about.trim(), Some(&variant.kind), &variant.fields);
                    kinds.push((&variant.kind, variant_name.clone()));
                    names.push(variant_name);
                }
                let list: Vec<_> = kinds.iter().map(|(_, name)| format!("    {name},\n")).collect();
                _ = write!(joined, "\n{name}: TypeAlias = Union[\n{}]\n", list.concat());
                docstring(&mut joined, "", &definition.text);
            }
        }
    }
    text.push_str(&words);
    text.push_str(&classes);
    text.push('\n');
    text.push_str(&joined);
    text.push_str("\nUNIONS: Final[abc.Mapping[str, abc.Mapping[str, type[Record]]]] = {\n");
    for (name, kinds) in unions {
        _ = writeln!(text, "    \"{name}\": {{");
        kinds.iter().for_each(|(kind, class)| _ = writeln!(text, "        \"{kind}\": {class},"));
        text.push_str("    },\n");
    }
    text.push_str("}\n\"\"\"The records of each union, by kind.\"\"\"\n");
    text.push_str("\nANSWERS: Final[abc.Mapping[str, Any]] = {\n");
    for (name, _, answer) in &model.operations {
        _ = writeln!(text, "    \"{name}\": {},", plan_of(answer));
    }
    text.push_str("}\n\"\"\"What each operation gives, as `_wire.py` reads it.\"\"\"\n\n__all__ = [\n");
    names.sort();
    names.iter().for_each(|name| _ = writeln!(text, "    \"{name}\","));
    text.push_str("]\n");
    text
}

fn class(text: &mut String, name: &str, about: &str, kind: Option<&str>, fields: &[Field]) {
    let attributes: Vec<String> = fields.iter().map(|field| snake(&field.name)).collect();
    _ = writeln!(text, "\n\nclass {name}(Record):");
    docstring(text, "    ", about);
    let slots: Vec<_> = attributes.iter().map(|attribute| format!("\"{attribute}\",")).collect();
    _ = writeln!(text, "\n    __slots__ = ({})", slots.join(" ").trim_end_matches(' '));
    if let Some(kind) = kind {
        _ = writeln!(text, "    kind: Final = \"{kind}\"");
    }
    let mut table = String::new();
    for (field, attribute) in fields.iter().zip(&attributes) {
        _ = writeln!(table, "        (\"{attribute}\", \"{}\", {}),", field.name, plan_of(&field.value));
    }
    let table = if table.is_empty() { "()".to_owned() } else { format!("(\n{table}    )") };
    _ = writeln!(text, "    _fields = {table}");
    for (field, attribute) in fields.iter().zip(&attributes) {
        _ = writeln!(text, "    {attribute}: {}", attribute_type(field));
        docstring(text, "    ", &field.text);
    }
    if fields.is_empty() {
        return;
    }
    _ = writeln!(text, "\n    def __init__(\n        self,\n        *,");
    // Parameters without a default need not come first, since all are given by name.
    for (field, attribute) in fields.iter().zip(&attributes) {
        _ = writeln!(text, "        {attribute}: {},", parameter(field));
    }
    _ = writeln!(text, "    ) -> None:");
    let given: Vec<_> = fields
        .iter()
        .zip(&attributes)
        .map(|(field, attribute)| match made_here(field) {
            Some(made) => format!("{made} if {attribute} is None else {attribute}"),
            None => attribute.clone(),
        })
        .collect();
    _ = writeln!(text, "        self._set({})", given.join(", "));
}

/// What a record holds in a field.
fn attribute_type(field: &Field) -> String {
    match (&field.presence, &field.value) {
        (Presence::Optional, value) if !value.is_collection() => optional(value),
        (_, value) => annotation(value),
    }
}

/// A parameter with its default.
fn parameter(field: &Field) -> String {
    let held = annotation(&field.value);
    match (&field.presence, &field.value) {
        (Presence::Always, _) => held,
        (Presence::Optional, Type::List(_)) => format!("{held} = ()"),
        (Presence::Optional, value) => format!("{} = None", optional(value)),
        _ if made_here(field).is_some() => format!("{held} | None = None"),
        (Presence::Defaulted(default), _) => format!("{held} = {}", literal(default)),
    }
}

/// What a field is made of where it is not given and its default cannot be written as a parameter's.
fn made_here(field: &Field) -> Option<String> {
    match (&field.presence, &field.value) {
        (Presence::Optional | Presence::Defaulted(_), Type::Map(_)) => Some("{}".to_owned()),
        (Presence::Defaulted(Value::Object(_)), Type::Named(name)) => Some(format!("{name}()")),
        _ => None,
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Null => "None".to_owned(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| format!("{},", literal(item))).collect();
            format!("({})", items.join(" "))
        }
        // Texts and numbers are written as JSON writes them.
        value => value.to_string(),
    }
}

/// A value or `None`.
fn optional(value: &Type) -> String {
    match value {
        Type::Nullable(_) => annotation(value),
        value => format!("{} | None", annotation(value)),
    }
}

fn annotation(value: &Type) -> String {
    match value {
        Type::Text => "str".to_owned(),
        Type::Instant => "datetime".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(of) => format!("abc.Sequence[{}]", annotation(of)),
        Type::Map(of) => format!("abc.Mapping[str, {}]", annotation(of)),
        Type::Nullable(of) => format!("{} | None", annotation(of)),
        Type::Nothing => "abc.Mapping[str, Any]".to_owned(),
        Type::Any => "Any".to_owned(),
    }
}

/// How `_wire.py` reads a value: `None` where it is taken as it is, a record's or union's name, or one of `("list", …)`,
/// `("map", …)` and `("instant",)`.
fn plan_of(value: &Type) -> String {
    match value {
        Type::Text | Type::Integer | Type::Boolean | Type::Nothing | Type::Any => "None".to_owned(),
        Type::Instant => "(\"instant\",)".to_owned(),
        Type::Named(name) => format!("\"{name}\""),
        Type::List(of) => format!("(\"list\", {})", plan_of(of)),
        Type::Map(of) => format!("(\"map\", {})", plan_of(of)),
        Type::Nullable(of) => plan_of(of),
    }
}

fn docstring(text: &mut String, indent: &str, about: &str) {
    if about.is_empty() {
        return;
    }
    let about = about.replace('\\', "\\\\").replace("\"\"\"", "'''");
    let close = if about.ends_with('"') { " \"\"\"" } else { "\"\"\"" };
    let mut lines = about.lines();
    _ = write!(text, "{indent}\"\"\"{}", lines.next().unwrap_or_default());
    let mut is_long = false;
    for line in lines {
        is_long = true;
        _ = write!(text, "\n{}", format!("{indent}{line}").trim_end());
    }
    _ = if is_long { writeln!(text, "\n{indent}\"\"\"") } else { writeln!(text, "{close}") };
}

/// `opensAt` as `opens_at`; a keyword gets a `_`.
fn snake(name: &str) -> String {
    let mut written = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            written.push('_');
        }
        written.push(letter.to_ascii_lowercase());
    }
    if KEYWORDS.contains(&written.as_str()) {
        written.push('_');
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_pythons() {
        assert_eq!((snake("opensAt"), snake("from")), ("opens_at".to_owned(), "from_".to_owned()));
        assert_eq!(pascal("has-any"), "HasAny");
    }

    #[test]
    fn a_default_is_written_as_python_writes_it() {
        let field = |value, default| Field {
            name: "price".to_owned(),
            value,
            text: String::new(),
            presence: Presence::Defaulted(default),
        };
        assert_eq!(parameter(&field(Type::Boolean, Value::Bool(true))), "bool = True");
        assert_eq!(parameter(&field(Type::Text, "paid".into())), "str = \"paid\"");
        let made = field(Type::Named("Marketing".to_owned()), serde_json::json!({}));
        assert_eq!(parameter(&made), "Marketing | None = None");
        assert_eq!(made_here(&made).as_deref(), Some("Marketing()"));
    }
}
