//! Whom to look at by hand after a move, and what to see there: a sample that covers every kind of person in the plan, the same
//! whoever draws it. Does not know what the target holds afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;
use uuid::Uuid;

use crate::plan::{CarriedOut, Plan, PlannedUser, Snapshot, TargetUser, planned_users};
use crate::{Code, Email, EmailKey, MarketingStatus, OfferingId, TagName};

/// One person to look at, with what is to be seen: the eight fields of AccessAlly's own instructions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SpotCheck {
    /// Given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Family name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// The source's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_id: Option<String>,
    /// The address.
    pub email: Email,
    /// The tags, by name.
    pub tags: BTreeSet<TagName>,
    /// Who referred them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referring_affiliate: Option<String>,
    /// Order ids, in order of appearance.
    pub order_ids: Vec<String>,
    /// Subscription ids, in order of appearance.
    pub subscription_ids: Vec<String>,
    /// Which kinds of people this one stands for.
    pub stands_for: BTreeSet<Stratum>,
}

/// A kind of person that a sample should hold one of. On the wire tagged by `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Stratum {
    /// Enrolled in this offering by the plan.
    Enrolled {
        /// The offering.
        offering: OfferingId,
    },
    /// A user whom the plan creates.
    Created,
    /// A user whom the plan changes.
    Updated,
    /// Of this marketing status.
    Status {
        /// The status.
        status: MarketingStatus,
    },
    /// With a name outside ASCII.
    NonAsciiName,
    /// Merged from several records of the source.
    Merged,
    /// With orders or subscriptions.
    Buyer,
    /// One about whom the plan has an issue of this code: a login name that was changed, an address that WordPress rewrites, and so on.
    Noted {
        /// The code.
        code: Code,
    },
}

impl fmt::Display for Stratum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stratum::Enrolled { offering } => write!(formatter, "enrolled in {offering}"),
            Stratum::Created => formatter.write_str("new user"),
            Stratum::Updated => formatter.write_str("existing user"),
            Stratum::Status { status } => formatter.write_str(status.name()),
            Stratum::NonAsciiName => formatter.write_str("name outside ASCII"),
            Stratum::Merged => formatter.write_str("merged from several records"),
            Stratum::Buyer => formatter.write_str("has orders or subscriptions"),
            Stratum::Noted { code } => write!(formatter, "noted: {}", code.name()),
        }
    }
}

/// Draws people to look at by hand. `before` is the snapshot that the plan was built from.
///
/// The sample covers, as far as `count` allows and in this order: each offering, new and existing users, each marketing status, names
/// outside ASCII, merged records, buyers, each kind of issue that the plan has about a person. What is left of `count` is drawn from everybody the plan touches. People come in the order
/// in which they were drawn; the same plan gives the same people.
pub fn spot_check(plan: &Plan, before: &Snapshot, count: usize) -> Vec<SpotCheck> {
    let sample = draw(plan, before, count);
    let mut checks = Vec::new();
    let mut covered: BTreeSet<Stratum> = BTreeSet::new();
    let mut drawn: BTreeSet<EmailKey> = BTreeSet::new();
    let by_stratum = sample.by_stratum.into_iter().map(|(stratum, person)| (Some(stratum), person));
    let at_random = sample.at_random.into_values().map(|person| (None, person));
    for (stratum, person) in by_stratum.chain(at_random) {
        let is_covered = stratum.is_some_and(|stratum| covered.contains(&stratum));
        if checks.len() < count && !is_covered && drawn.insert(person.key.clone()) {
            covered.extend(person.strata.iter().cloned());
            checks.push(person.check());
        }
    }
    checks
}

/// The candidates: for each kind of person the one with the lowest lot, and those with the lowest lots of all.
struct Sample {
    by_stratum: BTreeMap<Stratum, Person>,
    at_random: BTreeMap<Uuid, Person>,
}

fn draw(plan: &Plan, before: &Snapshot, count: usize) -> Sample {
    let mut sample = Sample { by_stratum: BTreeMap::new(), at_random: BTreeMap::new() };
    let mut users = before.walk();
    let noted = noted(plan);
    for planned in planned_users(plan, |_| CarriedOut::Yes) {
        while users.next_before(&planned.key).is_some() {}
        let user = users.take(&planned.key).and_then(|user| user.user());
        let codes = noted.get(&planned.key).into_iter().flatten().copied();
        let Some(mut person) = Person::new(planned, user) else { continue };
        person.strata.extend(codes.map(|code| Stratum::Noted { code }));
        for stratum in &person.strata {
            match sample.by_stratum.get_mut(stratum) {
                Some(other) if other.lot <= person.lot => {}
                Some(other) => *other = person.clone(),
                None => {
                    sample.by_stratum.insert(stratum.clone(), person.clone());
                }
            }
        }
        if sample.at_random.len() < count
            || sample.at_random.keys().next_back().is_some_and(|last| *last > person.lot)
        {
            sample.at_random.insert(person.lot, person);
            if sample.at_random.len() > count {
                sample.at_random.pop_last();
            }
        }
    }
    sample
}

/// What the plan has to say of single people, by the key of the address that its issues name.
fn noted(plan: &Plan) -> BTreeMap<EmailKey, BTreeSet<Code>> {
    let mut noted: BTreeMap<EmailKey, BTreeSet<Code>> = BTreeMap::new();
    for issue in plan.issues() {
        if let Some(email) = issue.value.as_ref().and_then(|value| Email::new(value.as_str()).ok()) {
            noted.entry(email.key()).or_default().insert(issue.code);
        }
    }
    noted
}

/// A user as the plan leaves them.
#[derive(Clone)]
struct Person {
    key: EmailKey,
    lot: Uuid,
    user: TargetUser,
    strata: BTreeSet<Stratum>,
}

impl Person {
    /// Absent for a user who is neither created by the plan nor in the snapshot it was built from.
    fn new(planned: PlannedUser, before: Option<TargetUser>) -> Option<Self> {
        let user = planned.after(before)?;
        let is_ascii = |name: &Option<String>| name.as_ref().is_none_or(|name| name.is_ascii());
        let kind = if planned.create.is_some() { Stratum::Created } else { Stratum::Updated };
        let mut strata = BTreeSet::from([kind, Stratum::Status { status: user.marketing.status }]);
        strata.extend(
            planned.enrollments.into_iter().map(|enroll| Stratum::Enrolled { offering: enroll.offering }),
        );
        if !is_ascii(&user.first_name) || !is_ascii(&user.last_name) {
            strata.insert(Stratum::NonAsciiName);
        }
        if !user.external_id_aliases.is_empty() {
            strata.insert(Stratum::Merged);
        }
        if !user.order_ids.is_empty() || !user.subscription_ids.is_empty() {
            strata.insert(Stratum::Buyer);
        }
        Some(Person { key: planned.key, lot: planned.lot, user, strata })
    }

    fn check(self) -> SpotCheck {
        let user = self.user;
        SpotCheck {
            first_name: user.first_name,
            last_name: user.last_name,
            contact_id: user.external_id,
            email: user.email,
            tags: user.tags,
            referring_affiliate: user.referring_affiliate,
            order_ids: user.order_ids,
            subscription_ids: user.subscription_ids,
            stands_for: self.strata,
        }
    }
}

impl fmt::Display for SpotCheck {
    /// The eight fields, one a line, and a ninth line with why this person was drawn.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
        let list =
            |values: Vec<String>| if values.is_empty() { "none".to_owned() } else { values.join(", ") };
        let names = |values: &BTreeSet<TagName>| list(values.iter().map(TagName::to_string).collect());
        writeln!(formatter, "First name:          {}", text(&self.first_name))?;
        writeln!(formatter, "Last name:           {}", text(&self.last_name))?;
        writeln!(formatter, "Contact id:          {}", text(&self.contact_id))?;
        writeln!(formatter, "Email:               {}", self.email.as_str())?;
        writeln!(formatter, "Tags:                {}", names(&self.tags))?;
        writeln!(formatter, "Referring affiliate: {}", text(&self.referring_affiliate))?;
        writeln!(formatter, "Order ids:           {}", list(self.order_ids.clone()))?;
        writeln!(formatter, "Subscription ids:    {}", list(self.subscription_ids.clone()))?;
        write!(
            formatter,
            "Stands for:          {}",
            list(self.stands_for.iter().map(Stratum::to_string).collect())
        )
    }
}
