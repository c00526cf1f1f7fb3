//! `readiness.assess`. Does not know what makes a site ready.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::held::Held;
use super::reply::{Outcome, refused};
use crate::{
    BillingSource, ChecklistEntry, ChecklistItem, Contact, Contacts, Instant, Issue, Location, ManualWork,
    QuizAnswer, Readiness, ReadinessAnswers, ReadinessCounts, ReadinessEvidence, ReadinessVerdict, Site,
    TargetUser, VerdictReason, assess_readiness,
};

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a request object")]
pub struct Assess {
    /// The site document.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::SiteDocument>"))]
    site: Option<Value>,
    /// The source's people.
    #[serde(default)]
    contacts: Option<Vec<Contact>>,
    /// The target's users, in any order; nobody looked, where absent.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// The orders and subscriptions of every system; nobody looked, where absent.
    #[serde(default)]
    sources: Option<Vec<BillingSource>>,
    /// What people answered, by item.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "ReadinessAnswers"))]
    answers: Option<Value>,
    /// Since when the environment is what the site document says.
    #[serde(default)]
    environment_since: Option<Instant>,
    /// The instant it is assessed for.
    at: Instant,
    /// What of the answer is wanted; all of it, where absent. The verdict is always given.
    #[serde(default)]
    parts: Option<Vec<ReadinessPart>>,
    /// The items of the checklist that are wanted; all, where absent.
    #[serde(default)]
    items: Option<Vec<ChecklistItem>>,
}

/// A part of the answer.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum ReadinessPart {
    Reasons,
    Quiz,
    Checklist,
    Issues,
    ManualWork,
    Counts,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadinessAnswer {
    verdict: ReadinessVerdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<VerdictReason>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quiz: Option<Vec<QuizAnswer>>,
    /// In the order of the checklist.
    #[serde(skip_serializing_if = "Option::is_none")]
    checklist: Option<Vec<ChecklistEntry>>,
    /// By item, then in document order.
    #[serde(skip_serializing_if = "Option::is_none")]
    issues: Option<Vec<Issue>>,
    /// By kind, then in document order.
    #[serde(skip_serializing_if = "Option::is_none")]
    manual_work: Option<Vec<ManualWork>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<ReadinessCounts>,
}

/// What readiness is assessed by besides the site and its contacts.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    rename_all = "camelCase",
    deny_unknown_fields,
    expecting = "an object of what readiness is assessed by"
)]
pub struct Basis {
    /// The target's users before the move, in any order; nobody looked, where absent.
    #[serde(default)]
    users: Option<Vec<TargetUser>>,
    /// The orders and subscriptions of every system; nobody looked, where absent.
    #[serde(default)]
    sources: Option<Vec<BillingSource>>,
    /// What people answered, by item.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "ReadinessAnswers"))]
    answers: Option<Value>,
    /// Since when the environment is what the site document says.
    #[serde(default)]
    environment_since: Option<Instant>,
}

impl Basis {
    /// Whether the site is ready.
    pub fn assess(
        self,
        site: &Site,
        contacts: &Contacts,
        at: Instant,
        held: &Held<'_>,
    ) -> Outcome<Readiness> {
        let users = held.users_if_any(self.users)?;
        let place = Location::default().key("answers");
        let answers = self.answers.as_ref().map(|answers| ReadinessAnswers::from_value(answers, place));
        let answers = answers.transpose().map_err(refused)?.unwrap_or_default();
        let evidence = ReadinessEvidence {
            users: users.as_deref(),
            sources: self.sources.as_deref(),
            environment_since: self.environment_since,
        };
        Ok(assess_readiness(site, contacts, &evidence, &answers, at))
    }
}

/// Whether a site is ready to be moved.
pub fn assess(request: Assess, held: &Held<'_>) -> Outcome<ReadinessAnswer> {
    let Assess { users, sources, answers, environment_since, .. } = request;
    let site = held.site(request.site.as_ref())?;
    let contacts = held.contacts(request.contacts)?;
    let basis = Basis { users, sources, answers, environment_since };
    let readiness = basis.assess(&site, &contacts, request.at, held)?;
    let wants = |part| request.parts.as_ref().is_none_or(|parts| parts.contains(&part));
    let items = request.items;
    let is_wanted = |entry: &ChecklistEntry| items.as_ref().is_none_or(|items| items.contains(&entry.item));
    Ok(ReadinessAnswer {
        verdict: readiness.verdict,
        reasons: wants(ReadinessPart::Reasons).then_some(readiness.reasons),
        quiz: wants(ReadinessPart::Quiz).then_some(readiness.quiz),
        checklist: wants(ReadinessPart::Checklist)
            .then(|| readiness.checklist.into_iter().filter(is_wanted).collect()),
        issues: wants(ReadinessPart::Issues).then_some(readiness.issues),
        manual_work: wants(ReadinessPart::ManualWork).then_some(readiness.manual_work),
        counts: wants(ReadinessPart::Counts).then_some(readiness.counts),
    })
}
