//! UTF-8 that was read as Windows-1252 or Latin-1 by someone before us: `JosÃ©` for `José`. Knows neither records nor
//! places; it is given one cell's text.
//!
//! A cell is flagged for runs of characters that, as bytes, are a character of UTF-8 that people write. Such runs also
//! occur in text that is right: `É»` ends a French quotation, `Ä£` is somebody's decoration. So a run does not count
//! where its character would be a phonetic sign, would stand among letters of another script, would be a small letter
//! among capitals, or where it ends in a quotation mark that may well be meant. Where the cell is not such text as a
//! whole, one run is not enough.
//!
//! A cell is repaired as a whole or not at all: its characters go back to bytes, the bytes are valid UTF-8, and what
//! they say reads better. Text that went wrong twice is taken back twice.

/// How often text may have been read wrongly, one time on top of the other.
const LAYERS: usize = 3;

/// Whether two neighbouring bytes of UTF-8 text may be the start of a run: `Â` to `ô`, and behind it no ASCII.
pub(super) fn may_hold(text: &[u8]) -> bool {
    memchr::memchr_iter(0xC3, text).any(|at| {
        matches!(text.get(at + 1), Some(0x82..=0xB4))
            && matches!(text.get(at + 2), Some(0xC2 | 0xC5 | 0xC6 | 0xCB | 0xE2))
    })
}

/// What a cell's text is likely to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// The text looks like UTF-8 that was read as Windows-1252, and cannot be taken back as a whole.
    Mojibake,
    /// The same, and this is what it was.
    Repairable(String),
}

/// Looks at a cell's text.
pub(super) fn find(text: &str) -> Option<Finding> {
    if !may_hold(text.as_bytes()) {
        return None;
    }
    let whole = taken_back(text);
    let needed = if whole.is_some() { 1 } else { 2 };
    if weight(text) < needed {
        return None;
    }
    let mut repaired = whole.filter(|whole| !whole.contains('\u{FFFD}'));
    for _ in 1..LAYERS {
        let deeper = repaired.as_deref().filter(|text| weight(text) > 0).and_then(taken_back);
        match deeper.filter(|deeper| !deeper.contains('\u{FFFD}')) {
            Some(deeper) => repaired = Some(deeper),
            None => break,
        }
    }
    Some(repaired.map_or(Finding::Mojibake, Finding::Repairable))
}

/// The byte of a character in Windows-1252, or in Latin-1 where that has none.
fn byte(character: char) -> Option<u8> {
    match character {
        '\0'..='\u{7F}' | '\u{A0}'..='\u{FF}' => u8::try_from(character).ok(),
        // What Windows-1252 has no character for, and what a reader of Latin-1 left.
        '\u{80}'..='\u{9F}' => u8::try_from(character).ok(),
        _ => {
            let place = FROM_80_ON.chars().position(|other| other == character)?;
            u8::try_from(0x80 + place).ok()
        }
    }
}

/// The characters of Windows-1252 from 0x80 to 0x9F. `encoding_rs` would say the same, but only by the code that writes every encoding
/// there is.
const FROM_80_ON: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// The text as it was, if every character goes back to a byte and the bytes are UTF-8.
fn taken_back(text: &str) -> Option<String> {
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).ok().filter(|taken| taken != text)
}

/// One run: the characters before and behind it, what it is, and whether it may just as well be meant.
struct Run {
    before: Option<char>,
    behind: Option<char>,
    is: char,
    /// Whether every character behind the first is a closing quotation mark, an ellipsis or a space.
    closes: bool,
    /// Whether one of them is a control character, which no text is meant to hold.
    holds_control: bool,
    /// Whether another run stands right before it or right behind it.
    has_neighbour: bool,
}

/// How much in the text points to its having been read wrongly.
fn weight(text: &str) -> usize {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<char> = None;
    let mut follows = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        match run(rest) {
            Some((is, length)) => {
                let (own, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
                let tail = || own.chars().skip(1);
                if follows && let Some(previous) = runs.last_mut() {
                    previous.has_neighbour = true;
                    previous.behind = Some(is);
                }
                runs.push(Run {
                    before,
                    behind: behind.chars().next(),
                    is,
                    closes: tail().all(|character| {
                        matches!(
                            character,
                            '\u{A0}' | '»' | '”' | '’' | '“' | '‘' | '…' | '–' | '—' | '™' | '®'
                        )
                    }),
                    holds_control: tail().any(char::is_control),
                    has_neighbour: follows,
                });
                (before, follows, rest) = (Some(is), true, behind);
            }
            None => {
                before = Some(first);
                follows = false;
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
    }
    runs.iter().map(Run::weight).sum()
}

/// The character that a text's first characters are, as bytes, and how long they are.
fn run(text: &str) -> Option<(char, usize)> {
    let mut characters = text.char_indices();
    let lead = byte(characters.next()?.1)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for slot in bytes.get_mut(1..length)? {
        *slot = byte(characters.next()?.1).filter(|byte| matches!(byte, 0x80..=0xBF))?;
    }
    let is = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((is, characters.next().map_or(text.len(), |(at, _)| at)))
}

impl Run {
    fn weight(&self) -> usize {
        let is_letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphabetic);
        let is_upper = |neighbour: Option<char>| neighbour.is_some_and(char::is_uppercase);
        let is_lower = |neighbour: Option<char>| neighbour.is_some_and(char::is_lowercase);
        let may_be_meant =
            self.closes && !is_letter(self.behind) && !is_lower(self.before) && !self.has_neighbour;
        let plausible = match self.is {
            // Signs of Latin-1, general punctuation, signs of currency, arrows and pictures.
            '\u{A0}'..='\u{BF}' | '\u{D7}' | '\u{F7}' => !is_upper(self.before),
            '\u{2010}'..='\u{205E}' | '₠'..='⃀' | '℀'..='⏿' | '■'..='➿' => true,
            '\u{FFFD}' | '\u{FEFF}' | '\u{FF01}'..='\u{FF65}' | '\u{1F000}'..='\u{1FAFF}' => true,
            '\u{300}'..='\u{36F}' => !is_upper(self.before),
            'À'..='ɏ' | 'Ḁ'..='ỿ' => {
                let among_capitals = is_upper(self.before) && is_upper(self.behind);
                let ends_capitals = is_upper(self.before) && !is_letter(self.behind) && !self.holds_control;
                !self.is.is_lowercase() || !(among_capitals || ends_capitals)
            }
            'Ͱ'..='ۿ' | 'ऀ'..='๿' | 'Ⴀ'..='ჿ' => self.has_neighbour,
            '\u{1100}'..='\u{11FF}'
            | '\u{3000}'..='\u{D7A3}'
            | '豈'..='\u{FAFF}'
            | '\u{20000}'..='\u{3FFFF}' => {
                let among_latin = [self.before, self.behind].into_iter().flatten().any(is_latin);
                !among_latin && (!self.closes || self.has_neighbour)
            }
            _ => false,
        };
        match plausible && !may_be_meant {
            false => 0,
            true if self.holds_control => 2,
            true => 1,
        }
    }
}

fn is_latin(character: char) -> bool {
    matches!(character, 'A'..='Z' | 'a'..='z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ')
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    #[test]
    fn characters_go_back_to_their_bytes() {
        for byte in 0..=u8::MAX {
            let character = WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap();
            assert_eq!(super::byte(character), Some(byte), "{character}");
        }
        assert_eq!(super::byte('ł'), None);
    }

    fn repaired(text: &str) -> Option<String> {
        match find(text) {
            Some(Finding::Repairable(was)) => Some(was),
            _ => None,
        }
    }

    /// A text as someone reads it who takes UTF-8 for Windows-1252.
    fn misread(text: &str) -> String {
        WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_read_wrongly_is_found_and_taken_back() {
        for text in [
            "José",
            "Émile",
            "Zoë",
            "Åsa",
            "PEÑA",
            "JOSÉ",
            "LEÓN",
            "MARÍA",
            "Łódź",
            "Şahin",
            "don’t",
            "“quoted” – really…",
            "5 °C",
            "Nguyễn",
            "Святослав",
            "Γιώργος",
            "فاطمة",
            "山田太郎",
            "李",
            "김도현",
            "São Paulo, 20 €",
        ] {
            for times in 1..=2 {
                let wrong = (0..times).fold(text.to_owned(), |wrong, _| misread(&wrong));
                assert_eq!(repaired(&wrong).as_deref(), Some(text), "{wrong}, {times} times");
            }
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn text_that_is_right_is_left_alone() {
        for text in [
            "« CAFÉ »",
            "«\u{A0}café\u{A0}»",
            "« CAFÉ»",
            "“CAFÉ”",
            "„Spaß“",
            "Brontë…”",
            "IRMÃ”",
            "QUEM É¿",
            "ÑANDÚ® Ä™",
            "20 ×\u{A0}30",
            "MÄ£ÄM ÌÑÌ SÖÄ£ ÑÝÄ",
            "Straße 5, ÄÖÜ äöü ß",
            "crème brûlée à l’orange",
            "São João, Conceição, AÇÃO",
            "5 °C, nº 3, 2ª, £5, €5",
            "日本 José",
            "Ã",
            "Â",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_taken_back_whole_is_flagged_and_stays() {
        for text in
            ["rÃ©flexion des thÃ©ologiens jusqu'Ã nos jours", "l’Ã©valuation des frais de dÃ©placement"]
        {
            assert_eq!(find(text), Some(Finding::Mojibake), "{text}");
        }
        assert_eq!(find("one ï¿½ lost"), Some(Finding::Mojibake));
    }

    #[test]
    fn no_text_is_too_odd_to_look_at() {
        for text in ["", "Ã", "Ãƒ", "â€", "ðŸ", "Ã\u{301}", "\u{10FFFF}Ã©", "ÂÂÂÂ©©©©"] {
            let _ = find(text);
        }
    }
}
