//! The committed seeds, what can be made of them by a few edits, and the golden vectors keep every law: a short run without the fuzzer,
//! which goes on from the same seeds.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

use memberferry_fuzz as fuzz;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;

/// The files below a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let seeds: Vec<_> = files(&folder).iter().map(|file| fs::read(file).unwrap()).collect();
    assert!(!seeds.is_empty(), "{target} has no seeds");
    seeds
}

/// One change of a text: at a place, with other bytes.
#[derive(Clone, Debug)]
enum Edit {
    Flip(u8),
    Insert(Vec<u8>),
    Remove(usize),
    /// What stands at another place, once more.
    Repeat(Index, usize),
}

fn edit() -> impl Strategy<Value = (Index, Edit)> {
    // What means something to one of the entrances.
    let words =
        ["\"", ",", "\n", "\r\n", "\0", "{", "}", "[", "1e400", "\u{feff}", "\u{202e}", "@", "\x1f", "\x1e"];
    let words: Vec<_> = words.iter().map(|word| word.as_bytes().to_vec()).collect();
    let edit = prop_oneof![
        any::<u8>().prop_map(Edit::Flip),
        vec(any::<u8>(), 1..5).prop_map(Edit::Insert),
        prop::sample::select(words).prop_map(Edit::Insert),
        (1..20_usize).prop_map(Edit::Remove),
        (any::<Index>(), 1..40_usize).prop_map(|(place, length)| Edit::Repeat(place, length)),
    ];
    (any::<Index>(), edit)
}

fn edited(seed: &[u8], edits: &[(Index, Edit)]) -> Vec<u8> {
    let mut text = seed.to_vec();
    for (place, edit) in edits {
        let place = place.index(text.len() + 1);
        let end = |length: usize| (place + length).min(text.len());
        match edit {
            Edit::Flip(bits) => text.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= bits),
            Edit::Insert(bytes) => drop(text.splice(place..place, bytes.iter().copied())),
            Edit::Remove(length) => drop(text.drain(place..end(*length))),
            Edit::Repeat(from, length) => {
                let from = from.index(text.len() + 1);
                let part = text[from..(from + length).min(text.len())].to_vec();
                text.splice(place..place, part);
            }
        }
    }
    text
}

fn keeps(target: &str, check: fn(&[u8])) {
    let seeds = seeds(target);
    seeds.iter().for_each(|seed| check(seed));
    let drawn =
        (prop::sample::select(seeds), vec(edit(), 1..6)).prop_map(|(seed, edits)| edited(&seed, &edits));
    let mut runner =
        TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) });
    let ran = runner.run(&drawn, |bytes| {
        check(&bytes);
        Ok(())
    });
    if let Err(broken) = ran {
        panic!("{target}: {broken}");
    }
}

macro_rules! targets {
    ($($target:ident),+) => { $(#[test] fn $target() { keeps(stringify!($target), fuzz::$target::check); })+ };
}

targets!(
    read_contacts,
    read_records,
    read_payments,
    site,
    plan,
    journal,
    call,
    csv_differential,
    access_differential
);

#[test]
fn every_request_of_the_golden_vectors_is_answered_the_same_twice() {
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/vectors");
    for file in files(&vectors).iter().filter(|file| file.extension().is_some_and(|ending| ending == "json"))
    {
        let vector: serde_json::Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
        let seed = format!("{}\n{}", vector["op"].as_str().unwrap(), vector["request"]);
        fuzz::call::check(seed.as_bytes());
    }
}
