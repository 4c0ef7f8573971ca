//! The years that a text writes with 年.

use crate::model::Span;
use crate::reading::time::year_before;

/// A year with its 年.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    /// The figures and 年, or 今年.
    pub span: Span,
    /// The year.
    pub value: i32,
    /// Whether the text writes its figures.
    pub written: bool,
}

/// The years that are told by the document's own, and how far they lie from it.
const RELATIVE: [(char, i32); 3] = [('今', 0), ('去', -1), ('明', 1)];

/// The years of a text, whose own is `own`.
pub(super) fn years(text: &str, own: Option<i32>) -> Vec<Year> {
    let relative = |at: usize| {
        let mut names = RELATIVE.iter();
        let (name, shift) = names.find(|(name, _)| text[..at].ends_with(*name))?;
        Some((at - name.len_utf8(), own? + shift))
    };
    let year = |(at, mark): (usize, &str)| {
        let written = year_before(text, at);
        let (start, value) = written.or_else(|| relative(at))?;
        Some(Year {
            span: Span::new(start, at + mark.len()),
            value,
            written: written.is_some(),
        })
    };
    text.match_indices('年').filter_map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_scripts() {
        let values: Vec<_> = years("1998年、二○○六年、12024年、24年、每年、去年", None)
            .iter()
            .map(|year| year.value)
            .collect();
        assert_eq!(values, [1998, 2006]);
        assert_eq!(years("去年和明年", Some(2024))[1].value, 2025);
    }
}
