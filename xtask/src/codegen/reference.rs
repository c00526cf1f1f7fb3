//! The reference of the book: codes, operations with the types that cross, the site document, and what is known of each system. Made from
//! what the core says of itself; holds no sentence about any of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::model::{Definition, Field, Model, Presence, Shape, Type};

const HEAD: &str = "<!-- Written by `cargo xtask codegen`; do not edit by hand. -->\n";

/// The pages, by their files' names.
pub fn pages(
    model: &Model,
    summaries: &BTreeMap<String, String>,
    site: &Value,
    told: &Value,
) -> Result<Vec<(&'static str, String)>, String> {
    Ok(vec![
        ("codes.md", codes(part(told, "codes")?)),
        ("operations.md", operations(model, summaries)),
        ("types.md", types(model)),
        ("site.md", site_document(site)?),
        ("sources.md", sources(part(told, "sources")?)?),
    ])
}

fn part<'a>(of: &'a Value, key: &str) -> Result<&'a Value, String> {
    of.get(key).ok_or_else(|| format!("the core says nothing of `{key}`"))
}

/// A member that is a text; nothing, where there is none.
fn text_of<'a>(of: &'a Value, key: &str) -> &'a str {
    of.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list_of<'a>(of: &'a Value, key: &str) -> &'a [Value] {
    of.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn codes(codes: &Value) -> String {
    let mut categories: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    let codes = codes.as_array().map(Vec::as_slice).unwrap_or_default();
    for code in codes {
        categories.entry(text_of(code, "category")).or_default().push(code);
    }
    let mut page = format!(
        "{HEAD}\n# Codes\n\nEverything that can be wrong has one of these {} codes, the same in every language. A code is stable; \
         messages are not, so compare codes. In a category the codes stand in the order of the registry,\n\
         [`core/src/issue/registry.rs`](../../../core/src/issue/registry.rs). A failure is an exception of its category's class.\n",
        codes.len()
    );
    for (category, codes) in categories {
        _ = writeln!(
            page,
            "\n## {category}\n\n| code | severity | what it means | what to do |\n|---|---|---|---|"
        );
        for code in codes {
            let cells = ["severity", "meaning", "remedy"].map(|key| cell(text_of(code, key)));
            _ = writeln!(page, "| `{}` | {} |", text_of(code, "code"), cells.join(" | "));
        }
    }
    page
}

fn operations(model: &Model, summaries: &BTreeMap<String, String>) -> String {
    let mut page = format!(
        "{HEAD}\n# Operations\n\nWhat every binding may call: a name and a JSON object in, a JSON object out, the same bytes for every \
         language. Unknown fields are refused, and what is absent is a missing key. The reply is `{{\"ok\": …}}` or `{{\"failure\": …}}`. \
         Each operation's golden vectors are examples of it.\n"
    );
    for (name, fields, answer) in &model.operations {
        _ = writeln!(page, "\n## {name}\n");
        if let Some(summary) = summaries.get(name) {
            _ = writeln!(page, "{}\n", prose(summary));
        }
        self::fields(&mut page, fields, "types.md");
        _ = writeln!(
            page,
            "\nGives {}. [Examples](../../../core/vectors/{name}).",
            kind_of(answer, "types.md")
        );
    }
    page
}

fn types(model: &Model) -> String {
    let mut page = format!(
        "{HEAD}\n# Types\n\nWhat crosses between the library and its bindings, by name. An instant is RFC 3339 with `Z`; a union is told \
         apart by its `kind`.\n"
    );
    model.definitions.iter().for_each(|definition| self::definition(&mut page, definition));
    page
}

/// The document's own fields, and every type that they name, itself or by others.
fn site_document(site: &Value) -> Result<String, String> {
    let definitions = site.get("$defs").cloned().unwrap_or_default();
    let side = |of: &Value| json!({ "$defs": definitions, "operations": { "site": of } });
    let model = Model::new(&side(&json!({ "type": "object" })), &side(site))?;
    let mut page = format!(
        "{HEAD}\n# The site document\n\nEvery key of `site.json`. The README explains the same in the order of a site; its JSON Schema, for \
         your editor, is\n[`core/schema/site.schema.json`](../../../core/schema/site.schema.json). A key that is not known is refused, \
         with its place.\n\n## The document\n\n"
    );
    for (_, fields, _) in &model.operations {
        self::fields(&mut page, fields, "");
    }
    model.definitions.iter().for_each(|definition| self::definition(&mut page, definition));
    Ok(page)
}

fn definition(page: &mut String, definition: &Definition) {
    let Definition { name, text, shape } = definition;
    _ = writeln!(page, "\n## {name}\n");
    if !text.is_empty() {
        _ = writeln!(page, "{}\n", prose(text));
    }
    match shape {
        Shape::Record(fields) => self::fields(page, fields, ""),
        Shape::Words(words) if words.iter().all(|(_, about)| about.is_empty()) => {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            _ = writeln!(page, "One of {}.", words.join(", "));
        }
        Shape::Words(words) => {
            page.push_str("| word | what it means |\n|---|---|\n");
            words.iter().for_each(|(word, about)| _ = writeln!(page, "| `{word}` | {} |", cell(about)));
        }
        Shape::Union(variants) => {
            for variant in variants {
                let variant_is = format!("**`\"kind\": \"{}\"`** {}", variant.kind, prose(&variant.text));
                _ = writeln!(page, "{}\n", variant_is.trim_end());
                if !variant.fields.is_empty() {
                    self::fields(page, &variant.fields, "");
                    page.push('\n');
                }
            }
            while page.ends_with("\n\n") {
                page.pop();
            }
        }
    }
}

/// A table of fields; the types that they name are on a page of their own, or on this one where that has no name.
fn fields(page: &mut String, fields: &[Field], page_of_types: &str) {
    if fields.is_empty() {
        page.push_str("It has no fields.\n");
        return;
    }
    page.push_str("| field | holds | may be left out | |\n|---|---|---|---|\n");
    for Field { name, value, text, presence } in fields {
        let absent = match presence {
            Presence::Always => String::new(),
            Presence::Optional => "yes".to_owned(),
            Presence::Defaulted(default) => format!("yes, is then `{default}`"),
        };
        _ = writeln!(
            page,
            "| `{name}` | {} | {} | {} |",
            kind_of(value, page_of_types),
            cell(&absent),
            cell(text)
        );
    }
}

/// What a value is, in words, with a link to the type where it has one.
fn kind_of(value: &Type, page: &str) -> String {
    match value {
        Type::Text => "text".to_owned(),
        Type::Instant => "an instant".to_owned(),
        Type::Integer => "a whole number".to_owned(),
        Type::Boolean => "`true` or `false`".to_owned(),
        Type::Named(name) => format!("[{name}]({page}#{})", name.to_lowercase()),
        Type::List(of) => format!("a list: {}", kind_of(of, page)),
        Type::Map(of) => format!("by name: {}", kind_of(of, page)),
        Type::Nullable(of) => format!("{}, or `null`", kind_of(of, page)),
        Type::Nothing => "an empty object".to_owned(),
        Type::Any => "any JSON".to_owned(),
    }
}

fn sources(sources: &Value) -> Result<String, String> {
    let (exports, apis) = (list_of(sources, "exports"), list_of(sources, "apis"));
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    for export in exports {
        let (id, name) = (text_of(export, "id"), text_of(export, "name"));
        let known = ids.entry(id).or_insert(name);
        // What its exports have in common: `Keap` for `Keap (Infusionsoft)`.
        *known = if name.len() < known.len() { name } else { known };
    }
    if ids.is_empty() {
        return Err("the core knows no system".to_owned());
    }
    let mut page = format!(
        "{HEAD}\n# What is known of each system\n\nColumns of exports and members of JSON, with how sure we are of them. *High*: seen in a \
         file, in the code that writes it, or in the vendor's documentation. *Medium*: known from a program that reads it, or from the \
         vendor's labels. *Low*: one claim, or somebody's reconstruction. A status word that is not listed makes nobody mailable.\n"
    );
    for (id, name) in ids {
        _ = writeln!(page, "\n## {name}\n\nIts name for `--profile` is `{id}`.");
        for export in exports.iter().filter(|export| text_of(export, "id") == id) {
            self::export(&mut page, export);
        }
        for api in apis.iter().filter(|api| text_of(api, "profile") == id) {
            _ = writeln!(
                page,
                "\n**JSON of its API, `{}`**: {}.\n",
                text_of(api, "id"),
                text_of(api, "confidence")
            );
            evidence(&mut page, api);
        }
    }
    Ok(page)
}

fn export(page: &mut String, export: &Value) {
    _ = writeln!(
        page,
        "\n**Its export of {}**: {}.\n",
        text_of(export, "kind"),
        text_of(export, "confidence")
    );
    evidence(page, export);
    let statuses: Vec<String> = list_of(export, "statuses")
        .iter()
        .filter_map(|pair| Some(format!("`{}` is {}", pair.get(0)?.as_str()?, pair.get(1)?.as_str()?)))
        .collect();
    if !statuses.is_empty() {
        _ = writeln!(page, "\nStatus words: {}.", statuses.join(", "));
    }
    let columns = list_of(export, "columns");
    if columns.is_empty() {
        return;
    }
    // A column may be listed with several meanings; one row for each of them.
    let mut seen = BTreeSet::new();
    page.push_str("\n| column | what it is taken for | how sure |\n|---|---|---|\n");
    for column in columns {
        let row = ["name", "meaning", "confidence"].map(|key| cell(text_of(column, key)));
        if seen.insert(row.clone()) {
            let [name, meaning, confidence] = row;
            _ = writeln!(page, "| {name} | {meaning} | {confidence} |");
        }
    }
}

fn evidence(page: &mut String, of: &Value) {
    for (title, key) in [("Known from", "evidence"), ("Not known", "notEvidenced")] {
        let sentences: Vec<&str> = list_of(of, key).iter().filter_map(Value::as_str).collect();
        if !sentences.is_empty() {
            _ = writeln!(page, "- {title}: {}.", prose(&sentences.join("; ")));
        }
    }
}

/// A text of several lines in one cell of a table.
fn cell(text: &str) -> String {
    prose(text).split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// A text as Markdown, in which nothing outside code is taken for HTML.
fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(place, part)| {
        if place % 2 == 1 { part.to_owned() } else { part.replace('<', "&lt;").replace('*', "\\*") }
    });
    parts.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_by_category_in_the_order_of_the_registry() {
        let code = |name: &str, category: &str| json!({ "code": name, "category": category, "severity": "error", "meaning": "a|b", "remedy": "c <d>" });
        let page = codes(&json!([code("z", "plan"), code("b", "intake"), code("a", "plan")]));
        let rows: Vec<&str> =
            page.lines().filter(|line| line.starts_with("| `") || line.starts_with("## ")).collect();
        let row = |name: &str| format!("| `{name}` | error | a\\|b | c &lt;d> |");
        assert_eq!(rows, ["## intake", &row("b"), "## plan", &row("z"), &row("a")]);
    }

    #[test]
    fn a_type_is_told_in_words_with_a_link_to_what_it_names() {
        let list = Type::List(Box::new(Type::Named("TagName".to_owned())));
        assert_eq!(kind_of(&list, "types.md"), "a list: [TagName](types.md#tagname)");
        assert_eq!(kind_of(&Type::Nullable(Box::new(Type::Text)), ""), "text, or `null`");
    }

    #[test]
    fn nothing_outside_code_becomes_html() {
        assert_eq!(prose("<b> and `<b>`"), "&lt;b> and `<b>`");
    }
}
