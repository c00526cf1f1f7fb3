//! What a plan says of itself on its first line: for which site, by which decisions, how much, and what is wrong. Does not
//! know the operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{OperationKind, Phase, PlanDigest, PlanOptions, wire};
use crate::site::Environment;
use crate::{Code, Issue};

/// The first line of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a plan's header")]
pub struct PlanHeader {
    /// The version of the format: [`FORMAT`](Self::FORMAT).
    pub format: u32,
    /// The site's name.
    pub site: String,
    /// The copy of the site that the plan is for, and no other.
    pub environment: Environment,
    /// The plan whose run this one takes back; absent where it moves people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<PlanDigest>,
    /// What was decided. `environment` is left out, and `batchSize` is the default: neither is part of what was reviewed here.
    pub options: PlanOptions,
    /// How much of what.
    pub summary: PlanSummary,
    /// What the target must hold afterwards.
    pub expected: Expected,
    /// What is worth knowing, in the order: the site, totals, contacts by the key of their address. Of each code that is no error at
    /// most [`ISSUES_PER_CODE`](Self::ISSUES_PER_CODE) are kept; the summary counts all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

impl PlanHeader {
    /// The version of the format that this library reads and writes.
    pub const FORMAT: u32 = 1;
    /// The most issues of one code that are kept, where they are no errors.
    pub const ISSUES_PER_CODE: u64 = 1_000;

    /// The errors that nobody has waived.
    pub(super) fn blockers(&self) -> impl Iterator<Item = &Issue> {
        let waived = |code: Code| {
            let mut waivers = self.options.waivers.iter();
            waivers.any(|waiver| waiver.code == code && !waiver.reason.trim().is_empty())
        };
        self.issues
            .iter()
            .filter(move |issue| issue.severity() == crate::Severity::Error && !waived(issue.code))
    }
}

/// How much of what is in a plan. A plan for verification only counts what would be there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a summary object")]
pub struct PlanSummary {
    /// Contacts, each person once; in a rollback, people whom the run changed. The sum of the seven numbers below.
    pub contacts: u64,
    /// Contacts that become users.
    pub to_create: u64,
    /// Users who get anything: a field, a tag, an enrollment, a module.
    pub to_update: u64,
    /// Users who are deleted, as only a rollback does.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub to_delete: u64,
    /// Users who have everything already; in a rollback, of whom nothing is taken back.
    pub unchanged: u64,
    /// Users who are left alone: administrators, and the person who runs the migration; and administrators of the source who
    /// are no users yet.
    pub protected: u64,
    /// Users who are left as they are because the options say so.
    pub skipped: u64,
    /// Contacts who are neither members nor buyers nor users, where only those are taken; and those whom the target cannot hold.
    pub left_out: u64,
    /// Tags to add: the sum over all users.
    pub tags_to_add: u64,
    /// Tags of contacts that the tag map leaves behind: the sum over all contacts.
    pub tags_dropped: u64,
    /// Orders carried as references.
    pub order_references: u64,
    /// Subscriptions carried as references.
    pub subscription_references: u64,
    /// Operations by phase and kind.
    #[serde(default, deserialize_with = "wire::each_once")]
    pub operations: BTreeMap<Phase, BTreeMap<OperationKind, u64>>,
    /// Issues by the name of their code, those that are not kept included.
    #[serde(default, deserialize_with = "wire::each_once")]
    pub issues: BTreeMap<String, u64>,
}

impl PlanSummary {
    /// The number of operations of a phase.
    pub fn in_phase(&self, phase: Phase) -> u64 {
        self.operations.get(&phase).map_or(0, |kinds| kinds.values().sum())
    }

    /// The number of operations of a kind.
    pub fn of_kind(&self, kind: OperationKind) -> u64 {
        self.operations.get(&kind.phase()).and_then(|kinds| kinds.get(&kind)).copied().unwrap_or(0)
    }
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// What the target must hold once the plan was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object of what is expected")]
pub struct Expected {
    /// Users before.
    pub users_before: u64,
    /// Users afterwards.
    pub users_after: u64,
    /// Tags added: the sum over all users.
    pub tags_added: u64,
    /// Enrollments made, added to or put back.
    pub enrollments: u64,
    /// SHA-256 over the canonical lines, ordered by key, of the users that the plan does not touch. They stay as they are.
    pub untouched_digest: PlanDigest,
    /// SHA-256 over the canonical lines, ordered by key, that users whom the plan updates must have afterwards.
    pub updated_digest: PlanDigest,
}
