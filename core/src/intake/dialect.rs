//! How an input parts its cells: the delimiter, the line ends, a `sep=` line, found from its first text. Knows nothing of
//! what the columns mean.

use serde::Serialize;

use super::error::IntakeError;
use super::preamble::HEADER_RECORDS;
use super::record::{LineEnd, Record, Separators};
use super::splitter::Splitter;
use crate::Limits;

/// The delimiters that are looked for, the likeliest first.
const DELIMITERS: [u8; 6] = [b',', b';', b'\t', b'|', 0x1E, 0x1F];

/// The delimiters that are looked for where none of the usual ones parts every record alike.
const UNUSUAL: [u8; 11] = [b'^', b'~', b'+', b':', b'*', b'&', b'?', b'$', b'#', b'!', b'%'];

/// How many bytes from the start of an input are looked at for its dialect and its header.
pub(super) const DIALECT_BYTES: usize = 256 << 10;

/// How many records of the sample are compared.
const RECORDS: usize = 200;

/// How many bytes of the sample are split at a time.
const PART_BYTES: usize = 16 << 10;

/// What the first record of a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FirstRecord {
    Header,
    MayBeTitle,
}

/// How an input parts its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dialect {
    /// The character between cells.
    pub delimiter: char,
    /// The character around cells that hold a delimiter or a line end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<char>,
    /// How lines end: `lf`, `crlf` or `cr`.
    pub line_end: LineEndName,
    /// Whether the first line names the delimiter (`sep=;`) and is no part of the table.
    pub has_separator_line: bool,
}

/// The name of a line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LineEndName {
    /// `\n`
    Lf,
    /// `\r\n`
    Crlf,
    /// `\r`
    Cr,
}

impl Dialect {
    /// The text behind the separator line, where there is one.
    pub(crate) fn body<'a>(&self, text: &'a str) -> &'a str {
        if self.has_separator_line { separator_line(text).1 } else { text }
    }

    /// The text from a line on, 1-based; absent where there is no such line.
    pub(crate) fn text_from_line<'a>(&self, text: &'a str, line: u64) -> Option<&'a str> {
        from_line(text, self.line_end, line)
    }

    pub(crate) fn separators(&self) -> Separators {
        let ascii = |character: char| u8::try_from(character).unwrap_or(b',');
        Separators {
            delimiter: ascii(self.delimiter),
            quote: self.quote.map(ascii),
            line_end: if self.line_end == LineEndName::Cr {
                LineEnd::CarriageReturn
            } else {
                LineEnd::LineFeed
            },
        }
    }
}

/// Finds the dialect of a text from its start. `given` is the caller's delimiter, which then is not looked for;
/// `header_line` the line, 1-based, before which the text says nothing of the table.
pub(crate) fn detect(
    sample: &str,
    given: Option<char>,
    quote: Option<char>,
    header_line: Option<u64>,
) -> Dialect {
    let line_end = line_end(sample);
    let (named, rest) = separator_line(sample);
    let named_line = header_line.and_then(|line| from_line(sample, line_end, line));
    let first_record = if named_line.is_some() { FirstRecord::Header } else { FirstRecord::MayBeTitle };
    let rest = named_line.filter(|named| named.len() < rest.len()).unwrap_or(rest);
    let quote = quote.unwrap_or_else(|| likeliest_quote(rest));
    let delimiter = given.or(named).unwrap_or_else(|| likeliest(rest, line_end, quote, first_record));
    // Where the delimiter is a quotation mark, nothing is quoted.
    let quote = Some(quote).filter(|&quote| quote != delimiter);
    Dialect { delimiter, quote, line_end, has_separator_line: named.is_some() }
}

/// Checks the characters that a caller names: each of them one byte, no line end, and the two not the same.
pub(crate) fn check_named(delimiter: Option<char>, quote: Option<char>) -> Result<(), IntakeError> {
    for (name, character) in [("delimiter", delimiter), ("quote", quote)] {
        let Some(character) = character else { continue };
        if !character.is_ascii() {
            return Err(IntakeError::NotAscii { name, character });
        }
        if matches!(character, '\r' | '\n' | '\0') || (name == "quote" && delimiter == quote) {
            return Err(IntakeError::Unfit { name, character });
        }
    }
    Ok(())
}

/// The first line end that is not within quotes; failing that, the first.
fn line_end(sample: &str) -> LineEndName {
    let mut quoted = false;
    let unquoted = sample.find(|character| {
        quoted ^= character == '"';
        !quoted && matches!(character, '\n' | '\r')
    });
    match unquoted.or_else(|| sample.find(['\n', '\r'])).and_then(|at| sample.get(at..)) {
        Some(rest) if rest.starts_with("\r\n") => LineEndName::Crlf,
        Some(rest) if rest.starts_with('\r') && rest.len() > 1 => LineEndName::Cr,
        _ => LineEndName::Lf,
    }
}

/// The delimiter a first line `sep=;` names, and the text behind that line. A spreadsheet that saves such a file again takes
/// the line for a record, and fills it up to as many cells as the others have: `sep=;;;`.
fn separator_line(sample: &str) -> (Option<char>, &str) {
    let line = sample.split(['\r', '\n']).next().unwrap_or_default();
    let bare = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let named = bare.split_at_checked(4).filter(|(word, _)| word.eq_ignore_ascii_case("sep="));
    let mut delimiters = named.map_or("", |(_, delimiters)| delimiters).chars();
    match delimiters.next() {
        Some(delimiter) if delimiter.is_ascii() && delimiters.all(|other| other == delimiter) => {
            let behind = sample.get(line.len()..).unwrap_or_default();
            let behind = behind.strip_prefix('\r').unwrap_or(behind);
            (Some(delimiter), behind.strip_prefix('\n').unwrap_or(behind))
        }
        _ => (None, sample),
    }
}

/// The apostrophe, where the text has no double quotes and its first line starts and ends with one; else the double
/// quote.
fn likeliest_quote(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let apostrophes = line.len() > 2 && line.starts_with('\'') && line.ends_with('\'');
    if apostrophes && !text.contains('"') { '\'' } else { '"' }
}

/// The text from a line on, 1-based; absent where there is no such line.
fn from_line(text: &str, line_end: LineEndName, line: u64) -> Option<&str> {
    let end = if line_end == LineEndName::Cr { b'\r' } else { b'\n' };
    let before = usize::try_from(line.checked_sub(1)?).ok()?;
    let place = match before.checked_sub(1) {
        Some(nth) => memchr::memchr_iter(end, text.as_bytes()).nth(nth)? + 1,
        None => 0,
    };
    text.get(place..).filter(|rest| !rest.is_empty())
}

/// The delimiter under which most records have as many cells as the first; of equals, the one with more cells. Where
/// not even half of them have, lines may stand before the table: then the one under which most records from some later
/// one on have as many cells as that.
fn likeliest(text: &str, line_end: LineEndName, quote: char, first: FirstRecord) -> char {
    let counts = |delimiter: u8| {
        let delimiter = char::from(delimiter);
        let dialect = Dialect { delimiter, quote: Some(quote), line_end, has_separator_line: false };
        cell_counts(text, dialect.separators())
    };
    match best(&DELIMITERS, |delimiter| fit(&counts(delimiter), 0)) {
        Some((fit, delimiter)) if fit.agreement >= 500 => char::from(delimiter),
        from_start => {
            let may_begin_later = first == FirstRecord::MayBeTitle;
            let later =
                best(&DELIMITERS, |delimiter| later_fit(&counts(delimiter)).filter(|_| may_begin_later));
            // Records that the first one's delimiter parts into as many cells are ragged, and stand behind no title.
            let is_as_wide = |width: usize| {
                from_start.is_some_and(|(_, delimiter)| {
                    let counts = counts(delimiter);
                    let wide = counts.iter().filter(|&&count| count >= width).count();
                    wide * 1_000 >= counts.len() * 800
                })
            };
            match later.filter(|(fit, _)| !is_as_wide(fit.width)).or(from_start) {
                Some((_, delimiter)) => char::from(delimiter),
                None => match best(&UNUSUAL, |delimiter| fit(&counts(delimiter), 0)) {
                    Some((Fit { agreement: 1_000, records: 2.., .. }, delimiter)) => char::from(delimiter),
                    _ => ',',
                },
            }
        }
    }
}

/// How well a delimiter parts the records from one of them on, the weightiest measure first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    /// How many of them have as many cells as that one, per mille, so that one ragged record in a thousand does not let a
    /// chance agreement win.
    agreement: usize,
    /// How many cells that is.
    width: usize,
    /// How many records there are.
    records: usize,
}

/// The best fit and its delimiter; the first of equals, because the likelier delimiter stands first.
fn best(delimiters: &[u8], fit: impl Fn(u8) -> Option<Fit>) -> Option<(Fit, u8)> {
    let fits = delimiters.iter().filter_map(|&delimiter| Some((fit(delimiter)?, delimiter)));
    fits.fold(None, |best: Option<(Fit, u8)>, this| match best {
        Some(best) if (best.0.agreement, best.0.width) >= (this.0.agreement, this.0.width) => Some(best),
        _ => Some(this),
    })
}

fn fit(counts: &[usize], from: usize) -> Option<Fit> {
    let counts = counts.get(from..)?;
    let width = counts.first().copied().filter(|&width| width > 1)?;
    let agreeing = counts.iter().filter(|&&count| count == width).count();
    Some(Fit { agreement: agreeing * 1_000 / counts.len().max(1), width, records: counts.len() })
}

/// The fit from the first record on that is wider than all before it and that four of five of the records agree with, two
/// at least.
fn later_fit(counts: &[usize]) -> Option<Fit> {
    let mut widest = counts.first().copied()?;
    for (from, &count) in counts.iter().enumerate().take(HEADER_RECORDS).skip(1) {
        if count > widest {
            let found = fit(counts, from).filter(|fit| fit.agreement >= 800 && fit.records > 1);
            if found.is_some() {
                return found;
            }
        }
        widest = widest.max(count);
    }
    None
}

/// How many cells the first records have. The text is split in parts, so that no more of it is looked at than that takes.
fn cell_counts(text: &str, separators: Separators) -> Vec<usize> {
    let mut counts = Vec::new();
    let mut splitter = Splitter::new(separators, &Limits::NONE);
    // A sample that may be cut off is cut off anywhere, so its last record is not asked for unless it is the only one.
    let is_whole = text.len() + char::MAX.len_utf8() < DIALECT_BYTES;
    let (mut rest, mut read) = (text, Ok(()));
    while read.is_ok() && !rest.is_empty() && counts.len() < RECORDS {
        let (part, behind) = rest.split_at_checked(rest.ceil_char_boundary(PART_BYTES)).unwrap_or((rest, ""));
        rest = behind;
        splitter.buffer().push_str(part);
        read = splitter.split(is_whole && rest.is_empty(), &mut |record: &Record<'_>| {
            if !record.is_blank() && counts.len() < RECORDS {
                counts.push(record.len());
            }
            Ok(())
        });
    }
    if read.is_ok() && counts.is_empty() {
        let mut sink = |record: &Record<'_>| {
            counts.push(record.len());
            Ok(())
        };
        if splitter.split(true, &mut sink).is_err() {
            counts.clear();
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_the_one_the_records_agree_on() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", ','),
            ("name;note\nAda;\"one, two\"\nGrace;three, four, five\n", ';'),
            ("a\tb\n1,5\t2\n", '\t'),
            ("a|b|c\n1|2|3\n", '|'),
            ("email\nada@example.com\n", ','),
            ("a,b", ','),
            ("a,b,c\n1,2,3,4\n1,2,3,4\n1,2,3\n1,2,5|6,4,5\n1,2,|,3,4\n", ','),
            ("Our list, 2024\n\na;b;c\n1;2;3\n4;5;6\n", ';'),
            ("05/05/03?05/05/03?05/05/03?05/05/03\n05/05/03?05/05/03?05/05/03?05/05/03\n", '?'),
            ("Why?\nBecause\n", ','),
        ] {
            assert_eq!(detect(text, None, None, None).delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn a_separator_line_decides_and_is_left_out() {
        for line in ["sep=;", "\"sep=;\"", "SEP=;", "Sep=;", "sep=;;;"] {
            let dialect = detect(&format!("{line}\r\na,b;c\r\n"), None, None, None);
            assert_eq!((dialect.delimiter, dialect.has_separator_line), (';', true), "{line}");
        }
        for line in ["sep=", "sep=ab", "sep=;,", "sept=;", "sep=€"] {
            assert!(!detect(&format!("{line}\na,b\n1,2\n"), None, None, None).has_separator_line, "{line}");
        }
    }

    #[test]
    fn the_first_line_end_decides() {
        for (text, name) in [
            ("a\nb\rc", LineEndName::Lf),
            ("a\r\nb", LineEndName::Crlf),
            ("a\rb", LineEndName::Cr),
            ("a", LineEndName::Lf),
            ("\"a\rb\"\n", LineEndName::Lf),
            ("5\" pipe\r\nb", LineEndName::Crlf),
        ] {
            assert_eq!(detect(text, None, None, None).line_end, name);
        }
    }
}
