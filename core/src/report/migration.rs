//! Plan, run and proof as sections of a report. Judges nothing.

use super::document::{BarChart, ReportBlock, ReportSection, ReportTable};
use super::pseudonym::{Voice, issue_row};
use super::readiness::ISSUE_COLUMNS;
use super::report::{fact, wire_name, yes_or_no};
use crate::plan::{Phase, Plan};
use crate::run::{Difference, Reconciliation, Run, RunFailure, SpotCheck};

pub fn plan(plan: &Plan, voice: &Voice<'_>) -> ReportSection {
    let summary = plan.summary();
    let counts = [
        ("People", summary.contacts),
        ("To be created", summary.to_create),
        ("To be updated", summary.to_update),
        ("To be deleted", summary.to_delete),
        ("Unchanged", summary.unchanged),
        ("Protected", summary.protected),
        ("Skipped", summary.skipped),
        ("Left out", summary.left_out),
        ("Tags to add", summary.tags_to_add),
        ("Tags left behind", summary.tags_dropped),
    ];
    let mut facts = vec![fact("Digest", plan.digest())];
    facts.extend(counts.map(|(name, count)| fact(name, count)));
    facts.push(fact("Blockers", plan.blockers().count()));
    let phases = Phase::ALL.into_iter().map(|phase| (phase.name().to_owned(), vec![summary.in_phase(phase)]));
    let waived = plan.header().options.waivers.iter();
    let waived = waived.map(|waiver| vec![waiver.code.name().to_owned(), voice.free(&waiver.reason)]);
    let codes = summary.issues.iter().map(|(code, count)| vec![code.clone(), count.to_string()]);
    let blocks = vec![
        ReportBlock::Facts { facts },
        ReportBlock::Table {
            table: ReportTable::new(
                "What blocks the plan",
                &ISSUE_COLUMNS,
                plan.blockers().map(|issue| issue_row(issue, voice)),
            ),
        },
        ReportBlock::Table { table: ReportTable::new("What was waived", &["Code", "Why"], waived) },
        ReportBlock::Bars { chart: BarChart::new("Operations by phase", &["Operations"], phases) },
        ReportBlock::Table { table: ReportTable::new("Issues by code", &["Code", "Count"], codes) },
        ReportBlock::Table {
            table: ReportTable::new(
                "Issues",
                &ISSUE_COLUMNS,
                plan.issues().iter().map(|issue| issue_row(issue, voice)),
            ),
        },
    ];
    ReportSection { id: "plan", title: "Plan", blocks }
}

pub fn run(run: &Run, voice: &Voice<'_>) -> ReportSection {
    let progress = run.progress();
    let mut facts = vec![
        fact("Status", wire_name(&run.status())),
        fact("Done", format!("{} of {}", progress.done, progress.total)),
        fact("Applied", progress.applied),
        fact("Found applied", progress.already),
        fact("Failed", progress.failed),
        fact("Withheld", progress.withheld),
        fact("Begun", progress.started_at),
        fact("Seconds at work", progress.seconds_at_work),
    ];
    facts.extend(progress.recorded_at.map(|at| fact("Last recorded", at)));
    facts.extend(progress.per_minute.map(|rate| fact("Operations a minute", rate)));
    facts.extend(progress.seconds_left.map(|left| fact("Seconds left", left)));
    let phases = progress.phases.iter().map(|phase| {
        let left = phase.total.saturating_sub(phase.done);
        (phase.phase.name().to_owned(), vec![phase.done, left])
    });
    let failure = |failure: &RunFailure| {
        let subject =
            failure.subject.email().map_or_else(|| "the site".to_owned(), |key| voice.address(key.as_str()));
        let (kind, conflict) = (failure.kind.name().to_owned(), yes_or_no(failure.conflict).to_owned());
        vec![kind, subject, conflict, voice.free(&failure.message)]
    };
    let blocks = vec![
        ReportBlock::Facts { facts },
        ReportBlock::Bars { chart: BarChart::new("Phases", &["Done", "Left"], phases) },
        ReportBlock::Table {
            table: ReportTable::new(
                "Failures",
                &["Operation", "Whom", "Conflict", "What the host says"],
                progress.failures.iter().map(failure),
            ),
        },
    ];
    ReportSection { id: "run", title: "Run", blocks }
}

pub fn proof(
    reconciliation: Option<&Reconciliation>,
    spot_checks: Option<&[SpotCheck]>,
    voice: &Voice<'_>,
) -> ReportSection {
    let mut blocks = Vec::new();
    if let Some(proof) = reconciliation {
        let facts =
            vec![fact("As planned", yes_or_no(proof.ok)), fact("Differences", proof.differences_found)];
        let verified = &proof.verified;
        let compared = [
            ("users", verified.users_expected, verified.users_found),
            ("planned users", verified.planned_users, verified.planned_users_found),
            ("tags", verified.tags_expected, verified.tags_found),
            ("enrollments", verified.enrollments_expected, verified.enrollments_found),
        ];
        let rows = compared
            .map(|(name, expected, found)| vec![name.to_owned(), expected.to_string(), found.to_string()]);
        let difference = |difference: &Difference| {
            let whom = difference.subject.as_ref().map(|key| voice.address(key.as_str())).unwrap_or_default();
            let shown = |value: &Option<String>| {
                value.as_deref().map_or_else(|| "nothing".to_owned(), |value| voice.value(value))
            };
            let (field, help) = (voice.plain(&difference.field), voice.message(difference.issue.help()));
            vec![whom, field, shown(&difference.expected), shown(&difference.found), help]
        };
        let differences = proof.differences.iter().map(difference);
        blocks.push(ReportBlock::Facts { facts });
        blocks.push(ReportBlock::Table {
            table: ReportTable::new("Compared", &["What", "Expected", "Found"], rows),
        });
        blocks.push(ReportBlock::Table {
            table: ReportTable::new(
                "Differences",
                &["Whom", "Field", "Expected", "Found", "What to do"],
                differences,
            ),
        });
    }
    if let Some(checks) = spot_checks {
        let columns = [
            "First name",
            "Last name",
            "Contact id",
            "Email",
            "Tags",
            "Referring affiliate",
            "Order ids",
            "Subscription ids",
            "Stands for",
        ];
        let rows = checks.iter().map(|check| spot_check_row(check, voice));
        blocks.push(ReportBlock::Table { table: ReportTable::new("People to look at", &columns, rows) });
    }
    ReportSection { id: "proof", title: "Proof", blocks }
}

fn spot_check_row(check: &SpotCheck, voice: &Voice<'_>) -> Vec<String> {
    let name = |name: &Option<String>| name.as_deref().map(|name| voice.name(name)).unwrap_or_default();
    let ids = |ids: &[String]| ids.iter().map(|id| voice.id(id)).collect::<Vec<_>>().join(", ");
    let tags: Vec<_> = check.tags.iter().map(|tag| voice.plain(tag.as_str())).collect();
    let strata: Vec<_> = check.stands_for.iter().map(|stratum| voice.plain(&stratum.to_string())).collect();
    vec![
        name(&check.first_name),
        name(&check.last_name),
        check.contact_id.as_deref().map(|id| voice.id(id)).unwrap_or_default(),
        voice.address(check.email.as_str()),
        tags.join(", "),
        name(&check.referring_affiliate),
        ids(&check.order_ids),
        ids(&check.subscription_ids),
        strata.join(", "),
    ]
}
