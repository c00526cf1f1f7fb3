//! The syntax of addresses, and what two spellings of one address share. The common form is checked 32 bytes at a time;
//! anything else, mistakes included, is looked at closely. Knows no issues.

use std::borrow::Cow;
use std::ops::Range;

use idna::AsciiDenyList;
use wide::u8x32;

use super::email::EmailError;
use super::email_characters::{is_drawn, is_label, is_mark, is_wide};
use super::email_scripts::Stranger;
use crate::text;

/// A hash of an address's key: equal for addresses that share a key. The seed is fixed, so that the same input gives the
/// same bytes everywhere; who compares by it must stand many addresses of one hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AddressHash(pub(super) u64);

impl AddressHash {
    /// Of a key of at most 64 bytes, padded with zeros, in two halves.
    #[inline]
    fn of_block(head: &[u8; 32], tail: &[u8; 32]) -> Self {
        // Words are mixed by pairs that do not wait for each other. Both halves of the product count, as in wyhash.
        let mix = |left: [u8; 8], right: [u8; 8], [of_left, of_right]: [u64; 2]| {
            let (left, right) = (u64::from_le_bytes(left) ^ of_left, u64::from_le_bytes(right) ^ of_right);
            let product = u128::from(left).wrapping_mul(u128::from(right));
            product as u64 ^ (product >> 64) as u64
        };
        let ([a, b, c, d], [e, f, g, h]) = (words(head), words(tail));
        let [of_first, of_second, of_third, of_fourth] = SEEDS;
        let of_head = mix(a, b, of_first) ^ mix(c, d, of_second).rotate_left(17);
        let of_tail = mix(e, f, of_third) ^ mix(g, h, of_fourth).rotate_left(17);
        AddressHash(of_head ^ of_tail.rotate_left(31))
    }

    fn of_key(key: &str) -> Self {
        let mut hash = AddressHash(0);
        for chunk in key.as_bytes().chunks(64) {
            let mut halves = [[0; 32]; 2];
            for (half, bytes) in halves.iter_mut().zip(chunk.chunks(32)) {
                if let Some(start) = half.get_mut(..bytes.len()) {
                    start.copy_from_slice(bytes);
                }
            }
            let [head, tail] = halves;
            hash = AddressHash(hash.0.rotate_left(7) ^ Self::of_block(&head, &tail).0);
        }
        hash
    }
}

/// Words with no pattern in them: the digits of pi.
const SEEDS: [[u64; 2]; 4] = [
    [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344],
    [0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89],
    [0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C],
    [0xC0AC_29B7_C97C_50DD, 0x3F84_D5B5_B547_0917],
];

#[inline]
fn words(half: &[u8; 32]) -> [[u8; 8]; 4] {
    match half.as_chunks::<8>() {
        (&[a, b, c, d], []) => [a, b, c, d],
        _ => [[0; 8]; 4],
    }
}

/// An address cleaned. Composing must not hide a character that may not stand in an address: `<` and a long stroke
/// over it compose into a letter-like sign.
pub(super) fn clean(address: &str) -> Result<Cow<'_, str>, EmailError> {
    let cleaned = text::clean(address);
    let composed = matches!(cleaned, Cow::Owned(_));
    // Whoever has the address as it was written must be able to use it, too.
    if composed && text::trim(address).len() > 254 {
        return Err(EmailError::TooLong);
    }
    if composed && address.bytes().any(|byte| matches!(byte, b'<' | b'>' | b'"' | b'(' | b')')) {
        return Err(shape_error(address, EmailError::LocalCharacter));
    }
    Ok(cleaned)
}

/// What a byte may be in the part before the `@`, as bits.
mod class {
    /// In a dot-atom: RFC 5322 `atext`, or part of a non-ASCII character.
    pub(super) const LOCAL: u8 = 1;
    /// Part of a non-ASCII character.
    pub(super) const FOREIGN: u8 = 2;

    pub(super) const fn of(byte: u8) -> u8 {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => LOCAL,
            b'!' | b'#' | b'$' | b'%' | b'&' | b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?' | b'^'
            | b'_' | b'`' | b'{' | b'|' | b'}' | b'~' => LOCAL,
            0x80.. => LOCAL | FOREIGN,
            _ => 0,
        }
    }
}

/// What there is to know of a valid address once it was checked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CheckedAddress {
    pub(crate) hash: AddressHash,
    /// A letter that is of another script than others in its part: a look-alike has one.
    pub(crate) stranger: Option<Stranger>,
}

impl CheckedAddress {
    /// An address of the common form, whose letters are all of one script.
    pub(crate) fn of_plain(hash: AddressHash) -> Self {
        CheckedAddress { hash, stranger: None }
    }
}

/// Checks a cleaned address.
pub(crate) fn check(address: &str) -> Result<CheckedAddress, EmailError> {
    match hash_of_plain(address.as_bytes(), 0..address.len()) {
        Some(hash) => Ok(CheckedAddress::of_plain(hash)),
        None => {
            check_closely(address)?;
            Ok(CheckedAddress { hash: AddressHash::of_key(&key(address)), stranger: stranger(address) })
        }
    }
}

/// A letter of another script than others of the local part, or of its label of the domain, which may be written in Punycode.
fn stranger(address: &str) -> Option<Stranger> {
    let (local, domain) = address.rsplit_once('@')?;
    if address.is_ascii() && !domain.contains("--") {
        return None;
    }
    std::iter::once(local).chain(unicode_domain(domain).split('.')).find_map(Stranger::in_part)
}

/// The hash of an address that was checked before.
pub(super) fn hash_of_valid(address: &str) -> AddressHash {
    AddressHash::of_key(&key(address))
}

/// The hash of the key of an address of the common form, which is a stretch of a text: ASCII, at most 64 bytes, every label
/// of letters and digits with single hyphens. Anything else, mistakes included, is to be looked at closely.
#[inline]
pub(crate) fn hash_of_plain(text: &[u8], range: Range<usize>) -> Option<AddressHash> {
    const SET: [[u8; 64]; 2] = [[0xFF; 64], [0; 64]];
    let rest = text.get(range.start..)?;
    let address = rest.get(..range.len())?;
    // What stands behind the address does not count.
    let within: &[u8; 64] = SET.as_flattened().get(64_usize.checked_sub(address.len())?..)?.first_chunk()?;
    let padded;
    let block = match rest.first_chunk() {
        Some(block) => block,
        None => {
            padded = padded_to_block(address);
            &padded
        }
    };
    let ([head, tail], [within_head, within_tail]) = (halves(block)?, halves(within)?);
    let (head, lower_head) = Classes::of(u8x32::new(head) & u8x32::new(within_head));
    let (tail, lower_tail) = match address.len() {
        ..=32 => (Classes::default(), [0; 32]),
        _ => Classes::of(u8x32::new(tail) & u8x32::new(within_tail)),
    };
    let classes = head.followed_by(tail);
    classes.are_an_address(address).then(|| AddressHash::of_block(&lower_head, &lower_tail))
}

#[cold]
fn padded_to_block(address: &[u8]) -> [u8; 64] {
    let mut padded = [0; 64];
    for (to, from) in padded.iter_mut().zip(address) {
        *to = *from;
    }
    padded
}

#[inline]
fn halves(block: &[u8; 64]) -> Option<[[u8; 32]; 2]> {
    match block.as_chunks::<32>() {
        (&[head, tail], []) => Some([head, tail]),
        _ => None,
    }
}

/// Which bytes of an address are what: each bit of a mask stands for one byte.
#[derive(Clone, Copy, Default)]
struct Classes {
    letters: u64,
    digits: u64,
    ats: u64,
    dots: u64,
    hyphens: u64,
}

impl Classes {
    /// The classes of 32 bytes, and the bytes in lower case.
    #[inline]
    fn of(lanes: u8x32) -> (Self, [u8; 32]) {
        let within = |from: u8, count: u8, lanes: u8x32| {
            let shifted = lanes - u8x32::splat(from);
            shifted.simd_eq(shifted.min(u8x32::splat(count - 1)))
        };
        let letters = within(b'a', 26, lanes | u8x32::splat(0x20));
        let mask = |lanes: u8x32| u64::from(lanes.to_bitmask());
        let is = |byte: u8| mask(lanes.simd_eq(u8x32::splat(byte)));
        let classes = Classes {
            letters: mask(letters),
            digits: mask(within(b'0', 10, lanes)),
            ats: is(b'@'),
            dots: is(b'.'),
            hyphens: is(b'-'),
        };
        (classes, (lanes | (letters & u8x32::splat(0x20))).to_array())
    }

    #[inline]
    fn followed_by(self, tail: Classes) -> Classes {
        Classes {
            letters: self.letters | tail.letters << 32,
            digits: self.digits | tail.digits << 32,
            ats: self.ats | tail.ats << 32,
            dots: self.dots | tail.dots << 32,
            hyphens: self.hyphens | tail.hyphens << 32,
        }
    }

    #[inline]
    fn are_an_address(self, address: &[u8]) -> bool {
        let Classes { letters, digits, ats, dots, hyphens } = self;
        let length = u32::try_from(address.len()).unwrap_or(0);
        let Some(all) = u64::MAX.checked_shr(64_u32.wrapping_sub(length)) else { return false };
        let at = ats & ats.wrapping_neg();
        let local = at.wrapping_sub(1) & all;
        let domain = all & !local & !at;
        let breaks = (dots | hyphens) & domain;
        let local_dots = dots & local;
        let mut specials = local & !(letters | digits | dots | hyphens);
        while specials != 0 {
            let byte = address.get(specials.trailing_zeros() as usize).copied().unwrap_or_default();
            if class::of(byte) & (class::LOCAL | class::FOREIGN) != class::LOCAL {
                return false;
            }
            specials &= specials.wrapping_sub(1);
        }
        let last = all & !(all >> 1);
        // Everything up to the domain's last dot; there is one.
        let Some(up_to_dot) = u64::MAX.checked_shr((dots & domain).leading_zeros()) else { return false };
        ats == at
            && at > 1
            && domain & !(letters | digits | breaks) == 0
            && local_dots & (local_dots << 1 | 1 | at >> 1) == 0
            && breaks & (breaks << 1 | at << 1 | last) == 0
            && is_top_level(address.get(up_to_dot.count_ones() as usize..).unwrap_or_default())
            && domain & !up_to_dot & !letters == 0
    }
}

#[cold]
fn check_closely(address: &str) -> Result<(), EmailError> {
    let Some(at) = memchr::memchr(b'@', address.as_bytes()) else {
        return Err(if address.is_empty() {
            EmailError::Missing
        } else {
            shape_error(address, EmailError::NoAt)
        });
    };
    let (Some(local), Some(domain)) = (address.get(..at), address.get(at + 1..)) else {
        return Err(EmailError::NoAt);
    };
    check_local(local).map_err(|error| shape_error(address, error))?;
    // What is too long as a whole is not looked at for long: converting a domain takes its time.
    if domain.len() > 254 {
        return Err(shape_error(address, EmailError::TooLong));
    }
    check_domain(domain, local.len()).map_err(|error| shape_error(address, error))?;
    if address.len() > 254 { Err(EmailError::TooLong) } else { Ok(()) }
}

/// The top-level domains of a length that take no mail from the internet, by IANA's registry of special-use domain names.
/// Those made for examples are not among them: RFC 6761 asks applications to take them as any other.
#[inline]
fn reserved(length: usize) -> &'static [&'static str] {
    match length {
        3 => &["alt"],
        4 => &["arpa", "test"],
        5 => &["local", "onion"],
        7 => &["invalid"],
        9 => &["localhost"],
        _ => &[],
    }
}

/// Whether a last label of letters can be a top-level domain that takes mail.
#[inline]
fn is_top_level(label: &[u8]) -> bool {
    let is_label = |reserved: &&str| reserved.as_bytes().eq_ignore_ascii_case(label);
    label.len() > 1 && !reserved(label.len()).iter().any(is_label)
}

/// The error for an address as a whole: a display name, a comment, quotes or a literal say more than the character
/// they were noticed by.
fn shape_error(address: &str, error: EmailError) -> EmailError {
    let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
    if address.ends_with('>') && address.contains('<') {
        EmailError::DisplayName
    } else if address.starts_with('"') && address.contains("\"@") {
        EmailError::QuotedLocal
    } else if domain.starts_with('[') && domain.ends_with(']') {
        EmailError::AddressLiteral
    } else if address.contains('(') && address.contains(')') {
        EmailError::Comment
    } else if address.bytes().filter(|&byte| byte == b'@').count() > 1 {
        EmailError::SeveralAts
    } else {
        error
    }
}

fn check_local(local: &str) -> Result<(), EmailError> {
    let mut after_dot = true;
    for &byte in local.as_bytes() {
        if byte == b'.' {
            if after_dot {
                return Err(EmailError::LocalDots);
            }
            after_dot = true;
        } else if class::of(byte) & class::LOCAL != 0 {
            after_dot = false;
        } else {
            return Err(EmailError::LocalCharacter);
        }
    }
    if after_dot {
        Err(EmailError::LocalDots)
    } else if local.len() > 64 {
        Err(EmailError::LocalTooLong)
    } else if local.is_ascii() {
        Ok(())
    } else {
        let drawn = local.chars().all(|character| character.is_ascii() || is_drawn(character));
        // A combining mark at the start would stand on whatever comes before the address.
        let stands_alone = !local.chars().next().is_some_and(is_mark);
        if drawn && stands_alone { Ok(()) } else { Err(EmailError::LocalCharacter) }
    }
}

/// `local` is the length of what stands before the `@`.
fn check_domain(domain: &str, local: usize) -> Result<(), EmailError> {
    let mut label_length = 0_usize;
    let mut dots = 0_usize;
    let mut previous = b'.';
    for &byte in domain.as_bytes() {
        match byte {
            b'.' => {
                if previous == b'.' || previous == b'-' || label_length > 63 {
                    return Err(EmailError::DomainInvalid);
                }
                dots += 1;
                label_length = 0;
            }
            b'-' if previous == b'.' => return Err(EmailError::DomainInvalid),
            // Where the fourth character of a label may be the second hyphen of `xn--`, IDNA decides.
            b'-' if previous == b'-' => return check_international_domain(domain, local),
            b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => label_length += 1,
            0x80.. => return check_international_domain(domain, local),
            _ => return Err(EmailError::DomainInvalid),
        }
        previous = byte;
    }
    if previous == b'.' || previous == b'-' || label_length > 63 {
        Err(EmailError::DomainInvalid)
    } else if dots == 0 {
        Err(EmailError::DomainDotless)
    } else if domain.len() > 253 {
        Err(EmailError::DomainInvalid)
    } else {
        check_last_label(domain)
    }
}

/// A top-level domain is made of letters, two at least, or is a converted one, which ends in a letter.
fn check_last_label(ascii: &str) -> Result<(), EmailError> {
    let last = ascii.rsplit('.').next().unwrap_or_default().as_bytes();
    let is_converted = last.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"xn--"));
    let ends_in_letter = last.last().is_some_and(u8::is_ascii_alphabetic);
    if last.len() < 2 || !ends_in_letter || !(is_converted || last.iter().all(u8::is_ascii_alphabetic)) {
        Err(EmailError::DomainInvalid)
    } else if is_top_level(last) {
        Ok(())
    } else {
        Err(EmailError::DomainReserved)
    }
}

#[cold]
fn check_international_domain(domain: &str, local: usize) -> Result<(), EmailError> {
    let ascii = ascii_domain(domain).ok_or(EmailError::DomainInvalid)?;
    let unicode = unicode_domain(domain);
    // Invisible marks and full-width letters would be converted, but not by everything that the address is written into.
    let is_plain = |character: char| character.is_ascii() || (is_drawn(character) && !is_wide(character));
    let is_named = domain.chars().all(is_plain) && unicode.split('.').all(is_label);
    if !ascii.contains('.') {
        Err(EmailError::DomainDotless)
    } else if ascii.len() > 253 || !is_named {
        Err(EmailError::DomainInvalid)
    } else if local + 1 + ascii.len().max(unicode.len()) > 254 {
        Err(EmailError::TooLong)
    } else {
        check_last_label(&ascii)
    }
}

/// The domain with no label in Punycode.
fn unicode_domain(domain: &str) -> Cow<'_, str> {
    idna::uts46::Uts46::new()
        .to_unicode(domain.as_bytes(), AsciiDenyList::STD3, idna::uts46::Hyphens::Check)
        .0
}

/// The domain in its ASCII form, by UTS 46 with the host-name rules; absent where it has none.
fn ascii_domain(domain: &str) -> Option<Cow<'_, str>> {
    idna::uts46::Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            idna::uts46::Hyphens::Check,
            idna::uts46::DnsLength::Verify,
        )
        .ok()
}

/// A valid address with its domain in ASCII; absent where it is so already.
pub(super) fn with_ascii_domain(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@').filter(|(_, domain)| !domain.is_ascii())?;
    Some(format!("{local}@{}", ascii_domain(domain)?))
}

/// Whether two valid, cleaned addresses share a key.
#[inline]
pub(super) fn same_key(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right) || key(left) == key(right)
}

/// The matching key of a valid, cleaned address.
pub(super) fn key(address: &str) -> String {
    if address.is_ascii() && !address.contains("--") {
        return address.to_ascii_lowercase();
    }
    match address.rsplit_once('@') {
        Some((local, domain)) => {
            let domain = ascii_domain(domain).unwrap_or(Cow::Borrowed(domain));
            format!("{}@{}", text::fold(local), domain.to_lowercase())
        }
        None => text::fold(address),
    }
}
