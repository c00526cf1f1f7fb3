//! The tags of one cell, told apart as the source writes them. Knows no tags by name.

use std::borrow::Cow;

use crate::source::TagCell;
use crate::text;

/// The first tag of a cell, and what follows its separator, if one does.
#[inline]
pub(super) fn next_tag(cell: &str, form: TagCell) -> (Cow<'_, str>, Option<&str>) {
    if form.quoted && cell.trim_start().starts_with('"') {
        return next_quoted_tag(cell, form);
    }
    let at = match form.separator.as_bytes() {
        [byte] => memchr::memchr(*byte, cell.as_bytes()),
        _ => cell.find(form.separator),
    };
    match at {
        Some(at) => {
            let (tag, behind) = cell.split_at_checked(at).unwrap_or((cell, ""));
            (Cow::Borrowed(tag), behind.get(form.separator.len()..))
        }
        None => (Cow::Borrowed(cell), None),
    }
}

/// `"Course A, evening","VIP"`: a tag in quotes, in which a quote is written twice.
#[cold]
fn next_quoted_tag(cell: &str, form: TagCell) -> (Cow<'_, str>, Option<&str>) {
    let inner = cell.trim_start().get(1..).unwrap_or_default();
    let mut tag = String::new();
    let mut characters = inner.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if character != '"' {
            tag.push(character);
        } else if characters.next_if(|&(_, next)| next == '"').is_some() {
            tag.push('"');
        } else {
            let behind = inner.get(at + 1..).unwrap_or_default();
            let (tail, rest) = match behind.split_once(form.separator) {
                Some((tail, rest)) => (tail, Some(rest)),
                None => (behind, None),
            };
            tag.push_str(tail.trim_end());
            return (Cow::Owned(tag), rest);
        }
    }
    (Cow::Owned(tag), None)
}

/// The ids of one cell, each trimmed, without blank ones: parted as the source writes them, else at every comma, semicolon
/// and bar.
pub(super) fn ids(cell: &str, form: Option<TagCell>) -> Vec<Cow<'_, str>> {
    let Some(form) = form else {
        let ids = cell.split([',', ';', '|']).map(text::trim).filter(|id| !id.is_empty());
        return ids.map(Cow::Borrowed).collect();
    };
    let (mut rest, mut ids) = (Some(cell), Vec::<Cow<'_, str>>::new());
    while let Some(cell) = rest {
        let (id, behind) = next_tag(cell, form);
        ids.push(Cow::Owned(text::trim(&id).to_owned()));
        rest = behind;
    }
    ids.retain(|id| !id.is_empty());
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(cell: &str, separator: &'static str, quoted: bool) -> Vec<String> {
        let form = TagCell { separator, otherwise: None, quoted };
        let (mut rest, mut tags) = (Some(cell), Vec::new());
        while let Some(cell) = rest {
            let (tag, behind) = next_tag(cell, form);
            tags.push(tag.into_owned());
            rest = behind;
        }
        tags
    }

    #[test]
    fn tags_are_told_apart_by_the_profile() {
        assert_eq!(tags("VIP,Course A", ",", true), ["VIP", "Course A"]);
        assert_eq!(
            tags("\"Course A, evening\",\"say \"\"hi\"\"\", VIP", ",", true),
            ["Course A, evening", "say \"hi\"", " VIP"]
        );
        assert_eq!(tags("one*/*two", "*/*", false), ["one", "two"]);
        assert_eq!(tags("a,,b", ",", true), ["a", "", "b"]);
    }
}
