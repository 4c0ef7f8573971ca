//! Dated events: a day or month (4月15日), or a year with what was done in it (2021年签订).

/// Verbs of things that happen once.
const ONCE: [&str; 18] = [
    "签订", "签署", "成立", "召开", "举办", "举行", "建成", "启动", "开工", "投产", "通车", "竣工",
    "颁布", "施行", "印发", "揭牌", "落成", "获批",
];

/// Whether `text` dates an event.
pub fn any(text: &str) -> bool {
    dated(text) || text.match_indices('年').any(|(at, _)| happens(text, at))
}

/// 4月15日
fn dated(text: &str) -> bool {
    text.match_indices('月').any(|(at, month)| {
        let rest = &text[at + month.len()..];
        let days = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let day_follows = days.len() < rest.len() && days.starts_with('日');
        let month_stated = text[..at].ends_with(|c: char| c.is_ascii_digit());
        let year_stated = text[..at]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .ends_with('年');
        month_stated && (day_follows || year_stated)
    })
}

/// A year of four digits with a verb of [`ONCE`] within the next ten characters.
fn happens(text: &str, at: usize) -> bool {
    let digits = text[..at].len()
        - text[..at]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .len();
    let rest = &text[at + '年'.len_utf8()..];
    let near = rest
        .char_indices()
        .nth(10)
        .map_or(rest, |(end, _)| &rest[..end]);
    digits == 4 && ONCE.iter().any(|verb| near.contains(verb))
}
