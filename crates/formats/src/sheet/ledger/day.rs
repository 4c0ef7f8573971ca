//! Days of a cell that names by when.

use super::super::display::shown_day;

/// Days that a sheet counts from 1900, from 2000 to 2099.
const DAYS: std::ops::RangeInclusive<u32> = 36_526..=73_050;

/// A day as people write it, where the cell has the sheet's count of days or figures (2026-06-30, 20260630, 2026/6).
pub(super) fn day(text: &str) -> String {
    let parts: Vec<&str> = match text.split(['-', '/', '.']).collect::<Vec<_>>()[..] {
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            vec![&whole[..4], &whole[4..6], &whole[6..]]
        }
        [year, month] if !text.contains('.') || month.len() == 2 => vec![year, month],
        [year, month, day] => vec![year, month, day],
        _ => Vec::new(),
    };
    let figures: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match figures[..] {
        _ if figures.len() < parts.len() => text.to_owned(),
        [year @ 1900..=2199, month @ 1..=12] => format!("{year}年{month}月"),
        [year @ 1900..=2199, month @ 1..=12, day @ 1..=31] => format!("{year}年{month}月{day}日"),
        _ => match text.parse::<u32>() {
            Ok(count) if DAYS.contains(&count) => shown_day(count, [true; 3]),
            _ => text.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_told_from_figures() {
        for (cell, told) in [
            ("46203", "2026年6月30日"),
            ("20260630", "2026年6月30日"),
            ("2026-06-30", "2026年6月30日"),
            ("2026/6/3", "2026年6月3日"),
            ("2026.12", "2026年12月"),
            // October or January.
            ("2026.1", "2026.1"),
            ("2026-13-1", "2026-13-1"),
            ("12", "12"),
            ("年底前", "年底前"),
            ("甲-乙-丙", "甲-乙-丙"),
        ] {
            assert_eq!(day(cell), told);
        }
    }
}
