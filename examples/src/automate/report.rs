//! What the library answers, told: as lines for people, and as parts of the document for programs. Decides nothing.

use memberferry::{
    Automation, Blueprint, EmailMoment, Issue, Proof, ReleaseRule, Severity, Site, StepNote, Timeline,
    Translation, WebhookFate,
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
                printer.line(format!(
                    "    Not {}: {}; the site's own timer opens it.",
                    module.module, module.reason
                ));
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

/// What is wrong with an automation.
pub fn issues(printer: &mut Printer, automation: &Automation, issues: &[Issue]) {
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
    printer.part("issues", issues);
}

/// What an automation does to a contact.
pub fn timeline(printer: &mut Printer, timeline: &Timeline) {
    for line in &timeline.lines {
        printer.line(line.to_string());
    }
    for issue in &timeline.issues {
        printer.line(issue.to_string());
    }
    printer.part("timeline", timeline);
}

/// What becomes of an automation.
pub fn translation(printer: &mut Printer, translation: &Translation, proof: &Proof) {
    printer.line(format!("{}, on a site that keeps its contacts itself", translation.offering));
    for module in &translation.modules {
        printer.line(format!("  {:<12}opens {}", module.module.as_str(), rule_in_words(&module.release)));
    }
    for email in &translation.emails {
        let when = match &email.when {
            EmailMoment::Enrollment => "on enrollment".to_owned(),
            EmailMoment::Release { module } => format!("when `{module}` opens"),
        };
        printer.line(format!("  email       `{}`, {when}", email.subject));
    }
    notes(printer, "Done otherwise, or no longer needed", &translation.replaced);
    notes(printer, "Not to be translated", &translation.not_translated);
    printer.line("\nProof");
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
        (true, 0) => "  the times agree".to_owned(),
        (true, settling) => {
            format!("  the times agree, but for the {settling} seconds that the password no longer needs")
        }
        (false, _) => "  the times do not agree".to_owned(),
    });
    printer.part("translation", translation);
    printer.part("proof", proof);
}

fn rule_in_words(rule: &ReleaseRule) -> String {
    match rule {
        ReleaseRule::AtOnce => "at once".to_owned(),
        ReleaseRule::Manual => "by hand".to_owned(),
        ReleaseRule::Timer(timer) => {
            let at = timer.at.map(|at| format!(", at {at}")).unwrap_or_default();
            format!("{} after {}{at}", timer.offset, timer.anchor)
        }
    }
}

fn notes(printer: &Printer, title: &str, notes: &[StepNote]) {
    if notes.is_empty() {
        return;
    }
    printer.line(format!("\n{title}"));
    for note in notes {
        printer.line(format!("  {:<12}{}", note.step.path_text(), note.note));
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
