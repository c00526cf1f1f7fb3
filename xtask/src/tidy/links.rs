//! Every relative link of every document leads to a file or folder of the tree, and to a heading of it where it names one. Links to
//! elsewhere are nobody's business here: no check of this project needs a network.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::Document;
use super::{File, Finding};

/// Data may hold anything.
const DATA_FOLDERS: [&str; 2] = ["core/vectors/", "examples/data/"];

pub fn check(files: &[File]) -> Vec<Finding> {
    let is_document = |file: &&File| {
        file.name.ends_with(".md") && DATA_FOLDERS.iter().all(|data| !file.name.starts_with(data))
    };
    let documents: BTreeMap<&str, Document<'_>> = files
        .iter()
        .filter(is_document)
        .map(|file| (file.name.as_str(), Document::new(&file.text)))
        .collect();
    let places = places(files);
    let mut findings = Vec::new();
    for (name, document) in &documents {
        for (line, target) in document.links() {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, anchor) =
                target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
            let place = if path.is_empty() { Some((*name).to_owned()) } else { resolved(name, path) };
            let Some(place) = place.filter(|place| places.contains(place)) else {
                let what = format!("`{target}` leads nowhere");
                findings.push(Finding::new(name, line, what, "link to a file or folder of the project"));
                continue;
            };
            let is_there = |anchor| {
                documents
                    .get(place.as_str())
                    .is_none_or(|document| document.anchors().iter().any(|there| there == anchor))
            };
            if anchor.is_some_and(|anchor| !is_there(anchor)) {
                let what = format!("`{target}` names no heading of `{place}`");
                findings.push(Finding::new(
                    name,
                    line,
                    what,
                    "use a heading as its link is written: `#small-words`",
                ));
            }
        }
    }
    findings
}

/// Every file, and every folder above one.
fn places(files: &[File]) -> BTreeSet<String> {
    let mut places = BTreeSet::from([String::new()]);
    for File { name, .. } in files {
        places.insert(name.clone());
        places.extend(name.match_indices('/').filter_map(|(at, _)| name.get(..at).map(str::to_owned)));
    }
    places
}

/// A path seen from a document, as one from the root; nothing, where it leads out of the project.
pub(super) fn resolved(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
        let files = [
            file("docs/src/a.md", text),
            file("docs/src/b/c.md", "# One two\n"),
            file("core/src/lib.rs", ""),
        ];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn links_to_files_folders_headings_and_elsewhere_are_right() {
        let text = "# Top\n[a](b/c.md) [b](b/c.md#one-two) [c](../../core/src/) [d](#top) [e](https://example.com/x) [f](b)\n";
        assert_eq!(found(text), Vec::<String>::new());
    }

    #[test]
    fn a_link_that_leads_nowhere_or_out_of_the_project_is_found() {
        assert_eq!(found("[a](d.md)\n"), ["`d.md` leads nowhere"]);
        assert_eq!(found("[a](../../../etc)\n"), ["`../../../etc` leads nowhere"]);
    }

    #[test]
    fn a_heading_that_is_not_there_is_found() {
        assert_eq!(found("[a](b/c.md#three)\n"), ["`b/c.md#three` names no heading of `docs/src/b/c.md`"]);
    }
}
