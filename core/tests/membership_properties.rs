//! Laws of memberships that hold for every site and everybody on it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "support/memberships.rs"]
mod memberships;

use memberferry::{MembershipOptions, Roster};
use memberships::{Case, stage};
use proptest::prelude::*;

proptest! {
    #[test]
    fn all_at_once_is_decided_as_one_by_one(case in memberships::case(), stage in stage(), wait in 0..100_000_000_i64) {
        let Case { site, contacts, tag_dates, purchases, now } = &case;
        let evidence = memberferry::EnrollmentEvidence { tag_dates: Some(tag_dates), purchases: Some(purchases) };
        let options = MembershipOptions { stage, evidence, ..MembershipOptions::new(*now) };
        let roster = Roster::new(site, contacts, options);
        for at in [*now, now.checked_add_seconds(wait).unwrap()] {
            let table = roster.decide_all(at).unwrap();
            for row in 0..contacts.len() {
                let member = roster.member(row).unwrap().unwrap();
                for (index, page) in site.pages().iter().enumerate() {
                    let decision = site.decide(&member, &page.id, at).unwrap();
                    prop_assert_eq!(table.allows(row, index), decision.allowed, "{:?} {:?}", member, decision);
                }
            }
        }
    }
}
