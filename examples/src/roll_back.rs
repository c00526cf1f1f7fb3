//! Taking the last run back: from its journal and the database as it is now to a plan of its own, carried out and proved like any
//! other. Does not know SQL, nor how anything is printed.

use memberferry::{PseudonymKey, Run, RunOptions, RunStatus};

use crate::arguments::Arguments;
use crate::clock;
use crate::database::Target;
use crate::journal_file::JournalFile;
use crate::migration::{
    Remembered, Started, backup_of, carry_out, check_begun_here, database_failed, journal_failed, open,
    resume,
};
use crate::move_report;
use crate::places::Places;
use crate::printing::{self, Printer};
use crate::proved::Proved;
use crate::stop::{Ending, Stop};

/// Takes the last run back, or goes on taking it back.
pub fn roll_back(arguments: &Arguments, printer: &mut Printer) -> Result<Ending, Stop> {
    let key = arguments.report.key()?;
    let places = Places::of(arguments);
    let journal = &places.files.journal;
    let Some(mut resumed) = resume(&places)? else {
        let remedy = "name the database and the journal of the run with --to and --journal";
        return Err(Stop::failed(journal, "there is no run to take back", remedy));
    };
    check_begun_here(&places, &resumed.started.run)?;
    let status = resumed.started.run.status();
    if resumed.started.run.plan().header().takes_back.is_some() {
        if status != RunStatus::Running {
            printer.title("Undo", "nothing to do: the last run was taken back already");
            return Ok(Ending::Well);
        }
        printing::going_on(printer, &resumed.started.run, journal, arguments.dry_run);
        if arguments.dry_run {
            printing::nothing_written(printer, arguments);
            return Ok(Ending::Well);
        }
        resumed.mend(&places)?;
        let proved = carry_out(printer, &places, open(&places)?, resumed.started, None);
        return told(arguments, printer, key.as_ref(), proved);
    }
    let database = |error: &anyhow::Error| database_failed(&places, error, Remembered::Something);
    let before = Target::look_at(&places.database, places.seed)
        .and_then(|target| target.snapshot())
        .map_err(|error| database(&error))?;
    let run = &resumed.started.run;
    let plan = run
        .rollback_plan(&before, arguments.now.map_or_else(clock::now, Ok)?)
        .map_err(|error| Stop::refused(journal, &error))?;
    printing::rollback(printer, &plan);
    if arguments.dry_run || plan.is_empty() {
        if arguments.dry_run {
            printing::nothing_written(printer, arguments);
        } else {
            printer.title("Apply", "nothing to do: nothing of the run is left to take back");
        }
        return told(arguments, printer, key.as_ref(), Proved::not_tried(plan, Some(before)));
    }
    let options = RunOptions::new(plan.environment().clone());
    let (rollback, line) =
        Run::start(&plan, &options, clock::now()?).map_err(|error| Stop::refused(journal, &error))?;
    let inputs = resumed.inputs.clone();
    let digest = run.plan().digest().to_string();
    if status == RunStatus::Running {
        // Whatever happens from here on, the run that is taken back does not go on.
        resumed.mend(&places)?;
        let Started { run, journal: file } = &mut resumed.started;
        let aborted = run
            .abort(clock::now()?)
            .map_err(|error| Stop::refused(journal, &error).ending_as(Ending::Failed))?;
        file.append(&aborted).map_err(|error| journal_failed(&places, &error))?;
    }
    drop(resumed);
    let target = open(&places)?;
    let backup = backup_of(&places, &plan);
    target.back_up(&backup).map_err(|error| database(&error))?;
    printer.line(format!("  a copy of the database is kept as {}", backup.display()));
    let aside = places.files.move_aside(&digest).map_err(|error| journal_failed(&places, &error))?;
    printer.line(format!("  the journal of the run before is kept as {}", aside.display()));
    let started =
        places.files.write_plan(&plan.to_bytes(), &inputs).and_then(|()| JournalFile::create(journal, &line));
    let file = started.map_err(|error| journal_failed(&places, &error))?;
    let proved = carry_out(printer, &places, target, Started { run: rollback, journal: file }, None);
    told(arguments, printer, key.as_ref(), proved)
}

/// Writes the report where one is wanted, and ends.
fn told(
    arguments: &Arguments,
    printer: &Printer,
    key: Option<&PseudonymKey>,
    proved: Proved,
) -> Result<Ending, Stop> {
    let written = match &arguments.report.report {
        Some(_) => move_report::write_rollback(arguments, printer, key, &proved),
        None => Ok(()),
    };
    proved.end(written)
}
