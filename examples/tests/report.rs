//! `migrate --report` writes what was done, in the form that the name says, and without people where that is asked.

use crate::program::{Folder, NOW};

const SITE: &str = include_str!("../data/sample/site.json");
const LIST: &str =
    "Email,First Name,Id,Tags,Password\r\nada@example.com,Adaline,4711,Circle Member,hunter2hunter2\r\n";

fn moved(arguments: &[&str]) -> (Folder, String) {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE);
    folder.write("key", "a key that nobody guesses\n");
    let ended = folder.run(&[&["list.csv", "site.json", "--now", NOW], arguments].concat());
    let said = format!("{}: {}{}", ended.code, ended.stdout, ended.stderr);
    (folder, said)
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn a_move_is_reported_as_a_page_as_markdown_and_as_data() {
    let (folder, said) = moved(&["--report", "move.html"]);
    assert!(said.starts_with("0: ") && said.contains("written to move.html"), "{said}");
    let page = read(&folder, "move.html");
    for part in
        ["<!doctype html>", "Operations by phase", "ada@example.com", "Adaline", "complete", "</html>"]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("hunter2"));
    let again = folder.run(&["list.csv", "site.json", "--now", NOW, "--report", "again.json"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    let document: serde_json::Value = serde_json::from_str(&read(&folder, "again.json")).unwrap();
    assert_eq!(document["head"]["site"], "Harbour Academy");
}

#[test]
fn under_a_key_nobody_is_named_and_a_dry_run_reports_its_plan() {
    let (folder, said) = moved(&["--report", "move.md", "--pseudonymise", "key"]);
    assert!(said.starts_with("0: "), "{said}");
    let report = read(&folder, "move.md");
    assert!(report.contains("@example.invalid") && report.contains("Circle Member"), "{report}");
    for original in ["ada@", "Adaline", "4711", "hunter2", "nobody guesses"] {
        assert!(!report.contains(original), "{original}");
    }
    let (folder, said) = moved(&["--report", "plan.md", "--dry-run"]);
    assert!(said.starts_with("0: "), "{said}");
    assert!(read(&folder, "plan.md").contains("## Plan"));
    assert!(!read(&folder, "plan.md").contains("## Run"));
}

#[test]
fn what_cannot_be_a_report_is_refused_before_anything_is_done() {
    for (arguments, code, part) in [
        (&["--report", "move.txt"][..], "2", ".html, .md or .json"),
        (&["--pseudonymise", "key"], "2", "--report"),
        (&["--report", "site.json"], "2", "written over"),
        (&["--report", "move.md", "--pseudonymise", "gone"], "3", "gone"),
        (&["--report", "nowhere/move.md"], "3", "nowhere"),
    ] {
        let (folder, said) = moved(arguments);
        assert!(said.starts_with(code) && said.contains(part), "{said}");
        assert_eq!(folder.files(), ["key", "list.csv", "site.json"]);
    }
}
