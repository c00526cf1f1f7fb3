//! Countries: what people write, made the two letters of ISO 3166-1. Knows no rows, and no parts of countries: a state or
//! a province is no country.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::country_names::COUNTRIES;
use crate::text::{self, Excerpt};

/// The two letters of a country by ISO 3166-1 (alpha-2), in upper case; `XK` for Kosovo, as is customary.
///
/// ```
/// use memberferry::CountryCode;
/// let code: CountryCode = "de".parse()?;
/// assert_eq!(code.as_str(), "DE");
/// assert_eq!(CountryCode::of("Vereinigte Staaten").map(|code| code.to_string()).as_deref(), Some("US"));
/// assert_eq!(CountryCode::of("California"), None);
/// # Ok::<(), memberferry::CountryCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CountryCode(&'static str);

/// A text that is no country's two letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the two letters of a country")]
pub struct CountryCodeError(Excerpt);

impl CountryCode {
    /// The country that a text names: by its two or three letters, or by its name in English, German, Dutch, French or
    /// Spanish, regardless of case, accents and punctuation. Absent where it names none.
    pub fn of(written: &str) -> Option<CountryCode> {
        let name = folded(written);
        COUNTRIES.lines().find_map(|line| {
            let (code, rest) = line.split_once(' ')?;
            let (long_code, names) = rest.split_once(' ').unwrap_or((rest, ""));
            let is_it = match name.len() {
                0 => false,
                2 if code.eq_ignore_ascii_case(&name) => true,
                3 if long_code.eq_ignore_ascii_case(&name) => true,
                _ => names.split('|').any(|known| known == name),
            };
            is_it.then_some(CountryCode(code))
        })
    }

    /// The two letters, each as a byte.
    #[inline]
    pub(crate) fn letters(self) -> [u8; 2] {
        self.0.as_bytes().first_chunk().copied().unwrap_or_default()
    }

    /// The two letters.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

/// A name for comparison: lower case, without accents, with one space for every run of other signs.
fn folded(written: &str) -> String {
    let letters: String =
        written.nfkd().filter(|sign| !unicode_normalization::char::is_combining_mark(*sign)).collect();
    let words: Vec<String> = letters
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(text::fold)
        .collect();
    words.join(" ")
}

impl std::str::FromStr for CountryCode {
    type Err = CountryCodeError;
    fn from_str(code: &str) -> Result<Self, CountryCodeError> {
        let known = CountryCode::of(code).filter(|known| known.0.eq_ignore_ascii_case(code));
        known.ok_or_else(|| CountryCodeError(Excerpt::new(code)))
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_codes_and_names() {
        for (written, code) in [
            ("DE", "DE"),
            ("de", "DE"),
            ("DEU", "DE"),
            ("Germany", "DE"),
            ("Federal Republic of Germany", "DE"),
            ("Deutschland", "DE"),
            ("Duitsland", "DE"),
            ("Allemagne", "DE"),
            ("Alemania", "DE"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("U.S.", "US"),
            ("United States of America", "US"),
            ("the United States", "US"),
            ("États-Unis", "US"),
            ("Estados Unidos", "US"),
            ("UK", "GB"),
            ("England", "GB"),
            ("Great Britain", "GB"),
            ("Österreich", "AT"),
            ("OESTERREICH", "AT"),
            ("Schweiz", "CH"),
            ("The Netherlands", "NL"),
            ("Nederland", "NL"),
            ("España", "ES"),
            ("Côte d’Ivoire", "CI"),
            ("Cote d'Ivoire", "CI"),
            ("Ivory Coast", "CI"),
            ("Korea, Republic of", "KR"),
            ("Russian Federation", "RU"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Weißrussland", "BY"),
            ("日本", "JP"),
            ("Kosovo", "XK"),
        ] {
            assert_eq!(CountryCode::of(written).map(CountryCode::as_str), Some(code), "{written}");
        }
    }

    #[test]
    fn what_is_no_country_is_none() {
        for written in
            ["", " ", "-", "California", "New York", "Bavaria", "Atlantis", "ZZ", "EU", "12", "Korea"]
        {
            assert_eq!(CountryCode::of(written), None, "{written}");
        }
        for code in ["DEU", "Germany", "d", " DE", "UK"] {
            assert!(code.parse::<CountryCode>().is_err(), "{code}");
        }
    }

    #[test]
    fn no_name_stands_for_two_countries_and_every_name_is_folded() {
        let mut names: Vec<(&str, &str)> = Vec::new();
        let mut codes: Vec<&str> = Vec::new();
        for line in COUNTRIES.lines() {
            let mut parts = line.splitn(3, ' ');
            let (code, long_code) = (parts.next().unwrap(), parts.next().unwrap());
            assert!(code.len() == 2 && long_code.len() == 3, "{line}");
            codes.extend([code, long_code]);
            names.extend(parts.next().unwrap().split('|').map(|name| (name, code)));
        }
        for (name, code) in &names {
            assert_eq!(folded(name), *name);
            assert_eq!(CountryCode::of(name).map(CountryCode::as_str), Some(*code), "{name}");
            assert!(!codes.iter().any(|other| other.eq_ignore_ascii_case(name)), "{name}");
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup_by_key(|(name, _)| *name);
        assert_eq!(names.len(), count);
        assert_eq!(codes.len(), 500);
    }
}
