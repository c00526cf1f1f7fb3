//! What an address that was mistyped may have been meant to be. A suggestion is an address that passes the check and is
//! not what was written; it is shown and never put in. Knows no rows, and asks no name server.
//!
//! The rule is conservative, because a wrong hint about a right address is worse than none: only a few large providers
//! of mailboxes are known, a name of theirs is met within one slip (two in a long one), and what is a provider or a word of its own is
//! left alone. Endings are corrected only where no such top-level domain exists.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use super::email_syntax;

/// A provider's name before the first dot, and what may follow it where the name is mistyped. The first ending is the
/// one that is suggested where the ending is what is wrong.
const PROVIDERS: &[(&str, &[&str])] = &[
    ("gmail", &["com"]),
    ("googlemail", &["com"]),
    ("hotmail", &["com", "co.uk", "fr", "de", "it", "es", "nl", "be"]),
    ("yahoo", &["com", "co.uk", "co.in", "fr", "de", "it", "es", "ca", "com.au", "com.br"]),
    ("outlook", &["com", "de", "fr", "es", "it"]),
    ("icloud", &["com"]),
    ("protonmail", &["com", "ch"]),
    ("comcast", &["net"]),
    ("verizon", &["net"]),
    ("btinternet", &["com"]),
    ("bigpond", &["com"]),
];

/// Names one slip away from a provider's that are somebody else's: providers, companies and plain words.
const OTHER_NAMES: &[&str] = &[
    "gail", "grail", "gmall", "gmx", "mail", "yahoos", "hotmails", "hotmall", "hotmaid", "outlooks",
    "comcat", "verizons",
];

/// Endings that are no top-level domain, and what they are a slip for.
const ENDINGS: &[(&str, &str)] = &[
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("cpm", "com"),
    ("coom", "com"),
    ("comm", "com"),
    ("conm", "com"),
    ("nte", "net"),
    ("ent", "net"),
    ("nett", "net"),
    ("ogr", "org"),
    ("orgg", "org"),
];

/// Endings that exist, and under which the providers above have no mailboxes: a slip for `com` behind a provider's name.
const SLIPS_FOR_COM: [&str; 4] = ["co", "cm", "om", "cim"];

/// What a valid address may have been meant to be, if it looks mistyped.
pub(crate) fn suggest_for_valid(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    Some(format!("{local}@{}", corrected_domain(domain)?)).filter(|it| email_syntax::check(it).is_ok())
}

/// What a text that is no valid address may have been meant to be: the one address it holds without what stands around
/// it, with a slip in its punctuation mended.
pub(crate) fn suggest_for_invalid(text: &str) -> Option<String> {
    let decoded = html_escape::decode_html_entities(text);
    let bare = without_surroundings(&decoded);
    let (local, domain) = bare.split_once('@')?;
    let domain = domain.trim_start_matches('@');
    if domain.contains('@') {
        return None;
    }
    let local = local.trim();
    let domain = mended_domain(domain);
    let address = match corrected_domain(&domain) {
        Some(better) => format!("{local}@{better}"),
        None => format!("{local}@{domain}"),
    };
    let is_new = address != text && email_syntax::clean(text).is_ok_and(|written| written != address);
    (is_new && email_syntax::check(&address).is_ok()).then_some(address)
}

/// The address of `mailto:ada@…?subject=…`, `Ada <ada@…>`, `"ada@…"`, `ada(work)@…`.
fn without_surroundings(text: &str) -> String {
    let mut bare = text.trim();
    if let Some((_, behind)) = bare.rsplit_once('<')
        && behind.contains('@')
    {
        bare = behind.split('>').next().unwrap_or(behind);
    }
    if let Some((scheme, address)) = bare.split_once(':')
        && scheme.trim().eq_ignore_ascii_case("mailto")
    {
        bare = address.split('?').next().unwrap_or(address);
    }
    let around = |character: char| {
        character.is_whitespace()
            || matches!(character, '"' | '\'' | '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':')
    };
    let bare = bare.trim_matches(around);
    match bare.split_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?.1))) {
        Some((before, behind)) => format!("{}{}", before.trim_end(), behind.trim_start()),
        None => bare.to_owned(),
    }
}

/// A domain with a comma or a space where a dot goes, dots too many, or the dot of a known provider missing.
fn mended_domain(domain: &str) -> String {
    let dotted = domain.replace([',', ';'], ".");
    let labels: Vec<&str> = dotted.split('.').map(str::trim).filter(|label| !label.is_empty()).collect();
    let joined = labels.join(".");
    if labels.len() == 1 {
        let lower = joined.to_ascii_lowercase();
        for (name, endings) in PROVIDERS {
            let Some(rest) = lower.strip_prefix(name) else { continue };
            let is_rest = |ending: &&&str| rest.bytes().eq(ending.bytes().filter(|&byte| byte != b'.'));
            if let Some(ending) = endings.iter().find(is_rest) {
                return format!("{name}.{ending}");
            }
        }
    }
    joined
}

/// The domain that a mistyped one is likely to be meant for.
fn corrected_domain(domain: &str) -> Option<String> {
    let lower = domain.to_ascii_lowercase();
    let (name, ending) = lower.split_once('.')?;
    let is_brand = PROVIDERS.iter().any(|(brand, _)| *brand == name);
    let last = ending.rsplit('.').next().unwrap_or(ending);
    let mended = match ENDINGS.iter().find(|(slip, _)| *slip == last) {
        Some((slip, meant)) => format!("{}{meant}", ending.strip_suffix(slip).unwrap_or_default()),
        None if is_brand && SLIPS_FOR_COM.contains(&ending) => "com".to_owned(),
        None => ending.to_owned(),
    };
    let meant = if is_brand || OTHER_NAMES.contains(&name) {
        name
    } else {
        let near =
            |(brand, endings): &&(&str, &[&str])| endings.contains(&mended.as_str()) && is_slip(name, brand);
        PROVIDERS.iter().find(near).map_or(name, |(brand, _)| brand)
    };
    (meant != name || mended != ending).then(|| format!("{meant}.{mended}"))
}

/// Whether a name is a provider's with one slip in it, or two in a name of ten letters. The first letter of a short name counts: `email`,
/// `ymail` and `cloud` are names of their own.
fn is_slip(name: &str, brand: &str) -> bool {
    let allowed = if brand.len() >= 10 { 2 } else { 1 };
    let keeps_first =
        brand.len() > 6 || name.as_bytes().first() == brand.as_bytes().first() || is_swapped(name, brand);
    name.len().abs_diff(brand.len()) <= allowed
        && keeps_first
        && distance(name.as_bytes(), brand.as_bytes()) <= allowed
}

fn is_swapped(name: &str, brand: &str) -> bool {
    match (name.as_bytes(), brand.as_bytes()) {
        ([first, second, rest @ ..], [one, two, others @ ..]) => {
            first == two && second == one && rest == others
        }
        _ => false,
    }
}

/// The Damerau-Levenshtein distance of two short texts, neighbours swapped at most once (optimal string alignment).
fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    for (row, &byte) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &other) in right.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&previous, column) + usize::from(byte != other))
                .min(at(&previous, column + 1) + 1)
                .min(at(&current, column) + 1);
            let swapped = row > 0
                && column > 0
                && left.get(row - 1) == Some(&other)
                && right.get(column - 1) == Some(&byte);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous.last().copied().unwrap_or_default()
}

/// The domains of one input that were looked at, so that each is looked at once: nearly all addresses of a list share a
/// few.
#[derive(Clone, Debug)]
pub(crate) struct TypoFilter {
    /// Domains that are known to be right, each at the place its mixed bits give.
    right: Vec<u128>,
}

impl Default for TypoFilter {
    fn default() -> Self {
        TypoFilter { right: vec![0; 1 << Self::BITS] }
    }
}

impl TypoFilter {
    const BITS: u32 = 9;

    /// What a valid address may have been meant to be, if it looks mistyped.
    #[inline]
    pub(crate) fn suggestion(&mut self, address: &str) -> Option<String> {
        let domain = domain_key(address.as_bytes());
        let mixed = (domain as u64 ^ (domain >> 64) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let place =
            self.right.get_mut(usize::try_from(mixed >> (u64::BITS - Self::BITS)).unwrap_or_default())?;
        if *place == domain { None } else { look(address, domain, place) }
    }
}

#[cold]
fn look(address: &str, domain: u128, place: &mut u128) -> Option<String> {
    let suggestion = suggest_for_valid(address);
    if suggestion.is_none() {
        *place = domain;
    }
    suggestion
}

/// A number for the domain of an address: the `@` and the bytes behind it where they take no more than sixteen, else
/// their hash.
#[inline]
fn domain_key(address: &[u8]) -> u128 {
    let tail = match address.last_chunk::<16>() {
        Some(tail) => *tail,
        None => {
            let mut padded = [0; 16];
            if let Some(end) =
                padded.len().checked_sub(address.len()).and_then(|start| padded.get_mut(start..))
            {
                end.copy_from_slice(address);
            }
            padded
        }
    };
    let block = u128::from_le_bytes(tail);
    let differs = block ^ u128::from_le_bytes([b'@'; 16]);
    // The topmost bit of a byte is set where that byte is an `@`; below the topmost `@` it may be set without reason.
    let marks =
        differs.wrapping_sub(u128::from_le_bytes([0x01; 16])) & !differs & u128::from_le_bytes([0x80; 16]);
    match marks.checked_ilog2() {
        Some(bit) if marks.count_ones() == 1 => block >> (bit - 7),
        _ => long_domain_key(address),
    }
}

#[cold]
fn long_domain_key(address: &[u8]) -> u128 {
    let at = memchr::memrchr(b'@', address).unwrap_or_default();
    FixedState::default().hash_one(address.get(at..).unwrap_or_default()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::Email;

    #[test]
    fn slips_in_well_known_domains_are_met() {
        for (written, meant) in [
            ("ada@gmial.com", "ada@gmail.com"),
            ("ada@gmai.com", "ada@gmail.com"),
            ("ada@gmaill.com", "ada@gmail.com"),
            ("ada@gmail.co", "ada@gmail.com"),
            ("ada@gmail.con", "ada@gmail.com"),
            ("ada@gmial.cmo", "ada@gmail.com"),
            ("ada@hotmial.com", "ada@hotmail.com"),
            ("ada@hotmal.fr", "ada@hotmail.fr"),
            ("ada@yaho.com", "ada@yahoo.com"),
            ("ada@yahooo.co.uk", "ada@yahoo.co.uk"),
            ("ada@outlok.com", "ada@outlook.com"),
            ("ada@iclud.com", "ada@icloud.com"),
            ("ada@protnmial.com", "ada@protonmail.com"),
            ("Ada.L@Comcast.nte", "Ada.L@comcast.net"),
            ("ada@our-school.con", "ada@our-school.com"),
        ] {
            assert!(Email::new(written).is_ok(), "{written}");
            assert_eq!(suggest_for_valid(written).as_deref(), Some(meant), "{written}");
            assert_eq!(TypoFilter::default().suggestion(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn names_of_their_own_are_left_alone() {
        for domain in [
            "gmail.com",
            "googlemail.com",
            "ymail.com",
            "email.com",
            "mail.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "aol.com",
            "me.com",
            "hotmail.nl",
            "hotmail.co",
            "yahoo.com.mx",
            "outlook.com.br",
            "cloud.com",
            "fmail.co.uk",
            "gmail.com.example",
            "grail.com",
            "horizon.net",
            "hotmail-fans.example",
            "example.com",
            "protonmail.me",
            "maill.com",
            "live.com",
        ] {
            let address = format!("ada@{domain}");
            let is_co = domain == "hotmail.co";
            assert_eq!(suggest_for_valid(&address).is_some(), is_co, "{domain}");
        }
    }

    #[test]
    fn an_address_that_is_none_is_taken_out_of_what_stands_around_it() {
        for (written, meant) in [
            ("mailto:ada@example.com", "ada@example.com"),
            ("MAILTO: ada@example.com?subject=Hello", "ada@example.com"),
            ("Ada Lovelace <ada@example.com>", "ada@example.com"),
            ("<ada@example.com>", "ada@example.com"),
            ("ada(work)@example.com", "ada@example.com"),
            ("\"ada@example.com\"", "ada@example.com"),
            ("ada@example,com", "ada@example.com"),
            ("ada@example. com", "ada@example.com"),
            ("ada @ example.com", "ada@example.com"),
            ("ada@example..com", "ada@example.com"),
            ("ada@example.com.", "ada@example.com"),
            ("ada@@example.com", "ada@example.com"),
            ("ada@gmailcom", "ada@gmail.com"),
            ("ada@gmial,com", "ada@gmail.com"),
            ("o&#39;hara@example.com", "o'hara@example.com"),
        ] {
            assert_eq!(suggest_for_invalid(written).as_deref(), Some(meant), "{written}");
        }
        for written in [
            "",
            "nobody",
            "ada l@example.com",
            "ada@example",
            "ada@example.com, grace@example.com",
            "@example.com",
            "ada@exam ple.com",
            "\"ada l\"@example.com",
            "ada@[192.0.2.1]",
            "n/a",
        ] {
            assert_eq!(suggest_for_invalid(written), None, "{written}");
        }
    }

    #[test]
    fn a_known_domain_is_looked_at_once() {
        let mut filter = TypoFilter::default();
        assert_eq!(filter.suggestion("someone@example.com"), None);
        assert!(filter.right.iter().any(|&domain| domain != 0));
        assert_eq!(filter.suggestion("another.one@example.com"), None);
        for address in ["a@a.example", "someone@a-rather-long-name.example", "@a@b"] {
            assert_eq!(filter.suggestion(address), None);
            let known = filter.right.clone();
            assert_eq!(filter.suggestion(address), None);
            assert_eq!(filter.right, known);
        }
        for meant in ["someone@gmail.com", "s@gmail.com"] {
            assert_eq!(filter.suggestion(&meant.replace("ai", "ia")).as_deref(), Some(meant));
        }
        let long = "someone@a-rather-long-name.example.con";
        assert_eq!(filter.suggestion(long).as_deref(), Some("someone@a-rather-long-name.example.com"));
    }

    #[test]
    fn distances_count_swapped_neighbours_once() {
        for (left, right, expected) in
            [("gmial", "gmail", 1), ("gail", "gmail", 1), ("gmaill", "gmail", 1), ("abc", "", 3)]
        {
            assert_eq!(distance(left.as_bytes(), right.as_bytes()), expected, "{left} {right}");
        }
    }
}
