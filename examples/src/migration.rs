//! The five steps of a move, and what to go on with after a crash. Does not know SQL, nor how anything is printed.
//!
//! What happens next depends on the journal alone:
//!
//! - none, or one of a run that has ended: look at the target, plan, and carry the plan out;
//! - one of a run that has not ended: carry out the rest of its plan, if list, site and options are still the ones it was made
//!   from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use memberferry::{
    Change, Code, Intake, Issue, Operation, Passwords, Plan, PlanOptions, Refusal as _, Run, RunError,
    RunOptions, RunStatus, Snapshot, reconcile,
};

use crate::arguments::{Arguments, with_ending};
use crate::clock;
use crate::database::{Backup, Checks, Done, Seed, Target};
use crate::input::{self, Loaded};
use crate::journal_file::{Inputs, JournalFile, RunFiles, write_whole};
use crate::move_report::{self, Known};
use crate::passwords::{self, Kept};
use crate::places::{self, Places};
use crate::printing::{self, Printer};
use crate::proved::{Proved, Source, prove};
use crate::roll_back::roll_back;
use crate::seen::Seen;
use crate::stop::{Ending, Stop};

/// A run, ready to be carried out or gone on with.
pub struct Started {
    pub run: Run,
    pub journal: JournalFile,
}

/// What the journal on the disk says.
enum Found {
    /// There is none, or it holds nothing yet.
    Nothing,
    /// A run that has ended; the digest of its plan.
    Ended(String),
    /// A run that has not.
    Unfinished(Box<Started>),
}

/// Moves a list, and proves it.
pub fn migrate(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    places::check(arguments)?;
    if arguments.roll_back {
        return roll_back(arguments, printer);
    }
    let key = arguments.report.key()?;
    let loaded = input::load(arguments)?;
    printing::intake(printer, &loaded, arguments);
    check_people(&loaded)?;
    let known = Known::read(arguments, &loaded, printer)?;
    let seen = Seen::read(arguments)?;
    if let Some(path) = &arguments.set_aside {
        write_set_aside(printer, &loaded.intake, path)?;
    }
    let places = Places::of(arguments);
    let source = Source { loaded: &loaded, seen: &seen };
    let proved = match find(arguments, &places, &loaded)? {
        Found::Unfinished(started) => go_on(arguments, printer, &places, source, *started),
        Found::Ended(digest) => plan_and_carry_out(arguments, printer, &places, source, Some(&digest)),
        Found::Nothing => plan_and_carry_out(arguments, printer, &places, source, None),
    }?;
    let written = match &arguments.report.report {
        Some(_) => move_report::write(arguments, printer, key.as_ref(), &loaded, &known, &proved),
        None => Ok(()),
    };
    proved.end(written)
}

/// A list from which nobody can be moved is no list.
fn check_people(loaded: &Loaded) -> Result<(), Stop> {
    let path = &loaded.names.export;
    let intake = &loaded.intake;
    if let Some(issue) = intake.issues.iter().find(|issue| issue.code == Code::RecordsMissing) {
        return Err(Stop::blocked(path, &[issue]));
    }
    if intake.contacts.is_empty() {
        return Err(nobody_to_move(path, intake));
    }
    Ok(())
}

/// Every record was set aside: by which codes, and what to do about the most frequent one.
fn nobody_to_move(path: &Path, intake: &Intake) -> Stop {
    let mut counts: BTreeMap<Code, u64> = BTreeMap::new();
    for code in intake.set_aside.iter().flat_map(|record| &record.codes) {
        *counts.entry(*code).or_default() += 1;
    }
    let mut counts: Vec<(Code, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let reasons: Vec<String> = counts
        .iter()
        .map(|(code, count)| format!("{} {} ({})", printing::number(*count), code.name(), code.meaning()))
        .collect();
    let none = match intake.stats.records {
        1 => "the only record cannot be used".to_owned(),
        many => format!("none of the {} records can be used", printing::number(many)),
    };
    let message = format!("{none}: {}", reasons.join(", "));
    let first = counts.first().map_or(Code::EmailMissing, |(code, _)| *code);
    let mut remedies: Vec<&str> = counts.iter().map(|(code, _)| code.remedy()).collect();
    remedies.dedup();
    Stop::blocked(path, &[Issue::new(first).with_message(message).with_help(remedies.join("; "))])
}

fn write_set_aside(printer: &Printer, intake: &Intake, path: &Path) -> Result<(), Stop> {
    write_whole(path, intake.set_aside_csv().as_bytes())
        .map_err(|error| Stop::failed(path, error, "check the folder and the space left on the disk"))?;
    let count = printing::counted(intake.stats.set_aside, "set-aside record", "set-aside records");
    printer.line(format!("  wrote {count} to {}, to be mended and read again", path.display()));
    Ok(())
}

/// A journal, with the run that it tells of and what that was made from.
pub struct Resumed {
    pub started: Started,
    pub inputs: Inputs,
    /// How many bytes of the journal are whole lines.
    valid_bytes: u64,
    /// The line that the journal has to begin with, where it holds none.
    first: Vec<u8>,
}

impl Resumed {
    /// Makes the journal ready to be added to.
    pub fn mend(&mut self, places: &Places) -> Result<(), Stop> {
        let journal = &mut self.started.journal;
        let mended = journal.truncate(self.valid_bytes).and_then(|()| journal.append(&self.first));
        mended.map_err(|error| journal_failed(places, &error))
    }
}

/// Looks for a journal, and for what belongs to it.
pub fn resume(places: &Places) -> Result<Option<Resumed>, Stop> {
    let RunFiles { journal: path, plan: plan_path, .. } = &places.files;
    let unreadable =
        |error| Stop::failed(path, error, "make sure that no other run uses it and that it can be written");
    let Some((journal, bytes)) = JournalFile::open(path).map_err(unreadable)? else {
        return Ok(None);
    };
    let (plan, inputs) = places.files.read_plan().map_err(|error| {
        let message = format!("the plan that belongs to the journal cannot be read: {error}");
        Stop::failed(plan_path, message, "put the plan back, or move the journal away to begin anew")
    })?;
    let plan = Plan::from_bytes(&plan)
        .map_err(|error| Stop::refused(plan_path, &error).ending_as(Ending::Failed))?;
    let options = RunOptions::new(plan.environment().clone());
    let refused = |error: RunError| Stop::refused(path, &error).ending_as(Ending::Failed);
    let (run, valid_bytes, first) = match Run::resume(&plan, &bytes, &options) {
        Ok(resumed) => (resumed.run, resumed.valid_bytes as u64, Vec::new()),
        // The crash came before the first line was whole. Nothing had been done.
        Err(RunError::JournalEmpty) => {
            let (run, line) = Run::start(&plan, &options, clock::now()?).map_err(refused)?;
            (run, 0, line)
        }
        Err(error) => return Err(refused(error)),
    };
    Ok(Some(Resumed { started: Started { run, journal }, inputs, valid_bytes, first }))
}

/// What the journal says of this list. A dry run leaves it as it is.
fn find(arguments: &Arguments, places: &Places, loaded: &Loaded) -> Result<Found, Stop> {
    let Some(mut resumed) = resume(places)? else { return Ok(Found::Nothing) };
    let run = &resumed.started.run;
    if run.status() != RunStatus::Running {
        return Ok(Found::Ended(run.plan().digest().to_string()));
    }
    if run.plan().header().takes_back.is_some() {
        let message = "a run is being taken back, and that has not ended";
        let remedy = "give --roll-back, so that it can end, and start again afterwards";
        return Err(Stop::failed(&places.files.journal, message, remedy));
    }
    check_same(places, loaded, &resumed.inputs)?;
    check_same_options(arguments, places, run)?;
    not_approved(arguments, run.plan()).map_or(Ok(()), Err)?;
    if !arguments.dry_run {
        resumed.mend(places)?;
    }
    Ok(Found::Unfinished(Box::new(resumed.started)))
}

/// A run goes on only with what it was begun with.
fn check_same(places: &Places, loaded: &Loaded, planned: &Inputs) -> Result<(), Stop> {
    let (name, what) = if planned.export != loaded.inputs.export {
        (&loaded.names.export, "list")
    } else if planned.site != loaded.inputs.site {
        (&loaded.names.site, "site's document")
    } else {
        return Ok(());
    };
    let journal = places.files.journal.display();
    let message =
        format!("a run that has not ended was begun with another {what} (its journal is {journal})");
    let remedy = format!(
        "give the {what} that the run was begun with, so that it can end; or name another --journal and --to"
    );
    Err(Stop::failed(name, message, remedy))
}

/// A run goes on with the options that its plan was made with. Whoever asks for others is told, not ignored.
fn check_same_options(arguments: &Arguments, places: &Places, run: &Run) -> Result<(), Stop> {
    let planned = &run.plan().header().options;
    let (place, difference) = match arguments.now {
        Some(now) if now != planned.now => ("--now", format!("for {}, and --now says {now}", planned.now)),
        _ if arguments.all_contacts && !planned.import_all_contacts => {
            ("--all-contacts", "without --all-contacts".to_owned())
        }
        _ if arguments.passwords.is_some_and(|policy| policy != planned.password_policy) => {
            ("--passwords", format!("with --passwords {}", passwords::name_of(planned.password_policy)))
        }
        _ => return Ok(()),
    };
    let journal = places.files.journal.display();
    let message = format!("a run that has not ended was planned {difference} (its journal is {journal})");
    let remedy = format!(
        "leave {place} out, so that the run can end as it was planned, and start again with it afterwards; or name another \
         --journal and --to"
    );
    Err(Stop::failed(Path::new(place), message, remedy))
}

/// A run goes on only where it was begun: what its journal says is done has to be done there.
pub fn check_begun_here(places: &Places, run: &Run) -> Result<(), Stop> {
    let is_begun = run.progress().done > 0;
    let is_known = Target::look_at(&places.database, places.seed)
        .and_then(|target| target.knows(run.plan().digest().as_str()))
        .map_err(|error| database_failed(places, &error, Remembered::Nothing))?;
    if !is_begun || is_known {
        return Ok(());
    }
    let message = "the run that the journal tells of was not begun on this database";
    let remedy = format!(
        "put the database back that it was begun on, or move {} away to begin anew",
        places.files.journal.display()
    );
    Err(Stop::failed(&places.database, message, remedy))
}

/// Goes on with a run that has not ended, or shows what that would do.
fn go_on(
    arguments: &Arguments,
    printer: &mut Printer,
    places: &Places,
    source: Source<'_>,
    started: Started,
) -> Result<Proved, Stop> {
    let loaded = source.loaded;
    printing::going_on(printer, &started.run, &places.files.journal, arguments.dry_run);
    check_begun_here(places, &started.run)?;
    let before = before_the_run(places, started.run.plan());
    if arguments.dry_run {
        let plan = started.run.plan().clone();
        printing::plan(printer, &plan, plan.header().expected.users_before, loaded.site.issues());
        printing::nothing_written(printer, arguments);
        let target = look_at(&places.database, places)?;
        let proved = Proved { before, run: Some(started.run), ..Proved::not_tried(plan, Some(target)) };
        return proved.foreseeing(printer, source);
    }
    let passwords = passwords::of_run(started.run.plan(), &loaded.intake.contacts)?;
    let target = open(places)?;
    let proved = carry_out(printer, places, target, started, Some(&passwords));
    Proved { before, ..proved }.proving_access(printer, source)
}

/// Plans anew and carries the plan out; `ended` is the digest of the plan whose journal is still there.
fn plan_and_carry_out(
    arguments: &Arguments,
    printer: &mut Printer,
    places: &Places,
    source: Source<'_>,
    ended: Option<&str>,
) -> Result<Proved, Stop> {
    let loaded = source.loaded;
    let before = look_at(&places.database, places)?;
    let plan = build(arguments, loaded, places, &before)?;
    printing::plan(printer, &plan, before.len() as u64, loaded.site.issues());
    let blockers: Vec<Issue> = plan.blockers().cloned().collect();
    let refusal = if blockers.is_empty() {
        nobody_selected(printer, &plan, &loaded.names.export).or_else(|| not_approved(arguments, &plan))
    } else {
        Some(Stop::blocked(&loaded.names.site, &blockers))
    };
    let is_refused = refusal.is_some();
    let planned = Proved {
        before: Some(before.clone()),
        refusal,
        ..Proved::not_tried(plan.clone(), Some(before.clone()))
    };
    if plan.is_empty() && !is_refused && !arguments.dry_run {
        printing::nothing_to_do(printer, &plan);
        let proved = prove(printer, plan, before.clone(), None);
        return Proved { before: Some(before), ..proved }.proving_access(printer, source);
    }
    let planned = planned.foreseeing(printer, source)?;
    if arguments.dry_run && !is_refused {
        if planned.refusal.is_none() && !plan.is_empty() {
            printing::how_to_approve(printer, &plan);
        }
        printing::nothing_written(printer, arguments);
    }
    if arguments.dry_run || planned.refusal.is_some() {
        return Ok(planned);
    }
    let begun = passwords::of_run(&plan, &loaded.intake.contacts)
        .and_then(|passwords| Ok((begin(printer, places, loaded, &planned, ended)?, passwords)));
    let ((target, started), passwords) = match begun {
        Ok(begun) => begun,
        // Nothing was carried out: the report says so.
        Err(stop) => return Ok(Proved { ending: stop.ending, refusal: Some(stop), ..planned }),
    };
    let proved = carry_out(printer, places, target, started, Some(&passwords));
    Proved { before: Some(before), ..proved }.proving_access(printer, source)
}

/// Makes everything ready for a run: the database with a copy of it, the plan and the journal on the disk.
fn begin(
    printer: &Printer,
    places: &Places,
    loaded: &Loaded,
    planned: &Proved,
    ended: Option<&str>,
) -> Result<(Target, Started), Stop> {
    let plan = &planned.plan;
    if let Some(digest) = ended {
        let aside = places.files.move_aside(digest).map_err(|error| journal_failed(places, &error))?;
        printer.line(format!("  the journal of the run before is kept as {}", aside.display()));
    }
    let target = open(places)?;
    if planned.before.as_ref().is_none_or(Snapshot::is_empty) {
        printer.line("  nothing to back up: nobody is on the target");
    } else {
        let backup = backup_of(places, plan);
        target.back_up(&backup).map_err(|error| database_failed(places, &error, Remembered::Nothing))?;
        printer.line(format!("  a copy of the database is kept as {}", backup.display()));
    }
    let options = RunOptions::new(plan.environment().clone());
    let (run, line) = Run::start(plan, &options, clock::now()?)
        .map_err(|error| Stop::refused(&loaded.names.site, &error))?;
    let started = places
        .files
        .write_plan(&plan.to_bytes(), &loaded.inputs)
        .and_then(|()| JournalFile::create(&places.files.journal, &line));
    let journal = started.map_err(|error| journal_failed(places, &error))?;
    Ok((target, Started { run, journal }))
}

/// The users in a database of this program's, as they are now.
fn look_at(database: &Path, places: &Places) -> Result<Snapshot, Stop> {
    Target::look_at(database, places.seed)
        .and_then(|target| target.snapshot())
        .map_err(|error| database_failed(places, &error, Remembered::Nothing))
}

/// The users before a run that was begun earlier, where the copy that was made of them is still there.
fn before_the_run(places: &Places, plan: &Plan) -> Option<Snapshot> {
    let backup = backup_of(places, plan);
    match plan.header().expected.users_before {
        0 => Some(Snapshot::default()),
        _ => backup.is_file().then(|| look_at(&backup, places).ok()).flatten(),
    }
}

/// Only the plan that was looked over is carried out, where one is named.
fn not_approved(arguments: &Arguments, plan: &Plan) -> Option<Stop> {
    let approved = arguments.approve.as_ref().filter(|approved| *approved != plan.digest())?;
    let error = RunError::NotApproved { approved: approved.clone(), found: plan.digest().clone() };
    let mut stop = Stop::refused(Path::new("--approve"), &error);
    if arguments.now.is_none() {
        stop.remedy =
            "give the --now that the approved one was made for, or look over and approve this one".into();
    }
    Some(stop)
}

/// A plan for nobody is a mistake where people of the list are left out: the tags are not those of the site, or not there.
fn nobody_selected(printer: &Printer, plan: &Plan, list: &Path) -> Option<Stop> {
    let summary = plan.summary();
    let there = summary.to_create + summary.to_update + summary.unchanged + summary.skipped;
    if there > 0 || summary.left_out == 0 {
        return None;
    }
    printing::nothing_to_do(printer, plan);
    let remedy = "check that the list has a column of tags, recognised as such above, and that the site's document names \
                  the same tags (offerings, modules, tagMap); to move these people all the same, give --all-contacts";
    let people = printing::counted(summary.left_out, "person", "people");
    let message =
        format!("nobody of the list would be moved: {people} left out as neither members nor buyers");
    let mut stop = Stop::failed(list, message, remedy).ending_as(Ending::Blocked);
    stop.code = "nobody-selected".into();
    Some(stop)
}

fn build(arguments: &Arguments, loaded: &Loaded, places: &Places, before: &Snapshot) -> Result<Plan, Stop> {
    let mut options = PlanOptions::new(arguments.now.map_or_else(clock::now, Ok)?);
    options.import_all_contacts = arguments.all_contacts;
    options.password_policy = arguments.passwords.unwrap_or_default();
    if let Some(batch_size) = arguments.batch_size {
        options.batch_size = batch_size;
    }
    Plan::build(&loaded.site, &loaded.intake.contacts, before, &options).map_err(|error| {
        let about_target = error.code() == Code::SnapshotInvalid;
        Stop::refused(if about_target { &places.database } else { &loaded.names.site }, &error)
    })
}

pub fn open(places: &Places) -> Result<Target, Stop> {
    // Only the sample's own folder: that of any other database has to be there.
    if places.seed == Seed::Sample
        && let Some(folder) = places.database.parent()
    {
        std::fs::create_dir_all(folder)
            .map_err(|error| Stop::failed(folder, error, "run it in a folder that you may write to"))?;
    }
    Target::open(&places.database, places.seed)
        .map_err(|error| database_failed(places, &error, Remembered::Nothing))
}

/// Carries out what is left of a plan, and proves the whole of it. A plan that takes a run back needs no passwords. Where something refuses
/// on the way, what was done till then is told all the same.
pub fn carry_out(
    printer: &mut Printer,
    places: &Places,
    mut target: Target,
    mut started: Started,
    passwords: Option<&Passwords<'_>>,
) -> Proved {
    printer.title(
        "Apply",
        format!("to {}, journal {}", places.database.display(), places.files.journal.display()),
    );
    let plan = started.run.plan().clone();
    let went_on = batches(printer, places, &mut target, &mut started, passwords);
    let run = started.run;
    printing::progress(printer, &run);
    let after = target.snapshot().map_err(|error| database_failed(places, &error, Remembered::of(&run)));
    match (went_on, after) {
        (Ok(()), Ok(after)) => prove(printer, plan, after, Some(run)),
        (Ok(()), Err(stop)) => Proved {
            ending: stop.ending,
            run: Some(run),
            refusal: Some(stop),
            ..Proved::not_tried(plan, None)
        },
        (Err(stop), after) => Proved {
            ending: stop.ending,
            run: Some(run),
            refusal: Some(stop),
            ..Proved::not_tried(plan, after.ok())
        },
    }
}

/// Batch after batch, until there is none, or the database or the journal refuses.
fn batches(
    printer: &Printer,
    places: &Places,
    target: &mut Target,
    started: &mut Started,
    passwords: Option<&Passwords<'_>>,
) -> Result<(), Stop> {
    let Started { run, journal } = started;
    let plan = run.plan().clone();
    let digest = plan.digest().to_string();
    let checks = PlanChecks { plan: &plan, backup: backup_of(places, &plan), passwords };
    let bar = printer.bar(plan.len() as u64);
    bar.set_position(run.progress().done);
    while let Some(batch) = run.next_batch() {
        bar.set_message(batch.phase.name());
        let done = target
            .perform(&digest, &batch.operations, &checks)
            .map_err(|error| database_failed(places, &error, Remembered::of(run)))?;
        let outcomes: Vec<_> = done.into_iter().map(Done::into_outcome).collect();
        let lines = run
            .record(&batch, &outcomes, clock::now()?)
            .map_err(|error| Stop::refused(&places.files.journal, &error).ending_as(Ending::Failed))?;
        journal.append(&lines).map_err(|error| journal_failed(places, &error))?;
        bar.set_position(run.progress().done);
    }
    bar.finish_and_clear();
    Ok(())
}

/// The checks that need the whole plan.
struct PlanChecks<'a> {
    plan: &'a Plan,
    backup: PathBuf,
    passwords: Option<&'a Passwords<'a>>,
}

impl Checks for PlanChecks<'_> {
    fn target(&self, snapshot: &Snapshot, operation: &Operation) -> Result<(), String> {
        match &operation.change {
            Change::CheckTarget(check) if snapshot.digest() != check.snapshot => {
                Err("the users of the target were changed since the plan was made".to_owned())
            }
            Change::VerifyTarget(_) => {
                let found = reconcile(self.plan, snapshot);
                let differences = found.differences_found;
                if found.ok {
                    Ok(())
                } else {
                    Err(format!("the target differs from the plan in {differences} places"))
                }
            }
            _ => Ok(()),
        }
    }

    fn password(&self, operation: &Operation) -> Result<Kept, String> {
        passwords::kept(self.passwords, operation)
    }

    fn backup(&self) -> Result<Backup, String> {
        if self.plan.header().expected.users_before == 0 {
            Ok(Backup::NotNeeded)
        } else if self.backup.is_file() {
            Ok(Backup::Kept)
        } else {
            Err(format!("there is no copy of the database at {}", self.backup.display()))
        }
    }
}

/// Where the database is copied to before a plan is carried out.
pub fn backup_of(places: &Places, plan: &Plan) -> PathBuf {
    let digest = plan.digest().as_str();
    with_ending(&places.database, &format!(".before-{}", digest.get(..12).unwrap_or(digest)))
}

/// Whether something of the run was done before the database refused.
#[derive(Clone, Copy)]
pub enum Remembered {
    Nothing,
    Something,
}

impl Remembered {
    fn of(run: &Run) -> Self {
        if run.progress().done > 0 { Remembered::Something } else { Remembered::Nothing }
    }
}

pub fn database_failed(places: &Places, error: &anyhow::Error, remembered: Remembered) -> Stop {
    let again = match remembered {
        Remembered::Nothing => "then start again",
        Remembered::Something => "then start again: what was done is remembered",
    };
    let remedy = format!(
        "check that it is this program's database, that it can be written, and that there is space on the disk; {again}"
    );
    Stop::failed(&places.database, format!("the database refuses: {error:#}"), remedy)
}

pub fn journal_failed(places: &Places, error: &std::io::Error) -> Stop {
    let remedy = "check that it can be written and that there is space on the disk; then start again";
    Stop::failed(&places.files.journal, format!("the journal cannot be kept: {error}"), remedy)
}
