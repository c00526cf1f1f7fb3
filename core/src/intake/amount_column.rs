//! The amounts of one column: the whole column decides which character parts the decimals where a cell leaves it open,
//! and where the column cannot, the other columns of the file. Knows no rows but by their numbers.

use super::amounts::{AmountCell, CurrencySign, Decimal};
use crate::source::DecimalMark;

/// How the amounts of one column read.
#[derive(Debug)]
pub(super) struct AmountColumn {
    stated: Option<DecimalMark>,
    proof: Proof,
}

/// What cells prove about the decimal mark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Proof {
    comma: bool,
    point: bool,
}

impl Proof {
    /// The mark, where all that was seen agrees.
    pub(super) fn mark(self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            _ => None,
        }
    }

    /// Whether both marks were seen.
    fn is_contradictory(self) -> bool {
        self.comma && self.point
    }

    pub(super) fn and(self, other: Proof) -> Proof {
        Proof { comma: self.comma || other.comma, point: self.point || other.point }
    }
}

/// What a cell of the column says, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountRead {
    Blank,
    Known(Decimal, CurrencySign),
    /// It waits for the column's decision.
    Open {
        comma: Decimal,
        point: Decimal,
        sign: CurrencySign,
    },
    Invalid,
}

impl AmountColumn {
    /// A column; `stated` is the mark that the caller or the source states.
    pub(super) fn new(stated: Option<DecimalMark>) -> Self {
        AmountColumn { stated, proof: Proof::default() }
    }

    /// Takes in a cell.
    pub(super) fn read(&mut self, cell: AmountCell) -> AmountRead {
        match cell {
            AmountCell::Blank => AmountRead::Blank,
            AmountCell::Invalid => AmountRead::Invalid,
            // An amount that only reads against the stated mark is a mistake, not a proof.
            AmountCell::One { mark: Some(mark), .. } if self.stated.is_some_and(|stated| stated != mark) => {
                AmountRead::Invalid
            }
            AmountCell::One { number, mark, sign } => {
                self.proof.comma |= mark == Some(DecimalMark::Comma);
                self.proof.point |= mark == Some(DecimalMark::Point);
                AmountRead::Known(number, sign)
            }
            AmountCell::TwoWays { comma, point, sign } => match self.stated {
                Some(DecimalMark::Comma) => AmountRead::Known(comma, sign),
                Some(DecimalMark::Point) => AmountRead::Known(point, sign),
                None => AmountRead::Open { comma, point, sign },
            },
        }
    }

    pub(super) fn proof(&self) -> Proof {
        self.proof
    }

    /// The mark that open cells are read by: the column's own, else that of the whole file.
    pub(super) fn decide(&self, file: Proof) -> Option<DecimalMark> {
        if self.proof.is_contradictory() { None } else { self.proof.mark().or(file.mark()) }
    }
}
