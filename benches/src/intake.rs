//! Reading an export: the bare record loops of two crates, and our whole intake.

use std::fs::File;
use std::io::Read as _;
use std::num::NonZero;
use std::path::Path;

use memberferry::{ContactReader, Frame, ReadOptions};

use crate::Failure;

/// The works, by name and title. The first is what the others are compared with.
pub const WORKS: &[(&str, &str)] = &[
    ("csv", "`csv` crate, bare `ByteRecord` loop"),
    ("simd-csv", "`simd-csv` crate, bare zero-copy loop"),
    (ONE_THREAD, "memberferry: read, check, normalise, deduplicate"),
    (TWO_THREADS, "the same with two threads"),
    (COLUMNS, "the same on one thread, then every contact as columns"),
];

/// The whole intake, on one thread and on two.
pub const ONE_THREAD: &str = "intake";
pub const TWO_THREADS: &str = "intake-2-threads";
/// As one thread, and what a data frame is given after it: all columns, kept.
const COLUMNS: &str = "intake-columns";

/// Does one work; says what it found.
pub fn run(name: &str, file: &Path) -> Result<String, Failure> {
    match name {
        "csv" => {
            let mut reader = csv::ReaderBuilder::new().from_path(file)?;
            let mut record = csv::ByteRecord::new();
            let (mut records, mut bytes) = (0_u64, 0_usize);
            while reader.read_byte_record(&mut record)? {
                records += 1;
                bytes += record.as_slice().len();
            }
            Ok(format!("{records} records, {bytes} bytes"))
        }
        "simd-csv" => {
            let mut reader = simd_csv::ZeroCopyReader::from_reader(File::open(file)?);
            let mut records = 0_u64;
            while reader.read_byte_record()?.is_some() {
                records += 1;
            }
            Ok(format!("{records} records"))
        }
        ONE_THREAD | TWO_THREADS | COLUMNS => {
            let options = ReadOptions {
                threads: NonZero::new(if name == TWO_THREADS { 2 } else { 1 }),
                zone: "America/New_York".parse().ok(),
                day_first: Some(false),
                ..ReadOptions::default()
            };
            let mut reader = ContactReader::new(options)?;
            let mut input = File::open(file)?;
            let mut chunk = vec![0; 256 << 10];
            loop {
                let read = input.read(&mut chunk)?;
                if read == 0 {
                    break;
                }
                reader.push(chunk.get(..read).unwrap_or_default())?;
            }
            let intake = reader.finish()?;
            if name == COLUMNS {
                let frames: Vec<Frame> = intake.contacts.frames().collect();
                let rows: usize = frames.iter().map(|frame| frame.rows).sum();
                return Ok(format!("{rows} people in {} frames", frames.len()));
            }
            let live = intake.contacts.live_bytes() / intake.contacts.len().max(1);
            Ok(format!(
                "{} records, {} people, {} duplicates, {} set aside, {live} live bytes per contact",
                intake.stats.records, intake.stats.contacts, intake.stats.duplicates, intake.stats.set_aside
            ))
        }
        other => Err(format!("there is no work called {other}").into()),
    }
}
