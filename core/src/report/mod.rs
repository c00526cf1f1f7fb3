//! Reports: everything that is known of a move as one document, for people to read and to keep. Finds nothing out itself, and writes no file.
//!
//! - [`Report`]: the document, as JSON, Markdown and HTML.
//! - [`ReportParts`]: what it is made from.
//! - [`ReadingCounts`]: what reading the list found, in numbers.
//! - [`PseudonymKey`]: makes people unrecognisable in it.
//! - [`ReportSection`], [`ReportBlock`]: its parts as data.
//!
//! Each subject has a file that puts it into facts, tables and charts: `reading`, `people`, `releases`, `readiness`, `migration`, `access`, `billing`. `html`, `chart`
//! and `markdown` know only those, and `pseudonym` is where every text comes by on its way in.

mod access;
mod billing;
mod chart;
mod document;
mod html;
mod markdown;
mod migration;
mod next;
mod parts;
mod people;
mod pseudonym;
mod readiness;
mod reading;
mod releases;
#[expect(clippy::module_inception, reason = "the file is named after its type, as everywhere")]
mod report;

pub use document::{
    BarChart, DayChart, DayRow, ReportBar, ReportBlock, ReportEvent, ReportFact, ReportHead, ReportSection,
    ReportTable, TimelineChart, TimelineRow,
};
pub use parts::ReportParts;
pub use pseudonym::{PseudonymKey, PseudonymKeyError};
pub use reading::ReadingCounts;
pub use report::Report;
