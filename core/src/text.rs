//! Text as people write it, made comparable: trimming, Unicode NFC, space collapsing, shortened values for messages.
//! Knows nothing of what a text means.

use std::borrow::Cow;
use std::fmt;

use caseless::Caseless as _;
use serde::{Deserialize as _, Deserializer, Serialize};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// The text without white space around it, in Unicode NFC. Borrows where nothing changes.
#[inline]
pub fn clean(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(0x21..0x7F), Some(0x21..0x7F)) if bytes.is_ascii() => Cow::Borrowed(text),
        _ => clean_unusual(text),
    }
}

fn clean_unusual(text: &str) -> Cow<'_, str> {
    let trimmed = trim(text);
    if trimmed.is_ascii() || is_nfc_quick(trimmed.chars()) == IsNormalized::Yes {
        Cow::Borrowed(trimmed)
    } else {
        Cow::Owned(trimmed.nfc().collect())
    }
}

/// The text without white space around it: Unicode white space, and the invisible marks that spreadsheets leave
/// behind (byte-order mark, zero-width space and joiners).
pub fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
    })
}

/// The text cleaned, with every run of white space inside it made one space.
pub fn collapse(text: &str) -> Cow<'_, str> {
    let cleaned = clean(text);
    let mut previous_was_space = false;
    let needs_work = cleaned.chars().any(|character| {
        let is_space = character.is_whitespace();
        let bad = is_space && (previous_was_space || character != ' ');
        previous_was_space = is_space;
        bad
    });
    if needs_work { Cow::Owned(cleaned.split_whitespace().collect::<Vec<_>>().join(" ")) } else { cleaned }
}

/// The text folded for comparison without regard to case (Unicode default case folding, then NFC).
pub fn fold(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().default_case_fold().nfc().collect() }
}

/// Reads a text in which somebody says something: a blank one is refused.
pub fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if trim(&text).is_empty() { Err(serde::de::Error::custom("no reason is given")) } else { Ok(text) }
}

/// A character as it is shown: control characters made visible, and so are marks that turn the reading direction round, which would garble
/// what stands after them.
pub fn visible(character: char) -> char {
    match character {
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('␦'),
        '\u{7F}' => '␡',
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '␦',
        other => other,
    }
}

/// A value as shown in a message: at most 60 characters, on one line, with control characters made visible.
///
/// ```
/// use memberferry::Excerpt;
/// assert_eq!(Excerpt::new("two\nlines").as_str(), "two␊lines");
/// assert!(Excerpt::new(&"x".repeat(1000)).as_str().ends_with('…'));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Excerpt(Box<str>);

impl Excerpt {
    /// The most characters an excerpt holds, its ellipsis included.
    pub const CHARACTERS: usize = 60;

    /// Shortens a value for showing.
    pub fn new(value: &str) -> Self {
        if value.len() <= Self::CHARACTERS && value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Excerpt(value.into());
        }
        let mut shown: String = value.chars().take(Self::CHARACTERS).map(visible).collect();
        if value.chars().nth(Self::CHARACTERS).is_some() {
            shown.pop();
            shown.push('…');
        }
        Excerpt(shown.into_boxed_str())
    }

    /// The text to show.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_trims_and_composes() {
        assert_eq!(clean("  Jose\u{301}\u{A0}"), "José");
        assert_eq!(clean("\u{FEFF}Id"), "Id");
        assert!(matches!(clean("plain"), Cow::Borrowed("plain")));
    }

    #[test]
    fn collapsing_joins_words_with_one_space() {
        assert_eq!(collapse(" Gold \t Member\n"), "Gold Member");
        assert!(matches!(collapse("Gold Member"), Cow::Borrowed(_)));
    }

    #[test]
    fn folding_is_not_lower_casing() {
        assert_eq!(fold("STRASSE"), fold("straße"));
    }

    #[test]
    fn an_excerpt_counts_characters_not_bytes() {
        let text = "é".repeat(61);
        assert_eq!(Excerpt::new(&text).as_str().chars().count(), Excerpt::CHARACTERS);
    }
}
