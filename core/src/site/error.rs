//! Why a site document cannot be used, and why a question to a site has no answer. Does not know how either came about.

use crate::offering::ScheduleError;
use crate::{Code, Excerpt, Issue, Location, OfferingId, PageId, Refusal, Severity};

/// Every issue of a site document that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteError {
    issues: Vec<Issue>,
}

impl SiteError {
    /// From issues of which at least one is an error, in document order.
    pub(super) fn new(issues: Vec<Issue>) -> Self {
        SiteError { issues }
    }

    fn errors(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.severity() == Severity::Error)
    }
}

impl std::error::Error for SiteError {}

impl std::fmt::Display for SiteError {
    /// The first error with its place, and how many more there are.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut errors = self.errors();
        match errors.next() {
            Some(first) if first.location.is_unknown() => write!(formatter, "{}", first.message)?,
            Some(first) => write!(formatter, "at {}: {}", first.location, first.message)?,
            None => write!(formatter, "the site document cannot be used")?,
        }
        match errors.count() {
            0 => Ok(()),
            1 => write!(formatter, "; and one more issue"),
            more => write!(formatter, "; and {more} more issues"),
        }
    }
}

impl Refusal for SiteError {
    fn code(&self) -> Code {
        self.errors().next().map_or(Code::DocumentInvalid, |issue| issue.code)
    }

    fn location(&self) -> Location {
        self.errors().next().map_or_else(Location::default, |issue| issue.location.clone())
    }

    fn help(&self) -> String {
        self.errors().next().map_or_else(|| self.code().remedy(), Issue::help).to_owned()
    }

    fn issues(&self) -> &[Issue] {
        &self.issues
    }
}

/// Why a question to a site has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SiteQuestionError {
    /// The site has no such page.
    #[error("the site has no page `{}`", Excerpt::new(.0.as_str()))]
    UnknownPage(PageId),
    /// The site has no such offering.
    #[error("the site has no offering `{}`", Excerpt::new(.0.as_str()))]
    UnknownOffering(OfferingId),
    /// The enrollment is in another offering than the one asked about.
    #[error("the enrollment is in the offering `{}`", Excerpt::new(.0.as_str()))]
    OtherOffering(OfferingId),
    /// A rule leaves the calendar.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
}

impl Refusal for SiteQuestionError {
    fn code(&self) -> Code {
        match self {
            SiteQuestionError::UnknownPage(_) | SiteQuestionError::UnknownOffering(_) => {
                Code::ReferenceUnknown
            }
            SiteQuestionError::OtherOffering(_) => Code::ArgumentInvalid,
            SiteQuestionError::Schedule(error) => error.code(),
        }
    }

    fn location(&self) -> Location {
        match self {
            SiteQuestionError::Schedule(error) => error.location(),
            _ => Location::default(),
        }
    }
}
