//! By when: 年底前, 6月底前, 2025年3月31日前, 到2026年, “十四五”末.

use crate::language::Reading;

/// The document's own time, which short dates are read against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Now {
    /// The year.
    pub year: Option<u32>,
    /// The month.
    pub month: Option<u32>,
}

impl Now {
    /// The date that the document states of itself, or else the first year that it names.
    pub fn of(reading: &Reading) -> Self {
        if let Some(date) = &reading.metadata.date {
            let mut parts = date.value.split('-').map(|part| part.parse().ok());
            return Self {
                year: parts.next().flatten(),
                month: parts.next().flatten(),
            };
        }
        let year = reading.text.match_indices('年').find_map(|(at, _)| {
            let digits = trailing_digits(&reading.text[..at]);
            (digits.len() == 4).then(|| digits.parse().ok()).flatten()
        });
        Self { year, month: None }
    }
}

/// The last years of the five-year plans.
const PLANS: [(&str, u32); 6] = [
    ("十五五", 2030),
    ("十四五", 2025),
    ("十三五", 2020),
    ("十二五", 2015),
    ("十一五", 2010),
    ("十五", 2005),
];

/// The first deadline in `text`: a day, month, quarter, half-year or year as in a claim's period;
/// the words as they stand where no year is known.
pub fn find(text: &str, now: Now) -> Option<String> {
    for (at, character) in text.char_indices() {
        let rest = &text[at..];
        let found = match character {
            '前' => before(&text[..at], rest, now),
            '内' => within(&text[..at], now),
            '到' | '至' => up_to(&rest[character.len_utf8()..]),
            '限' => None,
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// What ends just before 前: 3月31日, 6月底, 年底.
fn before(head: &str, rest: &str, now: Now) -> Option<String> {
    // 前N位, 前列, 前期 are no deadlines; 前 after a date is.
    if ["前期", "前列", "前后"]
        .iter()
        .any(|word| rest.starts_with(word))
    {
        return None;
    }
    let head = head.strip_suffix(['之', '以']).unwrap_or(head);
    date_at_end(head, now)
}

/// 年内, 季度内, 月内.
fn within(head: &str, now: Now) -> Option<String> {
    let year_only = head.ends_with('年') && !head.ends_with("多年");
    (year_only || head.ends_with("季度") || head.ends_with("上半年"))
        .then(|| date_at_end(head, now))
        .flatten()
}

/// 到2026年, 到“十四五”末: only as a point in time, not 2020年到2024年.
fn up_to(rest: &str) -> Option<String> {
    if let Some(quoted) = rest.strip_prefix('“') {
        let (_, year) = PLANS.iter().find(|(plan, _)| {
            quoted
                .strip_prefix(plan)
                .and_then(|tail| tail.strip_prefix('”'))
                .is_some_and(|tail| tail.starts_with('末') || tail.starts_with("期末"))
        })?;
        return Some(year.to_string());
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_year = digits == 4 && rest[digits..].starts_with('年');
    // With a month after it the date before 前 says more.
    let tail = rest.get(digits + '年'.len_utf8()..)?;
    (is_year && !tail.starts_with(|c: char| c.is_ascii_digit())).then(|| rest[..digits].to_owned())
}

/// The date that `head` ends with.
fn date_at_end(head: &str, now: Now) -> Option<String> {
    if let Some(rest) = head.strip_suffix('日') {
        let day = trailing_digits(rest);
        let rest = rest.strip_suffix(day)?.strip_suffix('月')?;
        let month = trailing_digits(rest);
        let (day, number) = (day.parse::<u32>().ok()?, month.parse::<u32>().ok()?);
        if !(1..=31).contains(&day) {
            return None;
        }
        return with_month(rest.strip_suffix(month)?, number, now)
            .map(|date| format!("{date}-{day:02}"));
    }
    let plain = ["底", "末", "初", "中旬", "上旬", "下旬", "份"]
        .iter()
        .find_map(|tail| head.strip_suffix(tail))
        .unwrap_or(head);
    if let Some(rest) = plain.strip_suffix("季度") {
        let quarter = rest.chars().next_back()?;
        let number = match quarter {
            '一' | '1' => 1,
            '二' | '2' => 2,
            '三' | '3' => 3,
            '四' | '4' => 4,
            _ => return None,
        };
        let rest = rest.strip_suffix(quarter)?;
        let rest = rest.strip_suffix('第').unwrap_or(rest);
        return year_at_end(rest, now).map(|year| format!("{year}-Q{number}"));
    }
    if let Some(rest) = plain.strip_suffix("上半年") {
        return year_at_end(rest, now).map(|year| format!("{year}-H1"));
    }
    if let Some(rest) = plain.strip_suffix('月') {
        let month = trailing_digits(rest);
        let number = month.parse().ok()?;
        return with_month(rest.strip_suffix(month)?, number, now);
    }
    plain
        .ends_with('年')
        .then(|| year_at_end(plain, now))
        .flatten()
}

fn with_month(head: &str, month: u32, now: Now) -> Option<String> {
    if !(1..=12).contains(&month) {
        return None;
    }
    let Some(stated) = stated_year(head, now) else {
        // A month that lies before the document's own belongs to the next year.
        let later = now.month.is_some_and(|own| month < own);
        return Some(match now.year {
            Some(year) => format!("{}-{month:02}", year + u32::from(later)),
            None => format!("{month}月"),
        });
    };
    Some(format!("{stated}-{month:02}"))
}

fn year_at_end(head: &str, now: Now) -> Option<String> {
    Some(
        stated_year(head, now)
            .or(now.year)
            .map_or_else(|| "年内".to_owned(), |year| year.to_string()),
    )
}

/// The year that `head` ends with: 2025年, 今年, 明年.
fn stated_year(head: &str, now: Now) -> Option<u32> {
    let rest = head.strip_suffix('年')?;
    let digits = trailing_digits(rest);
    if digits.len() == 4 {
        return digits.parse().ok();
    }
    if rest.ends_with('明') {
        return now.year.map(|year| year + 1);
    }
    if rest.ends_with('今') {
        now.year
    } else {
        None
    }
}

/// The ASCII digits that a text ends with.
fn trailing_digits(text: &str) -> &str {
    let kept = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    &text[kept..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_read_against_the_documents_date() {
        let now = Now {
            year: Some(2024),
            month: Some(5),
        };
        for (text, deadline) in [
            ("于2025年3月31日前报送", Some("2025-03-31")),
            ("6月底前完成", Some("2024-06")),
            ("9月20日之前建成", Some("2024-09-20")),
            ("3月底前完成", Some("2025-03")),
            ("年底前投产", Some("2024")),
            ("明年6月底前投产", Some("2025-06")),
            ("年内开工", Some("2024")),
            ("三季度前供热", Some("2024-Q3")),
            ("上半年内建成", Some("2024-H1")),
            ("到2026年建成", Some("2026")),
            ("到“十四五”末建成", Some("2025")),
            ("目前进展顺利", None),
            ("位居前列，提前完成", None),
            ("从2020年到今天", None),
        ] {
            assert_eq!(find(text, now).as_deref(), deadline, "{text}");
        }
    }

    #[test]
    fn without_a_year_the_words_stay() {
        let now = Now::default();
        assert_eq!(find("6月底前完成", now).as_deref(), Some("6月"));
        assert_eq!(find("年底前完成", now).as_deref(), Some("年内"));
    }
}
