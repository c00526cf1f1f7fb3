//! UTF-32, which web pages never use and some programs still write: found by its byte-order mark or by its zero bytes, and
//! decoded chunk by chunk. Knows no other encoding.

use super::encoding::EncodingEvidence;

/// Which byte of a character comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteOrder {
    /// The lowest.
    Little,
    /// The highest.
    Big,
}

impl ByteOrder {
    /// What the encoding of this order is called.
    pub(super) fn encoding_name(self) -> &'static str {
        match self {
            ByteOrder::Little => "UTF-32LE",
            ByteOrder::Big => "UTF-32BE",
        }
    }

    /// The order that a caller names.
    pub(super) fn for_label(label: &str) -> Option<ByteOrder> {
        match label.to_ascii_lowercase().as_str() {
            "utf-32" | "utf-32le" => Some(ByteOrder::Little),
            "utf-32be" => Some(ByteOrder::Big),
            _ => None,
        }
    }

    fn code(self, bytes: [u8; 4]) -> u32 {
        match self {
            ByteOrder::Little => u32::from_le_bytes(bytes),
            ByteOrder::Big => u32::from_be_bytes(bytes),
        }
    }
}

/// So many characters tell whether a text without a mark is UTF-32.
const TELLING: usize = 4_096;

/// The byte order of an input that is UTF-32. Of one without a byte-order mark every character has to be one, and there have to
/// be four; no text of another encoding and no UTF-16 is so by chance.
pub(super) fn detect(sample: &[u8]) -> Option<(ByteOrder, EncodingEvidence)> {
    for order in [ByteOrder::Little, ByteOrder::Big] {
        let codes = || sample.as_chunks::<4>().0.iter().map(|bytes| order.code(*bytes));
        let is_text = |code: u32| char::from_u32(code).is_some_and(|character| character != '\0');
        let marked = codes().next() == Some(0xFEFF) && codes().nth(1).is_none_or(is_text);
        if marked {
            return Some((order, EncodingEvidence::ByteOrderMark));
        }
        if codes().nth(3).is_some() && codes().take(TELLING).all(is_text) {
            return Some((order, EncodingEvidence::ZeroBytes));
        }
    }
    None
}

/// Decodes chunk after chunk.
pub(super) struct Utf32Decoder {
    order: ByteOrder,
    /// The bytes of a character that a chunk cut off.
    carry: Vec<u8>,
    /// The first character has been looked at for a byte-order mark.
    started: bool,
}

impl Utf32Decoder {
    pub(super) fn new(order: ByteOrder) -> Self {
        Utf32Decoder { order, carry: Vec::new(), started: false }
    }

    /// Appends the text of a chunk. What is no character becomes U+FFFD, and its place in `text` is given.
    pub(super) fn decode(
        &mut self,
        chunk: &[u8],
        last: bool,
        text: &mut String,
        mut replaced: impl FnMut(usize),
    ) {
        self.carry.extend_from_slice(chunk);
        let (characters, rest) = self.carry.as_chunks::<4>();
        for bytes in characters {
            let code = self.order.code(*bytes);
            let is_mark = code == 0xFEFF && !self.started;
            self.started = true;
            if is_mark {
                continue;
            }
            let character = char::from_u32(code).unwrap_or_else(|| {
                replaced(text.len());
                char::REPLACEMENT_CHARACTER
            });
            text.push(character);
        }
        if last && !rest.is_empty() {
            replaced(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
        let rest = if last { 0 } else { rest.len() };
        self.carry.drain(..self.carry.len() - rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str, order: ByteOrder) -> Vec<u8> {
        let code = |character: char| u32::from(character);
        match order {
            ByteOrder::Little => text.chars().flat_map(|character| code(character).to_le_bytes()).collect(),
            ByteOrder::Big => text.chars().flat_map(|character| code(character).to_be_bytes()).collect(),
        }
    }

    #[test]
    fn it_is_told_by_its_mark_or_by_its_zero_bytes() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let marked = Some((order, EncodingEvidence::ByteOrderMark));
            assert_eq!(detect(&bytes("\u{FEFF}a,b\n", order)), marked);
            assert_eq!(detect(&bytes("\u{FEFF}", order)), marked);
            assert_eq!(detect(&bytes("Zoë,明😀\n", order)), Some((order, EncodingEvidence::ZeroBytes)));
            assert_eq!(detect(&bytes("a,b", order)), None);
        }
    }

    #[test]
    fn other_text_is_not_taken_for_it() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for other in [
            b"email,name\nada@example.com,Ada\n".to_vec(),
            utf16("\u{FEFF}email,name\n"),
            utf16("email,name\n"),
            utf16("\u{FEFF}\0ab"),
            vec![0; 64],
            Vec::new(),
        ] {
            assert_eq!(detect(&other), None, "{other:?}");
        }
    }

    #[test]
    fn every_chunking_decodes_the_same_and_places_what_is_no_character() {
        for order in [ByteOrder::Little, ByteOrder::Big] {
            let mut input = bytes("\u{FEFF}Zoë,明😀\u{FEFF}", order);
            input.extend([0xD8; 4]);
            input.push(b'x');
            for size in [1, 2, 3, 5, 100] {
                let (mut decoder, mut text, mut places) =
                    (Utf32Decoder::new(order), String::new(), Vec::new());
                for chunk in input.chunks(size) {
                    decoder.decode(chunk, false, &mut text, |place| places.push(place));
                }
                decoder.decode(&[], true, &mut text, |place| places.push(place));
                assert_eq!(text, "Zoë,明😀\u{FEFF}\u{FFFD}\u{FFFD}", "chunks of {size}");
                assert_eq!(places, [15, 18]);
            }
        }
    }
}
