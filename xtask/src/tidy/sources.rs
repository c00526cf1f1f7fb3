//! What every Rust file keeps to: module documentation, one subject's size, named re-exports, reasoned exceptions.

use std::collections::BTreeSet;

use super::Finding;
use super::rust::{Token, tokens, without_tests};

/// Lines of code of a file of the core, tests, comments and blank lines not counted.
const LONGEST: usize = 500;

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    if !file.ends_with(".rs") {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut findings = attributes(file, &tokens);
    findings.extend(globs(file, &tokens));
    if file.starts_with("core/src/") {
        findings.extend(documentation(file, text));
        findings.extend(size(file, &tokens));
    }
    findings
}

fn documentation(file: &str, text: &str) -> Option<Finding> {
    (!text.starts_with("//!")).then(|| {
        Finding::new(
            file,
            1,
            "the file has no module documentation",
            "begin it with `//!`: what it is, what it does not know",
        )
    })
}

fn size(file: &str, tokens: &[Token<'_>]) -> Option<Finding> {
    if file.ends_with("/tests.rs") {
        return None;
    }
    let lines: BTreeSet<usize> =
        without_tests(tokens).iter().flat_map(|token| token.line..=token.last_line).collect();
    (lines.len() > LONGEST).then(|| {
        let what = format!("{} lines of code, more than {LONGEST}", lines.len());
        Finding::new(file, 1, what, "find the second subject in it and give it a file of its own")
    })
}

fn globs(file: &str, tokens: &[Token<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut public, mut within_use) = (false, false);
    for token in tokens {
        match token.text {
            ";" => (public, within_use) = (false, false),
            "{" | "}" if !within_use => public = false,
            "pub" => public = true,
            "use" => within_use = true,
            "*" if public && within_use => {
                findings.push(Finding::new(
                    file,
                    token.line,
                    "a glob re-export hides what is public",
                    "list the names",
                ));
            }
            _ => {}
        }
    }
    findings
}

fn attributes(file: &str, tokens: &[Token<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut rest = tokens;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        if first.text != "#" {
            continue;
        }
        let body = match tail {
            [bang, body @ ..] if bang.text == "!" => body,
            _ => tail,
        };
        let Some((open, _)) = body.split_first() else { break };
        if open.text != "[" {
            continue;
        }
        let attribute = bracketed(body);
        let calls = |name: &str| {
            attribute
                .windows(2)
                .any(|pair| matches!(pair, [word, open] if word.text == name && open.text == "("))
        };
        if calls("allow") {
            let remedy = "write `expect(…, reason = \"…\")`, which also tells when it is no longer needed";
            findings.push(Finding::new(file, first.line, "an `allow` attribute", remedy));
        }
        if calls("expect") && !attribute.iter().any(|token| token.text == "reason") {
            findings.push(Finding::new(
                file,
                first.line,
                "an `expect` attribute without a reason",
                "add `reason = \"…\"`",
            ));
        }
    }
    findings
}

/// The tokens of a slice's first `[ … ]`.
fn bracketed<'s, 'a>(tokens: &'s [Token<'a>]) -> &'s [Token<'a>] {
    let mut depth = 0_usize;
    let end = tokens.iter().position(|token| {
        match token.text {
            "[" => depth += 1,
            "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    end.and_then(|end| tokens.get(..=end)).unwrap_or(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(file: &str, text: &str) -> Vec<(usize, String)> {
        check(file, text).into_iter().map(|finding| (finding.line, finding.what)).collect()
    }

    #[test]
    fn a_file_of_the_core_says_what_it_is() {
        assert_eq!(whats("core/src/a.rs", "//! Tags.\n"), []);
        assert_eq!(whats("core/src/a.rs", "use b::c;\n").len(), 1);
        assert_eq!(whats("examples/src/a.rs", "use b::c;\n"), []);
    }

    #[test]
    fn only_lines_of_code_outside_tests_count() {
        let long = |lines: usize| "let a = 1;\n".repeat(lines);
        assert_eq!(whats("core/src/a.rs", &format!("//! A.\n\n// b\n{}", long(500))), []);
        let tests = format!("//! A.\n{}#[cfg(test)]\nmod tests {{\n{}}}\n", long(500), long(50));
        assert_eq!(whats("core/src/a.rs", &tests), []);
        let found = whats("core/src/a.rs", &format!("//! A.\n{}", long(501)));
        assert_eq!(found, [(1, "501 lines of code, more than 500".to_owned())]);
    }

    #[test]
    fn glob_re_exports_are_found_and_other_stars_are_not() {
        let clean = "use super::*; pub fn f(a: *const u8) -> u8 { 2 * 3 } pub use a::{b, c};";
        assert_eq!(whats("a.rs", clean), []);
        assert_eq!(whats("a.rs", "pub use a::*;\npub(crate) use b::{c, d::*};").len(), 2);
    }

    #[test]
    fn an_exception_is_an_expect_with_a_reason() {
        assert_eq!(whats("a.rs", "#[expect(dead_code, reason = \"b\")] fn allow(a: u8) { allow(a) }"), []);
        let bad =
            "#![allow(a)]\n#[allow(a, reason = \"b\")]\n#[cfg_attr(test, allow(a))]\n#[expect(a)]\nfn f() {}";
        let lines: Vec<_> = whats("a.rs", bad).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
    }
}
