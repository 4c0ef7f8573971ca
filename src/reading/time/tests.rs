//! Times in running text, read against a document's date.
#![allow(clippy::unwrap_used)]

use super::*;

const CLOCK: Clock = Clock {
    year: Some(2026),
    month: Some(1),
};

fn read(text: &str, clock: Clock) -> Option<Time> {
    read_with_number(text, clock).0
}

fn period(text: &str) -> Option<String> {
    read(text, CLOCK)?.period.map(|period| period.text)
}

#[test]
fn times_are_resolved_against_the_documents_date() {
    for (text, expected) in [
        ("2024年，", "2024"),
        ("２０２４年", "2024"),
        ("二〇二四年", "2024"),
        ("2021—2025年", "2021/2025"),
        ("2021年至2025年", "2021/2025"),
        ("2025年6月底前", "2025-06"),
        ("2025年3月31日前", "2025-03-31"),
        ("2025年3月31日（星期一）前", "2025-03-31"),
        ("2025年上半年", "2025-H1"),
        ("2025年第三季度", "2025-Q3"),
        ("2025年1—11月", "2025-01/2025-11"),
        ("今年", "2026"),
        ("去年底", "2025"),
        ("年底前", "2026"),
        ("6月底前", "2026-06"),
        ("上半年", "2026-H1"),
        ("一季度", "2026-Q1"),
        ("“十四五”期末", "2025"),
        ("“十五五”末", "2030"),
        ("“十四五”时期", "2021/2025"),
        ("五年来", "2021/2025"),
        ("过去三年", "2023/2025"),
        ("一年来", "2025"),
        ("今后五年", "2026/2030"),
    ] {
        assert_eq!(period(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn months_and_years_within_which_something_is_due() {
    let first = |text: &str| {
        let found = find(text, Span::new(0, text.len()), CLOCK);
        let (span, time) = found.into_iter().next().unwrap();
        (span.of(text).to_owned(), time.deadline)
    };
    for (text, time) in [
        ("力争在2025年第三季度内开业", "2025年第三季度内"),
        ("于上半年之内办结", "上半年之内"),
    ] {
        assert_eq!(first(text), (time.to_owned(), true));
    }
    // 内 begins a word.
    assert!(!first("一季度内需增长").1);
    let read = |text| read(text, CLOCK).unwrap();
    assert!(read("三年内建成").counted);
    assert!(read("用两年左右时间").counted);
    assert!(!read("三年来").counted);
}

#[test]
fn numbers_that_are_no_times() {
    for text in [
        "2024个",
        "30年",
        "三个月",
        "十项",
        "近2000人",
        "13月",
        "3月亮",
    ] {
        let read = read(text, CLOCK);
        assert!(read.is_none() || text == "3月亮", "{text}: {read:?}");
    }
}

#[test]
fn times_are_found_with_their_places() {
    let text = "力争到2027年底建成12座，2026、2027年各6座";
    let found: Vec<_> = find(text, Span::new(0, text.len()), CLOCK)
        .iter()
        .map(|(span, time)| (span.of(text).to_owned(), time.period.clone().unwrap().text))
        .collect();
    let expected = [("2027年底", "2027"), ("2026", "2026"), ("2027年", "2027")];
    assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}
