//! The public cases, which are no part of this repository: a clone without them passes with a word about it.

use std::path::Path;

use serde_json::Value;

/// The cases of a file, or none where the folder is not there.
#[expect(clippy::disallowed_macros, reason = "a test may say that it compared nothing")]
pub fn cases(file: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases");
    if !folder.is_dir() {
        eprintln!("the public cases are not there; nothing is compared");
        return Vec::new();
    }
    let text = std::fs::read_to_string(folder.join(file)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
