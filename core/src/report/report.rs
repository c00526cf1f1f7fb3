//! A report: one document of everything that is known of a move, and its three forms. Does not know how a subject is told.

use serde::Serialize;

use super::document::{ReportBlock, ReportFact, ReportHead, ReportSection};
use super::parts::ReportParts;
use super::pseudonym::Voice;
use super::{access, billing, html, markdown, migration, next, people, readiness, reading, releases};
use crate::plan::Plan;

/// Everything that is known of a move, as one document for people and programs.
///
/// The order of the sections is: overview, what to do next, the list, people, releases, readiness, plan, run, proof, access, billing; each stands where its part was
/// given. The same parts give the same bytes. No secret is in it: no part holds one.
///
/// With a [key](ReportParts::pseudonymise) nobody can be recognised: every address, name and id of a person, an order or a subscription is
/// a keyed pseudonym, in messages and values too; what people wrote as they liked is withheld. What the site's document names, such as its
/// tags, stays.
///
/// ```
/// use memberferry::{PseudonymKey, ReadOptions, Report, ReportParts, Site, read_contacts};
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour <Academy>", "timezone": "UTC"}"#)?;
/// let contacts = read_contacts(b"Email,Tags\nada@example.com,Gold\n", &ReadOptions::default())?.contacts;
/// let parts = ReportParts { contacts: Some(&contacts), ..ReportParts::new(&site, "2026-03-02T09:00:00Z".parse()?) };
/// let report = Report::new(&parts);
/// assert!(report.to_html().contains("<h1>Migration of Harbour &lt;Academy&gt;</h1>"));
/// assert!(report.to_markdown().starts_with("# Migration of Harbour \\<Academy\\>\n"));
/// assert!(report.to_json().starts_with("{\n  \"head\": {\n    \"format\": 1,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What it says of itself.
    pub head: ReportHead,
    /// Its sections.
    pub sections: Vec<ReportSection>,
}

impl Report {
    /// The version of the format that this library writes.
    pub const FORMAT: u32 = 1;

    /// Puts together what is known.
    pub fn new(parts: &ReportParts<'_>) -> Self {
        let voice = Voice::new(parts.site, parts.pseudonymise);
        let mut sections = vec![overview(parts, &voice)];
        sections.extend(next::section(parts));
        sections.extend(parts.reading.map(reading::section));
        if let Some(contacts) = parts.contacts {
            sections.push(people::people(parts.site, contacts, &voice));
        }
        sections.extend(releases::section(parts, &voice));
        sections.extend(parts.readiness.map(|part| readiness::section(part, &voice)));
        sections.extend(parts.plan.map(|part| migration::plan(part, &voice)));
        sections.extend(parts.run.map(|part| migration::run(part, &voice)));
        if parts.reconciliation.is_some() || parts.spot_checks.is_some() {
            sections.push(migration::proof(parts.reconciliation, parts.spot_checks, &voice));
        }
        let comparison = parts.comparison.or(parts.access.map(|proof| &proof.comparison));
        sections.extend(comparison.map(|part| access::section(parts, part, &voice)));
        sections.extend(parts.billing.map(|part| billing::section(part, &voice)));
        let environment = environment(parts).map(|environment| crate::Environment {
            kind: environment.kind,
            url: voice.plain(&environment.url),
        });
        let head = ReportHead {
            format: Self::FORMAT,
            site: voice.plain(parts.site.name()),
            environment,
            at: parts.at,
            pseudonymised: voice.is_pseudonymised(),
        };
        Report { head, sections }
    }

    /// The document as JSON, indented by two.
    pub fn to_json(&self) -> String {
        // Its keys are texts and its numbers are integers, which JSON always holds.
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// The same as Markdown with GitHub's tables; charts stand as their tables.
    pub fn to_markdown(&self) -> String {
        markdown::text(self)
    }

    /// The same as one HTML page that needs nothing else: no script, no file, no network.
    pub fn to_html(&self) -> String {
        html::page(self)
    }
}

/// The copy of the site that the move is for: the plan's, where there is a plan.
fn environment<'a>(parts: &ReportParts<'a>) -> Option<&'a crate::Environment> {
    parts.plan.map(Plan::environment).or_else(|| parts.site.environment())
}

/// A fact.
pub fn fact(name: &'static str, value: impl ToString) -> ReportFact {
    ReportFact { name, value: value.to_string() }
}

/// The name of a value on the wire.
pub fn wire_name(value: &impl Serialize) -> String {
    match crate::json::value(value) {
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(fields) => {
            fields.get("kind").and_then(|kind| kind.as_str()).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

/// Yes or no.
pub fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

fn overview(parts: &ReportParts<'_>, voice: &Voice<'_>) -> ReportSection {
    let mut facts = vec![fact("Site", voice.plain(parts.site.name()))];
    if let Some(environment) = environment(parts) {
        facts.push(fact("Environment", environment.kind.name()));
        facts.push(fact("Address", voice.plain(&environment.url)));
    }
    facts.push(fact("Made for", parts.at));
    if voice.is_pseudonymised() {
        facts.push(fact("People", "made unrecognisable"));
    }
    if let Some(readiness) = parts.readiness {
        facts.push(fact("Ready", readiness.verdict.name()));
    }
    if let Some(plan) = parts.plan {
        facts.push(fact("Plan", plan.digest()));
        facts.push(fact("May be run", yes_or_no(plan.blockers().next().is_none())));
    }
    if let Some(run) = parts.run {
        facts.push(fact("Run", wire_name(&run.status())));
    }
    if let Some(proof) = parts.reconciliation {
        facts.push(fact("As planned", yes_or_no(proof.ok)));
    }
    if let Some(access) = parts.access {
        facts.push(fact("Access as before but for what was asked", yes_or_no(access.ok)));
    }
    ReportSection { id: "overview", title: "Overview", blocks: vec![ReportBlock::Facts { facts }] }
}
