//! `migrate --report` writes what was done, in the form that the name says, and without people where that is asked.

use std::process::Command;

use crate::kill::{ARGUMENTS, prepared};
use crate::program::{Ended, Folder, NOW};

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
fn a_move_is_reported_with_readiness_access_and_billing_where_something_is_known_of_them() {
    let (folder, said) = moved(&["--report", "move.md"]);
    assert!(said.starts_with("0: "), "{said}");
    let report = read(&folder, "move.md");
    assert!(report.contains("## Readiness") && report.contains("- Verdict: not-yet"), "{report}");
    assert!(report.contains("- After the move: as found on the target"), "{report}");
    // Her tag is as the site names it, and she sees what she saw.
    assert!(report.contains("- Lost: 0\n") && report.contains("- Gained: 0\n"), "{report}");
    assert!(!report.contains("## Billing"));

    let folder = Folder::new();
    folder.write("list.csv", LIST.replace("Circle Member", "Membership: Harbour Circle"));
    folder.write("site.json", SITE);
    folder.write("before.json", include_str!("../data/access/before.json"));
    folder.write("subscriptions.csv", include_str!("../data/billing/memberpress.csv"));
    folder.write("answers.json", include_str!("../data/readiness/answers.json"));
    let arguments = ["list.csv", "site.json", "--now", NOW, "--dry-run", "--report", "move.md"];
    let ended = folder.run(
        &[&arguments[..], &["--subscriptions", "subscriptions.csv", "--answers", "answers.json"]].concat(),
    );
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stdout.contains("3 records of MemberPress, 0 set aside"), "{}", ended.stdout);
    let report = read(&folder, "move.md");
    assert!(report.contains("- After the move: as foreseen"), "{report}");
    // Renamed tags are no gain.
    assert!(report.contains("- Lost: 0\n") && report.contains("- Gained: 0\n"), "{report}");
    assert!(
        report.contains("ines.varga@east.example") && report.contains("- Subscriptions: 3\n"),
        "{report}"
    );
    assert!(report.contains("asked the hosting provider"), "{report}");
    // By a document in which nobody could see the Circle before, she gains it.
    folder.write(
        "before.json",
        include_str!("../data/access/before.json").replace("Membership: Harbour Circle", "Nobody's"),
    );
    let ended = folder.run(&[&arguments[..], &["--before", "before.json"]].concat());
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("`circle` opens to them"), "{}", ended.stderr);
    assert!(
        read(&folder, "move.md").contains("| The Circle | 0 | 0 | 1 | 0 |"),
        "{}",
        read(&folder, "move.md")
    );
}

#[test]
fn a_plan_that_may_not_be_run_is_reported_all_the_same() {
    let folder = Folder::new();
    folder.write("list.csv", LIST);
    folder.write("site.json", SITE.replace("\"tags\": [\"Workshop, evening\"]", "\"tags\": [\"Nobody's\"]"));
    let ended = folder.run(&["list.csv", "site.json", "--now", NOW, "--report", "move.md"]);
    assert_eq!(ended.code, 1, "{}", ended.stderr);
    assert!(ended.stderr.contains("exists nowhere else"), "{}", ended.stderr);
    let report = read(&folder, "move.md");
    let (_, blocks) = report.split_once("**What blocks the plan**").unwrap();
    let (blocks, _) = blocks.split_once("**What was waived**").unwrap();
    assert!(blocks.contains("tag-dangling") && blocks.contains("Nobody's"), "{report}");
    assert!(report.contains("- May be run: no") && report.contains("## Access"), "{report}");
    assert_eq!(folder.files(), ["list.csv", "move.md", "site.json"]);
}

#[test]
fn what_cannot_be_a_report_is_refused_before_anything_is_done() {
    for (arguments, code, part) in [
        (&["--report", "move.txt"][..], "2", ".html, .md or .json"),
        (&["--pseudonymise", "key"], "2", "--report"),
        (&["--report", "site.json"], "2", "written over"),
        (&["--report", "move.md", "--pseudonymise", "gone"], "3", "gone"),
        (&["--report", "nowhere/move.md"], "3", "nowhere"),
        (&["--report", "site.json", "--answers", "site.json"], "2", "written over"),
        (&["--report", "move.md", "--answers", "list.csv"], "1", "list.csv"),
        (&["--report", "move.md", "--before", "list.csv"], "1", "list.csv"),
        (&["--report", "move.md", "--subscriptions", "gone.csv"], "3", "gone.csv"),
        (&["--answers", "key"], "2", "--report"),
        (&["--before", "key"], "1", "key"),
        (&["--accept", "gone.json"], "3", "gone.json"),
        (&["--accept-gains", "list.csv"], "1", "list.csv"),
    ] {
        let (folder, said) = moved(arguments);
        assert!(said.starts_with(code) && said.contains(part), "{said}");
        assert_eq!(folder.files(), ["key", "list.csv", "site.json"]);
    }
}

#[test]
fn a_run_that_stops_in_the_middle_is_reported_with_what_was_done_and_what_was_not() {
    let folder = prepared();
    let command = folder.command(&[&ARGUMENTS[..], &["--report", "stopped.md"]].concat());
    let mut limited = Command::new("sh");
    // A full disk, as in `full_disk`: the database grows beyond what a file may have.
    limited.args(["-c", "trap '' XFSZ; ulimit -f 1100; exec \"$0\" \"$@\""]);
    limited.arg(command.get_program()).args(command.get_args()).current_dir(folder.path());
    let stopped = Ended::of(&mut limited);
    assert_eq!(stopped.code, 3, "{}{}", stopped.stdout, stopped.stderr);
    assert!(stopped.stderr.contains("space on the disk"), "{}", stopped.stderr);
    let report = read(&folder, "stopped.md");
    assert!(report.contains("- Status: running"), "{report}");
    assert!(report.contains("| start the run again with the same list, site and options"), "{report}");
    let (_, left) = report.split_once("**Not carried out**").unwrap();
    assert!(left.contains("| verify | verify-target | 1 |"), "{report}");
    assert!(report.contains("**Rate, by "), "{report}");
    // With room again it goes on, and the report says so.
    let ended = folder.run(&[&ARGUMENTS[..], &["--report", "ended.md"]].concat());
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let report = read(&folder, "ended.md");
    assert!(report.contains("- Status: complete") && report.contains("everything is as planned"), "{report}");
}

#[test]
fn a_run_that_is_taken_back_is_reported() {
    let (folder, said) = moved(&[]);
    assert!(said.starts_with("0: "), "{said}");
    let back =
        folder.run(&["--roll-back", "--to", "members.db", "--report", "back.md", "--pseudonymise", "key"]);
    assert_eq!(back.code, 0, "{}{}", back.stdout, back.stderr);
    let report = read(&folder, "back.md");
    assert!(report.contains("the run was taken back") && report.contains("- To be deleted: 1"), "{report}");
    assert!(report.contains("# Migration of Harbour Academy") && !report.contains("ada@"), "{report}");
}
