//! Plan, run and proof as sections of a report. Judges nothing.

use std::collections::BTreeMap;

use super::document::{BarChart, ReportBlock, ReportSection, ReportTable};
use super::pseudonym::{Voice, issue_row};
use super::readiness::ISSUE_COLUMNS;
use super::report::{fact, wire_name, yes_or_no};
use crate::Instant;
use crate::plan::{Phase, Plan};
use crate::run::{Difference, Reconciliation, Run, RunFailure, RunPace, SpotCheck};

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
    let not_done = run.not_carried_out();
    let not_done = not_done.iter().flat_map(|(phase, kinds)| {
        kinds
            .iter()
            .map(|(kind, count)| vec![phase.name().to_owned(), kind.name().to_owned(), count.to_string()])
    });
    let failure = |failure: &RunFailure| {
        let subject =
            failure.subject.email().map_or_else(|| "the site".to_owned(), |key| voice.address(key.as_str()));
        let (kind, conflict) = (failure.kind.name().to_owned(), yes_or_no(failure.conflict).to_owned());
        vec![kind, subject, conflict, voice.free(&failure.message)]
    };
    let mut blocks = vec![
        ReportBlock::Facts { facts },
        ReportBlock::Bars { chart: BarChart::new("Phases", &["Done", "Left"], phases) },
    ];
    // Of a run that took no time, or has done nothing yet, there is no rate.
    let rates = [rate_by_phase(run.pace()), rate_by_time(run.pace())];
    blocks.extend(
        rates.into_iter().filter(|chart| !chart.bars.is_empty()).map(|chart| ReportBlock::Bars { chart }),
    );
    blocks.extend([
        ReportBlock::Table {
            table: ReportTable::new("Not carried out", &["Phase", "Operation", "Count"], not_done),
        },
        ReportBlock::Table {
            table: ReportTable::new(
                "Failures",
                &["Operation", "Whom", "Conflict", "What the host says"],
                progress.failures.iter().map(failure),
            ),
        },
    ]);
    ReportSection { id: "run", title: "Run", blocks }
}

/// How many operations a minute came to an end in each phase.
fn rate_by_phase(pace: &RunPace) -> BarChart {
    let rated = pace.phases().iter();
    let rated = rated.filter_map(|phase| Some((phase.phase.name().to_owned(), vec![phase.per_minute()?])));
    BarChart::new("Rate, by phase", &["Operations a minute"], rated)
}

/// How many seconds a bar of the chart by time may stand for.
const SPANS: [i64; 10] = [1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400, 604_800];
/// The most bars of the chart by time, where the longest span lets.
const BARS: i64 = 40;

/// How many operations came to an end in each of equal spans of time, from the first to the last.
fn rate_by_time(pace: &RunPace) -> BarChart {
    let marks = pace.marks();
    let seconds = marks.iter().map(|mark| mark.at.seconds());
    let (first, last) = (seconds.clone().min().unwrap_or(0), seconds.max().unwrap_or(0));
    let bar = |second: i64, span: i64| second.div_euclid(span);
    let fits = |span: &i64| bar(last, *span) - bar(first, *span) < BARS;
    let span = SPANS.into_iter().find(fits).unwrap_or(604_800);
    let mut counts: BTreeMap<i64, u64> = BTreeMap::new();
    for mark in marks {
        let count = counts.entry(bar(mark.at.seconds(), span)).or_default();
        *count = count.saturating_add(mark.operations);
    }
    let bars = if marks.is_empty() { 0..0 } else { bar(first, span)..bar(last, span) + 1 };
    let bars = bars.map(|bar| {
        let begins = bar.checked_mul(span).and_then(Instant::from_seconds);
        let label = begins.map(|begins| begins.to_string()).unwrap_or_default();
        (label, vec![counts.get(&bar).copied().unwrap_or_default()])
    });
    let title = match span {
        1 => "Rate, by second".to_owned(),
        60 => "Rate, by minute".to_owned(),
        3_600 => "Rate, by hour".to_owned(),
        86_400 => "Rate, by day".to_owned(),
        span if span < 60 => format!("Rate, by {span} seconds"),
        span if span < 3_600 => format!("Rate, by {} minutes", span / 60),
        span if span < 86_400 => format!("Rate, by {} hours", span / 3_600),
        span => format!("Rate, by {} days", span / 86_400),
    };
    BarChart::new(&title, &["Operations"], bars)
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
