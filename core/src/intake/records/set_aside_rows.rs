//! The file of JSON records that were set aside, read back in: a CSV with the JSON of each in a column. Knows nothing of what
//! a record holds.

use encoding_rs::UTF_8;

use super::super::encoding::{Misfits, TextDecoder, TextEncoding};
use super::super::error::IntakeError;
use super::super::guard::unguard;
use super::super::record::{LineEnd, Record, Separators};
use super::super::set_aside;
use super::super::splitter::Splitter;
use crate::Limits;

/// What the text is that records come in.
pub(super) enum Form {
    /// Not told yet by these first bytes.
    Open(Vec<u8>),
    Json,
    SetAside(Box<SetAsideRows>),
}

impl Form {
    /// What a text is that begins so; absent where a few bytes more have to tell.
    pub(super) fn of(start: &[u8], limits: &Limits) -> Option<Form> {
        let start = match start.strip_prefix(b"\xEF\xBB\xBF") {
            Some(rest) => rest,
            None if b"\xEF\xBB\xBF".starts_with(start) => return None,
            None => start,
        };
        for quote in ["", "\""] {
            for delimiter in [',', ';', '\t'] {
                let [json, line] = [set_aside::JSON, set_aside::LINE];
                let mark = format!("{quote}{json}{quote}{delimiter}{quote}{line}");
                if start.starts_with(mark.as_bytes()) {
                    return Some(Form::SetAside(Box::new(SetAsideRows::new(delimiter as u8, limits))));
                }
                if mark.as_bytes().starts_with(start) {
                    return None;
                }
            }
        }
        Some(Form::Json)
    }
}

/// Reads such a file chunk by chunk.
pub(super) struct SetAsideRows {
    decoder: TextDecoder,
    splitter: Splitter,
    has_header: bool,
}

impl SetAsideRows {
    fn new(delimiter: u8, limits: &Limits) -> Self {
        let separators = Separators { delimiter, quote: Some(b'"'), line_end: LineEnd::LineFeed };
        // A cell holds a whole record.
        let limits = Limits { cell_bytes: limits.record_bytes, ..*limits };
        SetAsideRows {
            decoder: TextDecoder::new(TextEncoding::Known(UTF_8)),
            splitter: Splitter::new(separators, &limits),
            has_header: false,
        }
    }

    /// Gives the JSON of each record, and the line it starts on.
    pub(super) fn read(
        &mut self,
        chunk: &[u8],
        last: bool,
        take: &mut impl FnMut(&[u8], u64) -> Result<(), IntakeError>,
    ) -> Result<(), IntakeError> {
        // Bytes that are no text are told from the records that hold them.
        self.decoder.decode(chunk, last, self.splitter.buffer(), 0, &mut Misfits::default());
        let has_header = &mut self.has_header;
        self.splitter.split(last, &mut |record: &Record<'_>| {
            let is_header = !std::mem::replace(has_header, true);
            if is_header || record.is_blank() {
                return Ok(());
            }
            take(unguard(&record.cell(0)).trim().as_bytes(), record.line)
        })
    }
}
