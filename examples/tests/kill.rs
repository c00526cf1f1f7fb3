//! Killed at any moment and started again, the program ends in the same database as an unbroken run; started once more, it
//! changes nothing and says so.
//!
//! The moments are chosen by how far the run has come (which files are there, how long the journal is), not by time, so that
//! they fall everywhere in the run on a fast machine as on a slow one.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::program::{Ended, Folder, NOW, dump};

const SITE: &[u8] = include_bytes!("../data/sample/site.json");
const EXPORT: &[u8] = include_bytes!("../data/sample/export.csv");

/// Small batches, so that there are many moments between two of them.
pub const ARGUMENTS: [&str; 9] =
    ["list.csv", "site.json", "--to", "members.db", "--now", NOW, "--batch-size", "10", "--all-contacts"];

/// The header and so many fifths of the records: as much dirt, in less time. Line breaks within cells have no carriage return.
fn list(fifths: usize) -> &'static [u8] {
    let cut = EXPORT.len() / 5 * fifths;
    let rest = EXPORT[cut..].windows(2).position(|bytes| bytes == b"\r\n").unwrap();
    &EXPORT[..cut + rest + 2]
}

pub fn prepared() -> Folder {
    let folder = Folder::new();
    folder.write("site.json", SITE);
    folder.write("list.csv", list(1));
    folder
}

/// splitmix64, so that a failure can be looked at again.
fn random(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

fn length(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|about| about.len())
}

/// Starts the program and kills it as soon as something holds; says whether it was killed before it ended.
fn killed_when(folder: &Folder, reached: impl Fn() -> bool) -> bool {
    let mut command = folder.command(&ARGUMENTS);
    let mut child: Child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let start = Instant::now();
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if reached() {
            // SIGKILL: no destructor runs, nothing is flushed.
            child.kill().unwrap();
            child.wait().unwrap();
            return true;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "the program hangs");
        std::thread::sleep(Duration::from_micros(100));
    }
}

pub fn run(folder: &Folder) -> Ended {
    let ended = folder.run(&ARGUMENTS);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    ended
}

/// What an unbroken run leaves: the database, and the length of the journal.
pub fn unbroken() -> &'static (String, u64) {
    static UNBROKEN: OnceLock<(String, u64)> = OnceLock::new();
    UNBROKEN.get_or_init(|| {
        let folder = prepared();
        run(&folder);
        (dump(&folder.join("members.db")), length(&folder.join("members.db.journal")).unwrap())
    })
}

pub fn assert_settled(folder: &Folder, expected: &str) {
    assert!(dump(&folder.join("members.db")) == expected, "the database is another one than without kills");
    let journal = fs::read(folder.join("members.db.journal")).unwrap();
    let again = run(folder);
    assert!(again.stdout.contains("nothing to do"), "{}", again.stdout);
    assert!(dump(&folder.join("members.db")) == expected, "a run with nothing to do changed something");
    assert_eq!(fs::read(folder.join("members.db.journal")).unwrap(), journal);
}

#[test]
fn ten_kills_in_one_run_end_as_none_does() {
    let (expected, full) = unbroken();
    for seed in [1, 2] {
        let mut state = seed;
        let mut points: Vec<u64> = (0..10).map(|_| random(&mut state) % full).collect();
        points.sort_unstable();
        let folder = prepared();
        let (journal, log) = (folder.join("members.db.journal"), folder.join("members.db-wal"));
        let mut killed = 0;
        for (number, point) in points.into_iter().enumerate() {
            let is_far = || length(&journal).is_some_and(|length| length > point);
            // Every other time not at once, but when the database writes next: between its commit and the journal's line.
            let written = Cell::new(None);
            let is_written = || {
                let now = fs::metadata(&log).and_then(|about| about.modified()).ok();
                let before = written.get().or(now);
                written.set(before);
                before != now
            };
            killed += usize::from(killed_when(&folder, || is_far() && (number % 2 == 0 || is_written())));
        }
        // The last points may lie so near the end that the program is done first.
        assert!(killed >= 7, "only {killed} kills came in time, seed {seed}");
        run(&folder);
        assert_settled(&folder, expected);
    }
}

#[test]
fn a_kill_before_the_first_batch_loses_nothing() {
    let (expected, _) = unbroken();
    for file in ["members.db", "members.db.journal.inputs", "members.db.journal.plan", "members.db.journal"] {
        let folder = prepared();
        let path = folder.join(file);
        assert!(killed_when(&folder, || path.exists()), "{file}");
        run(&folder);
        assert_settled(&folder, expected);
    }
}

#[test]
fn a_torn_last_line_is_cut_off_and_done_again() {
    let (expected, full) = unbroken();
    let folder = prepared();
    let journal = folder.join("members.db.journal");
    assert!(killed_when(&folder, || length(&journal).is_some_and(|length| length > full / 2)));
    let mut bytes = fs::read(&journal).unwrap();
    bytes.truncate(bytes.len() - 9);
    fs::write(&journal, bytes).unwrap();
    let ended = run(&folder);
    assert!(ended.stdout.contains("going on from there"), "{}", ended.stdout);
    assert!(!ended.stdout.contains(", 0 found applied"), "{}", ended.stdout);
    assert_settled(&folder, expected);
}

#[test]
fn another_list_does_not_go_on_with_a_half_done_run() {
    let (_, full) = unbroken();
    let folder = prepared();
    let journal = folder.join("members.db.journal");
    assert!(killed_when(&folder, || length(&journal).is_some_and(|length| length > full / 2)));
    let before = (dump(&folder.join("members.db")), fs::read(&journal).unwrap());
    folder.write("list.csv", list(2));
    let refused = folder.run(&ARGUMENTS);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains("list.csv"), "{}", refused.stderr);
    assert!(refused.stderr.contains("remedy: "), "{}", refused.stderr);
    assert!((dump(&folder.join("members.db")), fs::read(&journal).unwrap()) == before);
}

#[test]
fn a_run_does_not_go_on_with_another_database() {
    let (_, full) = unbroken();
    let folder = prepared();
    let journal = folder.join("members.db.journal");
    assert!(killed_when(&folder, || length(&journal).is_some_and(|length| length > full / 2)));
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.join(&format!("members.db{ending}")));
    }
    let refused = folder.run(&ARGUMENTS);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert!(refused.stderr.contains("was not begun on this database"), "{}", refused.stderr);
    assert!(!folder.join("members.db").exists());
}

#[test]
fn a_kill_while_the_next_run_begins_loses_nothing() {
    let twice = |kill: bool| {
        let folder = prepared();
        run(&folder);
        folder.write("list.csv", list(2));
        let is_copied = || folder.files().iter().any(|file| file.starts_with("members.db.before-"));
        assert!(!kill || killed_when(&folder, is_copied));
        run(&folder);
        assert!(run(&folder).stdout.contains("nothing to do"));
        dump(&folder.join("members.db"))
    };
    assert!(twice(true) == twice(false), "the database is another one than without a kill");
}

#[test]
fn a_changed_list_makes_a_new_plan_and_keeps_the_old_run() {
    let folder = prepared();
    run(&folder);
    folder.write("list.csv", list(2));
    let ended = folder.run(&ARGUMENTS);
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
    let kept = folder.files().iter().filter(|file| file.starts_with("members.db.journal.")).count();
    // Plan and inputs of the new run; journal, plan and inputs of the old one.
    assert_eq!(kept, 5, "{:?}", folder.files());
    assert!(run(&folder).stdout.contains("nothing to do"));
}
