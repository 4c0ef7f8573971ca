//! Rows of tables that stand in a line of text.

/// What stands at the ends of rows that bars divide.
pub const BARS: [char; 3] = ['|', ' ', '\u{3000}'];

/// What divides the cells of a row: tabs, or bars; none where nothing but spaces can.
pub fn divider(row: &str) -> Option<char> {
    let bars = || row.trim_matches(BARS).contains('|').then_some('|');
    row.contains('\t').then_some('\t').or_else(bars)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_divide_before_bars_and_bars_only_between_cells() {
        assert_eq!(divider("甲镇\t10"), Some('\t'));
        assert_eq!(divider("| 甲镇 | 10 |"), Some('|'));
        assert_eq!(divider("甲|乙\t10"), Some('\t'));
        assert_eq!(divider("| 甲镇 |"), None);
        assert_eq!(divider("甲镇 10"), None);
    }
}
