//! The records as PHP: readonly classes with named constructor arguments, words as backed enums, unions as a class with one below it for
//! each kind, every one in a file of its own, as Composer finds them. Does not know where they come from.

use std::fmt::Write as _;

use serde_json::Value;

use super::model::{Definition, Field, Model, Presence, Shape, Type, Variant, pascal};

/// Secrets go over by handles, and stand in no record that could be shown or written down.
const LEFT_OUT: [&str; 1] = ["HeldPassword"];

/// What has another name in PHP, for the class of that name is what stays in Rust.
const RENAMED: [(&str, &str); 1] = [("Batch", "BatchDocument")];

const HEAD: &str = "\
<?php

// Written by `cargo xtask codegen`; do not edit by hand.

declare(strict_types=1);

namespace Memberferry\\Record;
";

/// The files, by their names.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut file = |name: &str, text: &str| files.push((format!("{name}.php"), format!("{HEAD}\n{text}")));
    let definitions: Vec<_> =
        model.definitions.iter().filter(|definition| is_kept(&definition.name)).collect();
    for definition in &definitions {
        let Definition { name, text, shape } = definition;
        let name = named(name);
        match shape {
            Shape::Words(words) => file(name, &enumeration(name, text, words)),
            Shape::Record(fields) => file(name, &class(model, name, text, None, fields)),
            Shape::Union(variants) => {
                let shared = shared(variants);
                file(name, &union(name, text, variants, &shared));
                for variant in variants {
                    let about = format!("`{name}` of the kind `{}`.\n\n{}", variant.kind, variant.text);
                    let of = Some(Kind { union: name, kind: &variant.kind, shared: &shared });
                    let variant_name = variant_name(name, &variant.kind);
                    file(&variant_name, &class(model, &variant_name, about.trim(), of, &variant.fields));
                }
            }
        }
    }
    file("Operations", &operations(model));
    files
}

fn is_kept(name: &str) -> bool {
    !LEFT_OUT.contains(&name)
}

/// The name of a class.
fn named(name: &str) -> &str {
    RENAMED.iter().find(|(known, _)| *known == name).map_or(name, |(_, renamed)| renamed)
}

fn variant_name(name: &str, kind: &str) -> String {
    format!("{name}{}", pascal(kind))
}

fn enumeration(name: &str, about: &str, words: &[(String, String)]) -> String {
    let mut text = String::new();
    comment(&mut text, "", about, &[]);
    _ = writeln!(text, "enum {name}: string\n{{");
    for (word, about) in words {
        comment(&mut text, "    ", about, &[]);
        _ = writeln!(text, "    case {} = {};", case(word), quoted(word));
    }
    text + "}\n"
}

/// The fields that every kind of a union has. They are properties of the union's class, so that they are there for whoever has not asked
/// for the kind.
fn shared(variants: &[Variant]) -> Vec<&Field> {
    let [first, others @ ..] = variants else { return Vec::new() };
    let is_in = |field: &Field, variant: &Variant| {
        variant.fields.iter().any(|other| {
            (&other.name, &other.value, &other.presence) == (&field.name, &field.value, &field.presence)
        })
    };
    first.fields.iter().filter(|field| others.iter().all(|other| is_in(field, other))).collect()
}

fn union(name: &str, about: &str, variants: &[Variant], shared: &[&Field]) -> String {
    let mut text = String::from("use Memberferry\\Record;\n\n");
    comment(&mut text, "", about, &[]);
    _ = writeln!(text, "abstract readonly class {name} extends Record\n{{\n    public const KINDS = [");
    for Variant { kind, .. } in variants {
        _ = writeln!(text, "        {} => {}::class,", quoted(kind), variant_name(name, kind));
    }
    text.push_str("    ];\n\n");
    if shared.is_empty() {
        return text + "    protected function __construct(public string $kind)\n    {\n    }\n}\n";
    }
    comment(&mut text, "    ", "", &shared.iter().map(|field| parameter_tag(field)).collect::<Vec<_>>());
    text.push_str("    protected function __construct(\n        public string $kind,");
    for field in shared {
        _ = write!(text, "\n        public {} ${},", held(field), field.name);
    }
    text + "\n    ) {\n    }\n}\n"
}

/// What a class is a kind of.
#[derive(Clone, Copy)]
struct Kind<'a> {
    union: &'a str,
    kind: &'a str,
    shared: &'a [&'a Field],
}

impl Kind<'_> {
    /// Whether a field is kept by the union's class.
    fn keeps(self, field: &Field) -> bool {
        self.shared.iter().any(|shared| shared.name == field.name)
    }

    fn call(self) -> String {
        let shared = self.shared.iter().map(|field| format!(", ${}", field.name)).collect::<String>();
        format!("        parent::__construct(self::KIND{shared});\n")
    }
}

/// A class of a record, or of the kind of a union.
fn class(model: &Model, name: &str, about: &str, of: Option<Kind<'_>>, fields: &[Field]) -> String {
    let mut text = String::new();
    if of.is_none() {
        text.push_str("use Memberferry\\Record;\n\n");
    }
    comment(&mut text, "", about, &[]);
    let parent = of.map_or("Record", |of| of.union);
    _ = writeln!(text, "final readonly class {name} extends {parent}\n{{");
    if let Some(of) = of {
        _ = writeln!(text, "    public const KIND = {};\n", quoted(of.kind));
    }
    if fields.is_empty() {
        text.push_str("    public const FIELDS = [];\n\n");
    } else {
        text.push_str("    public const FIELDS = [\n");
        for field in fields {
            _ = writeln!(text, "        {} => {},", quoted(&field.name), plan_of(&field.value));
        }
        text.push_str("    ];\n\n");
    }
    // Parameters without a default come first.
    let (always, others): (Vec<_>, Vec<_>) =
        fields.iter().partition(|field| field.presence == Presence::Always);
    let ordered: Vec<&Field> = always.into_iter().chain(others).collect();
    comment(&mut text, "    ", "", &ordered.iter().map(|field| parameter_tag(field)).collect::<Vec<_>>());
    _ = write!(text, "    public function __construct(");
    for field in &ordered {
        let visibility = if of.is_some_and(|of| of.keeps(field)) { "" } else { "public " };
        _ = write!(text, "\n        {visibility}{},", parameter(model, field));
    }
    text.push_str(if ordered.is_empty() { ")\n    {\n" } else { "\n    ) {\n" });
    if let Some(of) = of {
        text.push_str(&of.call());
    }
    text + "    }\n}\n"
}

/// What is said of a parameter.
fn parameter_tag(field: &Field) -> String {
    let about = field.text.lines().collect::<Vec<_>>().join(" ");
    format!("@param {} ${} {about}", described_type(field), field.name).trim_end().to_owned()
}

/// A parameter, which is the property as well, with its default.
fn parameter(model: &Model, field: &Field) -> String {
    let (held, name) = (held(field), &field.name);
    match (&field.presence, &field.value) {
        (Presence::Always, _) => format!("{held} ${name}"),
        (_, Type::List(_) | Type::Map(_)) => format!("{held} ${name} = {}", collected(field)),
        (Presence::Optional, _) => format!("{held} ${name} = null"),
        (Presence::Defaulted(Value::Object(_)), Type::Named(class)) => {
            format!("{held} ${name} = new {}()", named(class))
        }
        (Presence::Defaulted(Value::String(word)), Type::Named(words)) if is_words(model, words) => {
            format!("{held} ${name} = {}::{}", named(words), case(word))
        }
        (Presence::Defaulted(default), _) => format!("{held} ${name} = {}", literal(default)),
    }
}

/// The type of a field as PHP checks it.
fn held(field: &Field) -> String {
    match (&field.presence, &field.value) {
        (Presence::Optional, value) if !value.is_collection() => optional(value),
        (_, value) => native(value),
    }
}

/// What a list or map is where it is not given.
fn collected(field: &Field) -> String {
    match &field.presence {
        Presence::Defaulted(default) => literal(default),
        _ => "[]".to_owned(),
    }
}

fn is_words(model: &Model, name: &str) -> bool {
    model
        .definitions
        .iter()
        .any(|definition| definition.name == name && matches!(definition.shape, Shape::Words(_)))
}

fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(_) => "[]".to_owned(),
        // Numbers and `true`, `false`, `null` are written as JSON writes them.
        value => value.to_string(),
    }
}

/// The type as PHP checks it.
fn native(value: &Type) -> String {
    match value {
        Type::Text => "string".to_owned(),
        Type::Instant => "\\DateTimeImmutable".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Named(name) if is_kept(name) => named(name).to_owned(),
        Type::List(_) | Type::Map(_) | Type::Nothing => "array".to_owned(),
        Type::Nullable(of) => optional(of),
        Type::Named(_) | Type::Any => "mixed".to_owned(),
    }
}

/// The type or `null`.
fn optional(value: &Type) -> String {
    match native(value) {
        held if held == "mixed" || held.starts_with('?') => held,
        held => format!("?{held}"),
    }
}

/// The type as an analyser checks it.
fn described(value: &Type) -> String {
    match value {
        Type::List(of) => format!("list<{}>", described(of)),
        Type::Map(of) => format!("array<string, {}>", described(of)),
        Type::Nullable(of) => format!("{}|null", described(of)),
        Type::Nothing => "array{}".to_owned(),
        other => native(other),
    }
}

fn described_type(field: &Field) -> String {
    let held = described(&field.value);
    match (&field.presence, &field.value) {
        (Presence::Optional, Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Any) => held,
        (Presence::Optional, _) => format!("{held}|null"),
        _ => held,
    }
}

/// How `Memberferry\\Wire` reads a value: `null` where it is taken as it is, the class of a record, union or enum, or one of `'instant'`,
/// `'nothing'`, `['list', …]` and `['map', …]`.
fn plan_of(value: &Type) -> String {
    match value {
        Type::Text | Type::Integer | Type::Boolean | Type::Any => "null".to_owned(),
        Type::Instant => "'instant'".to_owned(),
        Type::Nothing => "'nothing'".to_owned(),
        Type::Named(name) if is_kept(name) => format!("{}::class", named(name)),
        Type::Named(_) => "null".to_owned(),
        Type::List(of) => format!("['list', {}]", plan_of(of)),
        Type::Map(of) => format!("['map', {}]", plan_of(of)),
        Type::Nullable(of) => plan_of(of),
    }
}

/// What each operation takes and gives.
fn operations(model: &Model) -> String {
    let mut text = String::from(
        "/**\n * What each operation takes and gives, as `Memberferry\\Wire` reads it.\n *\n * @internal\n */\n\
         final class Operations\n{\n    public const REQUESTS = [\n",
    );
    for (name, fields, _) in &model.operations {
        let fields: Vec<_> = fields
            .iter()
            .map(|field| format!("{} => {}", quoted(&field.name), plan_of(&field.value)))
            .collect();
        _ = writeln!(text, "        {} => [{}],", quoted(name), fields.join(", "));
    }
    text.push_str("    ];\n\n    public const ANSWERS = [\n");
    for (name, _, answer) in &model.operations {
        _ = writeln!(text, "        {} => {},", quoted(name), plan_of(answer));
    }
    text + "    ];\n}\n"
}

fn comment(text: &mut String, indent: &str, about: &str, tags: &[String]) {
    let about = about.replace("*/", "*\u{200b}/");
    let mut lines: Vec<&str> = about.trim().lines().collect();
    if !lines.is_empty() && !tags.is_empty() {
        lines.push("");
    }
    lines.extend(tags.iter().map(String::as_str));
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

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// The name of a case: any but `class` may be one.
fn case(word: &str) -> String {
    match pascal(word) {
        name if name.eq_ignore_ascii_case("class") => format!("{name}_"),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Model {
        let words = vec![("paid".to_owned(), String::new()), ("class".to_owned(), "A class.".to_owned())];
        let definition = |name: &str, shape| Definition { name: name.to_owned(), text: String::new(), shape };
        Model { definitions: vec![definition("Price", Shape::Words(words))], operations: Vec::new() }
    }

    fn field(name: &str, value: Type, presence: Presence) -> Field {
        Field { name: name.to_owned(), value, text: "What it is.".to_owned(), presence }
    }

    #[test]
    fn a_default_is_written_as_php_writes_it() {
        let written = |value, default| parameter(&model(), &field("x", value, Presence::Defaulted(default)));
        assert_eq!(written(Type::Boolean, Value::Bool(true)), "bool $x = true");
        assert_eq!(written(Type::Text, "it's".into()), r"string $x = 'it\'s'");
        assert_eq!(written(Type::Named("Price".to_owned()), "paid".into()), "Price $x = Price::Paid");
        let made = written(Type::Named("Marketing".to_owned()), serde_json::json!({}));
        assert_eq!(made, "Marketing $x = new Marketing()");
        let list = Type::List(Box::new(Type::Text));
        assert_eq!(written(list, serde_json::json!(["a"])), "array $x = ['a']");
    }

    #[test]
    fn what_must_be_given_comes_first_and_what_may_be_absent_is_null() {
        let fields =
            [field("note", Type::Text, Presence::Optional), field("at", Type::Instant, Presence::Always)];
        let text = class(&model(), "Thing", "A thing.", None, &fields);
        let parameters = "        public \\DateTimeImmutable $at,\n        public ?string $note = null,\n";
        assert!(text.contains(parameters), "{text}");
        assert!(text.contains("@param string|null $note What it is."), "{text}");
        assert!(text.contains("'note' => null,\n        'at' => 'instant',"), "{text}");
    }

    #[test]
    fn what_every_kind_has_is_a_property_of_the_union() {
        let id = || field("id", Type::Text, Presence::Always);
        let variant = |kind: &str, fields| Variant { kind: kind.to_owned(), text: String::new(), fields };
        let variants = [
            variant("open", vec![id(), field("at", Type::Instant, Presence::Always)]),
            variant("shut", vec![id()]),
        ];
        let shared = shared(&variants);
        let text = union("Door", "A door.", &variants, &shared);
        assert!(text.contains("        public string $kind,\n        public string $id,\n    )"), "{text}");
        let of = Some(Kind { union: "Door", kind: "open", shared: &shared });
        let text = class(&model(), "DoorOpen", "", of, &variants[0].fields);
        let parameters = "        string $id,\n        public \\DateTimeImmutable $at,\n    )";
        assert!(text.contains(parameters), "{text}");
        assert!(text.contains("parent::__construct(self::KIND, $id);"), "{text}");
    }

    #[test]
    fn no_record_has_the_name_of_a_handle() {
        assert_eq!(native(&Type::Named("Batch".to_owned())), "BatchDocument");
        assert_eq!(
            plan_of(&Type::List(Box::new(Type::Named("Batch".to_owned())))),
            "['list', BatchDocument::class]"
        );
    }

    #[test]
    fn words_are_cases_whatever_they_are() {
        let Some(Definition { shape: Shape::Words(words), .. }) = model().definitions.into_iter().next()
        else {
            panic!("the model has words");
        };
        let text = enumeration("Price", "", &words);
        assert!(
            text.contains("    case Paid = 'paid';\n    /** A class. */\n    case Class_ = 'class';"),
            "{text}"
        );
    }
}
