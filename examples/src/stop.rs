//! Why `migrate` stops early: what happened, where, what to do about it, and the exit code. Knows no printing.

use std::fmt;
use std::path::Path;

use memberferry::{Issue, Location, Refusal, Severity};
use serde_json::{Value, json};

/// How many issues are listed.
const LISTED: usize = 50;

/// How a run ended, as the exit code says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All is well.
    Well = 0,
    /// Blockers, or differences: somebody has to decide something.
    Blocked = 1,
    /// The command line is wrong.
    Usage = 2,
    /// Something refused to work.
    Failed = 3,
}

/// Why a run stops early.
#[derive(Debug)]
pub struct Stop {
    /// The exit code.
    pub ending: Ending,
    /// A stable name for programs.
    pub code: Box<str>,
    /// The file it is about, and the place in it.
    pub place: Box<str>,
    /// What happened.
    pub message: Box<str>,
    /// What to do about it.
    pub remedy: Box<str>,
    /// Every issue behind it, each on a line of its own.
    pub issues: Vec<String>,
}

impl Stop {
    /// A file, the database or the system refuses.
    pub fn failed(place: &Path, message: impl fmt::Display, remedy: impl Into<Box<str>>) -> Self {
        Stop {
            ending: Ending::Failed,
            code: "host-failed".into(),
            place: place.display().to_string().into(),
            message: message.to_string().into(),
            remedy: remedy.into(),
            issues: Vec::new(),
        }
    }

    /// What the library was given cannot be used as it is.
    pub fn refused(place: &Path, refusal: &impl Refusal) -> Self {
        // An error that stands for several issues is those issues.
        if !refusal.issues().is_empty() {
            return Stop::blocked(place, refusal.issues());
        }
        Stop {
            ending: Ending::Blocked,
            code: refusal.code().name().into(),
            place: place_text(place, &refusal.location()),
            message: refusal.to_string().into(),
            remedy: refusal.help().into(),
            issues: Vec::new(),
        }
    }

    /// Something stands in the way that somebody has to decide or mend: at least one issue.
    pub fn blocked(place: &Path, issues: &[Issue]) -> Self {
        let is_error = |issue: &&Issue| issue.severity() == Severity::Error;
        let Some(first) = issues.iter().find(is_error).or(issues.first()) else {
            return Stop::failed(place, "something stands in the way", "start again")
                .ending_as(Ending::Blocked);
        };
        let value = first.value.as_ref().map(|value| format!(" (`{value}`)")).unwrap_or_default();
        let listed = if issues.len() > 1 { issues } else { &[] };
        let left = listed.len().saturating_sub(LISTED);
        let more = (left > 0).then(|| format!("and {left} more"));
        let line = |issue: &Issue| format!("{issue} ({})", issue.help());
        Stop {
            ending: Ending::Blocked,
            code: first.code.name().into(),
            place: place_text(place, &first.location),
            message: format!("{}{value}", first.message).into(),
            remedy: first.help().into(),
            issues: listed.iter().take(LISTED).map(line).chain(more).collect(),
        }
    }

    /// The same, with another exit code.
    #[must_use]
    pub fn ending_as(mut self, ending: Ending) -> Self {
        self.ending = ending;
        self
    }

    /// As data.
    pub fn to_json(&self) -> Value {
        json!({
            "code": self.code,
            "place": self.place,
            "message": self.message,
            "remedy": self.remedy,
            "issues": self.issues,
        })
    }
}

fn place_text(path: &Path, location: &Location) -> Box<str> {
    let path = path.display();
    if location.is_unknown() { path.to_string().into() } else { format!("{path}, {location}").into() }
}

impl fmt::Display for Stop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "error: {}", self.message)?;
        writeln!(formatter, "  where:  {}", self.place)?;
        write!(formatter, "  remedy: {}", self.remedy)?;
        for issue in &self.issues {
            write!(formatter, "\n  - {issue}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Stop {}
