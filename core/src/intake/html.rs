//! HTML in cells: `&amp;`, `&#39;`, `<b>Ada</b>`. Made plain text once, so that `&amp;amp;` becomes `&amp;` and no more. Knows no
//! records.
//!
//! Only what cannot be anything else counts: entities that end in a semicolon, and elements of HTML by their names. `AT&T`, `a < b` and
//! `Ada <ada@example.com>` are text.

use std::borrow::Cow;

/// Elements that stand in exported text, sorted.
const ELEMENTS: &[&str] = &[
    "a",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
];

/// Elements that stand within a line; every other one parts what stands before it from what follows.
const WITHIN_A_LINE: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "s", "small", "span", "strike", "strong", "sub", "sup", "u",
];

/// Whether there may be HTML in a text.
#[inline]
pub(super) fn may_hold(text: &[u8]) -> bool {
    memchr::memchr2_iter(b'&', b'<', text).any(|at| {
        let next = text.get(at + 1).copied().unwrap_or_default();
        match text.get(at) {
            Some(b'&') => next == b'#' || next.is_ascii_alphabetic(),
            _ => next == b'/' || next.is_ascii_alphabetic(),
        }
    })
}

/// The plain text of a cell that holds HTML; absent where it holds none.
pub(super) fn plain(cell: &str) -> Option<String> {
    let bare = without_elements(cell);
    let decoded = html_escape::decode_html_entities(bare.as_ref());
    (decoded != cell).then(|| decoded.trim().to_owned())
}

fn without_elements(cell: &str) -> Cow<'_, str> {
    let mut text = String::new();
    let mut rest = cell;
    let mut found = false;
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        match element(behind) {
            Some((name, after)) => {
                found = true;
                if WITHIN_A_LINE.binary_search(&name.as_str()).is_err()
                    && !text.ends_with(' ')
                    && !after.starts_with(' ')
                {
                    text.push(' ');
                }
                rest = after;
            }
            None => {
                text.push('<');
                rest = behind;
            }
        }
    }
    if !found {
        return Cow::Borrowed(cell);
    }
    text.push_str(rest);
    Cow::Owned(text.trim().to_owned())
}

/// The name of the element whose tag is opened or closed by what follows a `<`, and what stands behind its `>`.
fn element(behind: &str) -> Option<(String, &str)> {
    let inner = behind.strip_prefix('/').unwrap_or(behind);
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = inner.get(..length)?.to_ascii_lowercase();
    let attributes = inner.get(length..)?;
    let is_tag =
        ELEMENTS.binary_search(&name.as_str()).is_ok() && attributes.starts_with([' ', '\t', '\n', '/', '>']);
    let (_, after) = attributes.split_once('>').filter(|_| is_tag)?;
    Some((name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_made_plain_text_once() {
        for (cell, text) in [
            ("Tom &amp; Ada", "Tom & Ada"),
            ("O&#39;Hara", "O'Hara"),
            ("O&#x27;Hara", "O'Hara"),
            ("Jos&eacute;", "José"),
            ("&amp;amp;", "&amp;"),
            ("&lt;b&gt;", "<b>"),
            ("<b>Ada</b>", "Ada"),
            ("<span class=\"mepr-active\">Yes</span>", "Yes"),
            ("1 Main Street<br/>Back house", "1 Main Street Back house"),
            ("<p>One</p><p>Two</p>", "One Two"),
            ("<B>Ada</B> &quot;Byron&quot;", "Ada \"Byron\""),
        ] {
            assert!(may_hold(cell.as_bytes()), "{cell}");
            assert_eq!(plain(cell).as_deref(), Some(text), "{cell}");
        }
    }

    #[test]
    fn what_is_no_html_stays() {
        for cell in [
            "AT&T",
            "R&B; soul",
            "a < b",
            "a <b",
            "<3",
            "Ada <ada@example.com>",
            "<Name>",
            "a & b",
            "x<y>z",
            "&nosuch;",
            "&amp",
            "https://example.com/?a=1&b=2",
            "&",
            "<",
            "",
            "<b",
            "</",
            "<bold>",
        ] {
            assert_eq!(plain(cell), None, "{cell}");
        }
    }

    #[test]
    fn the_elements_can_be_searched() {
        assert!(ELEMENTS.is_sorted() && WITHIN_A_LINE.is_sorted());
        assert!(WITHIN_A_LINE.iter().all(|name| ELEMENTS.contains(name)));
    }
}
