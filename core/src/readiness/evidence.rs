//! What is known besides the site and its contacts when readiness is assessed. Does not know what follows from it.

use crate::Instant;
use crate::billing::BillingSource;
use crate::plan::Snapshot;

/// What is known besides the site and its contacts. What is absent was not looked at, and is asked instead.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadinessEvidence<'a> {
    /// The users of the target as they are now.
    pub users: Option<&'a Snapshot>,
    /// The orders and subscriptions of every system that takes money for the site.
    pub sources: Option<&'a [BillingSource]>,
    /// Since when the copy of the site that the document describes is the one that the migration is meant for. Answers given before it are
    /// old: they were about another copy.
    pub environment_since: Option<Instant>,
}
