//! `membership.infer` and `membership.continuity`. Does not know who is enrolled, nor what a move makes of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::evidence::Evidence;
use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    ByPolicy, Contact, ContinuityOptions, ContinuityRow, ContinuitySummary, DripProfile, EnrolledAt,
    EnrolledBy, InferredEnrollment, Instant, Issue, MembershipOptions, ModuleId, ModuleStanding, OfferingId,
    Stage, continuity, infer_enrollments,
};

/// Whose tags a site document names.
#[derive(Clone, Copy, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Tags {
    /// The site's: those of the contacts are what the tag map makes of them.
    #[default]
    Mapped,
    /// The source's.
    AsTheyAre,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Infer {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// The instant that stands in for dates nobody knows; none is later.
    now: Instant,
    /// Mapped, where absent.
    #[serde(default)]
    tags: Tags,
    #[serde(default)]
    evidence: Evidence,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct InferAnswer {
    /// Each enrollment, in the order of the contacts, then of the site's offerings.
    enrollments: Vec<EnrollmentRow>,
    /// What was guessed: one for each offering, in the order of the site.
    issues: Vec<Issue>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct EnrollmentRow {
    contact: usize,
    offering: OfferingId,
    by: EnrolledBy,
    enrolled_at: EnrolledAt,
    released: BTreeMap<ModuleId, Option<Instant>>,
}

impl From<InferredEnrollment<'_>> for EnrollmentRow {
    fn from(row: InferredEnrollment<'_>) -> Self {
        EnrollmentRow {
            contact: row.contact,
            offering: row.offering.clone(),
            by: row.by,
            enrolled_at: row.enrolled_at,
            released: crate::order::map(row.released.into_iter().map(|(module, at)| (module.clone(), at))),
        }
    }
}

/// Who is enrolled in what.
pub fn infer(request: Infer, held: &Held<'_>) -> Outcome<InferAnswer> {
    let site = held.site(request.site.as_ref())?;
    let contacts = held.contacts(request.contacts)?;
    let found = request.evidence.find(&site, &contacts);
    let options = MembershipOptions { evidence: found.evidence(), ..MembershipOptions::new(request.now) };
    let stage = match request.tags {
        Tags::Mapped => options.stage,
        Tags::AsTheyAre => Stage::Before,
    };
    let mut inference = infer_enrollments(&site, &contacts, MembershipOptions { stage, ..options });
    let enrollments = inference.by_ref().map(EnrollmentRow::from).collect();
    Ok(InferAnswer { enrollments, issues: inference.issues() })
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Continue {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    options: ContinueOptions,
    #[serde(default)]
    evidence: Evidence,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an options object")]
struct ContinueOptions {
    /// The instant of the move.
    now: Instant,
    /// The system whose clock opens modules at the source; where absent, tags alone do.
    #[serde(default)]
    source_clock: Option<DripProfile>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContinuityAnswer {
    /// Each member's modules, in the order of the contacts, then of the site.
    rows: Vec<ModuleContinuity>,
    summary: ContinuitySummary,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
struct ModuleContinuity {
    contact: usize,
    offering: OfferingId,
    module: ModuleId,
    before: ModuleStanding,
    after: ByPolicy<ModuleStanding>,
}

/// What each policy makes of each member's modules.
pub fn carry_on(request: Continue, held: &Held<'_>) -> Outcome<ContinuityAnswer> {
    let site = held.site(request.site.as_ref())?;
    let contacts = held.contacts(request.contacts)?;
    let found = request.evidence.find(&site, &contacts);
    let ContinueOptions { now, source_clock } = request.options;
    let options =
        ContinuityOptions { evidence: found.evidence(), ..ContinuityOptions::new(now, source_clock) };
    let mut stream = continuity(&site, &contacts, options);
    let mut rows = Vec::new();
    for row in stream.by_ref() {
        let ContinuityRow { contact, offering, module, before, after } = row.map_err(refused)?;
        rows.push(ModuleContinuity {
            contact,
            offering: offering.clone(),
            module: module.clone(),
            before,
            after,
        });
    }
    Ok(ContinuityAnswer { rows, summary: stream.finish().map_err(refused)? })
}
