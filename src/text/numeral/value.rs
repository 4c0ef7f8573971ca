//! What a numeral says, as it was read.

/// A numeral that was read at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Numeral {
    /// Bytes read, magnitudes and 多, 余 included.
    pub length: usize,
    /// The number, magnitudes multiplied out; of a fraction the part.
    pub value: f64,
    /// What a fraction is of: 100 in 百分之五, 1 where the number is none.
    pub of: f64,
    /// Whether it begins with Arabic digits.
    pub arabic: bool,
    /// Whether 多, 余 or 几 stands in it: the number is a lower bound.
    pub or_more: bool,
    /// Whether it ends in 万 or 亿.
    pub large: bool,
    /// Whether it is a magnitude without a digit: 百亿, 万.
    pub bare: bool,
    /// Whether it has a decimal point.
    pub decimal: bool,
    /// Digits and magnitudes that were read.
    pub signs: usize,
}

impl Numeral {
    /// Nothing read yet, of a number that begins with Arabic digits or not.
    pub(super) fn begun(arabic: bool) -> Self {
        Self {
            of: 1.0,
            arabic,
            ..Self::default()
        }
    }
}
