//! A plan read back from bytes: every line is checked before any is believed. Does not know how a plan is made or run.

use serde::Deserialize;

use super::line::{self, LineWriter};
use super::lines::OperationLines;
use super::plan::Closing;
use super::{Operation, OperationKind, Plan, PlanError, PlanHeader, PlanSummary};
use crate::{EmailKey, OfferingId, json};

/// Reads and checks a plan.
pub fn plan(bytes: &[u8]) -> Result<Plan, PlanError> {
    let whole = memchr::memrchr(b'\n', bytes).map_or(0, |end| end + 1);
    let count = memchr::memchr_iter(b'\n', bytes).count() as u64;
    let (text, rest) = bytes.split_at_checked(whole).unwrap_or_default();
    let Some(header_end) = memchr::memchr(b'\n', text) else { return Err(PlanError::Truncated { line: 0 }) };
    let header_line = text.get(..header_end).unwrap_or_default();
    foreign_format(header_line)?;
    if !rest.is_empty() {
        return Err(PlanError::Truncated { line: count });
    }
    let closing_start =
        text.get(..whole - 1).and_then(|text| memchr::memrchr(b'\n', text)).map_or(0, |end| end + 1);
    let (lines, closing_line) = text.split_at_checked(closing_start).unwrap_or_default();
    let Ok(closing) = json::read::<Closing>(closing_line) else {
        return Err(match line::read(closing_line.trim_ascii_end()) {
            Ok(_) => PlanError::Truncated { line: count },
            Err(_) if lines.is_empty() => PlanError::Truncated { line: count },
            Err(_) => altered(count, "is not the closing line of a plan"),
        });
    };
    let canonical = Closing::new(closing.digest.clone(), closing.batch_size);
    if serde_json::to_vec(&canonical).ok().as_deref() != closing_line.strip_suffix(b"\n") {
        return Err(altered(count, "is not as it was written"));
    }
    let header = header(header_line)?;
    let (summary, lines) = operations(&header, lines.get(header_end + 1..).unwrap_or_default())?;
    let plan = Plan::from_parts(header, lines, closing.batch_size)?;
    if *plan.digest() != closing.digest {
        // Every operation's id was right, so it is what no id covers: the header, a reason, or a line that is gone.
        return Err(altered(count, "gives another digest than the lines before it have"));
    }
    if plan.header().options.migrate_all_records && summary.operations != plan.summary().operations {
        return Err(altered(1, "counts other operations than there are"));
    }
    Ok(plan)
}

fn altered(line: u64, message: &str) -> PlanError {
    PlanError::Altered { line, message: message.into() }
}

/// Refuses another version's plan before anything else of it is looked at.
fn foreign_format(line: &[u8]) -> Result<(), PlanError> {
    #[derive(Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    struct Format {
        format: u64,
    }
    match json::read::<Format>(line) {
        Ok(Format { format }) if format != u64::from(PlanHeader::FORMAT) => {
            Err(PlanError::Format { found: format })
        }
        _ => Ok(()),
    }
}

fn header(line: &[u8]) -> Result<PlanHeader, PlanError> {
    let header: PlanHeader =
        json::read(line).map_err(|error| altered(1, &format!("is not a plan's header: {error}")))?;
    if serde_json::to_vec(&header).ok().as_deref() == Some(line) {
        Ok(header)
    } else {
        Err(altered(1, "is not as it was written"))
    }
}

/// Checks that each line is an operation exactly as written, under its own id, and that they stand in order; keeps and counts them.
fn operations(header: &PlanHeader, lines: &[u8]) -> Result<(PlanSummary, OperationLines), PlanError> {
    let mut summary = PlanSummary::default();
    let mut written = OperationLines::default();
    let writer = LineWriter::new(&header.environment)?;
    let mut previous: Option<Operation> = None;
    let lines = lines.strip_suffix(b"\n").map(|lines| lines.split(|byte| *byte == b'\n'));
    for (number, line) in (2..).zip(lines.into_iter().flatten()) {
        let operation =
            line::read(line).map_err(|error| altered(number, &format!("is not an operation: {error}")))?;
        if !writer.write_read(&mut written, line, &operation)? {
            return Err(altered(number, "is not as it was written"));
        }
        if previous.as_ref().is_some_and(|previous| place(previous) >= place(&operation)) {
            return Err(altered(number, "is out of order"));
        }
        let kinds = summary.operations.entry(operation.phase()).or_default();
        *kinds.entry(operation.kind()).or_default() += 1;
        previous = Some(operation);
    }
    Ok((summary, written))
}

/// What the order of operations goes by.
fn place(operation: &Operation) -> (super::Phase, Option<&EmailKey>, OperationKind, Option<&OfferingId>) {
    (operation.phase(), operation.subject.email(), operation.kind(), operation.change.offering())
}
