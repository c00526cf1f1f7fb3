//! The lines of a plan's operations, kept by phase so that an operation can be written as soon as it is decided, and found by
//! their place in the plan. Does not know what a line says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Phase, PlanError};

/// The lines of all operations.
#[derive(Default)]
pub struct OperationLines {
    by_phase: BTreeMap<Phase, Lines>,
}

/// Lines one after the other.
#[derive(Default)]
pub struct Lines {
    /// Each line with its line break.
    text: Vec<u8>,
    /// Where each line ends, its line break included.
    ends: Vec<usize>,
}

impl OperationLines {
    /// The lines of a phase, to be added to.
    pub fn phase_mut(&mut self, phase: Phase) -> &mut Lines {
        self.by_phase.entry(phase).or_default()
    }

    /// The number of lines.
    pub fn len(&self) -> usize {
        self.by_phase.values().map(Lines::len).sum()
    }

    /// A line by its place in the plan, without its line break.
    pub fn get(&self, mut index: usize) -> Option<&[u8]> {
        for lines in self.by_phase.values() {
            match index.checked_sub(lines.len()) {
                Some(behind) => index = behind,
                None => return lines.get(index),
            }
        }
        None
    }

    /// The places of the lines of a phase.
    pub fn range(&self, phase: Phase) -> Range<usize> {
        let start = self.by_phase.range(..phase).map(|(_, lines)| lines.len()).sum();
        start..start + self.by_phase.get(&phase).map_or(0, Lines::len)
    }

    /// All of the text, in parts.
    pub fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.by_phase.values().map(|lines| lines.text.as_slice())
    }
}

impl Lines {
    /// Adds a line: what is written at the end of the text, and a line break.
    pub fn push(
        &mut self,
        write: impl FnOnce(&mut Vec<u8>) -> Result<(), PlanError>,
    ) -> Result<(), PlanError> {
        write(&mut self.text)?;
        self.text.push(b'\n');
        self.ends.push(self.text.len());
        Ok(())
    }

    /// The last line, without its line break.
    pub fn last(&self) -> Option<&[u8]> {
        self.get(self.len().checked_sub(1)?)
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, index: usize) -> Option<&[u8]> {
        let start = match index.checked_sub(1) {
            Some(previous) => *self.ends.get(previous)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(index)?)?.strip_suffix(b"\n")
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn lines_are_found_by_their_place_whenever_their_phase_was_written() {
        let mut lines = OperationLines::default();
        for (phase, name) in
            [(Phase::Tags, "c"), (Phase::Users, "a"), (Phase::Tags, "d"), (Phase::Users, "b")]
        {
            let write = |text: &mut Vec<u8>| write!(text, "line {name}").map_err(|_| PlanError::Internal);
            lines.phase_mut(phase).push(write).unwrap();
            assert_eq!(lines.phase_mut(phase).last().unwrap(), format!("line {name}").as_bytes());
        }
        let all: Vec<_> = (0..lines.len()).map(|index| lines.get(index).unwrap()).collect();
        assert_eq!(all, [b"line a", b"line b", b"line c", b"line d"]);
        assert_eq!(lines.get(4), None);
        assert_eq!((lines.range(Phase::Users), lines.range(Phase::Tags)), (0..2, 2..4));
        assert_eq!((lines.range(Phase::Backup), lines.range(Phase::Verify)), (0..0, 4..4));
        assert_eq!(lines.texts().collect::<Vec<_>>().concat(), b"line a\nline b\nline c\nline d\n");
    }
}
