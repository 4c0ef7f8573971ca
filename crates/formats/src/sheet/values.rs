//! What stands in the cells of an xls.

use super::Region;
use crate::bytes::{long, word};

/// What a record says of its cell.
pub(super) enum Value<'a> {
    Number(f64),
    /// True, false or an error.
    Said(&'static str),
    /// A string that the book has, by its number.
    Shared(usize),
    /// A string, its length first.
    Written(&'a [u8]),
    /// A formula's text, which comes in a record of its own.
    Later,
}

/// The value of a record of one cell, behind the cell's style; none of other records and of empty cells.
pub(super) fn of(kind: u16, value: &[u8]) -> Option<Value<'_>> {
    match kind {
        // FORMULA
        0x06 => match value {
            [0, _, _, _, _, _, 0xFF, 0xFF, ..] => Some(Value::Later),
            [1, _, is, _, _, _, 0xFF, 0xFF, ..] => Some(said(*is)),
            [2, _, code, _, _, _, 0xFF, 0xFF, ..] => Some(error(*code)),
            [_, _, _, _, _, _, 0xFF, 0xFF, ..] => None,
            number => float(number),
        },
        // NUMBER
        0x203 => float(value),
        // RK
        0x27E => packed(value).map(Value::Number),
        // BOOLERR
        0x205 => match value {
            [is, 0, ..] => Some(said(*is)),
            [code, ..] => Some(error(*code)),
            [] => None,
        },
        // LABELSST
        0xFD => long(value, 0).map(Value::Shared),
        // LABEL, RSTRING
        0x204 | 0xD6 => Some(Value::Written(value)),
        _ => None,
    }
}

/// A row of numbers with their styles: six bytes each behind row and first column; the last column stands behind them.
pub(super) fn row(data: &[u8]) -> impl Iterator<Item = (u16, f64)> {
    let numbers = data.get(4..data.len().saturating_sub(2));
    let numbers = numbers.unwrap_or_default().chunks_exact(6);
    numbers.filter_map(|number| word(number, 0).zip(packed(&number[2..])))
}

/// Merged regions: how many, then first and last row, first and last column of each.
pub(super) fn regions(data: &[u8]) -> impl Iterator<Item = Region> {
    let regions = data.get(2..).unwrap_or_default().chunks_exact(8);
    regions.map(|region| {
        let [from, to, left, right] =
            [0, 2, 4, 6].map(|at| u32::from(word(region, at).unwrap_or(0)));
        let (start, end) = ((from, left), (to, right));
        Region { start, end }
    })
}

fn said(is: u8) -> Value<'static> {
    Value::Said(if is == 0 { "FALSE" } else { "TRUE" })
}

fn error(code: u8) -> Value<'static> {
    Value::Said(match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    })
}

fn float(bytes: &[u8]) -> Option<Value<'_>> {
    let bytes = bytes.first_chunk()?;
    Some(Value::Number(f64::from_le_bytes(*bytes)))
}

/// A number in four bytes: a whole one, or the first half of a number of eight bytes; or a hundredth of either.
fn packed(bytes: &[u8]) -> Option<f64> {
    let bits = u32::from_le_bytes(*bytes.first_chunk()?);
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    Some(if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    })
}
