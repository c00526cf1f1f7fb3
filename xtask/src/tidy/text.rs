//! What every text file keeps to: no white space at a line's end, no paths of one machine, no notes of work left undone.

use super::Finding;

/// Notes of undone work, in two halves so that this file does not hold them.
const MARKERS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Folders that exist on one machine only.
const MACHINE_PATHS: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];

/// Data keeps what a real export has: blanks at a line's end, and any word.
const DATA_FOLDERS: [&str; 3] = ["core/vectors/", "examples/data/", "fuzz/seeds/"];
const DATA_ENDINGS: [&str; 4] = [".csv", ".tsv", ".lock", ".jsonl"];

pub fn check(file: &str, text: &str) -> Vec<Finding> {
    let is_data = DATA_FOLDERS.iter().any(|folder| file.starts_with(folder))
        || DATA_ENDINGS.iter().any(|ending| file.ends_with(ending));
    let is_binary = text.contains('\0');
    if is_binary && !is_data {
        return vec![Finding::new(
            file,
            1,
            "a binary file",
            "leave it out, or make it from text when it is needed",
        )];
    }
    let mut findings = Vec::new();
    for (line, number) in text.split('\n').zip(1..) {
        if let Some(path) = MACHINE_PATHS.iter().find(|path| names_folder(line, path)) {
            let what = format!("`{path}` is a folder of one machine");
            findings.push(Finding::new(file, number, what, "use a path relative to the project"));
        }
        if is_data {
            continue;
        }
        if line.ends_with([' ', '\t', '\r']) {
            findings.push(Finding::new(file, number, "white space at the line's end", "remove it"));
        }
        if let Some(marker) = MARKERS.iter().find(|marker| holds_word(line, marker)) {
            let what = format!("`{marker}` marks work left undone");
            findings.push(Finding::new(
                file,
                number,
                what,
                "do it, or say in the documentation what is not there",
            ));
        }
    }
    findings
}

/// Whether a line holds an absolute path that begins so; the same letters within a URL or a relative path are not one.
fn names_folder(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|character| {
            character.is_alphanumeric() || matches!(character, '.' | '_' | '-' | '/' | '}')
        })
    })
}

fn holds_word(line: &str, word: &str) -> bool {
    line.split(|character: char| !character.is_alphanumeric() && character != '_').any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [usize; 0] = [];

    fn lines(file: &str, text: &str) -> Vec<usize> {
        check(file, text).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn white_space_at_a_lines_end_is_found_outside_data() {
        assert_eq!(lines("a.md", "a\nb \nc\t\n\n"), [2, 3]);
        assert_eq!(lines("examples/data/a.csv", "a \r\n"), NONE);
    }

    #[test]
    fn paths_of_one_machine_are_found_and_other_paths_are_not() {
        let path = MACHINE_PATHS[0];
        assert_eq!(lines("a.toml", &format!("a = \"{path}b\"\n")), [1]);
        assert_eq!(lines("core/vectors/a/b.json", &format!("\"{path}b\"\n")), [1]);
        assert_eq!(lines("a.md", &format!("https://example.com{path}b\n../shared{path}\n")), NONE);
    }

    #[test]
    fn marks_of_undone_work_are_whole_words() {
        let marker = MARKERS[0];
        assert_eq!(lines("a.rs", &format!("// {marker}: b\n// {marker}S, a{marker}\n")), [1]);
        assert_eq!(lines("a.csv", &format!("{marker}\n")), NONE);
    }

    #[test]
    fn binaries_are_found() {
        assert_eq!(lines("a.bin", "a\0b"), [1]);
        assert_eq!(lines("core/vectors/a/utf16.csv", "a\0b"), NONE);
    }
}
