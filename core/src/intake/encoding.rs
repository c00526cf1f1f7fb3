//! From bytes to text: which encoding an input is in, how sure that is, and the decoding of it chunk by chunk. Knows
//! nothing of records.
//!
//! The order is: byte-order mark, the zero bytes of UTF-16 and UTF-32, UTF-8 validity, a statistical guess. A UTF-8 input with a
//! few cells in another encoding (two lists pasted together) is read as UTF-8, and those bytes as Windows-1252; each
//! place is reported.

use encoding_rs::{CoderResult, Decoder, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::Serialize;

use super::encoding_guess;
use super::error::IntakeError;
use super::utf32::{self, ByteOrder, Utf32Decoder};
use crate::Excerpt;

/// How many bytes from the start of an input are looked at before anything is decided.
pub(crate) const SAMPLE_BYTES: usize = 1 << 20;

/// How many of them tell text from what is no text.
const START_BYTES: usize = 32 << 10;

/// How an encoding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EncodingEvidence {
    /// The caller named it.
    Named,
    /// The input starts with a byte-order mark.
    ByteOrderMark,
    /// The first bytes (up to 1 MiB) are valid UTF-8.
    ValidUtf8,
    /// Most of the first bytes are UTF-8; a few are not and are read as Windows-1252.
    MostlyUtf8,
    /// Every other byte is zero, as in UTF-16, or most are, as in UTF-32.
    ZeroBytes,
    /// Sequences of bytes stand in it that switch between alphabets, as in ISO-2022-JP.
    EscapeSequences,
    /// The likeliest by the frequency of its characters.
    Statistics,
}

/// The encoding of an input and why it was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DetectedEncoding {
    /// The name by the WHATWG Encoding Standard (`UTF-8`, `windows-1252`, …), or `UTF-32LE` or `UTF-32BE`.
    pub name: &'static str,
    /// How it was found.
    pub evidence: EncodingEvidence,
}

/// An encoding that is read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextEncoding {
    /// One of the WHATWG Encoding Standard.
    Known(&'static Encoding),
    Utf32(ByteOrder),
}

impl TextEncoding {
    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            TextEncoding::Known(encoding) => encoding.name(),
            TextEncoding::Utf32(order) => order.encoding_name(),
        }
    }

    fn for_label(label: &str) -> Option<TextEncoding> {
        let known = Encoding::for_label(label.as_bytes()).map(TextEncoding::Known);
        known.or_else(|| ByteOrder::for_label(label).map(TextEncoding::Utf32))
    }
}

/// Decides the encoding from the first bytes of an input.
pub(crate) fn detect(
    sample: &[u8],
    label: Option<&str>,
) -> Result<(TextEncoding, EncodingEvidence), IntakeError> {
    if let Some(label) = label {
        return match TextEncoding::for_label(label.trim()) {
            Some(encoding) => Ok((encoding, EncodingEvidence::Named)),
            None => Err(IntakeError::UnknownEncoding(Excerpt::new(label))),
        };
    }
    if let Some((order, evidence)) = utf32::detect(sample) {
        return Ok((TextEncoding::Utf32(order), evidence));
    }
    let (encoding, evidence) = detect_known(sample)?;
    Ok((TextEncoding::Known(encoding), evidence))
}

fn detect_known(sample: &[u8]) -> Result<(&'static Encoding, EncodingEvidence), IntakeError> {
    if let Some((encoding, _)) = Encoding::for_bom(sample) {
        return Ok((encoding, EncodingEvidence::ByteOrderMark));
    }
    let start = sample.get(..START_BYTES).unwrap_or(sample);
    if let Some(encoding) = zero_pattern(start) {
        return Ok((encoding, EncodingEvidence::ZeroBytes));
    }
    refuse_binary(start)?;
    match measure_utf8(sample) {
        Utf8Measure { invalid: 0, valid: 0 } if switches_alphabets(sample) => {
            Ok((ISO_2022_JP, EncodingEvidence::EscapeSequences))
        }
        Utf8Measure { invalid: 0, .. } => Ok((UTF_8, EncodingEvidence::ValidUtf8)),
        // Two or more bytes that happen to form a UTF-8 sequence are rare in any other encoding.
        Utf8Measure { valid, invalid } if valid > invalid => Ok((UTF_8, EncodingEvidence::MostlyUtf8)),
        _ => Ok((encoding_guess::guess(sample), EncodingEvidence::Statistics)),
    }
}

/// Whether a text of ASCII bytes alone goes over to Japanese and back, as ISO-2022-JP does.
fn switches_alphabets(sample: &[u8]) -> bool {
    let switches = |to: &[&[u8]]| {
        memchr::memchr_iter(0x1B, sample).any(|at| {
            let behind = sample.get(at + 1..at + 3);
            behind.is_some_and(|behind| to.contains(&behind))
        })
    };
    switches(&[b"$B", b"$@"]) && switches(&[b"(B", b"(J"])
}

struct Utf8Measure {
    /// Characters of two or more bytes.
    valid: usize,
    /// Bytes that are no part of any character. A character cut off by the end of the sample does not count.
    invalid: usize,
}

fn measure_utf8(mut bytes: &[u8]) -> Utf8Measure {
    let mut measure = Utf8Measure { valid: 0, invalid: 0 };
    if simdutf8::basic::from_utf8(bytes).is_ok() {
        return measure;
    }
    let count = |text: &str| text.chars().filter(|character| !character.is_ascii()).count();
    loop {
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                measure.valid += count(text);
                return measure;
            }
            Err(error) => {
                let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                measure.valid += std::str::from_utf8(valid).map(count).unwrap_or_default();
                let Some(length) = error.error_len() else { return measure };
                measure.invalid += length;
                bytes = rest.get(length..).unwrap_or_default();
            }
        }
    }
}

/// UTF-16 of mostly Latin text: zeros in nearly every other byte, and nearly none between.
fn zero_pattern(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 4 {
        None
    } else if odd * 10 >= half * 6 && even * 10 <= half {
        Some(UTF_16LE)
    } else if even * 10 >= half * 6 && odd * 10 <= half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What a reader of text cannot be asked to read.
fn refuse_binary(sample: &[u8]) -> Result<(), IntakeError> {
    let known: [(&[u8], &str); 9] = [
        (b"PK\x03\x04", "a ZIP archive or a spreadsheet"),
        (b"\xD0\xCF\x11\xE0", "an old spreadsheet"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"SQLite format 3\0", "a database"),
        (b"\x7FELF", "a program"),
    ];
    if let Some((_, kind)) = known.iter().find(|(start, _)| sample.starts_with(start)) {
        return Err(IntakeError::Binary { kind });
    }
    // A file may be padded with NUL bytes to the end of its last block, and some programs strew them into their text.
    let padding = sample.iter().rev().take_while(|&&byte| byte == 0).count();
    let sample = sample.get(..sample.len() - padding).unwrap_or(sample);
    let nul = memchr::memchr_iter(0, sample).count();
    let odd = sample
        .iter()
        .filter(|&&byte| (1..0x20).contains(&byte) && !matches!(byte, b'\t'..=b'\r' | 0x1B..=0x1F));
    if odd.count() * 20 > sample.len() || nul * 3 > sample.len() || sample.is_empty() {
        Err(IntakeError::Binary { kind: "binary data" })
    } else {
        Ok(())
    }
}

/// Decodes chunk after chunk.
pub(crate) struct TextDecoder {
    inner: Inner,
    /// The first bytes have been looked at for a byte-order mark.
    started: bool,
}

enum Inner {
    /// The fast path: validated, not converted. Holds what was cut off by the end of a chunk.
    Utf8 {
        carry: Vec<u8>,
    },
    Other(Box<Decoder>),
    Utf32(Utf32Decoder),
}

/// Places in the decoded text, in bytes from its start, that were not what the encoding says.
#[derive(Debug, Default)]
pub(crate) struct Misfits {
    /// Bytes of a UTF-8 input that were read as Windows-1252.
    pub(crate) foreign: Places,
    /// Bytes that stand for nothing and were replaced by U+FFFD.
    pub(crate) replaced: Places,
    /// NUL bytes, which were left out.
    pub(crate) nul: Nul,
}

impl Misfits {
    /// Whether there are none that a record to come may hold, or stand behind.
    #[inline]
    pub(crate) fn are_none(&self) -> bool {
        self.nul.count == 0 && self.foreign.kept.is_empty() && self.replaced.kept.is_empty()
    }

    /// Whether so many places are kept that there may be no room for those of much more text.
    #[cfg(feature = "threads")]
    pub(crate) fn is_crowded(&self) -> bool {
        [&self.foreign, &self.replaced].iter().any(|places| places.kept.len() > Places::KEPT / 2)
    }

    /// Forgets the places before one, which were passed.
    pub(crate) fn forget_before(&mut self, place: u64) {
        for places in [&mut self.foreign, &mut self.replaced] {
            if !places.kept.is_empty() {
                places.kept.drain(..places.kept.partition_point(|&kept| kept < place));
            }
        }
    }
}

/// Ascending places. Past a number only their count goes on: one cell is reported once, however many it holds.
#[derive(Debug, Default)]
pub(crate) struct Places {
    kept: Vec<u64>,
    count: u64,
}

impl Places {
    /// How many places are kept: those of one record have room, unless it holds nothing else.
    const KEPT: usize = 1 << 20;

    fn push(&mut self, place: u64) {
        self.count += 1;
        if self.kept.len() < Self::KEPT {
            self.kept.push(place);
        }
    }

    /// How many there were in all.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Those kept from a place on, before another.
    #[inline]
    pub(crate) fn within(&self, (from, to): (u64, u64)) -> &[u64] {
        if self.kept.is_empty() {
            return &[];
        }
        let place = |of: u64| self.kept.partition_point(|&kept| kept < of);
        self.kept.get(place(from)..place(to)).unwrap_or_default()
    }
}

/// The NUL bytes of an input. They are no text; some programs pad what they write with them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Nul {
    pub(crate) count: u64,
    /// Where the first of them stood in the decoded text.
    pub(crate) first: u64,
}

impl Nul {
    fn add(&mut self, count: usize, place: u64) {
        if self.count == 0 && count > 0 {
            self.first = place;
        }
        self.count += count as u64;
    }

    /// What there is to say of them.
    pub(crate) fn message(&self) -> String {
        let what = if self.count == 1 { "NUL byte was" } else { "NUL bytes were" };
        format!("{} {what} left out", self.count)
    }
}

impl TextDecoder {
    pub(crate) fn new(encoding: TextEncoding) -> Self {
        let inner = match encoding {
            TextEncoding::Known(encoding) if encoding == UTF_8 => Inner::Utf8 { carry: Vec::new() },
            TextEncoding::Known(encoding) => Inner::Other(Box::new(encoding.new_decoder_with_bom_removal())),
            TextEncoding::Utf32(order) => Inner::Utf32(Utf32Decoder::new(order)),
        };
        TextDecoder { inner, started: false }
    }

    /// Appends the text of a chunk to `text`, which starts `base` bytes into the decoded whole.
    pub(crate) fn decode(
        &mut self,
        chunk: &[u8],
        last: bool,
        text: &mut String,
        base: u64,
        misfits: &mut Misfits,
    ) {
        let is_utf8 = matches!(self.inner, Inner::Utf8 { .. });
        let Some(first) = memchr::memchr(0, chunk).filter(|_| is_utf8) else {
            return self.decode_text(chunk, last, text, base, misfits);
        };
        let (before, rest) = chunk.split_at_checked(first).unwrap_or((chunk, &[]));
        self.decode_text(before, false, text, base, misfits);
        let held_back = if let Inner::Utf8 { carry } = &self.inner { carry.len() } else { 0 };
        let without: Vec<u8> = rest.iter().copied().filter(|&byte| byte != 0).collect();
        misfits.nul.add(rest.len() - without.len(), base + (text.len() + held_back) as u64);
        self.decode_text(&without, last, text, base, misfits);
    }

    fn decode_text(&mut self, chunk: &[u8], last: bool, text: &mut String, base: u64, misfits: &mut Misfits) {
        match &mut self.inner {
            Inner::Utf8 { carry } if carry.is_empty() && self.started => {
                decode_utf8(chunk, last, carry, text, base, misfits);
            }
            Inner::Utf8 { carry } => {
                carry.extend_from_slice(chunk);
                if !self.started && carry.len() < 3 && !last {
                    return;
                }
                let mut whole = std::mem::take(carry);
                if !self.started && whole.starts_with(b"\xEF\xBB\xBF") {
                    whole.drain(..3);
                }
                self.started = true;
                decode_utf8(&whole, last, carry, text, base, misfits);
            }
            Inner::Other(decoder) => decode_other(decoder, chunk, last, text, base, misfits),
            Inner::Utf32(decoder) => {
                let before = text.len();
                let replaced = &mut misfits.replaced;
                decoder.decode(chunk, last, text, |place| replaced.push(base + place as u64));
                drop_nul(text, before, base, &mut misfits.nul);
            }
        }
    }
}

fn decode_utf8(
    mut bytes: &[u8],
    last: bool,
    carry: &mut Vec<u8>,
    text: &mut String,
    base: u64,
    misfits: &mut Misfits,
) {
    loop {
        match simdutf8::compat::from_utf8(bytes) {
            Ok(valid) => {
                text.push_str(valid);
                return;
            }
            Err(error) => {
                let (valid, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
                text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                let length = match error.error_len() {
                    Some(length) => length,
                    None if last => rest.len(),
                    None => {
                        carry.extend_from_slice(rest);
                        return;
                    }
                };
                let (foreign, rest) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                misfits.foreign.push(base + text.len() as u64);
                let (decoded, _) = WINDOWS_1252.decode_without_bom_handling(foreign);
                text.push_str(&decoded);
                bytes = rest;
            }
        }
    }
}

fn decode_other(
    decoder: &mut Decoder,
    mut bytes: &[u8],
    last: bool,
    text: &mut String,
    base: u64,
    misfits: &mut Misfits,
) {
    loop {
        let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len().saturating_mul(3));
        text.reserve(room.max(16));
        let before = text.len();
        let (result, read, replaced) = decoder.decode_to_string(bytes, text, last);
        drop_nul(text, before, base, &mut misfits.nul);
        if replaced {
            let added = text.get(before..).unwrap_or_default();
            for (at, _) in added.match_indices('\u{FFFD}') {
                misfits.replaced.push(base + (before + at) as u64);
            }
        }
        bytes = bytes.get(read..).unwrap_or_default();
        if result == CoderResult::InputEmpty {
            return;
        }
    }
}

/// Takes NUL characters out of what stands behind a place.
fn drop_nul(text: &mut String, from: usize, base: u64, nul: &mut Nul) {
    let added = text.as_bytes().get(from..).unwrap_or_default();
    if let Some(first) = memchr::memchr(0, added) {
        let without = text.split_off(from);
        let length = without.len();
        text.extend(without.split('\0'));
        nul.add(from + length - text.len(), base + (from + first) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], chunk: usize) -> (String, u64) {
        let (encoding, _) = detect(bytes, None).unwrap();
        let mut decoder = TextDecoder::new(encoding);
        let (mut text, mut misfits) = (String::new(), Misfits::default());
        for part in bytes.chunks(chunk) {
            decoder.decode(part, false, &mut text, 0, &mut misfits);
        }
        decoder.decode(&[], true, &mut text, 0, &mut misfits);
        (text, misfits.foreign.count())
    }

    #[test]
    fn every_chunking_decodes_the_same() {
        let utf16: Vec<u8> = "Name,Zoë\nÅsa,x\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf32 = "\u{FEFF}Zoë,😀\n".chars().flat_map(|character| u32::from(character).to_be_bytes());
        for (bytes, text) in [
            (utf32.collect(), "Zoë,😀\n"),
            (b"\x1B$BB@O:\x1B(B,x\n".to_vec(), "太郎,x\n"),
            ("\u{FEFF}Zoë,明\n".as_bytes().to_vec(), "Zoë,明\n"),
            (b"Zo\xEB M\xFCller\nB\xF6rse Stra\xDFe\n".to_vec(), "Zoë Müller\nBörse Straße\n"),
            (utf16, "Name,Zoë\nÅsa,x\n"),
        ] {
            for chunk in [1, 2, 3, 1_000] {
                assert_eq!(decoded(&bytes, chunk).0, text, "chunks of {chunk}");
            }
        }
    }

    #[test]
    fn nul_bytes_are_left_out_and_counted() {
        let utf16: Vec<u8> = "Name,Zo\0ë\nÅsa,x\0\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (encoding, bytes, text, place) in [
            (TextEncoding::Known(UTF_8), b"\xEF\xBB\xBFZo\xC3\0\xAB,x\0\n".to_vec(), "Zoë,x\n", 3),
            (
                TextEncoding::Known(UTF_8),
                b"Ren\xE9 M\xFCl\0ler,\xE9\0\nx,Jos\xE9\n".to_vec(),
                "René Müller,é\nx,José\n",
                10,
            ),
            (TextEncoding::Known(UTF_16LE), utf16, "Name,Zoë\nÅsa,x\n", 7),
        ] {
            for chunk in [1, 2, 3, 1_000] {
                let mut decoder = TextDecoder::new(encoding);
                let (mut read, mut misfits) = (String::new(), Misfits::default());
                for part in bytes.chunks(chunk) {
                    decoder.decode(part, false, &mut read, 0, &mut misfits);
                }
                decoder.decode(&[], true, &mut read, 0, &mut misfits);
                assert_eq!(read, text, "chunks of {chunk}");
                assert_eq!((misfits.nul.count, misfits.nul.first), (2, place), "{text} in chunks of {chunk}");
            }
        }
    }

    #[test]
    fn a_file_padded_with_nul_bytes_is_text() {
        let padded = [b"Name\nAda\n".as_slice(), &[0; 500]].concat();
        assert_eq!(decoded(&padded, 100), ("Name\nAda\n".to_owned(), 0));
    }

    #[test]
    fn a_few_foreign_cells_do_not_spoil_the_rest() {
        let bytes = [b"Zo\xC3\xAB,\xC3\x85sa,\xC3\xA9\n".as_slice(), b"Ren\xE9e,plain\n"].concat();
        for chunk in [1, 5, 1_000] {
            assert_eq!(decoded(&bytes, chunk), ("Zoë,Åsa,é\nRenée,plain\n".to_owned(), 1));
        }
    }

    #[test]
    fn what_is_not_text_is_refused_by_its_kind() {
        let kind = |bytes: &[u8]| detect(bytes, None).unwrap_err();
        assert_eq!(kind(b"PK\x03\x04rest"), IntakeError::Binary { kind: "a ZIP archive or a spreadsheet" });
        assert_eq!(decoded(b"a\0,b\n1,\x002\n", 3), ("a,b\n1,2\n".to_owned(), 0));
        assert_eq!(kind(b"a\0\0b\0\0c\x01"), IntakeError::Binary { kind: "binary data" });
        assert_eq!(kind(&[0; 64]), IntakeError::Binary { kind: "binary data" });
        assert_eq!(kind(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2]), IntakeError::Binary { kind: "binary data" });
    }
}
