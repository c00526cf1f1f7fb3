//! The core by floors: a module may use lower floors only, and its own floor only where an arrow stands. This table is
//! the one in `ARCHITECTURE.md`, as data.

use std::collections::BTreeMap;

use super::rust::tokens;
use super::uses::{PathUse, children, paths};
use super::{File, Finding};

/// Each floor with its modules; `a/b` is a part of `a` that stands elsewhere than the rest of it.
const FLOORS: [(u8, &[&str]); 7] = [
    (6, &["ops"]),
    (5, &["run", "report", "rehearsal"]),
    (4, &["plan", "readiness"]),
    (3, &["automation", "billing", "access/compare", "feed", "membership", "webhook/inventory"]),
    (2, &["site", "intake", "source"]),
    (1, &["contact", "payment", "offering", "access", "automation/model", "operation", "webhook"]),
    (0, &["id", "text", "tag", "time", "issue", "json", "error", "limits", "schema", "frame", "order"]),
];

/// Who may use whom on the same floor.
const ARROWS: [(&str, &str); 20] = [
    ("report", "run"),
    ("rehearsal", "run"),
    ("readiness", "plan"),
    ("automation/model", "offering"),
    ("automation/model", "operation"),
    ("webhook", "automation/model"),
    ("webhook", "operation"),
    ("access/compare", "membership"),
    ("intake", "source"),
    ("payment", "contact"),
    ("error", "issue"),
    ("json", "issue"),
    ("json", "text"),
    ("issue", "text"),
    ("issue", "schema"),
    ("id", "text"),
    ("tag", "text"),
    ("time", "text"),
    ("frame", "time"),
    ("issue", "frame"),
];

const CORE: &str = "core/src/";
const TABLE: &str = "FLOORS in xtask/src/tidy/floors.rs";

/// Checks what the modules of the core use of each other.
pub fn check(files: &[File]) -> Vec<Finding> {
    let sources: Vec<Source<'_>> = files.iter().filter_map(Source::read).collect();
    let names = Names::collect(&sources);
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| !source.module.is_empty()) {
        let Some((floor, module)) = stands(&source.module) else {
            if let [name] = source.module.as_slice() {
                findings.push(Finding::new(
                    source.file,
                    1,
                    format!("the module `{name}` stands on no floor"),
                    format!("give it one in {TABLE} and in ARCHITECTURE.md"),
                ));
            }
            continue;
        };
        for path in &source.paths {
            // A folder's table of contents shows what its parts hold; that is no use.
            if path.public && path.segments.starts_with(&source.module) {
                continue;
            }
            if let Some((what, remedy)) = fault(module, floor, &names.resolve(&path.segments)) {
                findings.push(Finding::new(source.file, path.line, what, remedy));
            }
        }
    }
    findings
}

/// What is wrong with a use, and the remedy.
fn fault(user: &str, floor: u8, path: &[String]) -> Option<(String, String)> {
    if path == ["*"] {
        let what = "a glob of the crate's root hides what is used".to_owned();
        return Some((what, "name what is used".to_owned()));
    }
    let Some((used_floor, used)) = stands(path) else {
        let what = format!("`crate::{}` leads to no module on a floor", path.join("::"));
        return Some((what, format!("give its module a floor in {TABLE}, or name the module it comes from")));
    };
    if used == user || used_floor < floor || ARROWS.contains(&(user, used)) {
        return None;
    }
    let what = format!("`{user}` (floor {floor}) uses `{used}` (floor {used_floor})");
    Some(if used_floor == floor {
        (
            what,
            "move what both need to a lower floor, or add the arrow to ARROWS in the same file as FLOORS"
                .to_owned(),
        )
    } else {
        (what, format!("move what is needed down to where `{user}` may use it, or hand it in as an argument"))
    })
}

/// The floor and the table's name of a place in the crate: the longest entry that leads to it.
fn stands(place: &[String]) -> Option<(u8, &'static str)> {
    let entries =
        FLOORS.into_iter().flat_map(|(floor, modules)| modules.iter().map(move |module| (floor, *module)));
    entries
        .filter(|(_, module)| {
            let parts = module.split('/');
            parts.clone().count() <= place.len() && parts.zip(place).all(|(part, segment)| part == segment)
        })
        .max_by_key(|(_, module)| module.len())
}

/// A source file of the core.
struct Source<'a> {
    file: &'a str,
    /// Where its module stands, from the root; the root itself is empty.
    module: Vec<String>,
    children: Vec<&'a str>,
    paths: Vec<PathUse>,
}

impl<'a> Source<'a> {
    fn read(file: &'a File) -> Option<Source<'a>> {
        let inner = file.name.strip_prefix(CORE)?.strip_suffix(".rs")?;
        let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        let tokens = tokens(&file.text);
        let paths = paths(&module, &tokens);
        Some(Source { file: &file.name, module, children: children(&tokens), paths })
    }
}

/// Which name in which module is really another module's: what its `use` declarations bring there.
struct Names(BTreeMap<Vec<String>, Vec<String>>);

impl Names {
    fn collect(sources: &[Source<'_>]) -> Names {
        let mut names = BTreeMap::new();
        for source in sources {
            for path in &source.paths {
                let Some(name) = path.name.as_deref().filter(|name| !matches!(*name, "*" | "_")) else {
                    continue;
                };
                let mut place = source.module.clone();
                place.push(name.to_owned());
                // A module's own name is the module, whatever else is called so (`pub use plan::plan`).
                if place != path.segments && !source.children.contains(&name) {
                    names.insert(place, path.segments.clone());
                }
            }
        }
        Names(names)
    }

    /// A path with every name that was brought from elsewhere replaced by where it comes from.
    fn resolve(&self, path: &[String]) -> Vec<String> {
        let mut path = path.to_vec();
        // Re-exports of re-exports end after a few turns; one that leads to itself must not turn for ever.
        for _ in 0..8 {
            let replaced = (1..=path.len()).find_map(|length| {
                let (head, tail) = path.split_at_checked(length)?;
                let target = self.0.get(head)?;
                Some(target.iter().chain(tail).cloned().collect::<Vec<_>>())
            });
            match replaced {
                Some(next) if next != path => path = next,
                _ => break,
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(sources: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<File> = sources
            .iter()
            .map(|(name, text)| File { name: format!("{CORE}{name}"), text: (*text).to_owned() })
            .collect();
        check(&files)
            .into_iter()
            .map(|finding| format!("{}:{}: {}", finding.file, finding.line, finding.what))
            .collect()
    }

    #[test]
    fn lower_floors_and_arrows_are_free_to_use() {
        let sources = [
            ("lib.rs", "mod text; mod tag; mod contact; mod intake; mod source;"),
            ("tag.rs", "use crate::text;"),
            ("contact/email.rs", "use crate::{tag::TagId, text};\nuse super::consent::Consent;"),
            ("intake/mod.rs", "use crate::source::Profile; use crate::contact::Contact;"),
        ];
        assert_eq!(findings(&sources), Vec::<String>::new());
    }

    #[test]
    fn a_higher_floor_and_a_neighbour_without_an_arrow_are_found() {
        let sources = [
            ("source/keap.rs", "fn f() {\n    crate::intake::read();\n}"),
            ("text.rs", "use crate::tag::TagId;"),
            ("offering/mod.rs", "\nuse crate::plan::Plan;"),
        ];
        assert_eq!(
            findings(&sources),
            [
                "core/src/source/keap.rs:2: `source` (floor 2) uses `intake` (floor 2)",
                "core/src/text.rs:1: `text` (floor 0) uses `tag` (floor 0)",
                "core/src/offering/mod.rs:2: `offering` (floor 1) uses `plan` (floor 4)",
            ]
        );
    }

    #[test]
    fn names_at_the_root_lead_to_their_modules() {
        let sources = [
            ("lib.rs", "mod plan; mod text; pub use plan::{Plan, build as plan_for}; pub use text::Excerpt;"),
            (
                "contact/mod.rs",
                "use crate::Excerpt;\nuse crate::Plan;\nfn f() { crate::plan_for() }\nuse crate::Gone;",
            ),
        ];
        assert_eq!(
            findings(&sources),
            [
                "core/src/contact/mod.rs:2: `contact` (floor 1) uses `plan` (floor 4)",
                "core/src/contact/mod.rs:3: `contact` (floor 1) uses `plan` (floor 4)",
                "core/src/contact/mod.rs:4: `crate::Gone` leads to no module on a floor",
            ]
        );
    }

    #[test]
    fn a_part_may_stand_higher_than_the_rest_of_its_module() {
        let sources = [
            (
                "access/mod.rs",
                "mod compare; mod decide; pub use compare::Comparison; pub use decide::decide;",
            ),
            ("access/compare.rs", "use super::decide; use crate::site::Site;"),
            ("access/decide.rs", "use super::compare::X;"),
            ("site/mod.rs", "use crate::access::decide;\nuse crate::access::Comparison;"),
        ];
        assert_eq!(
            findings(&sources),
            [
                "core/src/access/decide.rs:1: `access` (floor 1) uses `access/compare` (floor 3)",
                "core/src/site/mod.rs:2: `site` (floor 2) uses `access/compare` (floor 3)",
            ]
        );
    }

    #[test]
    fn a_module_without_a_floor_is_found() {
        assert_eq!(
            findings(&[("extra.rs", "")]),
            ["core/src/extra.rs:1: the module `extra` stands on no floor"]
        );
        assert_eq!(findings(&[("extra/mod.rs", "")]).len(), 1);
    }

    #[test]
    fn every_arrow_joins_two_modules_of_one_floor() {
        for (user, used) in ARROWS {
            let floor =
                |name: &str| stands(&name.split('/').map(str::to_owned).collect::<Vec<_>>()).unwrap().0;
            assert_eq!(floor(user), floor(used), "{user} -> {used}");
        }
    }
}
