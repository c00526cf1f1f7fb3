//! What an input is: encoding, dialect, columns, and the system it came from, each with its reasons. Knows no rows.

use serde::Serialize;

use super::dialect::Dialect;
use super::encoding::DetectedEncoding;
use super::mapping::unwrapped;
use crate::contact::MarketingStatus;
use crate::source::{Confidence, Profile, RecordKind, Variant, generic, profiles};
use crate::text;

/// What an input was found to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Detection {
    /// The encoding.
    pub encoding: DetectedEncoding,
    /// How cells and lines are parted; absent for records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialect: Option<Dialect>,
    /// The line of the header, 1-based; 0 for records, which have none.
    #[serde(skip_serializing_if = "is_zero")]
    pub header_line: u64,
    /// The columns' names, cleaned, in order; of records the paths of their members, in order of first appearance.
    pub headers: Vec<String>,
    /// The system it came from.
    pub source: SourceGuess,
    /// Other systems it might have come from, the likeliest first.
    pub alternatives: Vec<SourceGuess>,
}

fn is_zero(line: &u64) -> bool {
    *line == 0
}

/// A guess at the system an export came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SourceGuess {
    /// The profile's name: `keap`, `mailchimp`, …, `generic` where no system was recognised.
    pub profile: &'static str,
    /// Which of its exports.
    pub variant: &'static str,
    /// How sure, 0 to 100.
    pub score: u8,
    /// Whether it stands out enough to go on without asking.
    pub certain: bool,
    /// Why, in sentences.
    pub reasons: Vec<String>,
}

/// A guess with the data behind it.
pub(crate) struct Recognised {
    pub(crate) profile: &'static Profile,
    pub(crate) variant: &'static Variant,
    /// Whether the file's name or a column of its own settled the variant.
    pub(crate) variant_is_settled: bool,
    pub(crate) guess: SourceGuess,
    pub(crate) alternatives: Vec<SourceGuess>,
}

impl Recognised {
    /// The marketing status of everybody in the file, where the kind of file says one and is settled.
    pub(crate) fn settled_status(&self) -> Option<MarketingStatus> {
        self.variant.status.filter(|_| self.variant_is_settled)
    }
}

/// From this score on a source is taken.
const TAKEN: u8 = 55;
/// From this score on, and this far above the next, it is certain.
const CERTAIN: u8 = 70;
const MARGIN: u8 = 15;

/// Recognises the system by the columns of an export of one kind of records. `named` is the caller's choice.
pub(crate) fn recognise(
    kind: RecordKind,
    headers: &[String],
    file_name: Option<&str>,
    named: Option<&'static Profile>,
) -> Recognised {
    let mut guesses: Vec<(SourceGuess, &'static Profile)> = profiles(kind)
        .iter()
        .filter(|profile| !profile.headers.is_empty())
        .map(|profile| (score(headers, file_name, profile), profile))
        .filter(|(guess, _)| guess.score > 0)
        .collect();
    // A plugin's columns stand in the exports of the system below it, which then fits nearly as well and is not meant.
    let below: Vec<&str> = guesses
        .iter()
        .filter(|(guess, _)| guess.score >= TAKEN)
        .flat_map(|(_, profile)| profile.over.iter().copied())
        .collect();
    guesses.retain(|(_, profile)| !below.contains(&profile.id));
    crate::order::sort_by_key(&mut guesses, |(guess, _)| std::cmp::Reverse(guess.score));
    let (taken, rest) = match named {
        Some(profile) => {
            let mut guess = score(headers, file_name, profile);
            guess.certain = true;
            guess.reasons.insert(0, "the caller named the source".to_owned());
            guesses.retain(|(_, other)| other.id != profile.id);
            ((guess, profile), guesses)
        }
        None => {
            let (runner_up, other) =
                guesses.get(1).map_or((0, ""), |(guess, profile)| (guess.score, profile.name));
            match guesses.first_mut() {
                Some((best, _)) if best.score >= TAKEN => {
                    best.certain = best.score >= CERTAIN && best.score >= runner_up.saturating_add(MARGIN);
                    if best.score < runner_up.saturating_add(MARGIN) {
                        let how = if best.score == runner_up { "just" } else { "nearly" };
                        best.reasons.push(format!(
                            "{other} fits {how} as well ({} and {runner_up} of 100): name the source to settle it",
                            best.score
                        ));
                    } else if best.score < CERTAIN {
                        best.reasons.push(format!("it fits no better than {} of 100", best.score));
                    }
                    let first = guesses.remove(0);
                    (first, guesses)
                }
                _ => {
                    let mut guess = score(headers, file_name, generic(kind));
                    let near: Vec<_> = guesses
                        .iter()
                        .take(3)
                        .map(|(guess, near)| format!("{} ({})", near.name, guess.score))
                        .collect();
                    guess.reasons.push(if near.is_empty() {
                        "no known system's columns are there; columns are found by name".to_owned()
                    } else {
                        format!(
                            "it has a few columns of {}, less than the {TAKEN} of 100 that tell a system; columns are found by name",
                            near.join(" and of ")
                        )
                    });
                    ((guess, generic(kind)), guesses)
                }
            }
        }
    };
    let (guess, profile) = taken;
    let (variant, variant_is_settled) = choose_variant(headers, file_name, profile);
    let alternatives = rest.into_iter().map(|(guess, _)| guess).take(3).collect();
    Recognised { profile, variant, variant_is_settled, guess, alternatives }
}

/// The other kind of records that these columns fit better than the kind they are read as, and whose export it is.
pub(crate) fn recognise_other(
    kind: RecordKind,
    headers: &[String],
    taken: &SourceGuess,
) -> Option<(RecordKind, &'static Profile)> {
    let others = RecordKind::ALL.into_iter().filter(|other| *other != kind);
    let fits = others.flat_map(|other| profiles(other).iter().map(move |profile| (other, profile)));
    fits.map(|(other, profile)| (score(headers, None, profile).score, other, profile))
        .filter(|(score, ..)| *score >= CERTAIN && *score >= taken.score.saturating_add(MARGIN))
        .max_by_key(|(score, ..)| *score)
        .map(|(_, other, profile)| (other, profile))
}

fn score(headers: &[String], file_name: Option<&str>, profile: &'static Profile) -> SourceGuess {
    let (variant, _) = choose_variant(headers, file_name, profile);
    let (mut points, mut known_columns) = (0_usize, 0_usize);
    let mut telling = Vec::new();
    let folded_names: Vec<String> = profile.headers.iter().map(|known| text::fold(known.name)).collect();
    for header in headers {
        let name = unwrapped(profile, header);
        let folded = text::fold(name);
        let exact = profile.headers.iter().find(|known| known.name == name);
        let near = || {
            profile
                .headers
                .iter()
                .zip(&folded_names)
                .find(|(_, known)| **known == folded)
                .map(|(known, _)| known)
        };
        let ended = || profile.endings.iter().any(|ending| header.ends_with(ending));
        let prefixed =
            profile.prefixes.iter().any(|prefix| header.starts_with(prefix) || name.starts_with(prefix));
        let before = points;
        match exact.or_else(near) {
            Some(known) => {
                points += if exact.is_some() { 10 } else { 7 };
                if known.telling && exact.is_some() {
                    telling.push(known.name);
                }
            }
            None if prefixed => {
                points += 10;
                telling.push(header);
            }
            None if ended() => points += 10,
            None => {}
        }
        known_columns += usize::from(points > before);
    }
    for group in profile.together {
        if group.iter().all(|name| headers.iter().any(|header| header == name)) {
            telling.extend(group.iter());
        }
    }
    // Sixty for how many of the file's columns the profile knows, forty for columns that few others have.
    let known = (6 * points).checked_div(headers.len()).unwrap_or_default();
    let told = 14 * telling.len().min(3);
    let total = if telling.is_empty() { 0 } else { (known + told).min(100) };
    let mut reasons = Vec::new();
    if !telling.is_empty() {
        let shown: Vec<String> =
            telling.iter().take(5).map(|name| format!("`{}`", crate::Excerpt::new(name))).collect();
        let more = telling.len().saturating_sub(5);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let columns = if telling.len() == 1 { "column" } else { "columns" };
        reasons
            .push(format!("it has the {columns} {}{more}, which few other systems have", shown.join(", ")));
        reasons.push(format!("{} knows {known_columns} of the {} columns", profile.name, headers.len()));
    }
    if profile.confidence == Confidence::Low && !profile.headers.is_empty() {
        reasons.push(format!(
            "{}'s own column names are not evidenced; columns are found by alias",
            profile.name
        ));
    }
    let score = u8::try_from(total).unwrap_or(100);
    SourceGuess { profile: profile.id, variant: variant.id, score, certain: false, reasons }
}

fn choose_variant(
    headers: &[String],
    file_name: Option<&str>,
    profile: &'static Profile,
) -> (&'static Variant, bool) {
    let base = file_name.map(|name| name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase());
    let by_column = profile.variants.iter().find(|variant| {
        variant.settled_by.iter().any(|column| headers.iter().any(|header| header == column))
    });
    let by_name = || {
        let base = base.as_deref()?;
        profile.variants.iter().find(|variant| variant.file_names.iter().any(|start| base.starts_with(start)))
    };
    let by_all = || {
        profile.variants.iter().find(|variant| {
            !variant.exactly.is_empty()
                && headers.len() == variant.exactly.len()
                && variant.exactly.iter().all(|column| headers.iter().any(|header| header == column))
        })
    };
    match by_column.or_else(by_name).or_else(by_all) {
        Some(variant) => (variant, true),
        None => (profile.variants.first().unwrap_or(&Variant::CONTACTS), profile.variants.len() < 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::profile;

    fn recognised(headers: &[&str], file_name: Option<&str>) -> (&'static str, &'static str, bool) {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let found = recognise(RecordKind::Contacts, &headers, file_name, None);
        (found.profile.id, found.variant.id, found.guess.certain)
    }

    #[test]
    fn sources_are_told_by_the_columns_few_others_have() {
        let keap = ["Id", "First Name", "Email", "Phone 1", "Tag Ids", "Tags", "Person Type", "Date Created"];
        assert_eq!(recognised(&keap, None), ("keap", "contacts", true));
        let mailchimp = [
            "Email Address",
            "First Name",
            "MEMBER_RATING",
            "OPTIN_TIME",
            "UNSUB_TIME",
            "LEID",
            "EUID",
            "TAGS",
        ];
        assert_eq!(recognised(&mailchimp, None), ("mailchimp", "unsubscribed", true));
        let members = [
            "ID",
            "username",
            "email",
            "txn_count",
            "memberships",
            "registered",
            "mepr-address-one",
            "mepr_size",
        ];
        assert_eq!(recognised(&members, None), ("memberpress", "members", true));
    }

    fn reasons(headers: &[&str], named: Option<&str>) -> Vec<String> {
        let headers: Vec<String> = headers.iter().map(|header| (*header).to_owned()).collect();
        let named = named.and_then(|id| profile(RecordKind::Contacts, id));
        recognise(RecordKind::Contacts, &headers, None, named).guess.reasons
    }

    #[test]
    fn reasons_say_what_speaks_for_a_source_and_what_against() {
        assert_eq!(
            reasons(&["Id", "Email", "Phone 1", "Tag Ids", "Person Type", "Shoe Size"], None),
            [
                "it has the columns `Phone 1`, `Tag Ids`, `Person Type`, which few other systems have",
                "Keap (Infusionsoft) knows 5 of the 6 columns",
            ]
        );
        assert_eq!(
            reasons(&["Email", "First Name", "Tag Ids", "A", "B", "C", "D", "E"], None),
            [
                "it has a few columns of Keap (Infusionsoft) (36), less than the 55 of 100 that tell a system; columns are found \
                 by name"
            ]
        );
        assert_eq!(
            reasons(&["Email", "Spouse Name", "Tag Ids", "A", "B"], None).last().map(String::as_str),
            Some("it fits no better than 64 of 100")
        );
        assert_eq!(
            reasons(&["email", "state"], Some("kit")),
            [
                "the caller named the source",
                "Kit (ConvertKit)'s own column names are not evidenced; columns are found by alias",
            ]
        );
        assert_eq!(
            reasons(&["Email", "Tags"], None),
            ["no known system's columns are there; columns are found by name"]
        );
    }

    #[test]
    fn two_sources_that_fit_alike_are_named_and_neither_is_certain() {
        let columns = ["MEMBER_RATING", "LEID", "EUID", "txn_count", "sub_count", "active_sub_count"];
        let headers: Vec<String> = columns.iter().map(|header| (*header).to_owned()).collect();
        let found = recognise(RecordKind::Contacts, &headers, None, None);
        assert_eq!((found.profile.id, found.guess.certain), ("mailchimp", false));
        assert_eq!(
            found.guess.reasons.last().map(String::as_str),
            Some("MemberPress fits just as well (72 and 72 of 100): name the source to settle it")
        );
        assert_eq!(found.alternatives.first().map(|guess| guess.profile), Some("memberpress"));
        let named = profile(RecordKind::Contacts, "memberpress");
        let named = recognise(RecordKind::Contacts, &headers, None, named);
        assert_eq!((named.profile.id, named.guess.certain), ("memberpress", true));
    }

    #[test]
    fn a_plain_list_is_nobodys() {
        assert_eq!(recognised(&["First Name", "Last Name", "Email"], None), ("generic", "contacts", false));
        assert_eq!(recognised(&["email"], None), ("generic", "contacts", false));
    }

    #[test]
    fn the_files_name_settles_what_its_columns_leave_open() {
        let columns = ["Email Address", "MEMBER_RATING", "OPTIN_TIME", "LEID", "EUID", "TAGS"];
        let name = Some("exports/nonsubscribed_members_export_1.csv");
        assert_eq!(recognised(&columns, name), ("mailchimp", "nonsubscribed", true));
    }
}
