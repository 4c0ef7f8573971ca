//! Values as a sheet shows them: 12.3% and not 0.123, 2024年6月30日 and not 45473.

/// Characters of a number that Excel's general format shows at most, the point among them.
pub(super) const ROOM: usize = 11;

/// Days that a book counts from 1904 are behind those from 1900.
const FROM_1904: f64 = 1462.0;

/// The code of a format that books do not write down, by its number; empty for the general one. Numbers from 27 on
/// mean days and times as China writes them.
pub(super) fn built_in(number: u32) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=15 | 30..=31 => "yyyy/m/d",
        16 | 28 | 29 | 51 | 53 | 54 | 58 => "m/d",
        17 | 27 | 36 | 50 | 52 | 57 => "yyyy/m",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm",
        22 => "yyyy/m/d h:mm",
        46 => "[h]:mm",
        _ => "",
    }
}

/// A number under a format's code (`0.0%`, `yyyy"年"m"月"`), in a column with room for so many characters.
pub(super) fn shown(number: f64, format: &str, room: usize, is_from_1904: bool) -> String {
    let days = number + if is_from_1904 { FROM_1904 } else { 0.0 };
    if is_time(format) && (0.0..2_958_466.0).contains(&days) {
        shown_time(days, format)
    } else {
        shown_number(number, format, room)
    }
}

/// Whether a format shows days or times: letters of them stand outside of quotes and brackets.
fn is_time(format: &str) -> bool {
    let is_letter = |letter: char| "dmhysDMHYS".contains(letter);
    let mut rest = format;
    while let Some(next) = rest.chars().next() {
        rest = &rest[next.len_utf8()..];
        let skipped = match next {
            ';' => return false,
            '"' => rest.find('"').map_or(rest.len(), |end| end + 1),
            '[' => {
                let inside = rest.split(']').next().unwrap_or_default();
                if !inside.is_empty() && inside.chars().all(is_letter) {
                    return true;
                }
                inside.len()
            }
            // What follows is a sign of its own.
            '_' | '\\' | '*' => rest.chars().next().map_or(0, char::len_utf8),
            letter if is_letter(letter) => return true,
            _ => 0,
        };
        rest = &rest[skipped..];
    }
    false
}

/// A number with the decimals of its format; without one as Excel's general format: rounded to the room that there is.
fn shown_number(number: f64, format: &str, room: usize) -> String {
    let format = format.split(';').next().unwrap_or_default();
    let is_percent = format.ends_with('%');
    let (number, percent) = if is_percent {
        (number * 100.0, "%")
    } else {
        (number, "")
    };
    let digits = format
        .rsplit_once('.')
        .map(|(_, decimals)| decimals.chars().take_while(|digit| *digit == '0').count());
    let is_fixed = is_percent || format.trim_end_matches(['_', ' ', ')']).ends_with('0');
    if is_fixed && !format.contains(['E', '?', '[', '#']) || is_percent {
        return format!("{number:.*}{percent}", digits.unwrap_or(0).min(10));
    }
    if number == 0.0 || !(1e-9..1e15).contains(&number.abs()) {
        return number.to_string();
    }
    let before = number.abs().log10().floor().max(0.0) as usize + 1;
    let written = format!("{number:.*}", room.min(ROOM).saturating_sub(before + 1));
    if written.contains('.') {
        return written
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned();
    }
    written
}

/// A day, or a month where the format shows none, or a time of the day, or hours.
fn shown_time(days: f64, format: &str) -> String {
    let format = format.to_ascii_lowercase();
    let shows = |letter| format.contains(letter);
    let minutes = ((days * 86_400.0).round() / 60.0) as u32;
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    if format.contains("[h") {
        return format!("{}:{minute:02}", minutes / 60);
    }
    if days < 1.0 && !shows('y') {
        return format!("{hour}:{minute:02}");
    }
    let day = shown_day(minutes / 1440, ['y', 'm', 'd'].map(shows));
    if !minutes.is_multiple_of(1440) && shows('h') {
        return format!("{day} {hour}:{minute:02}");
    }
    day
}

/// A day by the count that a book from 1900 has of it, or those of year, month and day that are asked for.
pub(super) fn shown_day(count: u32, parts: [bool; 3]) -> String {
    // Such books have a 29th of February in 1900.
    let since = count + u32::from(count < 60);
    // Days since the first of March of the year 0, by 400, 100, 4 years and one.
    let days = since + 693_899;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        0..10 => (year + era * 400, month + 3),
        _ => (year + era * 400 + 1, month - 9),
    };
    match parts {
        [false, _, true] => format!("{month}月{day}日"),
        [true, true, false] => format!("{year}年{month}月"),
        [true, false, false] => format!("{year}年"),
        _ => format!("{year}年{month}月{day}日"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_the_format_says() {
        let cases = [
            (0.123, "0.0%", "12.3%"),
            (0.5, "0%", "50%"),
            (1.0 / 3.0, "0.00", "0.33"),
            (0.1 + 0.2, "", "0.3"),
            (2024.0, "General", "2024"),
            (1_234_567.5, "#,##0.00", "1234567.5"),
            (-3.0, "", "-3"),
            (3.0, "0.00_ ", "3.00"),
            (200.0 / 3.0, "General", "66.66666667"),
            (0.0114, "", "0.0114"),
            (12_345_678_901.5, "", "12345678902"),
            (12.0, "0\"day\"", "12"),
            (12.0, "[Red]0_d;[Magenta]-0", "12"),
        ];
        for (number, format, written) in cases {
            assert_eq!(shown(number, format, ROOM, false), written);
        }
        assert_eq!(shown(200.0 / 3.0, "", 6, false), "66.667");
    }

    #[test]
    fn days_and_times_are_shown_as_the_format_says() {
        let cases = [
            (45473.0, "yyyy\"年\"m\"月\"d\"日\"", "2024年6月30日"),
            (45473.0, "[$-804]yyyy/mm", "2024年6月"),
            (45473.0, "yyyy\"年\"", "2024年"),
            (45473.4, "m\"月\"d\"日\";@", "6月30日"),
            (45473.75, "yyyy/m/d h:mm", "2024年6月30日 18:00"),
            (0.375, "h:mm", "9:00"),
            (1.5, "[h]:mm:ss", "36:00"),
            (59.0, "yyyy-m-d", "1900年2月28日"),
            (61.0, "yyyy-m-d", "1900年3月1日"),
            (73_050.0, "yyyy-m-d", "2099年12月31日"),
            (36_585.0, "yyyy-m-d", "2000年2月29日"),
            (-2.0, "yyyy-m-d", "-2"),
        ];
        for (number, format, written) in cases {
            assert_eq!(shown(number, format, ROOM, false), written);
        }
        assert_eq!(shown(44_011.0, "yyyy-m-d", ROOM, true), "2024年6月30日");
    }
}
