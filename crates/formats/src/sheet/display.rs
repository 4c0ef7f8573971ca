//! Values as a sheet shows them: 12.3% and not 0.123, 2024年6月30日 and not 45473.

use calamine::{Data, DataRef, ExcelDateTime};

/// The text of a value under a format's code (`0.0%`, `yyyy"年"m"月"`).
pub(super) fn shown(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Int(number) => shown_number(*number as f64, format, ROOM),
        DataRef::Float(number) => shown_number(*number, format, ROOM),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is) => shown_bool(*is),
        DataRef::DateTime(time) => shown_time(time, format),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// The same for values that a range owns, in a column with room for so many characters.
pub(super) fn shown_data(value: &Data, format: &str, room: usize) -> String {
    match value {
        Data::Int(number) => shown_number(*number as f64, format, room),
        Data::Float(number) => shown_number(*number, format, room),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(is) => shown_bool(*is),
        Data::DateTime(time) => shown_time(time, format),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn shown_bool(is: bool) -> String {
    if is { "TRUE" } else { "FALSE" }.to_owned()
}

/// Characters of a number that Excel's general format shows at most, the point among them.
pub(super) const ROOM: usize = 11;

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

/// A day, or a month where the format shows none, or a time of the day.
fn shown_time(time: &ExcelDateTime, format: &str) -> String {
    let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
    let format = format.to_ascii_lowercase();
    let value = time.as_f64();
    if value < 1.0 && !format.contains('y') {
        return format!("{hour}:{minute:02}");
    }
    let shows = |letter| format.contains(letter);
    let date = if format.is_empty() || (shows('y') && shows('d')) {
        format!("{year}年{month}月{day}日")
    } else if shows('y') && shows('m') {
        format!("{year}年{month}月")
    } else if shows('y') {
        format!("{year}年")
    } else if shows('d') {
        format!("{month}月{day}日")
    } else {
        format!("{year}年{month}月{day}日")
    };
    if value.fract() > 0.0 && (format.is_empty() || shows('h')) {
        return format!("{date} {hour}:{minute:02}");
    }
    date
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
        ];
        for (number, format, written) in cases {
            assert_eq!(shown_number(number, format, ROOM), written);
        }
        assert_eq!(shown_number(200.0 / 3.0, "", 6), "66.667");
    }
}
