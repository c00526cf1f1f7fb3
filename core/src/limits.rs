//! The bounds that keep a hostile or broken input from eating the host's memory. Knows no input.

use serde::{Deserialize, Serialize};

/// Bounds on what is read. Each default is far above any real export; raise one where yours is larger.
///
/// Past a bound the reader stops with an error that names it; nothing is cut silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Limits {
    /// Bytes of the whole input. Default 8 GiB.
    pub bytes: u64,
    /// Data records. Default 50,000,000.
    pub records: u64,
    /// Columns in the header or in any record. Default 2,000.
    pub columns: u32,
    /// Bytes of one cell, as decoded UTF-8. Default 1 MiB.
    pub cell_bytes: u32,
    /// Bytes of one record, as decoded UTF-8. Default 4 MiB.
    pub record_bytes: u32,
    /// Tags on one contact. Default 5,000.
    pub tags_per_contact: u32,
    /// Different tags in one input. Default 200,000.
    pub distinct_tags: u32,
    /// Issues kept in full. Past it issues are counted by code and no longer kept. Default 1,000,000.
    pub issues: u32,
}

impl Limits {
    /// No bounds at all: for text that is bounded by whoever asks.
    pub(crate) const NONE: Limits = Limits {
        bytes: u64::MAX,
        records: u64::MAX,
        columns: u32::MAX,
        cell_bytes: u32::MAX,
        record_bytes: u32::MAX,
        tags_per_contact: u32::MAX,
        distinct_tags: u32::MAX,
        issues: u32::MAX,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 8 << 30,
            records: 50_000_000,
            columns: 2_000,
            cell_bytes: 1 << 20,
            record_bytes: 4 << 20,
            tags_per_contact: 5_000,
            distinct_tags: 200_000,
            issues: 1_000_000,
        }
    }
}
