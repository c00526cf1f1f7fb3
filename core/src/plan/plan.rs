//! `Plan`: what was decided, as the lines it is written in. Those bytes are the one truth; an operation is unpacked when it is
//! asked for. Does not know how a plan is made.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::digest::hex;
use super::{
    Operation, Phase, PlanDigest, PlanError, PlanHeader, PlanOptions, PlanSummary, Snapshot, build, line,
    read,
};
use crate::membership::EnrollmentEvidence;
use crate::site::{Environment, Site};
use crate::{Contacts, Issue};

/// Every change that a migration will make, reviewed as a whole and named by its digest.
///
/// As bytes it is JSON Lines: the header, one operation a line, and a closing line with the digest. The digest is SHA-256 over
/// all lines before the closing one. Operations are ordered by phase, then the key of the address, then kind, then
/// offering. Cloning is cheap: clones share the bytes.
///
/// ```
/// use memberferry::{Contact, Contacts, Email, Plan, PlanOptions, Site, Snapshot};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour Academy", "timezone": "Europe/Amsterdam",
///     "environment": {"kind": "staging", "url": "https://staging.harbour.example"}}"#)?;
/// let contacts: Contacts = [Contact::new(Email::new("ada@example.com")?)].into_iter().collect();
/// let mut options = PlanOptions::new("2024-05-01T00:00:00Z".parse()?);
/// options.import_all_contacts = true;
/// let plan = Plan::build(&site, &contacts, &Snapshot::default(), &options)?;
/// assert_eq!(plan.summary().to_create, 1);
/// assert_eq!(Plan::from_bytes(&plan.to_bytes())?.digest(), plan.digest());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Plan {
    inner: Arc<Inner>,
}

struct Inner {
    header: PlanHeader,
    digest: PlanDigest,
    batch_size: u32,
    /// The header's line and those of the operations, each with its line break.
    lines: Vec<u8>,
    /// Where each operation's line begins, and where the last one ends.
    starts: Vec<usize>,
    /// How many operations stand before the end of each phase.
    phase_ends: [usize; Phase::ALL.len()],
}

/// The last line of a plan.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a plan's closing line")]
pub(super) struct Closing {
    pub digest: PlanDigest,
    pub batch_size: u32,
    /// The first 16 digits of SHA-256 over digest and batch size, because the digest does not cover this line.
    pub check: String,
}

impl Closing {
    pub fn new(digest: PlanDigest, batch_size: u32) -> Self {
        let check = Self::check(&digest, batch_size);
        Closing { digest, batch_size, check }
    }

    pub fn check(digest: &PlanDigest, batch_size: u32) -> String {
        let hash = Sha256::new_with_prefix(digest.as_str()).chain_update(batch_size.to_be_bytes()).finalize();
        hex(hash.get(..8).unwrap_or_default())
    }
}

impl Plan {
    /// Plans the move of contacts to a site's target.
    ///
    /// The same people give the same plan, in whatever order they stand. A plan against a target that holds everything already
    /// has no operations.
    ///
    /// # Errors
    /// [`PlanError`] where nobody said which copy of the site the plan is for, or a release rule leads out of the calendar. What
    /// only stands in the way of running the plan is among its [`blockers`](Self::blockers).
    pub fn build(
        site: &Site,
        contacts: &Contacts,
        snapshot: &Snapshot,
        options: &PlanOptions,
    ) -> Result<Self, PlanError> {
        build::plan(site, contacts, EnrollmentEvidence::default(), snapshot, options)
    }

    /// The same, with what is known of when members enrolled.
    ///
    /// # Errors
    /// As [`build`](Self::build).
    pub fn build_with(
        site: &Site,
        contacts: &Contacts,
        evidence: EnrollmentEvidence<'_>,
        snapshot: &Snapshot,
        options: &PlanOptions,
    ) -> Result<Self, PlanError> {
        build::plan(site, contacts, evidence, snapshot, options)
    }

    /// Reads a plan back.
    ///
    /// # Errors
    /// [`PlanError`] with the line, where the text was altered or cut off, or another version wrote it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PlanError> {
        read::plan(bytes)
    }

    /// From a header and the lines of the operations of each phase, in order.
    pub(super) fn from_parts(
        header: PlanHeader,
        operations: [Vec<u8>; Phase::ALL.len()],
        batch_size: u32,
    ) -> Result<Self, PlanError> {
        let mut lines = serde_json::to_vec(&header).map_err(|_| PlanError::Internal)?;
        lines.push(b'\n');
        lines.reserve_exact(operations.iter().map(Vec::len).sum());
        for part in operations {
            lines.extend_from_slice(&part);
        }
        let digest = PlanDigest::of(Sha256::new_with_prefix(&lines));
        Self::from_lines(header, digest, lines, batch_size).ok_or(PlanError::Internal)
    }

    /// From lines that were checked; absent where one holds no operation.
    pub(super) fn from_lines(
        header: PlanHeader,
        digest: PlanDigest,
        lines: Vec<u8>,
        batch_size: u32,
    ) -> Option<Self> {
        let mut starts: Vec<usize> = memchr::memchr_iter(b'\n', &lines).map(|end| end + 1).collect();
        starts.shrink_to_fit();
        let mut phase_ends = [0; Phase::ALL.len()];
        for (index, (start, end)) in starts.iter().zip(starts.iter().skip(1)).enumerate() {
            let kind = line::kind(lines.get(*start..*end)?)?;
            let from = Phase::ALL.iter().position(|phase| *phase == kind.phase())?;
            for end in phase_ends.iter_mut().skip(from) {
                *end = index + 1;
            }
        }
        Some(Plan { inner: Arc::new(Inner { header, digest, batch_size, lines, starts, phase_ends }) })
    }

    /// The plan as bytes, the same for the same plan.
    pub fn to_bytes(&self) -> Vec<u8> {
        let (lines, closing) = self.as_parts();
        [lines, &closing].concat()
    }

    /// The same bytes in two parts, the first of which is not copied: all lines but the last one, and that.
    pub fn as_parts(&self) -> (&[u8], Vec<u8>) {
        let closing = Closing::new(self.inner.digest.clone(), self.inner.batch_size);
        let mut line = serde_json::to_vec(&closing).unwrap_or_default();
        line.push(b'\n');
        (&self.inner.lines, line)
    }

    /// The digest of everything that was decided: the plan's name.
    pub fn digest(&self) -> &PlanDigest {
        &self.inner.digest
    }

    /// What the plan says of itself.
    pub fn header(&self) -> &PlanHeader {
        &self.inner.header
    }

    /// How much of what.
    pub fn summary(&self) -> &PlanSummary {
        &self.inner.header.summary
    }

    /// The copy of the site that the plan is for.
    pub fn environment(&self) -> &Environment {
        &self.inner.header.environment
    }

    /// The most operations in one batch, unless the run is told another number.
    pub fn batch_size(&self) -> u32 {
        self.inner.batch_size
    }

    /// What is worth knowing, errors included. See [`PlanHeader::issues`] for the order.
    pub fn issues(&self) -> &[Issue] {
        &self.inner.header.issues
    }

    /// The errors that nobody has waived. With any of them the plan cannot be run.
    pub fn blockers(&self) -> impl Iterator<Item = &Issue> {
        self.inner.header.blockers()
    }

    /// The number of operations.
    pub fn len(&self) -> usize {
        self.inner.starts.len().saturating_sub(1)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One operation by its place, from 0.
    pub fn operation(&self, index: usize) -> Option<Operation> {
        // Every line was written here, or read once already.
        line::read(self.line(index)?).ok()
    }

    /// The operations in order; each is unpacked as it is asked for.
    pub fn operations(&self) -> impl Iterator<Item = Operation> {
        (0..self.len()).filter_map(|index| self.operation(index))
    }

    /// The id of an operation, without unpacking it.
    pub(crate) fn operation_id(&self, index: usize) -> Option<Uuid> {
        line::id(self.line(index)?)
    }

    /// The places of the operations of a phase.
    pub(crate) fn phase_range(&self, phase: Phase) -> Range<usize> {
        let mut start = 0;
        for (other, end) in Phase::ALL.into_iter().zip(self.inner.phase_ends) {
            if other == phase {
                return start..end;
            }
            start = end;
        }
        0..0
    }

    fn line(&self, index: usize) -> Option<&[u8]> {
        let (start, end) = (*self.inner.starts.get(index)?, *self.inner.starts.get(index + 1)?);
        self.inner.lines.get(start..end - 1)
    }
}

impl std::fmt::Debug for Plan {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Plan")
            .field("digest", self.digest())
            .field("operations", &self.len())
            .finish()
    }
}
