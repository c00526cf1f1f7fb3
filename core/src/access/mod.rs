//! Who may see what: rules, the facts they ask about a member, and the decision. Does not know pages, offerings or
//! contacts; enrollments and releases come in as plain facts by id, "now" as an argument.
//!
//! - [`Rule`]: what must hold, as a tree.
//! - [`Member`]: the facts about the person who asks.
//! - [`Decision`]: allowed or not, with the reason, what decided, what would change it, and when it opens or closes.
//! - [`evaluate_rule`]: the decision of one rule.
//! - [`PeerSetting`]: what other systems guard by, as rules.
//! - [`CompiledAccess`]: the same decisions, made for asking often; [`AccessTimeline`]: who gets in and out as time passes.
//! - [`compare_access`]: who may see what on two sites, over time. It stands on a higher floor than the rest.

mod compare;
mod compile;
mod decide;
mod decision;
mod explain;
mod explanation;
mod holder;
mod import;
mod member;
mod rule;
mod truth;
mod ways;
mod window;

pub use compare::{
    AcceptedLoss, AcceptedLosses, AccessChange, AccessChanges, AccessComparer, AccessComparison, AccessSide,
    CauseCount, ComparedMember, ComparedPage, ComparisonOptions, PageComparison, PageMatching, Verdict,
    VerdictCounts, compare_access, compare_contacts,
};
pub use compile::{
    AccessEvent, AccessTable, AccessTimeline, CompiledAccess, CompiledMember, FactId, MemberTable, ReleaseId,
    Standing, Turn,
};
pub(crate) use compile::{BLOCK, bits};
pub use decide::evaluate_rule;
pub(crate) use decide::{Gate, Guard, decide};
pub use decision::{AccessReason, Decision, Need};
pub(crate) use holder::TagEffects;
pub use import::{
    GivenTag, Grantee, ImportedRule, LifterLmsContent, LifterLmsCourse, LifterLmsEnrollment, LifterLmsPage,
    LifterLmsRedirect, LifterLmsRelation, LifterLmsSitewide, MemberPressCondition, MemberPressContent,
    MemberPressLogin, MemberPressName, MemberPressRule, MemberPressWindow, MemberiumAudience,
    MemberiumContent, MemberiumLevel, MemberiumStatus, PaidMembershipsProContent, PaidMembershipsProContext,
    PeerSetting, SenseiCourse, SenseiProvider, WpFusionLock,
};
pub use member::{Member, MemberEnrollment, ModuleOpening};
pub use rule::Rule;
pub use window::OpenWindow;
