//! Which characters beyond ASCII may stand in an address, by their Unicode categories. Knows no address as a whole.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup as Group};

fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

/// Whether a character is a mark that is drawn on the one before it.
pub(super) fn is_mark(character: char) -> bool {
    Group::Mark.contains(category(character))
}

/// Whether a character is drawn: a letter, mark, number, punctuation or symbol, and no white space, control, format, private
/// or unassigned code.
pub(super) fn is_drawn(character: char) -> bool {
    let drawn =
        Group::Letter.union(Group::Mark).union(Group::Number).union(Group::Punctuation).union(Group::Symbol);
    drawn.contains(category(character))
}

/// Whether a character is the full-width form of an ASCII one.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character, '\u{FF01}'..='\u{FF5E}')
}

/// Whether a label of a domain is made of the characters that RFC 5892 has for them: letters, marks and digits, and a few
/// others where they stand among the letters that use them.
pub(super) fn is_label(label: &str) -> bool {
    let lettered = Group::Letter.union(Group::Mark).union(Group::DecimalNumber);
    let is_hebrew = |character: Option<char>| matches!(character, Some('\u{590}'..='\u{5FF}'));
    let is_greek =
        |character: Option<char>| matches!(character, Some('\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}'));
    let is_japanese = |character: char| matches!(character, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}');
    let mut before = None;
    let mut characters = label.chars().peekable();
    while let Some(character) = characters.next() {
        let behind = characters.peek().copied();
        let fits = match character {
            '\u{B7}' => before == Some('l') && behind == Some('l'),
            '\u{375}' => is_greek(behind),
            '\u{5F3}' | '\u{5F4}' => is_hebrew(before),
            '\u{30FB}' => label.chars().any(is_japanese),
            '\u{6FD}' | '\u{6FE}' | '\u{F0B}' | '\u{3007}' => true,
            other => other.is_ascii() || lettered.contains(category(other)),
        };
        if !fits {
            return false;
        }
        before = Some(character);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_letters_marks_and_digits() {
        for label in
            ["b\u{FC}cher", "\u{660E}\u{660E}", "\u{92E}\u{94B}\u{939}\u{928}", "a1-b", "\u{661}\u{662}"]
        {
            assert!(is_label(label), "{label}");
        }
        for label in ["\u{2603}", "\u{1F600}", "a\u{AD}b", "\u{BD}"] {
            assert!(!is_label(label), "{label}");
        }
    }

    #[test]
    fn a_sign_stands_among_the_letters_that_use_it() {
        for (yes, no) in [
            ("col\u{B7}lecci\u{F3}", "co\u{B7}op"),
            ("\u{5D0}\u{5F4}\u{5D1}", "a\u{5F4}b"),
            ("\u{30A2}\u{30FB}\u{30A4}", "a\u{30FB}b"),
            ("\u{375}\u{3B1}", "\u{375}a"),
        ] {
            assert!(is_label(yes), "{yes}");
            assert!(!is_label(no), "{no}");
        }
    }
}
