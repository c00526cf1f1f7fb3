//! A report as data: sections of facts, tables and charts, in an order that every form of it keeps. Knows no subject and no form.

use serde::Serialize;

use crate::Instant;
use crate::site::Environment;

/// One subject of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportSection {
    /// What it is about, in one word of the wire.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says, in order.
    pub blocks: Vec<ReportBlock>,
}

/// A part of a section. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ReportBlock {
    /// Single facts, in order.
    Facts {
        /// Each with its name.
        facts: Vec<ReportFact>,
    },
    /// Rows and columns.
    Table {
        /// The table.
        table: ReportTable,
    },
    /// Bars of numbers.
    Bars {
        /// The chart.
        chart: BarChart,
    },
    /// Numbers by day.
    Days {
        /// The chart.
        chart: DayChart,
    },
    /// What happens when.
    Timeline {
        /// The chart.
        chart: TimelineChart,
    },
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportFact {
    /// What it is.
    pub name: &'static str,
    /// The fact.
    pub value: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportTable {
    /// What it shows.
    pub title: String,
    /// The heads of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// How many further rows there are that are not shown.
    pub left_out: u64,
}

/// Bars, each of one or several numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BarChart {
    /// What it shows.
    pub title: String,
    /// What each number of a bar counts.
    pub series: Vec<String>,
    /// The bars, in order.
    pub bars: Vec<ReportBar>,
    /// How many further bars there are that are not shown.
    pub left_out: u64,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportBar {
    /// What it is of.
    pub label: String,
    /// A number for each series.
    pub values: Vec<u64>,
}

/// Numbers by day, in rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DayChart {
    /// What it shows.
    pub title: String,
    /// The days, one after the other, as `2026-03-02`.
    pub days: Vec<String>,
    /// The rows, in order.
    pub rows: Vec<DayRow>,
    /// How many further rows there are that are not shown.
    pub left_out: u64,
}

/// One row of numbers by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DayRow {
    /// What it is of.
    pub label: String,
    /// A number for each day.
    pub counts: Vec<u64>,
}

/// Events along a line of time, in rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimelineChart {
    /// What it shows.
    pub title: String,
    /// Where the line begins.
    pub from: Instant,
    /// The rows, in order.
    pub rows: Vec<TimelineRow>,
}

/// One row of a timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimelineRow {
    /// What it is of.
    pub label: String,
    /// Its events, in the order of the row.
    pub events: Vec<ReportEvent>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportEvent {
    /// What happens.
    pub label: String,
    /// When; absent where no clock says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
}

/// The most rows of a table and bars of a chart that are shown.
pub const MOST_ROWS: usize = 200;

impl ReportTable {
    /// A table of at most 200 rows.
    pub fn new(title: &str, columns: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut rows = rows.into_iter();
        let shown = rows.by_ref().take(MOST_ROWS).collect();
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        ReportTable { title: title.to_owned(), columns, rows: shown, left_out: rows.count() as u64 }
    }
}

impl BarChart {
    /// A chart of at most 200 bars.
    pub fn new(title: &str, series: &[&str], bars: impl IntoIterator<Item = (String, Vec<u64>)>) -> Self {
        let mut bars = bars.into_iter();
        let shown =
            bars.by_ref().take(MOST_ROWS).map(|(label, values)| ReportBar { label, values }).collect();
        let series = series.iter().map(|series| (*series).to_owned()).collect();
        BarChart { title: title.to_owned(), series, bars: shown, left_out: bars.count() as u64 }
    }

    /// The same numbers as a table.
    pub fn table(&self) -> ReportTable {
        let columns = std::iter::once(String::new()).chain(self.series.iter().cloned()).collect();
        let row = |bar: &ReportBar| {
            std::iter::once(bar.label.clone()).chain(bar.values.iter().map(u64::to_string)).collect()
        };
        let rows = self.bars.iter().map(row).collect();
        ReportTable { title: self.title.clone(), columns, rows, left_out: self.left_out }
    }
}

impl DayChart {
    /// A chart of at most 200 rows.
    pub fn new(title: String, days: Vec<String>, rows: impl IntoIterator<Item = DayRow>) -> Self {
        let mut rows = rows.into_iter();
        let shown = rows.by_ref().take(MOST_ROWS).collect();
        DayChart { title, days, rows: shown, left_out: rows.count() as u64 }
    }

    /// The same numbers as a table, without those that are zero.
    pub fn table(&self) -> ReportTable {
        let row = |row: &DayRow| {
            let label = row.label.clone();
            let counted = self.days.iter().zip(row.counts.clone()).filter(|(_, count)| *count > 0);
            counted
                .map(move |(day, count)| vec![label.clone(), day.clone(), count.to_string()])
                .collect::<Vec<_>>()
        };
        ReportTable::new(&self.title, &["Offering", "Day", "Members"], self.rows.iter().flat_map(row))
    }
}

impl TimelineChart {
    /// The same events as a table.
    pub fn table(&self) -> ReportTable {
        let row = |row: &TimelineRow| {
            let label = row.label.clone();
            let each = row.events.iter().map(move |event| {
                let at = event.at.map_or_else(|| "not by the clock".to_owned(), |at| at.to_string());
                vec![label.clone(), event.label.clone(), at]
            });
            each.collect::<Vec<_>>()
        };
        ReportTable::new(&self.title, &["Offering", "Module", "Opens"], self.rows.iter().flat_map(row))
    }
}

/// What a report says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportHead {
    /// The version of the format: [`Report::FORMAT`](super::Report::FORMAT).
    pub format: u32,
    /// The site's name.
    pub site: String,
    /// Which copy of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    /// The instant it was made for.
    pub at: Instant,
    /// Whether people are unrecognisable in it.
    pub pseudonymised: bool,
}
