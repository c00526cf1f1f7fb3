//! `report.make`. Does not know what a report says.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::readiness::Basis;
use super::reply::{Outcome, refused};
use super::request::horizon;
use crate::{
    BillingOptions, BillingSource, ComparisonOptions, Contact, Contacts, Instant, MembershipOptions, Plan,
    PseudonymKey, Report, ReportParts, Roster, Run, RunOptions, Site, Snapshot, Stage, TargetUser,
    compare_contacts, plan_billing, reconcile, reconcile_access, spot_check,
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Make {
    /// The site document.
    site: Value,
    /// The instant that the report is made for.
    at: Instant,
    /// What is wanted.
    form: Form,
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
    /// not, where absent.
    #[serde(default)]
    compare_until: Option<Instant>,
    /// What billing is planned by; it is not, where absent.
    #[serde(default)]
    billing: Option<Billing>,
    /// The key that makes people unrecognisable; they are named, where absent.
    #[serde(default)]
    pseudonymise: Option<String>,
}

/// What a report is wanted as.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Form {
    Document,
    Markdown,
    Html,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object of what billing is planned by")]
struct Billing {
    /// What each system exported.
    sources: Vec<BillingSource>,
    options: BillingOptions,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Made {
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
pub fn make(request: Make) -> Outcome<Made> {
    let Make { at, form, .. } = request;
    let site = Site::from_value(&request.site).map_err(refused)?;
    let key = request.pseudonymise.as_deref().map(PseudonymKey::new).transpose().map_err(refused)?;
    let contacts: Option<Contacts> = request.contacts.map(Contacts::from_iter);
    let nobody = Contacts::new();
    let people = contacts.as_ref().unwrap_or(&nobody);
    let readiness = request.readiness.map(|basis| basis.assess(&site, people, at)).transpose()?;
    let plan = request.plan.as_deref().map(|text| Plan::from_bytes(text.as_bytes()));
    let plan = plan.transpose().map_err(refused)?;
    let run = match (&plan, &request.journal) {
        (Some(plan), Some(journal)) => {
            let options = RunOptions::new(plan.environment().clone());
            Some(Run::resume(plan, journal.as_bytes(), &options).map_err(refused)?.run)
        }
        _ => None,
    };
    let after = request.users_after.map(Snapshot::from_users).transpose().map_err(refused)?;
    let proved = plan.as_ref().zip(after.as_ref());
    let reconciliation = proved.map(|(plan, after)| reconcile(plan, after));
    let checks = proved.map(|(plan, after)| spot_check(plan, after, SPOT_CHECKS));
    let comparison = match request.compare_until {
        Some(until) => {
            let options = ComparisonOptions::new(horizon(at, until)?);
            let before = MembershipOptions { stage: Stage::BeforeRenamed, ..MembershipOptions::new(at) };
            let before = Roster::new(&site, people, before);
            let compared = match &after {
                Some(after) => reconcile_access(&before, &site, after, at, options, |_| {}),
                None => {
                    let after = Roster::new(&site, people, MembershipOptions::new(at));
                    compare_contacts(&before, &after, options, |_| {})
                }
            };
            Some(compared.map_err(refused)?)
        }
        None => None,
    };
    let billing = request.billing.map(|asked| plan_billing(&site, &asked.sources, at, &asked.options));
    let billing = billing.transpose().map_err(refused)?;
    let report = Report::new(&ReportParts {
        contacts: contacts.as_ref(),
        readiness: readiness.as_ref(),
        plan: plan.as_ref(),
        run: run.as_ref(),
        reconciliation: reconciliation.as_ref(),
        comparison: comparison.as_ref(),
        billing: billing.as_ref(),
        spot_checks: checks.as_deref(),
        pseudonymise: key.as_ref(),
        ..ReportParts::new(&site, at)
    });
    Ok(match form {
        Form::Document => Made { document: Some(report), text: None },
        Form::Markdown => Made { document: None, text: Some(report.to_markdown()) },
        Form::Html => Made { document: None, text: Some(report.to_html()) },
    })
}
