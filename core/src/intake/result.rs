//! What a reading gives: contacts, orders or subscriptions, issues, what was detected, and what was set aside. Knows no parsing.

use serde::{Deserialize, Serialize};

use super::detection::Detection;
use super::mapping::Mapping;
use super::set_aside::{self, SetAsideRecord};
use crate::contact::{Contacts, TagDates};
use crate::issue::Issues;
use crate::payment::{Order, Subscription};

/// What a reading gives. Nothing of the input is lost: every record is a contact, part of one, or set aside.
#[derive(Clone, Debug)]
pub struct Intake {
    /// Each person once, in order of first appearance.
    pub contacts: Contacts,
    /// When contacts were given their tags: known of ActiveCampaign's `contactTags`, which have a `cdate`. No other source is evidenced to
    /// give such dates with the tag they are of, and no table does.
    pub tag_dates: TagDates,
    /// What is wrong or was decided: what concerns the input as a whole, then each record's in their order, then what
    /// only the last record could settle (duplicates and what they overruled, by contact). Past the limit on issues
    /// only their counts go on.
    pub issues: Issues,
    /// What the input was found to be.
    pub detection: Detection,
    /// What each column was taken for.
    pub mapping: Mapping,
    /// How many of everything.
    pub stats: IntakeStats,
    /// The records that could not be read.
    pub set_aside: Vec<SetAsideRecord>,
}

/// How many of everything a reading found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "an object of the numbers of a reading")]
pub struct IntakeStats {
    /// Bytes of the input.
    pub bytes: u64,
    /// Data records, blank lines left out.
    pub records: u64,
    /// People.
    pub contacts: u64,
    /// Records that were merged into an earlier one.
    pub duplicates: u64,
    /// Records that were set aside.
    pub set_aside: u64,
    /// Different tags.
    pub distinct_tags: u64,
}

/// How far a reading is: see [`ContactReader::progress`](crate::ContactReader::progress).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReadProgress {
    /// Bytes taken.
    pub bytes: u64,
    /// Data records read, blank lines left out.
    pub records: u64,
    /// Of them, those that were kept: contacts, orders or subscriptions. Duplicates are merged at the end.
    pub kept: u64,
    /// Of them, those that were set aside.
    pub set_aside: u64,
}

impl Intake {
    /// The set-aside records as CSV: the file's own columns, or one of the JSON of each record; then the line and the reasons. Once
    /// mended it reads back in, by [`RecordReader`](crate::RecordReader) where they were JSON; columns of secrets are blank, and
    /// cells that a spreadsheet would run are guarded.
    pub fn set_aside_csv(&self) -> String {
        let is_table = self.detection.dialect.is_some();
        let headers =
            if is_table { self.detection.headers.as_slice() } else { &[set_aside::JSON.to_owned()] };
        set_aside::write_csv(headers, &self.set_aside)
    }
}

/// How many of everything a reading of orders or subscriptions found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaymentStats {
    /// Bytes of the input.
    pub bytes: u64,
    /// Data records, blank lines left out.
    pub records: u64,
    /// Orders or subscriptions.
    pub kept: u64,
    /// Records that stood twice, the same in every cell, and were read once.
    pub repeated: u64,
    /// Records that were set aside.
    pub set_aside: u64,
}

macro_rules! payment_intakes {
    ($($(#[$doc:meta])* $name:ident { $(#[$of:meta])* $records:ident: $record:ty })*) => {
        $(
            $(#[$doc])*
            ///
            /// Nothing of the input is lost: every record is one, repeats one, or is set aside.
            #[derive(Clone, Debug)]
            pub struct $name {
                $(#[$of])*
                pub $records: Vec<$record>,
                /// What is wrong or was decided: what concerns the input as a whole, then each record's in their order,
                /// then what only the last record could settle. Past the limit on issues only their counts go on.
                pub issues: Issues,
                /// What the input was found to be.
                pub detection: Detection,
                /// What each column was taken for.
                pub mapping: Mapping,
                /// How many of everything.
                pub stats: PaymentStats,
                /// The records that could not be read, or were nothing of the kind.
                pub set_aside: Vec<SetAsideRecord>,
            }

            impl $name {
                /// The set-aside records as CSV, as [`Intake::set_aside_csv`] writes them.
                pub fn set_aside_csv(&self) -> String {
                    set_aside::write_csv(&self.detection.headers, &self.set_aside)
                }
            }
        )*
    };
}

payment_intakes! {
    /// What a reading of orders gives.
    OrderIntake {
        /// Each order, refund and dispute, in the order of the records.
        orders: Order
    }

    /// What a reading of subscriptions gives.
    SubscriptionIntake {
        /// Each subscription, in the order of the records.
        subscriptions: Subscription
    }
}
