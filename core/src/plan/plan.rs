//! `Plan`: what was decided, as the lines it is written in. Those bytes are the one truth; an operation is unpacked when it is
//! asked for. Does not know how a plan is made.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::digest::hex;
use super::lines::OperationLines;
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
    /// The header's line, with its line break.
    header_line: Vec<u8>,
    lines: OperationLines,
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

    /// From a header and the lines of its operations.
    pub(super) fn from_parts(
        header: PlanHeader,
        lines: OperationLines,
        batch_size: u32,
    ) -> Result<Self, PlanError> {
        let mut header_line = serde_json::to_vec(&header).map_err(|_| PlanError::Internal)?;
        header_line.push(b'\n');
        let digest = PlanDigest::over(std::iter::once(header_line.as_slice()).chain(lines.texts()));
        Ok(Plan { inner: Arc::new(Inner { header, digest, batch_size, header_line, lines }) })
    }

    /// The plan as bytes, the same for the same plan.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.parts().collect::<Vec<_>>().concat()
    }

    /// Some of the same bytes: at most so many, from a place on; none past the end. Asked for one after the other, they are the plan, and no
    /// copy of the whole of it was made.
    pub fn chunk(&self, first: usize, most: usize) -> Vec<u8> {
        let mut start = first;
        for part in self.parts() {
            match part.get(start..) {
                Some(rest) if !rest.is_empty() => return rest.get(..most).unwrap_or(rest).to_vec(),
                _ => start = start.saturating_sub(part.len()),
            }
        }
        Vec::new()
    }

    /// The header, the lines of each phase, and the closing line.
    fn parts(&self) -> impl Iterator<Item = Cow<'_, [u8]>> {
        let closing = Closing::new(self.inner.digest.clone(), self.inner.batch_size);
        let mut line = serde_json::to_vec(&closing).unwrap_or_default();
        line.push(b'\n');
        let lines = std::iter::once(self.inner.header_line.as_slice()).chain(self.inner.lines.texts());
        lines.map(Cow::Borrowed).chain(std::iter::once(Cow::Owned(line)))
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

    /// Whether a document is of the site that the plan is for, and of that copy of it. Of a document that names no copy, only the site's name is
    /// compared.
    ///
    /// # Errors
    /// [`PlanError::OtherSite`] where it is not.
    pub fn check_site(&self, site: &Site) -> Result<(), PlanError> {
        let (header, here) = (self.header(), site.environment());
        if header.site != site.name() {
            return Err(PlanError::other_site(&header.site, site.name()));
        }
        match here.filter(|here| !header.environment.is_same_copy(here)) {
            Some(here) => Err(PlanError::other_site(&header.environment.url, &here.url)),
            None => Ok(()),
        }
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
        self.inner.lines.len()
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One operation by its place, from 0.
    pub fn operation(&self, index: usize) -> Option<Operation> {
        // Every line was written here, or read once already.
        line::read(self.inner.lines.get(index)?).ok()
    }

    /// The operations in order; each is unpacked as it is asked for.
    pub fn operations(&self) -> impl Iterator<Item = Operation> {
        (0..self.len()).filter_map(|index| self.operation(index))
    }

    /// The id of an operation, without unpacking it.
    pub(crate) fn operation_id(&self, index: usize) -> Option<Uuid> {
        line::id(self.inner.lines.get(index)?)
    }

    /// The places of the operations of a phase.
    pub(crate) fn phase_range(&self, phase: Phase) -> Range<usize> {
        self.inner.lines.range(phase)
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
