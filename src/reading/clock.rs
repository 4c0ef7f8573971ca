//! The document's date: stated, told by its headings, or by its number.

use super::document::Reading;
use super::tense::Tense;
use super::time::{self, Clock};
use crate::lexicon::LEXICON;
use crate::lexicon::cues::Role as Cue;
use crate::lexicon::time_words::{self, Role};
use crate::model::{BlockKind, Heading};

/// The document's date; where it states none, the year that its headings give (2024年工作回顾 → 2025), or its number.
pub(super) fn clock(reading: &Reading) -> Clock {
    let clock = Clock::of(reading.metadata);
    if clock.year.is_some() {
        return clock;
    }
    let of_heading = |heading: &Heading| {
        let (title, section) = (&heading.title, heading.section.of(reading.text));
        told_by(title, Tense::of_heading(title), section)
    };
    let of_title = |title: &str| told_by(title, Tense::of_title(title), "");
    let of_opening = |heading: &Heading| {
        let section = heading.section.of(reading.text);
        told_by(
            opening(section, heading),
            Tense::of_heading(&heading.title),
            section,
        )
    };
    // 三、2026年工作安排 dates a text better than “十五五”时期的总体考虑.
    let of_one_year = |heading: &Heading| year_of(&heading.title).and_then(|_| of_heading(heading));
    (reading.headings().find_map(of_one_year))
        .or_else(|| reading.headings().find_map(of_heading))
        .or_else(|| reading.title.and_then(of_title))
        .or_else(|| of_two(reading.headings().map(|heading| &*heading.title)))
        .or_else(|| reading.headings().next().and_then(of_opening))
        .or_else(|| of_review(reading))
        .or_else(|| of_number(reading))
        .unwrap_or_default()
}

/// 云政办〔2030〕12号: the year in which a text was numbered.
fn of_number(reading: &Reading) -> Option<Clock> {
    let number = &reading.metadata.document_number.as_ref()?.value;
    let (_, rest) = number.split_once(['〔', '[', '［'])?;
    let (year, length) = time::calendar_year(rest)?;
    rest[length..]
        .starts_with(['〕', ']', '］'])
        .then_some(Clock {
            year: Some(year),
            month: None,
        })
}

/// 2015年，…比上年增长5%。: a text whose first words name a year, than which it names none later, and which compares that year with
/// the one before, tells of it and was written soon after.
pub(super) fn of_review(reading: &Reading) -> Option<Clock> {
    let mut paragraphs = reading.blocks.iter();
    let first = paragraphs.find(|block| block.kind == BlockKind::Paragraph)?;
    let (at, year) = years(first.span.of(reading.text)).next()?;
    let is_last = years(reading.text).all(|(_, other)| other <= year);
    let compares = || reading.text.contains("上年") && !reading.text.contains("今年");
    (at == 0 && is_last && compares()).then(|| early_in(year + 1))
}

/// 刚刚过去的2021年 in 一、过去一年工作回顾⏎刚刚过去的2021年是…: the words that a section opens with, up to the year, where
/// it goes on to say what year that was.
fn opening<'t>(section: &'t str, heading: &Heading) -> &'t str {
    /// The most characters of them.
    const LONGEST: usize = 12;
    let behind = section
        .find(&*heading.title)
        .map_or(0, |at| at + heading.title.len());
    let words = section[behind..].trim_start();
    let mut characters = words.char_indices().take(LONGEST);
    let end = characters
        .find(|(_, c)| *c == '年')
        .map(|(at, year)| at + year.len_utf8());
    let end = end.filter(|&end| words[end..].starts_with('是'));
    end.map_or("", |end| &words[..end])
}

/// The date that a heading and the section under it tell.
fn told_by(title: &str, tense: Tense, section: &str) -> Option<Clock> {
    let period = time::in_title(title, Clock::default()).into_iter().next()?;
    let (first, year) = (period.first_year, period.last_year);
    if first == year && LEXICON.ends_with(title, Cue::Greets) {
        return Some(Clock {
            year: Some(year - 1),
            month: Some(12),
        });
    }
    // “十四五”时期工作回顾: years are reviewed when they are over, those since then (“十四五”以来) before.
    let is_over = tense == Tense::Past && !time_words::TABLE.stands_in(title, Role::Since);
    // A review that tells of later years more than of its own was given later.
    if first < year && (!is_over || names_later(section, year)) {
        return None;
    }
    // A section that calls the year of its plan 明年 was written before that year.
    let speaks_ahead = || section.matches("明年").count() > section.matches("今年").count();
    match tense {
        Tense::Past => Some(early_in(year + 1)),
        Tense::Future if speaks_ahead() => Some(Clock {
            year: Some(year - 1),
            month: Some(12),
        }),
        Tense::Future => Some(early_in(year)),
        Tense::Open => None,
    }
}

/// Whether most years by number in a text come after `last`.
fn names_later(text: &str, last: i32) -> bool {
    let years = years(text).map(|(_, year)| year);
    let (later, others): (Vec<i32>, Vec<i32>) = years.partition(|year| *year > last);
    later.len() > others.len()
}

/// The years that a text names by four figures, with the places where they begin.
fn years(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    text.match_indices('年').filter_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        let year = text.get(start..at)?.parse().ok()?;
        Some((start, year))
    })
}

/// 1955年国家决算, 1956年国家预算: of two years that follow each other the later is the text's own.
fn of_two<'t>(titles: impl Iterator<Item = &'t str>) -> Option<Clock> {
    let years: Vec<i32> = titles.filter_map(year_of).collect();
    let last = *years.iter().max()?;
    years.contains(&(last - 1)).then(|| early_in(last))
}

/// Reports are given in the first months of a year.
fn early_in(year: i32) -> Clock {
    Clock {
        year: Some(year),
        month: Some(1),
    }
}

/// The one year that a heading names.
fn year_of(title: &str) -> Option<i32> {
    let period = time::in_title(title, Clock::default()).into_iter().next()?;
    (period.first_year == period.last_year).then_some(period.last_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_tells_the_year_that_a_text_was_written_in() {
        let told =
            |title, tense, section| told_by(title, tense, section).and_then(|clock| clock.year);
        assert_eq!(told("2024年工作回顾", Tense::Past, ""), Some(2025));
        assert_eq!(
            told("2026年重点工作", Tense::Future, "今年新建渠道。"),
            Some(2026)
        );
        assert_eq!(
            told("2026年重点工作", Tense::Future, "明年新建渠道。"),
            Some(2025)
        );
        assert_eq!(told("“十四五”时期工作回顾", Tense::Past, ""), Some(2026));
        let later = "2033年新建渠道。";
        assert_eq!(told("“十四五”时期工作回顾", Tense::Past, later), None);
        assert_eq!(told("“十四五”时期目标任务", Tense::Future, ""), None);
        assert_eq!(told("“十四五”以来工作回顾", Tense::Past, ""), None);
        assert_eq!(told("基本经验", Tense::Open, ""), None);
        assert_eq!(
            told("县长发表二〇三一年新年贺词", Tense::Open, ""),
            Some(2030)
        );
    }

    #[test]
    fn two_years_that_follow_each_other_date_a_text() {
        let year = |titles: &[&str]| of_two(titles.iter().copied()).and_then(|clock| clock.year);
        assert_eq!(year(&["2024年决算", "2025年预算"]), Some(2025));
        assert_eq!(year(&["2021年决算", "2025年预算"]), None);
    }
}
