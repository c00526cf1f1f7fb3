//! What the library answers, told: as lines for people, and as parts of the document for programs. Decides nothing.

use std::iter::Peekable;

use memberferry::{
    Automation, AutomationEvent, AutomationId, Blueprint, EmailMoment, Happening, Issue, Location, Proof,
    Severity, Site, Timeline, TimelineLine, Translation, WebhookFate, Whereabouts,
};
use serde::Serialize;

use super::arguments::Form;
use crate::printing::{Printer, counted, severity};

/// A blueprint, in the form that is asked for.
pub fn blueprint(printer: &mut Printer, site: &Site, blueprint: &Blueprint, form: Form) {
    match form {
        Form::Instructions => {
            for (index, instruction) in blueprint.instructions.iter().enumerate() {
                printer.line(format!("{:>2}. {instruction}", index + 1));
            }
            for module in &blueprint.left_out {
                let by = if module.opens_by_itself {
                    "the site's own timer opens it"
                } else {
                    "nothing opens it by itself, and its tag is given by hand"
                };
                printer.line(format!("    Not {}: {}; {by}.", module.module, module.reason));
            }
        }
        Form::Mermaid => printer.line(blueprint.diagram.trim_end()),
        Form::Automation => json(printer, &blueprint.automation),
        Form::Site => json(printer, &blueprint.apply_to(site.document())),
    }
    printer.part("blueprint", blueprint);
}

fn json(printer: &Printer, value: &impl Serialize) {
    // What cannot be written as JSON is a mistake of this program; an empty text is no JSON, and is noticed.
    printer.line(serde_json::to_string_pretty(value).unwrap_or_default());
}

/// What is wrong with one automation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Linted<'a> {
    #[serde(skip)]
    automation: &'a Automation,
    id: &'a AutomationId,
    pub issues: Vec<Issue>,
}

impl<'a> Linted<'a> {
    pub fn new(automation: &'a Automation, issues: Vec<Issue>) -> Self {
        Linted { automation, id: &automation.id, issues }
    }
}

/// What is wrong with automations.
pub fn issues(printer: &mut Printer, linted: &[Linted<'_>]) {
    for Linted { automation, issues, .. } in linted {
        issues_of(printer, automation, issues);
    }
    printer.part("automations", linted);
}

fn issues_of(printer: &Printer, automation: &Automation, issues: &[Issue]) {
    let wrong = issues.iter().filter(|issue| issue.severity() > Severity::Info).count();
    let said =
        if wrong == 0 { "nothing is wrong".to_owned() } else { counted(wrong as u64, "mistake", "mistakes") };
    printer.line(format!("{} ({}): {said}", automation.name, automation.crm));
    for issue in issues {
        let value = issue.value.as_ref().map(|value| format!(" (`{value}`)")).unwrap_or_default();
        printer.line(format!(
            "  {:<8}{}  {}: {}{value}",
            severity(issue.severity()),
            issue.code,
            issue.location,
            issue.message
        ));
        printer.line(format!("          remedy: {}", issue.help()));
    }
}

/// What an automation does to a contact.
pub fn timeline(printer: &mut Printer, automation: &Automation, timeline: &Timeline) {
    for line in &timeline.lines {
        printer.line(line.to_string());
    }
    let concerns_it =
        |line: &TimelineLine| matches!(line.what, Happening::Started | Happening::NotRun { .. });
    if timeline.whereabouts == Whereabouts::Outside && !timeline.lines.iter().any(concerns_it) {
        let starts: Vec<String> = automation.events.iter().map(event_in_words).collect();
        let starts = if starts.is_empty() { "nothing does".to_owned() } else { starts.join(", or ") };
        let happens =
            if timeline.lines.is_empty() { "nothing happens to the contact" } else { "nothing of this does" };
        printer.line(format!("the automation does not start: {happens}; what starts it: {starts}"));
    }
    for issue in &timeline.issues {
        printer.line(issue.to_string());
    }
    printer.part("timeline", timeline);
}

fn event_in_words(event: &AutomationEvent) -> String {
    match event {
        AutomationEvent::TagAdded { tag } => {
            format!("the tag `{}` is added to one who lacks it", tag.as_str())
        }
        AutomationEvent::Purchase { product } => format!("the product `{product}` is bought"),
        AutomationEvent::FormSubmitted { form } => format!("the form `{form}` is submitted"),
    }
}

/// What becomes of an automation.
pub fn translation(printer: &mut Printer, translation: &Translation, proof: &Proof) {
    printer.line(format!("{}, on a site that keeps its contacts itself", translation.offering));
    for issue in &translation.issues {
        printer.line(format!("  {:<8}{}: {}", severity(issue.severity()), issue.code, issue.message));
        printer.line(format!("          remedy: {}", issue.help()));
    }
    for module in &translation.modules {
        printer.line(format!("  {:<12}opens {}", module.module.as_str(), module.release));
    }
    for email in &translation.emails {
        let when = match &email.when {
            EmailMoment::Enrollment => "on enrollment".to_owned(),
            EmailMoment::Release { module } => format!("when `{module}` opens"),
        };
        printer.line(format!("  email       `{}`, {when}", email.subject));
    }
    let replaced = translation.replaced.iter().map(|note| (&note.step, &note.note));
    notes(printer, "Done otherwise, or no longer needed", &mut replaced.peekable());
    let not_translated = translation.not_translated.iter().map(|step| (&step.step, &step.note));
    notes(printer, "Not to be translated", &mut not_translated.peekable());
    printer.line(if proof.as_if_live { "\nProof, as if the automation were live" } else { "\nProof" });
    for line in &proof.lines {
        let shown =
            |at: Option<memberferry::Instant>| at.map_or_else(|| "never".to_owned(), |at| at.to_string());
        printer.line(format!(
            "  {:<12}tag {}  opens {}",
            line.module.as_str(),
            shown(line.tag_added_at),
            shown(line.opens_at)
        ));
    }
    let settling = proof.lines.iter().map(|line| line.settling_seconds).max().unwrap_or_default();
    printer.line(match (proof.agrees, settling) {
        _ if proof.lines.is_empty() => "  there is nothing to compare: no module is translated".to_owned(),
        (true, 0) => "  the times agree".to_owned(),
        (true, settling) => {
            format!("  the times agree, but for the {settling} seconds that the password no longer needs")
        }
        (false, _) => "  the times do not agree".to_owned(),
    });
    printer.part("translation", translation);
    printer.part("proof", proof);
}

fn notes<'a>(
    printer: &Printer,
    title: &str,
    notes: &mut Peekable<impl Iterator<Item = (&'a Location, &'a String)>>,
) {
    if notes.peek().is_some() {
        printer.line(format!("\n{title}"));
    }
    for (step, note) in notes {
        printer.line(format!("  {:<12}{note}", step.path_text()));
    }
}

/// What becomes of the site's webhooks.
pub fn webhooks(printer: &mut Printer, fates: &[WebhookFate]) {
    if fates.is_empty() {
        printer.line("the site's document names no webhooks");
    }
    for fate in fates {
        let last = match (fate.last_run_at, fate.days_since_last_run) {
            (Some(_), Some(days)) => format!("last run {} ago", counted(days, "day", "days")),
            (Some(at), None) => format!("last run {at}"),
            (None, _) => "no run is known".to_owned(),
        };
        printer.line(format!("{} ({last})\n  {}", fate.webhook, fate.sentence));
    }
    printer.part("webhooks", fates);
}
