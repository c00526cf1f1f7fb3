//! Which conditions of a rule decided, and what would change them. Does not know the order of decision.

use std::collections::BTreeSet;

use super::holder::Holder;
use super::truth::{Asker, Truth, truth};
use super::{AccessReason, Member, Need, Rule};
use crate::{Instant, Location, ModuleId, OfferingId, TagName};

/// One condition that decided.
pub struct Cause<'a> {
    pub place: Location,
    rule: &'a Rule,
    /// Whether it stands under an odd number of `not`.
    negated: bool,
    truth: Truth,
}

/// The conditions that make a rule's truth what it is: of an `and` that fails the failing ones, of an `or` that holds the
/// holding ones, else all.
pub fn causes<'a>(
    rule: &'a Rule,
    place: &Location,
    asker: Asker<'_>,
    at: Instant,
    into: &mut Vec<Cause<'a>>,
) {
    collect(rule, place, asker, at, false, into);
}

fn collect<'a>(
    rule: &'a Rule,
    place: &Location,
    asker: Asker<'_>,
    at: Instant,
    negated: bool,
    into: &mut Vec<Cause<'a>>,
) {
    let whole = truth(rule, asker, at);
    if rule.inner().is_empty() {
        into.push(Cause { place: place.clone(), rule, negated, truth: whole });
        return;
    }
    let negated = negated != matches!(rule, Rule::Not { .. });
    for (index, inner) in rule.inner().iter().enumerate() {
        let decides = matches!(rule, Rule::Not { .. }) || truth(inner, asker, at) == whole;
        if decides {
            collect(inner, &rule.inner_place(place, index), asker, at, negated, into);
        }
    }
}

impl Cause<'_> {
    /// Why this condition denies.
    pub fn reason(&self, asker: Asker<'_>, at: Instant) -> AccessReason {
        if self.truth == Truth::Unknown {
            return if self.is_empty() { AccessReason::RuleEmpty } else { AccessReason::LoginRequired };
        }
        if self.revoked_by(asker, at).is_some() {
            return AccessReason::Forbidden;
        }
        match (self.rule, self.negated) {
            (Rule::HasAny { .. } | Rule::HasAll { .. }, false)
            | (Rule::MissingAny { .. } | Rule::MissingAll { .. }, true) => AccessReason::TagMissing,
            (Rule::HasAny { .. } | Rule::HasAll { .. }, true)
            | (Rule::MissingAny { .. } | Rule::MissingAll { .. }, false) => AccessReason::TagPresent,
            (Rule::LoggedIn, false) => AccessReason::LoginRequired,
            (Rule::Enrolled { offering }, false) => match asker {
                Asker::Member(holder) if holder.member.enrolled_until(offering).is_some() => {
                    AccessReason::Over
                }
                _ => AccessReason::NotEnrolled,
            },
            (Rule::Released { offering, module }, false) => match asker {
                Asker::Member(holder) if has_closed(holder.member, offering, module, at) => {
                    AccessReason::Over
                }
                _ => AccessReason::NotReleased,
            },
            (Rule::Role { .. }, false) => AccessReason::RoleMissing,
            (Rule::During { from, .. }, false) if from.is_some_and(|from| at < from) => AccessReason::NotYet,
            (Rule::During { .. }, false) => AccessReason::Over,
            // Inside a window in which the page is shut: the time comes when the window ends, if it does.
            (Rule::During { until: Some(_), .. }, true) => AccessReason::NotYet,
            (Rule::During { until: None, .. }, true) => AccessReason::Over,
            _ => AccessReason::Excluded,
        }
    }

    /// What would change this condition, as far as the asker can.
    pub fn needs(&self, asker: Asker<'_>, at: Instant) -> Vec<Need> {
        let Asker::Member(holder) = asker else {
            return match (self.is_empty(), self.reason_is_login()) {
                (false, true) => vec![Need::Login],
                _ => Vec::new(),
            };
        };
        let tags = self.rule.tags().iter();
        match (self.rule, self.negated) {
            (Rule::HasAny { .. } | Rule::HasAll { .. }, false)
            | (Rule::MissingAny { .. } | Rule::MissingAll { .. }, true) => {
                tags.filter(|tag| !holder.holds(tag, at)).map(|tag| Need::Tag { tag: tag.clone() }).collect()
            }
            (Rule::HasAny { .. } | Rule::HasAll { .. }, true)
            | (Rule::MissingAny { .. } | Rule::MissingAll { .. }, false) => tags
                .filter(|tag| holder.holds(tag, at) && !holder.has_from_a_module(tag, at))
                .map(|tag| Need::WithoutTag { tag: tag.clone() })
                .collect(),
            (Rule::Enrolled { .. } | Rule::Released { .. }, false) => {
                offering_needs(self.rule, holder, at).into_iter().collect()
            }
            (Rule::Role { role }, false) => vec![Need::Role { role: role.clone() }],
            _ => Vec::new(),
        }
    }

    /// The tag that takes away what this condition asks for, with the place that says so.
    pub fn revoked_by<'h>(&self, asker: Asker<'h>, at: Instant) -> Option<(&'h TagName, &'h Location)> {
        match (self.rule, self.negated, asker) {
            (Rule::Enrolled { offering } | Rule::Released { offering, .. }, false, Asker::Member(holder)) => {
                holder.revoked_by(offering, at)
            }
            _ => None,
        }
    }

    fn reason_is_login(&self) -> bool {
        self.truth == Truth::Unknown || matches!((self.rule, self.negated), (Rule::LoggedIn, false))
    }

    /// Whether the condition lists nothing to decide by.
    fn is_empty(&self) -> bool {
        match self.rule {
            Rule::HasAny { tags }
            | Rule::HasAll { tags }
            | Rule::MissingAny { tags }
            | Rule::MissingAll { tags } => tags.is_empty(),
            Rule::And { .. } | Rule::Or { .. } | Rule::During { from: None, until: None } => true,
            _ => false,
        }
    }
}

/// What, taken together, makes a member enrolled, or a module open to them, where it is not so.
pub fn offering_needs(rule: &Rule, holder: Holder<'_>, at: Instant) -> BTreeSet<Need> {
    let (offering, need) = match rule {
        Rule::Enrolled { offering } => {
            let need = Need::Enrollment { offering: offering.clone() };
            (offering, (!holder.member.is_enrolled(offering, at)).then_some(need))
        }
        Rule::Released { offering, module } => {
            let need = Need::Release { offering: offering.clone(), module: module.clone() };
            (offering, (!holder.member.has_released(offering, module, at)).then_some(need))
        }
        _ => return BTreeSet::new(),
    };
    let losing = holder.revoked_by(offering, at).map(|(tag, _)| tag);
    let losing = losing.filter(|tag| !holder.has_from_a_module(tag, at));
    need.into_iter().chain(losing.map(|tag| Need::WithoutTag { tag: tag.clone() })).collect()
}

/// Whether a module was open to a member and will not open again, as far as known.
fn has_closed(member: &Member, offering: &OfferingId, module: &ModuleId, at: Instant) -> bool {
    let windows = member.windows(offering, module);
    let last = windows.last().and_then(|window| window.closes_at());
    last.is_some_and(|closes_at| closes_at <= at)
}
