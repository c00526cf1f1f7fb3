//! HTML in the values of records, by path, as in the columns of a table. Knows no JSON.

use foldhash::fast::FixedState;
use indexmap::IndexMap;

use super::super::html;
use super::super::html_cells::{HtmlCells, HtmlRule};
use crate::issue::{Issue, Location};
use crate::text;

/// The paths at which HTML stands, in order of first appearance.
#[derive(Default)]
pub(super) struct HtmlPaths {
    by_path: IndexMap<(Box<str>, HtmlRule), HtmlCells, FixedState>,
}

impl HtmlPaths {
    /// The text to keep of a clean value.
    pub(super) fn read(
        &mut self,
        rule: HtmlRule,
        path: &str,
        value: String,
        place: impl FnOnce() -> Location,
    ) -> String {
        if rule == HtmlRule::Leave || !html::may_hold(value.as_bytes()) {
            return value;
        }
        let cells = self.by_path.entry((path.into(), rule)).or_insert_with(|| HtmlCells::new(rule));
        match cells.read(&value, place) {
            Some(plain) => text::clean(&plain).into_owned(),
            None => value,
        }
    }

    /// What there is to say of each path at the end of the input.
    pub(super) fn issues(&self) -> impl Iterator<Item = Issue> + '_ {
        self.by_path.values().filter_map(HtmlCells::issue)
    }
}
