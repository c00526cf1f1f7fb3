//! Letters of several scripts in one part of an address, as a look-alike has them: a Cyrillic `а` among Latin letters. Knows
//! neither domains nor issues.
//!
//! The rule is "highly restrictive" of UTS #39, 5.2: the letters of one part are of one script, or Latin with those of
//! Chinese, Japanese or Korean. Scripts are known by the ranges of their letters, as tables of a whole standard are too much to
//! download into a page; a test holds the ranges to Unicode's own. The scripts that UAX #31 does not recommend (table 5) are one here.

use std::fmt;

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup as Group};

/// Ways of writing that a letter belongs to: a bit each. Letters can stand together while one way has them all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Writings(u32);

const JAPANESE: Writings = Writings(1);
const CHINESE: Writings = Writings(1 << 1);
const KOREAN: Writings = Writings(1 << 2);
const HAN: Writings = Writings(JAPANESE.0 | CHINESE.0 | KOREAN.0);
const LATIN: Writings = Writings(HAN.0 | 1 << 3);
const GREEK: Writings = Writings(1 << 4);
const CYRILLIC: Writings = Writings(1 << 5);
const ARMENIAN: Writings = Writings(1 << 6);
const HEBREW: Writings = Writings(1 << 7);
const ARABIC: Writings = Writings(1 << 8);
const THAANA: Writings = Writings(1 << 9);
const DEVANAGARI: Writings = Writings(1 << 10);
const BENGALI: Writings = Writings(1 << 11);
const GURMUKHI: Writings = Writings(1 << 12);
const GUJARATI: Writings = Writings(1 << 13);
const ORIYA: Writings = Writings(1 << 14);
const TAMIL: Writings = Writings(1 << 15);
const TELUGU: Writings = Writings(1 << 16);
const KANNADA: Writings = Writings(1 << 17);
const MALAYALAM: Writings = Writings(1 << 18);
const SINHALA: Writings = Writings(1 << 19);
const THAI: Writings = Writings(1 << 20);
const LAO: Writings = Writings(1 << 21);
const TIBETAN: Writings = Writings(1 << 22);
const MYANMAR: Writings = Writings(1 << 23);
const GEORGIAN: Writings = Writings(1 << 24);
const ETHIOPIC: Writings = Writings(1 << 25);
const KHMER: Writings = Writings(1 << 26);
/// A script that is not recommended for names.
const OTHER: Writings = Writings(1 << 27);
/// A sign that several scripts use.
const ANY: Writings = Writings(u32::MAX);

/// Where the letters of a script begin; they go on until the next line. What is no letter does not count.
#[rustfmt::skip]
const RANGES: &[(u32, Writings)] = &[
    (0, LATIN), (0xB5, ANY), (0xB6, LATIN), (0x2B9, ANY), (0x2E0, LATIN), (0x2E5, ANY), (0x370, GREEK), (0x3E2, OTHER),
    (0x3F0, GREEK), (0x400, CYRILLIC), (0x531, ARMENIAN), (0x5D0, HEBREW), (0x620, ARABIC), (0x710, OTHER), (0x750, ARABIC),
    (0x780, THAANA), (0x7CA, OTHER), (0x870, ARABIC), (0x904, DEVANAGARI), (0x980, BENGALI), (0xA00, GURMUKHI),
    (0xA80, GUJARATI), (0xB00, ORIYA), (0xB80, TAMIL), (0xC00, TELUGU), (0xC80, KANNADA), (0xD00, MALAYALAM),
    (0xD80, SINHALA), (0xE00, THAI), (0xE80, LAO), (0xF00, TIBETAN), (0x1000, MYANMAR), (0x10A0, GEORGIAN), (0x1100, KOREAN),
    (0x1200, ETHIOPIC), (0x13A0, OTHER), (0x1780, KHMER), (0x1820, OTHER), (0x1C80, CYRILLIC), (0x1C90, GEORGIAN),
    (0x1CE9, ANY), (0x1D00, LATIN), (0x1D26, GREEK), (0x1D2B, CYRILLIC), (0x1D2C, LATIN), (0x1D5D, GREEK), (0x1D62, LATIN),
    (0x1D66, GREEK), (0x1D6B, LATIN), (0x1D78, CYRILLIC), (0x1D79, LATIN), (0x1DBF, GREEK), (0x1E00, LATIN), (0x1F00, GREEK),
    (0x2071, LATIN), (0x2102, ANY), (0x2126, GREEK), (0x2128, ANY), (0x212A, LATIN), (0x212C, ANY), (0x2132, LATIN),
    (0x2133, ANY), (0x214E, LATIN), (0x2C00, OTHER), (0x2C60, LATIN), (0x2C80, OTHER), (0x2D00, GEORGIAN), (0x2D30, OTHER),
    (0x2D80, ETHIOPIC), (0x2E2F, ANY), (0x3005, HAN), (0x3031, JAPANESE), (0x303B, HAN), (0x3041, JAPANESE), (0x3105, CHINESE),
    (0x3131, KOREAN), (0x31A0, CHINESE), (0x31F0, JAPANESE), (0x3400, HAN), (0xA000, OTHER), (0xA640, CYRILLIC), (0xA6A0, OTHER),
    (0xA717, ANY), (0xA722, LATIN), (0xA800, OTHER), (0xA8F2, DEVANAGARI), (0xA90A, OTHER), (0xA960, KOREAN), (0xA984, OTHER),
    (0xA9E0, MYANMAR), (0xAA00, OTHER), (0xAA60, MYANMAR), (0xAA80, OTHER), (0xAB01, ETHIOPIC), (0xAB30, LATIN), (0xAB65, GREEK),
    (0xAB66, LATIN), (0xAB70, OTHER), (0xAC00, KOREAN), (0xF900, HAN), (0xFB00, LATIN), (0xFB13, ARMENIAN), (0xFB1D, HEBREW),
    (0xFB50, ARABIC), (0xFF21, LATIN), (0xFF66, JAPANESE), (0xFFA0, KOREAN), (0x10000, OTHER), (0x10780, LATIN),
    (0x10800, OTHER), (0x10EC0, ARABIC), (0x10F00, OTHER), (0x11B00, DEVANAGARI), (0x11B0B, OTHER), (0x11DF0, BENGALI), (0x11DF2, OTHER), (0x16FE3, HAN), (0x16FE4, OTHER),
    (0x16FF0, HAN), (0x16FF7, OTHER), (0x1AFF0, JAPANESE), (0x1B170, OTHER), (0x1D400, ANY), (0x1DF00, LATIN), (0x1DFF3, GREEK), (0x1DFF5, LATIN),
    (0x1E000, OTHER), (0x1E030, CYRILLIC), (0x1E090, OTHER), (0x1E7E0, ETHIOPIC), (0x1E800, OTHER), (0x1EE00, ARABIC),
    (0x1EF00, OTHER), (0x20000, HAN), (0x3D000, OTHER),
];

fn writings(character: char) -> Writings {
    if character.is_ascii_alphabetic() {
        return LATIN;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    if character.is_ascii() || !Group::Letter.contains(category) {
        return ANY;
    }
    let after = RANGES.partition_point(|(start, _)| *start <= u32::from(character));
    let range = after.checked_sub(1).and_then(|place| RANGES.get(place));
    range.map_or(ANY, |(_, writings)| *writings)
}

/// A letter of a part of an address that is not written together with others of that part. As a text its code point, since
/// it may look as they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stranger(char);

impl Stranger {
    /// What is to be said of it, with a place for the letter.
    pub(crate) const SENTENCE: &str = "the letter {} is of another script than those that it stands among";

    /// The first in a part. Where that is a letter of ASCII, it is the one before it that nobody sees.
    pub(super) fn in_part(part: &str) -> Option<Stranger> {
        let mut together = ANY;
        let first = part.chars().find(|character| {
            together = Writings(together.0 & writings(*character).0);
            together.0 == 0
        })?;
        let is_hidden = |character: &char| writings(*character).0 & LATIN.0 == 0;
        let hidden = if first.is_ascii() { part.chars().find(is_hidden) } else { None };
        Some(Stranger(hidden.unwrap_or(first)))
    }
}

impl fmt::Display for Stranger {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "U+{:04X}", u32::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::props::Script;

    /// What Unicode says of a letter; absent where several scripts use it.
    fn by_unicode(script: Script) -> Option<Writings> {
        Some(match script {
            Script::Common | Script::Inherited => return None,
            Script::Latin => LATIN,
            Script::Han => HAN,
            Script::Hiragana | Script::Katakana => JAPANESE,
            Script::Bopomofo => CHINESE,
            Script::Hangul => KOREAN,
            Script::Greek => GREEK,
            Script::Cyrillic => CYRILLIC,
            Script::Armenian => ARMENIAN,
            Script::Hebrew => HEBREW,
            Script::Arabic => ARABIC,
            Script::Thaana => THAANA,
            Script::Devanagari => DEVANAGARI,
            Script::Bengali => BENGALI,
            Script::Gurmukhi => GURMUKHI,
            Script::Gujarati => GUJARATI,
            Script::Oriya => ORIYA,
            Script::Tamil => TAMIL,
            Script::Telugu => TELUGU,
            Script::Kannada => KANNADA,
            Script::Malayalam => MALAYALAM,
            Script::Sinhala => SINHALA,
            Script::Thai => THAI,
            Script::Lao => LAO,
            Script::Tibetan => TIBETAN,
            Script::Myanmar => MYANMAR,
            Script::Georgian => GEORGIAN,
            Script::Ethiopic => ETHIOPIC,
            Script::Khmer => KHMER,
            _ => OTHER,
        })
    }

    #[test]
    fn every_letter_is_of_the_script_that_unicode_says() {
        let (scripts, categories) =
            (CodePointMapData::<Script>::new(), CodePointMapData::<GeneralCategory>::new());
        let wrong: Vec<String> = ('\0'..=char::MAX)
            .filter(|character| Group::Letter.contains(categories.get(*character)))
            .filter_map(|letter| Some((letter, by_unicode(scripts.get(letter))?)))
            .filter(|(letter, expected)| writings(*letter) != *expected)
            .map(|(letter, expected)| format!("U+{:04X} {expected:?}", u32::from(letter)))
            .collect();
        assert!(wrong.is_empty(), "{}: {:?}", wrong.len(), wrong.iter().take(20).collect::<Vec<_>>());
    }

    #[test]
    fn a_letter_is_shown_by_its_number() {
        assert_eq!(Stranger('\u{430}').to_string(), "U+0430");
    }

    #[test]
    fn a_part_of_one_script_or_of_those_written_together_has_no_stranger() {
        for part in [
            "ada.lovelace+news",
            "jos\u{E9}",
            "\u{430}\u{43D}\u{43D}\u{430}-1980",
            "\u{3B1}\u{3B8}\u{3B7}\u{3BD}\u{3AC}",
            "\u{6771}\u{4EAC}\u{30AB}\u{30E9}\u{30FC}club",
            "\u{D55C}\u{AD6D}\u{5927}k",
            "\u{92E}\u{94B}\u{939}\u{928}",
            "\u{633}\u{644}\u{627}\u{645}\u{661}",
            "1234",
        ] {
            assert_eq!(Stranger::in_part(part), None, "{part}");
        }
    }

    #[test]
    fn the_letter_that_looks_like_another_is_found() {
        for (part, letter) in [
            ("\u{430}da", '\u{430}'),
            ("\u{43C}\u{438}\u{440}+news", '\u{43C}'),
            ("ad\u{430}", '\u{430}'),
            ("g\u{3BF}ogle", '\u{3BF}'),
            ("p\u{430}ypal", '\u{430}'),
            ("\u{13AA}o", '\u{13AA}'),
            ("\u{43E}\u{3BF}", '\u{3BF}'),
            ("\u{30AB}\u{D55C}", '\u{D55C}'),
            ("n\u{585}de", '\u{585}'),
        ] {
            assert_eq!(Stranger::in_part(part), Some(Stranger(letter)), "{part}");
        }
    }
}
