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

/// The largest number up to which every whole number is one of `f64`.
pub(super) const EXACT: f64 = 9_007_199_254_740_992.0;

/// The decimal number that `value` was read from, by a power of ten: 1.1 by 0.01 is what 0.011 is read as, which
/// the product of both is not.
pub fn times(value: f64, power_of_ten: f64) -> f64 {
    let product = value * power_of_ten;
    if value.fract() == 0.0 && power_of_ten >= 1.0 && product.abs() < EXACT {
        return product;
    }
    let exponent = power_of_ten.log10().round();
    format!("{value}e{exponent}").parse().unwrap_or(product)
}
