//! The answers, told: as lines for people, and as parts of the document for programs. Decides nothing.

use std::path::Path;

use memberferry::{
    AccessChange, AccessComparison, AccessReason, AccessSide, Decision, Horizon, NextRelease, Offering,
    PageId, Release, ReleaseState, Turn, Verdict,
};
use serde_json::{Value, json};

use super::people::People;
use crate::printing::{Printer, counted, number};

/// How many of a list are shown to people.
const SHOWN: usize = 10;

/// What of the list is not taken into account, or may be wrong: an answer about the others is not one about everybody.
pub fn list(printer: &mut Printer, people: &People) {
    let People { name, records, set_aside, warnings, .. } = people;
    if *set_aside > 0 {
        printer.line(format!(
            "{} of {} cannot be used and are left out here",
            number(*set_aside),
            counted(*records, "record", "records")
        ));
    }
    if *warnings > 0 {
        let warnings = counted(*warnings, "warning", "warnings");
        printer.line(format!("`check` says what may be wrong with {}: {warnings}", name.display()));
    }
    printer.part("list", json!({"records": records, "setAside": set_aside, "warnings": warnings}));
}

/// A member's modules.
pub fn schedule(printer: &mut Printer, member: &str, schedules: &[(&Offering, Vec<Release>)]) {
    if schedules.is_empty() {
        printer.line(format!("{member} is enrolled in nothing"));
    }
    for (offering, releases) in schedules {
        printer.line(format!("\n{}", offering.name));
        if releases.is_empty() {
            printer.line("  it has no modules");
        }
        for release in releases {
            printer.line(format!("  {:<12}{}", release.module.as_str(), state(release)));
            printer.line(format!("              {}", release.why));
        }
    }
    let json = |(offering, releases): &(&Offering, Vec<Release>)| json!({"offering": offering.id, "releases": releases});
    printer.part("schedules", schedules.iter().map(json).collect::<Vec<_>>());
}

fn state(release: &Release) -> String {
    let word = match release.state {
        ReleaseState::Open => "open",
        ReleaseState::Scheduled => "opens",
        ReleaseState::Manual => "opens by hand",
        ReleaseState::Blocked => "waits",
        ReleaseState::Closed => "closed",
    };
    if release.state == ReleaseState::Closed {
        let at = release.closes_at.map(|at| format!(" at {at}")).unwrap_or_default();
        let was =
            release.opens_at.map(|opened| format!(", open since {opened} till then")).unwrap_or_default();
        return format!("{word}{at}{was}");
    }
    let since = if release.state == ReleaseState::Open { " since" } else { "" };
    let at = release.opens_at.map(|at| format!("{since} {at}")).unwrap_or_default();
    let until = release.closes_at.map(|at| format!(", until {at}")).unwrap_or_default();
    format!("{word}{at}{until}")
}

/// What is decided of a member and a page.
pub fn decision(printer: &mut Printer, member: &str, page: &PageId, decision: &Decision) {
    printer.line(format!("{page}, to {member}: {}", decision.explanation()));
    if let Some(redirect) = &decision.redirect {
        printer.line(format!("  they are sent to {redirect}"));
    }
    printer.part("decision", decision);
}

/// What happens next.
pub fn next(printer: &mut Printer, people: &People, horizon: Horizon, releases: &[NextRelease<'_>]) {
    printer.line(format!(
        "{} from {} until {}",
        counted(releases.len() as u64, "release", "releases"),
        horizon.from(),
        horizon.until()
    ));
    for release in releases.iter().take(SHOWN) {
        let NextRelease { at, member, offering, module, turn, notified } = release;
        let turn = if *turn == Turn::Opens { "opens" } else { "closes" };
        let told = if *notified { " (told already)" } else { "" };
        printer.line(format!("  {at}  {offering}/{module} {turn} to {}{told}", email(people, *member)));
    }
    more(printer, releases.len());
    let json =
        |release: &NextRelease<'_>| json!({"email": email(people, release.member), "release": release});
    printer.part("releases", releases.iter().map(json).collect::<Vec<_>>());
}

/// A calendar, or where it was written.
pub fn calendar(printer: &mut Printer, calendar: &str, to: Option<&Path>) {
    match to {
        Some(path) => printer.line(format!("written to {}", path.display())),
        None => printer.line(calendar.replace("\r\n", "\n").trim_end()),
    }
    printer.part("calendar", calendar);
}

/// Changes as they are found: all of them for programs, the first losses and delays for people.
pub struct Changes<'a> {
    people: &'a People,
    all: Vec<Value>,
    losses: Vec<String>,
    delays: Vec<String>,
}

impl<'a> Changes<'a> {
    /// None yet.
    pub fn new(people: &'a People) -> Self {
        Changes { people, all: Vec::new(), losses: Vec::new(), delays: Vec::new() }
    }

    /// Takes in the next one.
    pub fn add(&mut self, change: &AccessChange<'_>) {
        let email = email(self.people, change.member);
        let listed = match change.verdict {
            Verdict::Lost => Some(&mut self.losses),
            Verdict::Later => Some(&mut self.delays),
            _ => None,
        };
        if let Some(listed) = listed.filter(|listed| listed.len() < SHOWN) {
            let page = change.page.id().map(PageId::as_str).unwrap_or_default();
            let again = change.after.opens_at.map(|at| format!(" until {at}")).unwrap_or_default();
            listed.push(format!(
                "  {}  {page}, to {email}: {}, then {}{again}",
                change.at,
                side(&change.before),
                side(&change.after)
            ));
        }
        self.all.push(json!({"email": email, "change": change}));
    }
}

/// What everything comes to.
pub fn comparison(printer: &mut Printer, comparison: &AccessComparison, changes: Changes<'_>) {
    printer.line(format!(
        "{}, {}, from {} until {}",
        counted(comparison.members, "person", "people"),
        counted(comparison.pages.len() as u64, "page", "pages"),
        comparison.horizon.from(),
        comparison.horizon.until()
    ));
    for verdict in Verdict::ALL {
        printer.line(format!("  {:<10}{:>8}", verdict.name(), number(comparison.counts.of(verdict))));
    }
    if !comparison.causes.is_empty() {
        printer.line("\nWhy");
    }
    for cause in &comparison.causes {
        let (before, after) = (reason(cause.before), reason(cause.after));
        printer.line(format!(
            "  {:<10}{:>8}  {before} before, {after} after",
            cause.verdict.name(),
            number(cause.count)
        ));
    }
    let changed = comparison.pages.iter().filter(|page| page.counts.unchanged < comparison.members);
    if changed.clone().next().is_some() {
        printer.line("\nWhere");
    }
    for page in changed {
        let id = page.page.id().map(PageId::as_str).unwrap_or_default();
        let counts = Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Unchanged);
        let counts = counts.filter(|verdict| page.counts.of(*verdict) > 0);
        let counts: Vec<_> =
            counts.map(|verdict| format!("{} {}", number(page.counts.of(verdict)), verdict.name())).collect();
        printer.line(format!("  {id:<14}{}", counts.join(", ")));
    }
    let counts = &comparison.counts;
    for (title, count, listed) in
        [("Lost", counts.lost, &changes.losses), ("Later", counts.later, &changes.delays)]
    {
        if count > 0 {
            printer.line(format!("\n{title}"));
            listed.iter().for_each(|line| printer.line(line));
            more(printer, usize::try_from(count).unwrap_or(usize::MAX));
        }
    }
    for losses in &comparison.accepted {
        // Most likely its page or reason is misspelt.
        let doubt = if losses.count == 0 { " (no loss is of this kind)" } else { "" };
        printer.line(format!(
            "  accepted: {}, for {}{doubt}",
            counted(losses.count, "loss", "losses"),
            losses.accepted.why()
        ));
    }
    printer.line(match comparison.unexplained_losses {
        0 => "\nReady: nobody loses access that somebody has not accepted".to_owned(),
        losses => format!(
            "\nNot ready: {} that nobody has accepted (--accept FILE)",
            counted(losses, "loss", "losses")
        ),
    });
    printer.part("comparison", comparison);
    printer.part("ready", comparison.is_ready());
    printer.part("changes", changes.all);
}

fn side(side: &AccessSide) -> String {
    let opens = side.opens_at.map(|at| format!(", opens {at}")).unwrap_or_default();
    format!("{}{opens}", reason(side.reason))
}

/// A reason by its name.
fn reason(reason: Option<AccessReason>) -> String {
    let name = reason.and_then(|reason| serde_json::to_value(reason).ok());
    name.as_ref().and_then(Value::as_str).unwrap_or("no such page").to_owned()
}

fn more(printer: &Printer, count: usize) {
    if let Some(left) = count.checked_sub(SHOWN).filter(|left| *left > 0) {
        printer.line(format!("  and {} more (--json lists all)", number(left as u64)));
    }
}

fn email(people: &People, member: u64) -> &str {
    let row = usize::try_from(member).ok();
    row.and_then(|row| people.contacts.get(row)).map(|contact| contact.email()).unwrap_or_default()
}
