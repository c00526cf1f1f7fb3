//! Writes the sample export that `migrate` ships with: `cargo run --bin make_sample [FILE]`.

use std::path::PathBuf;
use std::process::ExitCode;

use memberferry_examples::sample;

fn main() -> ExitCode {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sample/export.csv");
    let path = PathBuf::from(std::env::args_os().nth(1).unwrap_or_else(|| default.into()));
    let sample = sample::make();
    match std::fs::write(&path, &sample.csv) {
        Ok(()) => {
            println!("wrote {} records to {}", sample.facts.records, path.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {} cannot be written: {error}", path.display());
            ExitCode::FAILURE
        }
    }
}
