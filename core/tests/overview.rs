//! The overview of the crate's documentation names every public function, once: what is in no overview is found by nobody.

use std::collections::BTreeMap;

const LIB: &str = include_str!("../src/lib.rs");

/// The functions that `lib.rs` lists: of its public names those in snake case.
fn public_functions() -> Vec<&'static str> {
    let listed = LIB.lines().skip_while(|line| !line.starts_with("pub use")).flat_map(|line| {
        let names = line.rsplit_once('{').map_or(line, |(_, names)| names);
        names
            .split([',', '}', ';', ' '])
            .filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase()))
    });
    // `pub use feed::…`: the words before the names.
    listed.filter(|name| !["pub", "use"].contains(name) && !name.contains("::")).collect()
}

#[test]
fn the_overview_names_each_public_function_once() {
    let overview: String = LIB
        .lines()
        .skip_while(|line| *line != "//! # Overview")
        .take_while(|line| *line != "//! # What it does not do")
        .collect();
    let functions = public_functions();
    assert!(functions.len() > 40 && functions.contains(&"read_contacts"), "{functions:?}");
    let times: BTreeMap<&str, usize> =
        functions.iter().map(|name| (*name, overview.matches(&format!("[`{name}`]")).count())).collect();
    let wrong: Vec<_> = times.iter().filter(|(_, times)| **times != 1).collect();
    assert!(wrong.is_empty(), "these stand in the overview another number of times than once: {wrong:?}");
}
