//! What a reading gives, of whichever kind. Does not know how it was read.

use std::sync::Arc;

use memberferry::{Detection, Intake, Issues, Mapping, OrderIntake, SubscriptionIntake};
use serde::Serialize;

use crate::contacts::Part;
use crate::guard::{Outcome, argument, internal, written};
use crate::handle::Handle;

/// What a reading gives.
pub struct Taken {
    /// Contacts, orders or subscriptions.
    records: Handle,
    tag_dates: Option<Handle>,
    issues: Handle,
    /// Everything else, without what stands beside it.
    rest: Rest,
}

enum Rest {
    Contacts(Box<Intake>),
    Orders(Box<OrderIntake>),
    Subscriptions(Box<SubscriptionIntake>),
}

/// What is small of it.
#[derive(Serialize)]
struct About<'a, Stats> {
    detection: &'a Detection,
    mapping: &'a Mapping,
    stats: Stats,
}

impl Taken {
    pub fn of_contacts(mut intake: Intake) -> Arc<Self> {
        Arc::new(Taken {
            records: Handle::Contacts(std::mem::take(&mut intake.contacts).into()),
            tag_dates: Some(Handle::TagDates(std::mem::take(&mut intake.tag_dates).into())),
            issues: issues(&mut intake.issues),
            rest: Rest::Contacts(intake.into()),
        })
    }

    pub fn of_orders(mut intake: OrderIntake) -> Arc<Self> {
        Arc::new(Taken {
            records: Handle::Orders(std::mem::take(&mut intake.orders).into()),
            tag_dates: None,
            issues: issues(&mut intake.issues),
            rest: Rest::Orders(intake.into()),
        })
    }

    pub fn of_subscriptions(mut intake: SubscriptionIntake) -> Arc<Self> {
        Arc::new(Taken {
            records: Handle::Subscriptions(std::mem::take(&mut intake.subscriptions).into()),
            tag_dates: None,
            issues: issues(&mut intake.issues),
            rest: Rest::Subscriptions(intake.into()),
        })
    }

    /// Contacts, orders or subscriptions.
    pub fn records(&self) -> Handle {
        self.records.clone()
    }

    pub fn issues(&self) -> Handle {
        self.issues.clone()
    }

    pub fn tag_dates(&self) -> Outcome<Handle> {
        self.tag_dates.clone().ok_or_else(internal)
    }

    /// What the input was found to be, what its columns were taken for, and how many there were of everything.
    pub fn about(&self) -> Outcome<Vec<u8>> {
        macro_rules! about {
            ($rest:expr) => {
                written(About { detection: &$rest.detection, mapping: &$rest.mapping, stats: &$rest.stats })
            };
        }
        match &self.rest {
            Rest::Contacts(rest) => about!(rest),
            Rest::Orders(rest) => about!(rest),
            Rest::Subscriptions(rest) => about!(rest),
        }
    }

    /// Some of the records that were set aside, as a list of JSON.
    pub fn set_aside(&self, part: &[u8]) -> Outcome<Vec<u8>> {
        let records = match &self.rest {
            Rest::Contacts(rest) => &rest.set_aside,
            Rest::Orders(rest) => &rest.set_aside,
            Rest::Subscriptions(rest) => &rest.set_aside,
        };
        let places = argument::<Part>(part)?.of(records.len());
        written(records.get(places).unwrap_or_default())
    }

    /// The records that were set aside, as CSV.
    pub fn set_aside_csv(&self) -> Vec<u8> {
        match &self.rest {
            Rest::Contacts(rest) => rest.set_aside_csv(),
            Rest::Orders(rest) => rest.set_aside_csv(),
            Rest::Subscriptions(rest) => rest.set_aside_csv(),
        }
        .into_bytes()
    }
}

fn issues(of: &mut Issues) -> Handle {
    Handle::Issues(std::mem::take(of).into())
}
