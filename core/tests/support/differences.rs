//! What we decide differently from the public suites: read from `docs/src/reference/differences.md`, the one place where it stands.
//! Each list has a section of that file; a difference without a row fails, and so does a row without a difference.

use std::collections::BTreeMap;

const DOCUMENT: &str = include_str!("../../../docs/src/reference/differences.md");

/// What a list was compared with, gathered case by case.
pub struct Comparison {
    list: &'static str,
    agreed: usize,
    /// By case: what was asked, shortened, and what came of it.
    differing: BTreeMap<String, (String, String)>,
}

impl Comparison {
    /// Of the list that the section with this title holds.
    pub fn of(list: &'static str) -> Comparison {
        Comparison { list, agreed: 0, differing: BTreeMap::new() }
    }

    /// Takes in a case: whether we agree, and otherwise what came of it.
    pub fn case(&mut self, id: &str, input: &str, agrees: bool, what: impl FnOnce() -> String) {
        if agrees {
            self.agreed += 1;
        } else {
            self.differing.insert(id.to_owned(), (shown(input), what()));
        }
    }

    /// Compares the differences with the section's rows.
    pub fn check(self) {
        let rows = rows(self.list);
        let mut wrong = Vec::new();
        for (id, (input, what)) in &self.differing {
            match rows.get(id) {
                Some((known, why)) if known == input && !why.is_empty() => {}
                found => {
                    let found = found
                        .map(|(known, _)| format!(" (the row there has the input {known})"))
                        .unwrap_or_default();
                    wrong.push(format!("differs{found}: {what}\n  | {id} | {input} | why |"));
                }
            }
        }
        for id in rows.keys().filter(|id| !self.differing.contains_key(*id)) {
            wrong.push(format!("agrees, so its row can go: {id}"));
        }
        println!("{}: {} agree, {} differ and are explained", self.list, self.agreed, self.differing.len());
        assert!(
            wrong.is_empty(),
            "docs/src/reference/differences.md, section `{}`:\n{}",
            self.list,
            wrong.join("\n")
        );
    }
}

/// A section's rows by case: the input and the reason.
fn rows(list: &str) -> BTreeMap<String, (String, String)> {
    let heading = format!("## {list}\n");
    let section = DOCUMENT.split_once(&heading).map(|(_, rest)| rest).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let row = |line: &str| {
        let cells: Vec<&str> =
            line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").map(str::trim).collect();
        let [id, input, why] = cells.as_slice() else { return None };
        id.contains('/').then(|| ((*id).to_owned(), ((*input).to_owned(), (*why).to_owned())))
    };
    section.lines().filter_map(row).collect()
}

/// An input as a table's cell shows it: the start of it, on one line, without anybody's domain.
fn shown(input: &str) -> String {
    let local = match input.rsplit_once('@') {
        Some((local, domain)) if !domain.contains("example") => format!("{local}@…"),
        _ => input.to_owned(),
    };
    let mut short: String = local.chars().take(40).flat_map(char::escape_debug).collect();
    if local.chars().nth(40).is_some() {
        short.push('…');
    }
    format!("`{}`", short.replace('|', "¦").replace('`', "'"))
}
