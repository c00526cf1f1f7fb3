//! What each operation is for: the first sentence of the documentation of its function, read from the source, for a schema has only types.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the operations are, each in the file of its area.
const FOLDER: &str = "core/src/ops";

/// The sentences, by the operation's name.
///
/// # Errors
/// The operation that has none, or a file that cannot be read.
pub fn read(root: &Path) -> Result<BTreeMap<String, String>, String> {
    let file = |name: &str| {
        let name = format!("{FOLDER}/{name}.rs");
        fs::read_to_string(root.join(&name)).map_err(|error| format!("{name}: {error}"))
    };
    let mut summaries = BTreeMap::new();
    for (operation, area, function) in table(&file("mod")?) {
        let summary = summary(&file(&area)?, &function)
            .ok_or_else(|| format!("`{operation}`: `{area}::{function}` has no sentence of documentation"))?;
        summaries.insert(operation, summary);
    }
    Ok(summaries)
}

/// The lines `"access.decide" => access::decide(held),`: name, file and function.
fn table(text: &str) -> Vec<(String, String, String)> {
    let entry = |line: &str| {
        let (name, call) = line.trim().strip_prefix('"')?.split_once("\" => ")?;
        let (area, function) = call.split_once('(')?.0.split_once("::")?;
        Some((name.to_owned(), area.to_owned(), function.to_owned()))
    };
    text.lines().filter_map(entry).collect()
}

/// The first line of documentation above a public function.
fn summary(text: &str, function: &str) -> Option<String> {
    let start = format!("pub fn {function}(");
    let before = text.lines().take_while(|line| !line.starts_with(&start));
    let mut documentation = Vec::new();
    for line in before {
        match line.strip_prefix("/// ") {
            Some(sentence) => documentation.push(sentence),
            None if line.starts_with("///") || line.starts_with("#[") => {}
            None => documentation.clear(),
        }
    }
    let is_there = text.lines().any(|line| line.starts_with(&start));
    documentation.first().filter(|_| is_there).map(|sentence| (*sentence).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_file_and_function() {
        let lines = "    \"a.b\" => a::c(held),\n    \"a.d\" => a::d(),\n    other => x,\n";
        let found: Vec<_> =
            table(lines).into_iter().map(|(name, area, call)| [name, area, call].join(" ")).collect();
        assert_eq!(found, ["a.b a c", "a.d a d"]);
    }

    #[test]
    fn a_summary_is_the_first_line_above_its_function() {
        let text = "/// Another.\npub fn b() {}\n\n/// What it does.\n/// More.\n#[inline]\npub fn c(request: C) {}\n";
        assert_eq!(summary(text, "c").as_deref(), Some("What it does."));
        assert_eq!(summary(text, "d"), None);
        assert_eq!(summary("fn x() {}\npub fn c() {}\n", "c"), None);
    }
}
