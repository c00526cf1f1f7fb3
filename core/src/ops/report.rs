//! `report.make`. Does not know what a report says.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::proof::{roster_before, source};
use super::readiness::Basis;
use super::reply::{Outcome, refused};
use super::request::horizon;
use crate::{
    AcceptedGain, AcceptedLoss, AccessProofOptions, BillingOptions, BillingSource, ComparisonOptions,
    Contact, Contacts, Instant, MembershipOptions, PseudonymKey, ReadingCounts, Report, ReportParts, Roster,
    Run, RunOptions, TargetUser, compare_contacts, plan_billing, prove_access, reconcile, reconcile_access,
    spot_check,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Make {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The instant that the report is made for.
    at: Instant,
    /// What is wanted.
    form: ReportForm,
    /// What reading the list of the source's people found; it is not told, where absent.
    #[serde(default)]
    reading: Option<ReadingCounts>,
    /// The source's people; the sections that are about them need them.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// What readiness is assessed by; it is not, where absent.
    #[serde(default)]
    readiness: Option<Basis>,
    /// The plan as it was written.
    #[serde(default)]
    plan: Option<String>,
    /// The journal of the plan's run.
    #[serde(default)]
    journal: Option<String>,
    /// What the target holds after the run, in any order: by it the plan is proved, and people are drawn to look at.
    #[serde(default)]
    users_after: Option<Vec<TargetUser>>,
    /// Until when access before the move is compared with that after it, on the target where it is given, else as foreseen for everybody; it is
    /// not, where absent. Where there is a plan as well as the target, it is told what nobody asked for.
    #[serde(default)]
    compare_until: Option<Instant>,
    /// The document of the site before the move, where it was another; else that of the site after it, its tags renamed.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    before: Option<Value>,
    /// The losses of access that the owner accepts.
    #[serde(default)]
    accepted: Vec<AcceptedLoss>,
    /// The gains of access that the owner accepts.
    #[serde(default)]
    accepted_gains: Vec<AcceptedGain>,
    /// What billing is planned by; it is not, where absent.
    #[serde(default)]
    billing: Option<Billing>,
    /// The key that makes people unrecognisable; they are named, where absent.
    #[serde(default)]
    pseudonymise: Option<String>,
}

/// What a report is wanted as.
#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum ReportForm {
    Document,
    Markdown,
    Html,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object of what billing is planned by")]
struct Billing {
    /// What each system exported.
    sources: Vec<BillingSource>,
    options: BillingOptions,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportAnswer {
    /// The report as data.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<Report>,
    /// The report as Markdown or HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// How many people there are to look at.
const SPOT_CHECKS: usize = 10;

/// Makes a report of what the request holds.
pub fn make(request: Make, held: &Held<'_>) -> Outcome<ReportAnswer> {
    let Make { at, form, .. } = request;
    let site = held.site(request.site.as_ref())?;
    let key = request.pseudonymise.as_deref().map(PseudonymKey::new).transpose().map_err(refused)?;
    let contacts = held.contacts_if_any(request.contacts)?;
    let nobody = Contacts::new();
    let people = contacts.as_deref().unwrap_or(&nobody);
    // The users that may be lent are those after the run; readiness asks for those before it.
    let before = Held { users: None, ..*held };
    let readiness = request.readiness.map(|basis| basis.assess(&site, people, at, &before)).transpose()?;
    let plan = held.plan_if_any(request.plan.as_deref())?;
    // What the document says would be told of the plan otherwise.
    plan.as_deref().map_or(Ok(()), |plan| plan.check_site(&site)).map_err(refused)?;
    let run = match (&plan, &request.journal) {
        (Some(plan), Some(journal)) => {
            let options = RunOptions::new(plan.environment().clone());
            Some(Run::resume(plan, journal.as_bytes(), &options).map_err(refused)?.run)
        }
        _ => None,
    };
    let after = held.users_if_any(request.users_after)?;
    let proved = plan.as_deref().zip(after.as_deref());
    let reconciliation = proved.map(|(plan, after)| reconcile(plan, after));
    let checks = proved.map(|(plan, after)| spot_check(plan, after, SPOT_CHECKS));
    let source = source(request.before.as_ref())?;
    let (mut comparison, mut access) = (None, None);
    if let Some(until) = request.compare_until {
        let options =
            ComparisonOptions { accepted: request.accepted, ..ComparisonOptions::new(horizon(at, until)?) };
        let source_clock = plan.as_deref().and_then(|plan| plan.header().options.source_clock);
        let before = roster_before(&site, source.as_ref(), people, at, source_clock);
        match (&plan, &after) {
            (Some(plan), Some(after)) => {
                let options =
                    AccessProofOptions { comparison: options, accepted_gains: request.accepted_gains };
                access = Some(prove_access(&before, &site, plan, after, &options).map_err(refused)?);
            }
            (None, Some(after)) => {
                let found = reconcile_access(&before, &site, after, at, options, |_| {});
                comparison = Some(found.map_err(refused)?);
            }
            (_, None) => {
                let after = Roster::new(&site, people, MembershipOptions::new(at));
                comparison = Some(compare_contacts(&before, &after, options, |_| {}).map_err(refused)?);
            }
        }
    }
    let billing = request.billing.map(|asked| plan_billing(&site, &asked.sources, at, &asked.options));
    let billing = billing.transpose().map_err(refused)?;
    let report = Report::new(&ReportParts {
        reading: request.reading.as_ref(),
        contacts: contacts.as_deref(),
        readiness: readiness.as_ref(),
        plan: plan.as_deref(),
        run: run.as_ref(),
        reconciliation: reconciliation.as_ref(),
        comparison: comparison.as_ref(),
        access: access.as_ref(),
        billing: billing.as_ref(),
        spot_checks: checks.as_deref(),
        pseudonymise: key.as_ref(),
        ..ReportParts::new(&site, at)
    });
    Ok(match form {
        ReportForm::Document => ReportAnswer { document: Some(report), text: None },
        ReportForm::Markdown => ReportAnswer { document: None, text: Some(report.to_markdown()) },
        ReportForm::Html => ReportAnswer { document: None, text: Some(report.to_html()) },
    })
}
