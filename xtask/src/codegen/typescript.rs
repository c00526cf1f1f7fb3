//! The records as TypeScript: interfaces, unions told apart by `kind`, and the table of operations. Does not know where they come from.

use std::fmt::Write as _;

use super::model::{Field, Model, Presence, Shape, Type};

pub fn records(model: &Model) -> String {
    let mut text = String::from(
        "// What crosses the boundary. Written by `cargo xtask codegen`; do not edit by hand.\n\n\
         /** A point in time, RFC 3339 with `Z`. */\nexport type Instant = string;\n",
    );
    for definition in &model.definitions {
        let name = &definition.name;
        text.push('\n');
        comment(&mut text, "", &definition.text);
        match &definition.shape {
            Shape::Record(fields) => {
                _ = writeln!(text, "export interface {name} {{");
                fields.iter().for_each(|field| self::field(&mut text, field));
                text.push_str("}\n");
            }
            Shape::Words(words) => {
                let words: Vec<_> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
                _ = writeln!(text, "export type {name} =\n  | {};", words.join("\n  | "));
            }
            Shape::Union(variants) => {
                _ = writeln!(text, "export type {name} =");
                for (index, variant) in variants.iter().enumerate() {
                    comment(&mut text, "  ", &variant.text);
                    _ = writeln!(text, "  | {{\n      readonly kind: \"{}\";", variant.kind);
                    for field in &variant.fields {
                        let mut inner = String::new();
                        self::field(&mut inner, field);
                        inner.lines().for_each(|line| _ = writeln!(text, "    {line}"));
                    }
                    text.push_str(if index + 1 == variants.len() { "    };\n" } else { "    }\n" });
                }
            }
        }
    }
    text.push_str(
        "\n/** Every operation: what it takes and what it gives. */\nexport interface Operations {\n",
    );
    for (name, fields, answer) in &model.operations {
        _ = writeln!(text, "  \"{name}\": {{\n    request: {{");
        for field in fields {
            let mut inner = String::new();
            self::field(&mut inner, field);
            inner.lines().for_each(|line| _ = writeln!(text, "    {line}"));
        }
        _ = writeln!(text, "    }};\n    answer: {};\n  }};", value(answer));
    }
    text.push_str("}\n");
    text
}

fn field(text: &mut String, field: &Field) {
    comment(text, "  ", &field.text);
    // What is absent may be spelled out as `undefined`, however strict its reader's compiler is: neither is written.
    let (mark, held, absent) = match (&field.presence, &field.value) {
        (Presence::Always, held) => ("", held, ""),
        (_, Type::Nullable(held)) => ("?", &**held, " | undefined"),
        (_, held) => ("?", held, " | undefined"),
    };
    _ = writeln!(text, "  readonly {}{mark}: {}{absent};", field.name, value(held));
}

fn value(of: &Type) -> String {
    match of {
        Type::Text => "string".to_owned(),
        Type::Instant => "Instant".to_owned(),
        Type::Integer => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Named(name) => name.clone(),
        Type::List(of) => match value(of) {
            item if item.contains('|') => format!("readonly ({item})[]"),
            item if item.starts_with("readonly ") => format!("readonly ({item})[]"),
            item => format!("readonly {item}[]"),
        },
        Type::Map(of) => format!("Readonly<Record<string, {}>>", value(of)),
        Type::Nullable(of) => format!("{} | null", value(of)),
        Type::Nothing => "Readonly<Record<string, never>>".to_owned(),
        Type::Any => "unknown".to_owned(),
    }
}

fn comment(text: &mut String, indent: &str, words: &str) {
    let words = words.replace("*/", "*\u{200b}/");
    let lines: Vec<&str> = words.lines().collect();
    match lines.as_slice() {
        [] => {}
        [line] => _ = writeln!(text, "{indent}/** {line} */"),
        lines => {
            _ = writeln!(text, "{indent}/**");
            lines.iter().for_each(|line| _ = writeln!(text, "{}", format!("{indent} * {line}").trim_end()));
            _ = writeln!(text, "{indent} */");
        }
    }
}
