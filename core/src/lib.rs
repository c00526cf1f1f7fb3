//! Moves membership sites safely: read, check, plan, apply, prove.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod access;
mod contact;
mod error;
mod id;
mod intake;
mod issue;
mod json;
mod limits;
mod offering;
pub mod ops;
mod plan;
mod run;
mod site;
mod source;
mod tag;
mod text;
mod time;

pub use access::{
    AccessReason, Decision, Member, MemberEnrollment, ModuleOpening, Need, Rule, evaluate_rule,
};
pub use contact::{
    Address, ConsentEvidence, Contact, ContactRef, Contacts, DuplicatesPolicy, Email, EmailCheck, EmailError,
    EmailKey, HashKind, Marketing, MarketingStatus, Merged, Password, Secret, TagIds, check_email,
    merge_contacts,
};
pub use error::{Failure, Refusal};
pub use id::{IdError, ModuleId, OfferingId, PageId, UserId};
pub use intake::{
    ColumnMapping, ColumnUse, ContactReader, DateOptions, DetectedEncoding, Detection, Dialect,
    EncodingEvidence, Intake, IntakeError, IntakeStats, LineEndName, Mapping, MatchReason, ParsedDate,
    ReadOptions, SetAsideRecord, SourceGuess, Table, TableOptions, detect, match_columns, parse_date,
    read_contacts, read_table,
};
pub use issue::{Category, Code, Issue, Issues, Location, PathSegment, Severity};
pub use limits::Limits;
pub use offering::{
    Anchor, Anchors, Enrollment, Mode, Module, Offering, OfferingKind, Offset, Price, Release, ReleaseRule,
    ReleaseRuleError, ReleaseState, ScheduleError, TimeOfDay, TimeOfDayError, Timer, Unit, Why, release_at,
    release_schedule,
};
pub use plan::{
    AddTags, Change, CheckTarget, CreateUser, DripContinuity, Enroll, ExistingUsers, Expected, MemberRole,
    MemberRoleError, Notify, Operation, OperationKind, PasswordPolicy, Phase, Plan, PlanDigest,
    PlanDigestError, PlanError, PlanHeader, PlanOptions, PlanSummary, Reason, Snapshot, Subject,
    TargetEnrollment, TargetUser, UpdateUser, UserProfile, VerifyTarget, Waiver,
};
pub use run::{
    Batch, Difference, Outcome, PhaseProgress, Reconciliation, Resumed, Run, RunError, RunFailure,
    RunOptions, RunProgress, RunStatus, SpotCheck, Stratum, Verified, reconcile, spot_check,
};
pub use site::{
    Environment, EnvironmentKind, Inherit, Page, Redirect, Site, SiteDocument, SiteError, SiteQuestionError,
    TagMapEntry, TagReference,
};
pub use source::{Confidence, DayOrder, Field, Header, PROFILES, Profile, TagCell, Use, Variant};
pub use tag::{TagBook, TagId, TagName, TagNameError};
pub use text::Excerpt;
pub use time::{Instant, TimeError, Zone};
