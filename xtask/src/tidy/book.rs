//! What the book keeps to: every page stands in its table of contents, every block of code says how it is run, and every test that a page
//! names is there.

use super::links::resolved;
use super::markdown::Document;
use super::{File, Finding};

const PAGES: &str = "docs/src/";
const CONTENTS: &str = "docs/src/SUMMARY.md";
/// Where the Rust of the pages is taken into the doc tests.
const DOC_TESTS: &str = "examples/src/lib.rs";

/// Languages whose blocks a test runs, and the one that is only shown, or is what the block before it prints.
const LANGUAGES: [&str; 6] = ["rust", "python", "js", "php", "console", "text"];

pub fn check(files: &[File]) -> Vec<Finding> {
    let text_of =
        |name: &str| files.iter().find(|file| file.name == name).map_or("", |file| file.text.as_str());
    let contents = Document::new(text_of(CONTENTS));
    let contents: Vec<&str> = contents.links().into_iter().map(|(_, target)| target).collect();
    let doc_tests = text_of(DOC_TESTS);
    let mut findings = Vec::new();
    let pages = files.iter().filter(|file| file.name.ends_with(".md"));
    for (name, page, text) in
        pages.filter_map(|file| Some((&file.name, file.name.strip_prefix(PAGES)?, &file.text)))
    {
        if name != CONTENTS && !contents.contains(&page) {
            let remedy = format!("add it to {CONTENTS}");
            findings.push(Finding::new(name, 1, "the page is not in the table of contents", remedy));
        }
        let document = Document::new(text);
        for fence in &document.fences {
            if !LANGUAGES.contains(&fence.info) {
                let what = format!("a block of code is marked `{}`", fence.info);
                let remedy = format!("mark it with one of {}, and nothing else", LANGUAGES.join(", "));
                findings.push(Finding::new(name, fence.line, what, remedy));
            }
            if fence.info == "rust" && !doc_tests.contains(name.as_str()) {
                let remedy = format!("include the page in {DOC_TESTS}");
                findings.push(Finding::new(name, fence.line, "the page's Rust is not run", remedy));
            }
        }
        for (line, target) in document.links() {
            let path = target.split('#').next().unwrap_or(target);
            let is_outside = || resolved(name, path).is_some_and(|place| !place.starts_with(PAGES));
            if path.ends_with(".md") && !path.contains("://") && is_outside() {
                let what = format!("`{target}` would lead to a page that the book does not have");
                findings.push(Finding::new(name, line, what, "link to the folder that it stands in"));
            }
        }
        for (line, code) in document.codes() {
            let Some((file, test)) = code.split_once("::").filter(|(file, _)| file.contains('/')) else {
                continue;
            };
            if !has_test(text_of(file), test) {
                let what = format!("there is no test `{test}` in `{file}`");
                findings.push(Finding::new(name, line, what, "name a test as `folder/file::its name`"));
            }
        }
    }
    findings
}

/// Whether a file of any language has a test of this name.
fn has_test(text: &str, name: &str) -> bool {
    [format!("fn {name}("), format!("def {name}("), format!("test(\"{name}\""), format!("function {name}(")]
        .iter()
        .any(|start| text.contains(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str) -> Vec<String> {
        let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
        let files = [
            file(CONTENTS, "- [A](a.md)\n"),
            file("docs/src/a.md", page),
            file(DOC_TESTS, "#[doc = include_str!(\"../../docs/src/b.md\")]"),
            file("core/tests/c.rs", "fn it_holds() {}"),
        ];
        check(&files).into_iter().map(|finding| finding.what).collect()
    }

    #[test]
    fn a_page_with_tests_that_are_there_and_known_languages_is_right() {
        assert_eq!(found("`core/tests/c.rs::it_holds` `Run::start`\n\n```text\n```\n"), Vec::<String>::new());
    }

    #[test]
    fn what_is_not_run_or_not_there_is_found() {
        assert_eq!(found("```rust\n```\n"), ["the page's Rust is not run"]);
        assert_eq!(found("```rust,ignore\n```\n"), ["a block of code is marked `rust,ignore`"]);
        assert_eq!(
            found("`core/tests/c.rs::it_does`\n"),
            ["there is no test `it_does` in `core/tests/c.rs`"]
        );
    }

    #[test]
    fn a_document_outside_of_the_book_is_no_page_of_it() {
        assert_eq!(found("[a](../../README.md#b) [c](../../core) [d](a.md)\n").len(), 1);
    }

    #[test]
    fn a_page_that_nobody_finds_is_found() {
        let page = File { name: "docs/src/d.md".to_owned(), text: String::new() };
        assert_eq!(check(&[page]).len(), 1);
    }
}
