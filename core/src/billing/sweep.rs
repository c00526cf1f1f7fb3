//! Spans of time with or without an end, and where several of them overlap or none is: exact to the microsecond, because only their
//! boundaries are looked at. Does not know what the spans are of.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::Instant;

/// A span from an instant (included) until a later one (not included), or without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillingSpan {
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it; absent where it does not end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

impl BillingSpan {
    /// The span, unless it holds no instant.
    pub(super) fn new(from: Instant, until: Option<Instant>) -> Option<BillingSpan> {
        until.is_none_or(|until| from < until).then_some(BillingSpan { from, until })
    }

    /// Whether an instant lies in it.
    pub fn holds(self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// The spans in which two or more are active, in order of time, each with which: their places, ascending. Where another set of them
/// is active, another span begins.
pub(super) fn overlaps(spans: &[BillingSpan]) -> Vec<(BillingSpan, Vec<usize>)> {
    // At one instant what ends goes before what begins; a set keeps both ways the same.
    let mut turns: Vec<(Instant, Turn, usize)> = Vec::new();
    for (place, span) in spans.iter().enumerate() {
        turns.push((span.from, Turn::On, place));
        turns.extend(span.until.map(|until| (until, Turn::Off, place)));
    }
    crate::order::sort(&mut turns);
    let mut active: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    let mut turns = turns.into_iter().peekable();
    while let Some((at, turn, place)) = turns.next() {
        match turn {
            Turn::Off => active.remove(&place),
            Turn::On => active.insert(place),
        };
        let until = turns.peek().map(|(next, ..)| *next);
        if active.len() > 1 && until != Some(at) {
            found.push((BillingSpan { from: at, until }, active.iter().copied().collect()));
        }
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Off,
    On,
}

/// The spans in which none is active, from an instant on and before the last of them ends.
pub(super) fn holes(spans: &[BillingSpan], from: Instant) -> Vec<BillingSpan> {
    let mut sorted = spans.to_vec();
    crate::order::sort_by_key(&mut sorted, |span| span.from);
    let mut covered = Some(from);
    let mut found = Vec::new();
    for span in sorted {
        let Some(until) = covered else { break };
        found.extend(BillingSpan::new(until, Some(span.from)));
        covered = span.until.map(|end| end.max(until));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &[(i64, i64)]) -> Vec<BillingSpan> {
        let instant = |seconds| Instant::from_seconds(seconds).unwrap();
        let until = |seconds: i64| (seconds > 0).then(|| instant(seconds));
        list.iter().map(|(from, end)| BillingSpan { from: instant(*from), until: until(*end) }).collect()
    }

    #[test]
    fn one_that_ends_as_another_begins_does_not_overlap_it() {
        assert_eq!(overlaps(&spans(&[(0, 5), (5, 0)])), []);
        let found = overlaps(&spans(&[(0, 6), (5, 0), (5, 9)]));
        let shown: Vec<_> = found
            .iter()
            .map(|(span, who)| (span.from.seconds(), span.until.map(Instant::seconds), who.clone()))
            .collect();
        assert_eq!(shown, [(5, Some(6), vec![0, 1, 2]), (6, Some(9), vec![1, 2])]);
        assert_eq!(overlaps(&spans(&[(3, 0), (1, 0)]))[0].0, spans(&[(3, 0)])[0]);
    }

    #[test]
    fn holes_end_with_what_is_known_last() {
        let start = Instant::from_seconds(0).unwrap();
        assert_eq!(holes(&spans(&[(2, 4), (3, 6), (8, 9)]), start), spans(&[(0, 2), (6, 8)]));
        assert_eq!(holes(&spans(&[(0, 0), (9, 12)]), start), []);
        assert_eq!(holes(&[], start), []);
    }
}
