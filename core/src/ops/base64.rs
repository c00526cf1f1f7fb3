//! Bytes out of Base64 (RFC 4648, section 4): the standard alphabet, padded, nothing in between. Does not know what they are.

/// The bytes; where the text is not Base64, the place of the first character that is wrong, from 0.
pub fn decode(text: &str) -> Result<Vec<u8>, usize> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let whole = text.trim_end_matches('=');
    let padding = text.len() - whole.len();
    for (number, group) in whole.as_bytes().chunks(4).enumerate() {
        let mut bits = 0_u32;
        for place in 0..4 {
            let value = match group.get(place) {
                Some(character) => value(*character).ok_or(number * 4 + place)?,
                None => 0,
            };
            bits = bits << 6 | value;
        }
        let [_, first, second, third] = bits.to_be_bytes();
        // What the last group holds beyond whole bytes must be zero, so that each text has one spelling.
        let (held, spare): (&[u8], u32) = match group.len() {
            4 => (&[first, second, third], 0),
            3 => (&[first, second], bits & 0xFF),
            2 => (&[first], bits & 0xFFFF),
            _ => (&[], 1),
        };
        if spare != 0 {
            return Err((number * 4 + group.len()).saturating_sub(1));
        }
        bytes.extend_from_slice(held);
    }
    if padding == (4 - whole.len() % 4) % 4 { Ok(bytes) } else { Err(whole.len()) }
}

fn value(character: u8) -> Option<u32> {
    Some(u32::from(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_are_read() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg==", "foob"),
            ("Zm9vYmE=", "fooba"),
            ("Zm9vYmFy", "foobar"),
        ] {
            assert_eq!(decode(text), Ok(bytes.as_bytes().to_vec()), "{text}");
        }
        assert_eq!(decode("+/+/"), Ok(vec![0xFB, 0xFF, 0xBF]));
    }

    #[test]
    fn anything_else_is_refused_at_its_place() {
        for (text, place) in [
            ("Zg", 2),
            ("Zg=", 2),
            ("Zg===", 2),
            ("Z", 0),
            ("Zm9v=", 4),
            ("Zm 9v", 2),
            ("Zm9v\n", 4),
            ("Zh==", 1),
            ("Zm-v", 2),
            ("Z=9v", 1),
        ] {
            assert_eq!(decode(text), Err(place), "{text}");
        }
    }
}
