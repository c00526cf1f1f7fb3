//! Changes that somebody makes to a user behind a plan's back.

use memberferry::{TagName, TargetUser};

/// Makes one of the changes 2 to 15; some find nothing to change.
pub fn tamper(user: &mut TargetUser, what: usize) {
    let text = || "tampered".to_owned();
    match what {
        2 => user.first_name = Some(text()),
        3 => user.last_name = None,
        4 => user.address.city = Some(text()),
        5 => drop(user.roles.insert("administrator".to_owned())),
        6 => drop(user.tags.insert(TagName::new("Tampered").unwrap())),
        7 => drop(user.tags.pop_first()),
        8 => user.marketing.status = memberferry::MarketingStatus::Subscribed,
        9 => drop(user.custom.insert("Hat".to_owned(), text())),
        10 => user.order_ids.push(text()),
        11 => drop(user.enrollments.pop_first()),
        12 => user.enrollments.values_mut().for_each(|enrollment| drop(enrollment.released.pop_first())),
        13 => user.username = Some(text()),
        14 => user.created_at = "2001-01-01T00:00:00Z".parse().ok(),
        _ => user.external_id = Some(text()),
    }
}
