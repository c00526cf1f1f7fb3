//! What one plan does that another does not. Does not know which of them is right.

use std::cmp::Ordering;

use serde::Serialize;
use serde_json::Value;

use super::{Operation, OperationKind, Phase, Plan, PlanDigest};
use crate::{EmailKey, OfferingId};

/// Two plans compared: what was reviewed, and what it would be now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanDiff {
    /// The first plan.
    pub before: PlanDigest,
    /// The other one.
    pub after: PlanDigest,
    /// What the plans say of themselves differently: a path into the header, such as `options.notify`, and both values. In the order
    /// of the paths. The counts of issues are among it; the issues themselves are not.
    pub header: Vec<HeaderDifference>,
    /// Operations that only one of them has, or both have differently, in the order of a run. At most
    /// [`KEPT_OPERATIONS`](Self::KEPT_OPERATIONS).
    pub operations: Vec<OperationDifference>,
    /// How many operations only the other plan has.
    pub added: u64,
    /// How many operations only the first plan has.
    pub removed: u64,
    /// How many operations both have for the same purpose, with other values.
    pub changed: u64,
}

impl PlanDiff {
    /// The most operations that are kept in full.
    pub const KEPT_OPERATIONS: usize = 10_000;

    /// Whether the plans are one and the same.
    pub fn is_same(&self) -> bool {
        self.before == self.after
    }
}

/// A value of two headers that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeaderDifference {
    /// Where it stands.
    pub path: String,
    /// The first plan's; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// The other one's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// An operation that two plans do not have alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OperationDifference {
    /// The first plan's; absent where only the other one has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Operation>,
    /// The other one's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Operation>,
}

impl Plan {
    /// What another plan does differently. `self` is the one that was reviewed.
    ///
    /// Two operations are for the same purpose where they do the same kind of thing to the same user, and to the same offering if there is one.
    ///
    /// ```
    /// # use memberferry::{Contacts, Plan, PlanOptions, Site, Snapshot};
    /// # let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
    /// #     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
    /// let plan = |options| Plan::build(&site, &Contacts::default(), &Snapshot::default(), options);
    /// let options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
    /// let other = PlanOptions { keep_maintenance_mode: true, ..options.clone() };
    /// let diff = plan(&options)?.diff(&plan(&other)?);
    /// assert_eq!(diff.header[0].path, "options.keepMaintenanceMode");
    /// assert!(!diff.is_same() && diff.operations.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn diff(&self, other: &Plan) -> PlanDiff {
        let mut diff = PlanDiff {
            before: self.digest().clone(),
            after: other.digest().clone(),
            header: Vec::new(),
            operations: Vec::new(),
            added: 0,
            removed: 0,
            changed: 0,
        };
        if diff.is_same() {
            return diff;
        }
        let header = |plan: &Plan| {
            let mut value = crate::json::value(plan.header());
            if let Some(fields) = value.as_object_mut() {
                fields.remove("issues");
            }
            value
        };
        compare(String::new(), Some(&header(self)), Some(&header(other)), &mut diff.header);
        for phase in Phase::ALL {
            diff.phase(self, other, phase);
        }
        diff
    }
}

impl PlanDiff {
    fn phase(&mut self, before: &Plan, after: &Plan, phase: Phase) {
        let of = |plan: &Plan| -> Vec<usize> { plan.phase_range(phase).collect() };
        let (mine, theirs) = (of(before), of(after));
        let mut mine = mine.into_iter().filter_map(|place| before.operation(place)).peekable();
        let mut theirs = theirs.into_iter().filter_map(|place| after.operation(place)).peekable();
        loop {
            let order = match (mine.peek(), theirs.peek()) {
                (None, None) => return,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(mine), Some(theirs)) => purpose(mine).cmp(&purpose(theirs)),
            };
            let before = if order.is_le() { mine.next() } else { None };
            let after = if order.is_ge() { theirs.next() } else { None };
            let ids = (before.as_ref().map(|it| it.id), after.as_ref().map(|it| it.id));
            if ids.0 == ids.1 {
                continue;
            }
            match order {
                Ordering::Less => self.removed += 1,
                Ordering::Equal => self.changed += 1,
                Ordering::Greater => self.added += 1,
            }
            if self.operations.len() < Self::KEPT_OPERATIONS {
                self.operations.push(OperationDifference { before, after });
            }
        }
    }
}

/// What an operation is for. Within a phase, plans stand in this order.
fn purpose(operation: &Operation) -> (Option<&EmailKey>, OperationKind, Option<&OfferingId>) {
    (operation.subject.email(), operation.kind(), operation.change.offering())
}

/// Adds the values in which two JSON values differ.
fn compare(path: String, before: Option<&Value>, after: Option<&Value>, found: &mut Vec<HeaderDifference>) {
    if before == after {
        return;
    }
    let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (before, after) else {
        found.push(HeaderDifference { path, before: before.cloned(), after: after.cloned() });
        return;
    };
    let names: std::collections::BTreeSet<_> = crate::order::set(mine.keys().chain(theirs.keys()));
    for name in names {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        compare(path, mine.get(name), theirs.get(name), found);
    }
}
