//! How often a subscription is charged, as exports write it: `month`, `3 months`, `quarterly`, `lifetime`. Knows no
//! columns.

use std::num::NonZeroU32;

use super::mapping::words;
use crate::payment::{BillingInterval, BillingUnit};

const EACH_DAY: BillingInterval = BillingInterval::each(BillingUnit::Day);
const EACH_WEEK: BillingInterval = BillingInterval::each(BillingUnit::Week);
const EACH_MONTH: BillingInterval = BillingInterval::each(BillingUnit::Month);
const EACH_YEAR: BillingInterval = BillingInterval::each(BillingUnit::Year);

/// Words for an interval, without accents.
const WORDS: &[(&[&str], BillingInterval)] = &[
    (&["day", "days", "daily", "tag", "tage", "taglich", "dag", "dagen", "dagelijks"], EACH_DAY),
    (&["week", "weeks", "weekly", "woche", "wochen", "wochentlich", "weken", "wekelijks"], EACH_WEEK),
    (
        &["month", "months", "monthly", "monat", "monate", "monatlich", "maand", "maanden", "maandelijks"],
        EACH_MONTH,
    ),
    (
        &["year", "years", "yearly", "annual", "annually", "jahr", "jahre", "jahrlich", "jaar", "jaarlijks"],
        EACH_YEAR,
    ),
    (&["once", "onetime", "single", "einmalig", "eenmalig"], BillingInterval::Once),
    (&["lifetime"], BillingInterval::Lifetime),
];

/// Words for several months at a time.
const MONTHS: &[(&[&str], u32)] =
    &[(&["quarter", "quarters", "quarterly"], 3), (&["semiannual", "semiannually"], 6)];

/// The interval of a text, so many times; absent where it is not understood.
pub(super) fn read(text: &str, times: Option<u32>) -> Option<BillingInterval> {
    let words = words(text);
    let mut number = None;
    let mut found = None;
    for word in words.iter().map(String::as_str) {
        if let Ok(value) = word.parse::<u32>() {
            number = number.is_none().then_some(value);
            number?;
        } else if !matches!(
            word,
            "every" | "each" | "per" | "a" | "one" | "time" | "payment" | "alle" | "elke"
        ) {
            let months = MONTHS.iter().find(|(names, _)| names.contains(&word));
            let plain = WORDS.iter().find(|(names, _)| names.contains(&word));
            let read = match (months, plain) {
                (Some((_, count)), _) => (EACH_MONTH, *count),
                (None, Some((_, interval))) => (*interval, 1),
                (None, None) => return None,
            };
            if found.replace(read).is_some() {
                return None;
            }
        }
    }
    let is_one_time = || words.iter().map(String::as_str).take(2).eq(["one", "time"]);
    let (interval, factor) = match found {
        Some(found) => found,
        None => return is_one_time().then_some(BillingInterval::Once),
    };
    match interval {
        BillingInterval::Every { unit, .. } => {
            let count = factor.checked_mul(number.unwrap_or(1))?.checked_mul(times.unwrap_or(1))?;
            NonZeroU32::new(count).map(|count| BillingInterval::Every { count, unit })
        }
        once => Some(once),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_as_exports_write_them() {
        let every = |count, unit| NonZeroU32::new(count).map(|count| BillingInterval::Every { count, unit });
        for (text, times, expected) in [
            ("month", None, every(1, BillingUnit::Month)),
            ("months", Some(3), every(3, BillingUnit::Month)),
            ("Every 2 weeks", None, every(2, BillingUnit::Week)),
            ("quarterly", None, every(3, BillingUnit::Month)),
            ("Jährlich", None, every(1, BillingUnit::Year)),
            ("lifetime", Some(1), Some(BillingInterval::Lifetime)),
            ("one-time", None, Some(BillingInterval::Once)),
            ("One time payment", None, Some(BillingInterval::Once)),
            ("months", Some(0), None),
            ("fortnight", None, None),
            ("month or year", None, None),
            ("4294967295 quarters", None, None),
            ("", None, None),
        ] {
            assert_eq!(read(text, times), expected, "{text}");
        }
    }
}
