//! Whether a move gave or took access that nobody asked for: every change of access that was found, judged by what the owner decided.
//! Does not know how access is compared, nor how the plan was carried out.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::reconcile_access::{reconcile_access, user_as_member};
use crate::access::{
    AccessChange, AccessComparison, AccessReason, AccessSide, ComparedPage, ComparisonOptions, Member,
    Verdict,
};
use crate::membership::{DripContinuity, MembershipError, Roster};
use crate::plan::{CarriedOut, ExistingUsers, Plan, PlannedUser, Snapshot, TargetUser, planned_users};
use crate::site::Site;
use crate::{Code, ContactRef, Email, EmailKey, Instant, Issue, PageId};

/// What of access is compared after a move, and what of it the owner accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessProofOptions {
    /// The span of time, from the instant of the move; and the losses that the owner accepts.
    pub comparison: ComparisonOptions,
    /// The gains that the owner accepts; none, by default.
    pub accepted_gains: Vec<AcceptedGain>,
}

impl AccessProofOptions {
    /// With nothing accepted but what the comparison accepts.
    pub fn new(comparison: ComparisonOptions) -> Self {
        AccessProofOptions { comparison, accepted_gains: Vec::new() }
    }
}

/// A gain of access that the owner accepts, named by its page or by its cause. On the wire tagged by `kind`.
///
/// ```
/// use memberferry::AcceptedGain;
/// let accepted: AcceptedGain =
///     serde_json::from_str(r#"{"kind": "page", "page": "lounge", "why": "it is open to all members from now on"}"#)?;
/// assert_eq!(accepted.why(), "it is open to all members from now on");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AcceptedGain {
    /// Whoever gains this page.
    Page {
        /// Its id on either site.
        page: PageId,
        /// Why that is right; as the owner says it. Never blank.
        #[serde(deserialize_with = "crate::text::said")]
        why: String,
    },
    /// Whoever gains any page for this cause.
    Cause {
        /// Why the site before does not let them in.
        before: AccessReason,
        /// Why the site after does.
        after: AccessReason,
        /// Why that is right; as the owner says it. Never blank.
        #[serde(deserialize_with = "crate::text::said")]
        why: String,
    },
}

impl AcceptedGain {
    /// Why the owner accepts it.
    pub fn why(&self) -> &str {
        match self {
            AcceptedGain::Page { why, .. } | AcceptedGain::Cause { why, .. } => why,
        }
    }

    /// Whether a change, which is a gain, is such a one.
    fn fits(&self, change: &AccessChange<'_>) -> bool {
        match self {
            AcceptedGain::Page { page, .. } => change.page.is_called(page),
            AcceptedGain::Cause { before, after, .. } => {
                change.before.reason == Some(*before) && change.after.reason == Some(*after)
            }
        }
    }
}

/// How many gains something explains that the owner accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AcceptedGains {
    /// What the owner accepts.
    pub accepted: AcceptedGain,
    /// How many gains it explains; a gain that several explain is counted for the first of them.
    pub count: u64,
}

/// Whether a move gave or took access that nobody asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AccessProof {
    /// Whether nobody lost or gained access unasked.
    pub ok: bool,
    /// Every change of access, in numbers.
    pub comparison: AccessComparison,
    /// The gains that the owner accepts, in the order given.
    pub accepted_gains: Vec<AcceptedGains>,
    /// The changes that follow from what the owner decided, in numbers.
    pub asked: AskedChanges,
    /// Who lost or gained what unasked: by contact, then by page. At most [`KEPT_CHANGES`](Self::KEPT_CHANGES).
    pub unasked: Vec<UnaskedChange>,
    /// How many there are, those that are not kept included.
    pub unasked_found: u64,
}

impl AccessProof {
    /// The most changes that are kept in full.
    pub const KEPT_CHANGES: usize = 10_000;
}

/// Losses and gains of access that follow from what the owner decided, in numbers. Each is counted once, by the first of these that holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AskedChanges {
    /// Of pages that only the site after has.
    pub new_pages: u64,
    /// Of people whom the plan leaves out, who lose what anybody with a login could see.
    pub left_out: u64,
    /// Of people whom the plan leaves out, who lose a page that opened to them and not to everybody with a login: a tag that is no
    /// offering's makes nobody a member. Where they should keep it, the plan has to take all contacts.
    pub left_out_guarded: u64,
    /// Of people whom the plan leaves alone: administrators, who runs the move, and, where the options say so, who was a user before. A plan for
    /// verification only leaves everybody alone.
    pub left_alone: u64,
    /// Gains of what a user could see on the target before the plan was carried out.
    pub had_before: u64,
    /// What release timers open, now or later, or under [`DripContinuity::Restart`] close: all else that either site asks is met on both.
    pub released: u64,
}

/// Somebody who lost or gained access unasked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnaskedChange {
    /// The key of the person's address.
    pub subject: EmailKey,
    /// The page.
    pub page: ComparedPage,
    /// Lost, gained or earlier.
    pub verdict: Verdict,
    /// The first instant at which both sites differ.
    pub at: Instant,
    /// What the site before says at that instant.
    pub before: AccessSide,
    /// What the site after says at that instant.
    pub after: AccessSide,
    /// The same as an issue, with what to do about it.
    pub issue: Issue,
}

/// Compares everybody's access before a move with that after it, as [`reconcile_access`] does, and tells what the owner asked for from what
/// nobody did.
///
/// A loss counts whenever in the span it begins; a gain counts where it begins with the move, for what comes later the site's own clock
/// opens. Of both, what the owner accepts by name is no fault, nor what [`AskedChanges`] lists. Nobody asks for a page that is gone, for a
/// tag that opens something and was left behind, for what the target itself forbids to a user of its own or took back from them before, or
/// for a member whom the plan takes and the target lacks.
///
/// ```
/// use memberferry::{
///     AccessProofOptions, ComparisonOptions, Horizon, MembershipOptions, Plan, PlanOptions, ReadOptions, Roster, Site, Snapshot, Stage,
///     prove_access, read_contacts,
/// };
/// // Two tags become one, and whoever held the cheaper sees what the dearer opens.
/// let site = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "environment": {"kind": "live", "url": "https://harbour.example"},
///     "tagMap": [{"kind": "rename", "from": "Silver", "to": "Gold"}],
///     "offerings": [{"id": "gold", "name": "Gold", "accessTag": "Gold"}],
///     "pages": [{"id": "lounge", "title": "Lounge", "offering": "gold"}]}"#)?;
/// let source = Site::from_json(br#"{"format": 1, "name": "Harbour", "timezone": "UTC",
///     "offerings": [{"id": "gold", "name": "Gold", "accessTag": "Gold"}],
///     "pages": [{"id": "lounge", "title": "Lounge", "offering": "gold"}]}"#)?;
/// let contacts = read_contacts(b"Email,Tags\nada@example.com,Gold\neve@example.com,Silver\n", &ReadOptions::default())?.contacts;
/// let now = "2024-05-01T00:00:00Z".parse()?;
/// let plan = Plan::build(&site, &contacts, &Snapshot::default(), &PlanOptions::new(now))?;
/// let was = Roster::new(&source, &contacts, MembershipOptions { stage: Stage::Before, ..MembershipOptions::new(now) });
/// let after = plan.foreseen(&Snapshot::default())?;
/// let horizon = Horizon::new(now, "2024-08-01T00:00:00Z".parse()?)?;
/// let proof = prove_access(&was, &site, &plan, &after, &AccessProofOptions::new(ComparisonOptions::new(horizon)))?;
/// assert!(!proof.ok);
/// assert_eq!(proof.unasked[0].subject.as_str(), "eve@example.com");
/// assert_eq!(proof.unasked[0].issue.message, "`lounge` opens to them: tag-missing before, rule-met after");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MembershipError`] at the first contact or user for whom a release rule leads out of the calendar.
pub fn prove_access(
    before: &Roster<'_>,
    site: &Site,
    plan: &Plan,
    after: &Snapshot,
    options: &AccessProofOptions,
) -> Result<AccessProof, MembershipError> {
    let at = options.comparison.horizon.from();
    let mut gains: Vec<_> = options
        .accepted_gains
        .iter()
        .map(|accepted| AcceptedGains { accepted: accepted.clone(), count: 0 })
        .collect();
    let mut asked = AskedChanges::default();
    let mut doubtful = Vec::new();
    let comparison = reconcile_access(before, site, after, at, options.comparison.clone(), |change| {
        match change.verdict {
            Verdict::Unchanged | Verdict::Later => {}
            Verdict::Lost if options.comparison.accepted.iter().any(|loss| loss.fits(&change)) => {}
            Verdict::Gained | Verdict::Earlier if change.before.reason.is_none() => asked.new_pages += 1,
            Verdict::Gained | Verdict::Earlier if change.at > at => asked.released += 1,
            Verdict::Lost | Verdict::Gained | Verdict::Earlier => {
                let accepted = gains.iter_mut().find(|gains| gains.accepted.fits(&change));
                match accepted.filter(|_| change.verdict != Verdict::Lost) {
                    Some(gains) => gains.count += 1,
                    None => doubtful.push(Doubtful::of(&change)),
                }
            }
        }
    })?;
    let mut judge = Judge { before, site, plan, after, at, planned: BTreeMap::new() };
    judge.look_up(&doubtful);
    let (mut unasked, mut unasked_found) = (Vec::new(), 0);
    for change in doubtful {
        if judge.is_asked(&change, &mut asked)? {
            continue;
        }
        unasked_found += 1;
        if unasked.len() < AccessProof::KEPT_CHANGES
            && let Some(contact) = before.contacts().get(change.row())
        {
            unasked.push(change.unasked(contact.email_key()));
        }
    }
    Ok(AccessProof {
        ok: unasked_found == 0,
        comparison,
        accepted_gains: gains,
        asked,
        unasked,
        unasked_found,
    })
}

/// A change that nobody accepts by name.
struct Doubtful {
    member: u64,
    page: ComparedPage,
    verdict: Verdict,
    at: Instant,
    before: AccessSide,
    after: AccessSide,
}

impl Doubtful {
    fn of(change: &AccessChange<'_>) -> Self {
        let AccessChange { member, page, verdict, at, before, after } = change;
        Doubtful {
            member: *member,
            page: (*page).clone(),
            verdict: *verdict,
            at: *at,
            before: *before,
            after: *after,
        }
    }

    fn row(&self) -> usize {
        usize::try_from(self.member).unwrap_or(usize::MAX)
    }

    fn unasked(self, subject: EmailKey) -> UnaskedChange {
        let page = self.page.id().map(PageId::as_str).unwrap_or_default();
        let says = |side: &AccessSide| side.reason.map_or("no such page", AccessReason::name);
        let (before, after) = (says(&self.before), says(&self.after));
        let (code, becomes) = match self.verdict {
            Verdict::Lost => (Code::AccessLost, "closes"),
            _ => (Code::AccessGained, "opens"),
        };
        let message = format!("`{page}` {becomes} to them: {before} before, {after} after");
        let issue = Issue::new(code).with_message(message).with_value(subject.as_str());
        let Doubtful { page, verdict, at, before, after, .. } = self;
        UnaskedChange { subject, page, verdict, at, before, after, issue }
    }
}

/// Knows what the owner decided of the people in doubt.
struct Judge<'a> {
    before: &'a Roster<'a>,
    site: &'a Site,
    plan: &'a Plan,
    after: &'a Snapshot,
    at: Instant,
    planned: BTreeMap<EmailKey, PlannedUser>,
}

impl Judge<'_> {
    /// Finds what the plan does to those in doubt. They are few, so the plan is gone through once and the rest of it passed over.
    fn look_up(&mut self, doubtful: &[Doubtful]) {
        let key = |change: &Doubtful| Some(self.before.contacts().get(change.row())?.email_key());
        let keys: BTreeSet<EmailKey> = doubtful.iter().filter_map(key).collect();
        if !keys.is_empty() {
            let planned =
                planned_users(self.plan, |_| CarriedOut::Yes).filter(|user| keys.contains(&user.key));
            self.planned = planned.map(|user| (user.key.clone(), user)).collect();
        }
    }

    /// Whether a change follows from what the owner decided; where it does, it is counted.
    fn is_asked(&self, change: &Doubtful, asked: &mut AskedChanges) -> Result<bool, MembershipError> {
        let (Some(contact), Some(was)) =
            (self.before.contacts().get(change.row()), self.before.member(change.row())?)
        else {
            return Ok(false);
        };
        let user = Email::new(contact.email()).ok().and_then(|email| self.after.find(&email));
        let planned = self.planned.get(&contact.email_key());
        let count = match (planned, &user) {
            (None, None) if change.verdict == Verdict::Lost => {
                if self.is_protected(&contact) {
                    Some(&mut asked.left_alone)
                } else {
                    let anybody = Member { logged_in: true, ..Member::default() };
                    let is_login =
                        opens(self.before.site(), &anybody, change.page.before.as_ref(), change.at);
                    Some(if is_login { &mut asked.left_out } else { &mut asked.left_out_guarded })
                }
            }
            (None, Some(user)) if self.is_left_alone(&contact, user) || change.verdict != Verdict::Lost => {
                Some(&mut asked.left_alone)
            }
            (_, Some(user)) if change.verdict != Verdict::Lost => {
                if self.had_before(planned, user, change)? {
                    Some(&mut asked.had_before)
                } else {
                    self.is_released(change, was, user)?.then_some(&mut asked.released)
                }
            }
            (Some(_), Some(user))
                if self.plan.header().options.drip_continuity == DripContinuity::Restart =>
            {
                self.is_released(change, was, user)?.then_some(&mut asked.released)
            }
            _ => None,
        };
        Ok(count.map(|count| *count += 1).is_some())
    }

    fn is_protected(&self, contact: &ContactRef<'_>) -> bool {
        let options = &self.plan.header().options;
        options.protects(contact.roles()) || options.operator_email.as_ref() == Some(&contact.email_key())
    }

    fn is_left_alone(&self, contact: &ContactRef<'_>, user: &TargetUser) -> bool {
        let options = &self.plan.header().options;
        !options.migrate_all_records
            || options.existing_users == ExistingUsers::Skip
            || options.protects(user.roles.iter().map(String::as_str))
            || options.operator_email.as_ref() == Some(&contact.email_key())
    }

    /// Whether somebody who was a user before the plan was carried out could see the page then.
    fn had_before(
        &self,
        planned: Option<&PlannedUser>,
        user: &TargetUser,
        change: &Doubtful,
    ) -> Result<bool, MembershipError> {
        let Some(planned) = planned.filter(|planned| planned.create.is_none()) else { return Ok(false) };
        let mut user = user.clone();
        if let Some(tags) = &planned.tags {
            user.tags.clone_from(&tags.before);
        }
        for enroll in &planned.enrollments {
            match &enroll.before {
                Some(before) => user.enrollments.insert(enroll.offering.clone(), before.clone()),
                None => user.enrollments.remove(&enroll.offering),
            };
        }
        let was = user_as_member(self.site, &user, self.at)?;
        Ok(opens(self.site, &was, change.page.after.as_ref(), change.at))
    }

    /// Whether the sites differ by what is released and nothing else: the side that is shut would let them in, had it released of the
    /// offerings that they have on both what the other has.
    fn is_released(
        &self,
        change: &Doubtful,
        was: Member,
        user: &TargetUser,
    ) -> Result<bool, MembershipError> {
        let is = user_as_member(self.site, user, self.at)?;
        Ok(match change.verdict {
            Verdict::Lost => opens(self.site, &released_as(is, &was), change.page.after.as_ref(), change.at),
            _ => opens(self.before.site(), &released_as(was, &is), change.page.before.as_ref(), change.at),
        })
    }
}

/// A member with the modules that another has, of the offerings that both have.
fn released_as(mut member: Member, other: &Member) -> Member {
    for enrollment in &mut member.enrollments {
        if let Some(same) = other.enrollments.iter().find(|same| same.offering == enrollment.offering) {
            enrollment.clone_from(same);
        }
    }
    member
}

fn opens(site: &Site, member: &Member, page: Option<&PageId>, at: Instant) -> bool {
    page.and_then(|page| site.decide(member, page, at).ok()).is_some_and(|decision| decision.allowed)
}

#[cfg(test)]
#[path = "prove_access_tests.rs"]
mod tests;
