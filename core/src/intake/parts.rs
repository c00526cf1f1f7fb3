//! One input read by several threads. Its text is cut at line ends that seem to end a record; the calling thread reads the
//! first part and others the rest, each apart from the others; what they read is then put behind what came before. A part
//! whose text turns out to begin within a record, or that would pass a limit, is read again by the calling thread, so that
//! the result is that of one thread. The threads end before the call does. Knows nothing of what is made of the records.

use super::encoding::Misfits;
use super::error::IntakeError;
use super::options::ReadOptions;
use super::record::Separators;
use super::row_reader::RowReader;
use super::splitter::{Splitter, TextEnd};

/// How many bytes of text each thread reads at a time.
const PART_BYTES: usize = 1 << 20;

/// The text that waits, and what reads it besides the calling thread.
pub(super) struct Parts<R> {
    threads: usize,
    pub(super) part_bytes: usize,
    text: String,
    helpers: Vec<Helper<R>>,
    /// How many parts that were read apart were taken, for tests that this is what happens.
    #[cfg(test)]
    pub(super) taken: usize,
}

/// A part of the text, and how it ends.
struct Part<'a> {
    text: &'a str,
    end: TextEnd,
}

/// What reads a part apart.
struct Helper<R> {
    splitter: Splitter,
    rows: R,
    /// Whether the part was read, to its end and without an error.
    has_read: bool,
}

impl<R: RowReader> Parts<R> {
    /// Several parts, if the caller allows several threads.
    pub(super) fn wanted(options: &ReadOptions) -> Option<Parts<R>> {
        let threads = options.thread_count();
        (threads > 1).then(|| Parts {
            threads,
            part_bytes: PART_BYTES,
            text: String::new(),
            helpers: Vec::new(),
            #[cfg(test)]
            taken: 0,
        })
    }

    /// Where the next text goes.
    pub(super) fn text(&mut self) -> &mut String {
        &mut self.text
    }

    /// Whether there is a part for every thread.
    pub(super) fn is_enough(&self) -> bool {
        self.text.len() >= self.threads * self.part_bytes
    }

    /// Reads the text that waits, behind what a splitter and its rows have read.
    pub(super) fn read(
        &mut self,
        splitter: &mut Splitter,
        rows: &mut R,
        misfits: &Misfits,
        last: bool,
    ) -> Result<(), IntakeError> {
        let text = std::mem::take(&mut self.text);
        let result = self.read_text(&text, splitter, rows, misfits, last);
        self.text = text;
        self.text.clear();
        result
    }

    fn read_text(
        &mut self,
        text: &str,
        splitter: &mut Splitter,
        rows: &mut R,
        misfits: &Misfits,
        last: bool,
    ) -> Result<(), IntakeError> {
        self.ready(splitter, rows);
        // A part that is much smaller than usual is not worth a thread.
        let wanted = (text.len() / self.part_bytes.div_ceil(8)).clamp(1, self.helpers.len() + 1);
        let (mut parts, mut base) = (cut(text, splitter, wanted), splitter.end());
        if let Some(part) = parts.last_mut() {
            part.end = if last { TextEnd::Input } else { TextEnd::Open };
        }
        let Some((first, others)) = parts.split_first() else { return Ok(()) };
        base += first.text.len() as u64;
        for (helper, part) in self.helpers.iter_mut().zip(others) {
            helper.has_read = false;
            helper.splitter.begin_at(base);
            base += part.text.len() as u64;
        }
        with_helpers(&mut self.helpers, others, misfits, || first.read(splitter, rows, misfits))?;
        for (helper, part) in self.helpers.iter_mut().zip(others) {
            let lines = splitter.record_line() - 1;
            if helper.has_read && splitter.is_between_records() && rows.absorb(&mut helper.rows, lines) {
                splitter.go_on_from(&mut helper.splitter);
                #[cfg(test)]
                {
                    self.taken += 1;
                }
                continue;
            }
            if let Some(anew) = rows.apart() {
                helper.rows = anew;
            }
            part.read(splitter, rows, misfits)?;
        }
        Ok(())
    }

    /// Makes the helpers ready, or makes them, if records of the kind can be read apart.
    fn ready(&mut self, splitter: &Splitter, rows: &R) {
        for helper in &mut self.helpers {
            rows.ready(&mut helper.rows);
        }
        while self.helpers.len() + 1 < self.threads
            && let Some(mut apart) = rows.apart()
        {
            rows.ready(&mut apart);
            self.helpers.push(Helper { splitter: splitter.apart(), rows: apart, has_read: false });
        }
    }
}

impl Part<'_> {
    /// Reads the part behind what a splitter and its rows have read.
    fn read<R: RowReader>(
        &self,
        splitter: &mut Splitter,
        rows: &mut R,
        misfits: &Misfits,
    ) -> Result<(), IntakeError> {
        splitter.buffer().push_str(self.text);
        splitter.split_to(self.end, &mut |record| rows.read(record, misfits))
    }
}

/// Does some work while each helper reads its part, and waits for all of them.
#[expect(
    clippy::disallowed_methods,
    reason = "the caller asked for several threads; none outlives this call"
)]
fn with_helpers<R: RowReader, T>(
    helpers: &mut [Helper<R>],
    parts: &[Part<'_>],
    misfits: &Misfits,
    work: impl FnOnce() -> T,
) -> T {
    std::thread::scope(|scope| {
        let threads: Vec<_> = helpers
            .iter_mut()
            .zip(parts)
            .map(|(helper, part)| {
                // Where no thread is to be had, the part stays unread.
                std::thread::Builder::new().spawn_scoped(scope, move || {
                    helper.has_read = part.read(&mut helper.splitter, &mut helper.rows, misfits).is_ok();
                })
            })
            .collect();
        let done = work();
        for thread in threads.into_iter().flatten() {
            // A part at which a thread gave up is read again.
            let _ = thread.join();
        }
        done
    })
}

/// Cuts text that goes on behind what a splitter has read into at most so many parts of much the same length.
///
/// A cut is behind a line end with an even number of quotes before it. That is the end of a record as long as quotes are in
/// order; whoever reads the part before finds out whether they are.
fn cut<'a>(text: &'a str, splitter: &Splitter, wanted: usize) -> Vec<Part<'a>> {
    let Separators { quote, line_end, .. } = splitter.separators();
    let line_end = line_end.byte();
    let quote = quote.unwrap_or(line_end);
    let are_odd = |text: &[u8]| quote != line_end && memchr::memchr_iter(quote, text).count() % 2 == 1;
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let (mut start, mut looked_at) = (0, 0);
    let mut within_quotes = are_odd(splitter.open_text().as_bytes());
    for part in 1..wanted {
        let near = text.len() / wanted * part;
        let Some(between) = bytes.get(looked_at..near) else { continue };
        within_quotes ^= are_odd(between);
        let rest = bytes.get(near..).unwrap_or_default();
        let found = memchr::memchr2_iter(quote, line_end, rest).find(|&at| {
            let is_line_end = rest.get(at) == Some(&line_end);
            within_quotes ^= !is_line_end;
            is_line_end && !within_quotes
        });
        let Some(end) = found.map(|at| near + at + 1).filter(|&end| end < text.len()) else { break };
        parts.push(Part { text: text.get(start..end).unwrap_or_default(), end: TextEnd::LineEnd });
        (start, looked_at) = (end, end);
    }
    parts.push(Part { text: text.get(start..).unwrap_or_default(), end: TextEnd::Open });
    parts
}
