//! Lines told by a count that goes on through the source: page numbers that stand alone, without dashes, and what
//! boxes list.

use super::lines::Line;
use super::shape;
use crate::numbering::{Form, marker};
use crate::text::is_longer;

/// The most characters of the name of a newspaper's page.
const PAGE_NAME: usize = 2;

/// The most digits of a page's number.
const DIGITS: usize = 3;

/// How many lines stand between two of them at least, most of the time: rows of a table are numbered too.
const PAGE: usize = 12;

/// The fewest pages that are told.
const PAGES: usize = 3;

/// For each line whether it is the number of a page: one of at least [`PAGES`] that count on, about a page apart
/// or in the middle of sentences.
pub(super) fn folios(source: &str, lines: &[Line]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let number = |at: &usize| number(lines[*at].span.of(source)).map(|number| (*at, number));
    let numbers: Vec<(usize, u32)> = (0..lines.len()).filter_map(|at| number(&at)).collect();
    let mut taken = vec![false; numbers.len()];
    // Where each number stands: a long table holds thousands.
    let mut places = vec![Vec::new(); 10_usize.pow(DIGITS as u32)];
    for (at, (_, number)) in numbers.iter().enumerate() {
        places[*number as usize].push(at);
    }
    for first in 0..numbers.len() {
        if taken[first] {
            continue;
        }
        let mut chain = vec![first];
        let mut last = first;
        while let Some(like) = places.get(numbers[last].1 as usize + 1)
            && let later = &like[like.partition_point(|&at| at <= last)..]
            && let Some(&next) = later.iter().find(|&&at| !taken[at])
        {
            chain.push(next);
            last = next;
        }
        let chained: Vec<usize> = chain.iter().map(|&at| numbers[at].0).collect();
        if is_of_pages(source, lines, &chained) {
            chain.iter().for_each(|&at| taken[at] = true);
            chained.into_iter().for_each(|at| found[at] = true);
        }
    }
    found
}

/// For each line whether it is one of those that a box lists, from 01 on: 01 关键技术, 02 系统集成. A newspaper
/// numbers its pages so, but names them in two characters.
pub(super) fn listed(source: &str, lines: &[Line]) -> Vec<bool> {
    let item = |line: &Line| {
        let text = line.span.of(source);
        let number = text.starts_with('0').then(|| marker(text)).flatten();
        number.filter(|number| {
            number.form == Form::Padded && is_longer(&text[number.length..], PAGE_NAME)
        })
    };
    let numbers: Vec<Option<u32>> = lines.iter().map(|line| Some(item(line)?.number)).collect();
    let (mut last, mut boxes) = (0, false);
    let mut found = vec![false; lines.len()];
    for (at, number) in numbers.iter().enumerate() {
        let Some(number) = *number else { continue };
        let goes_on = numbers[at + 1..].iter().flatten().next() == Some(&(number + 1));
        // Where boxes list, one may list a single thing.
        let lists = goes_on || boxes;
        found[at] = number == 1 && lists || number > 1 && number == last + 1;
        boxes |= found[at];
        last = if found[at] { number } else { 0 };
    }
    found
}

/// For each line whether it begins a row of a table: with a number, a space and a word, at least [`ROWS`] that count on with no
/// more than a few lines between.
pub(super) fn rows(source: &str, lines: &[Line]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut settle = |run: &mut Vec<usize>| {
        if run.len() >= ROWS {
            run.iter().for_each(|&at| found[at] = true);
        }
        run.clear();
    };
    let (mut run, mut last) = (Vec::new(), 0);
    for (at, line) in lines.iter().enumerate() {
        let row = row_number(line.span.of(source));
        let Some((number, _)) = row.filter(|(_, words)| words.starts_with(char::is_alphabetic))
        else {
            continue;
        };
        let near = run.last().is_some_and(|&above| at - above <= ROW_LINES);
        if number != last + 1 || !near {
            settle(&mut run);
        }
        run.push(at);
        last = number;
    }
    settle(&mut run);
    found
}

/// The fewest rows that are told.
const ROWS: usize = 5;

/// The most lines of a row.
const ROW_LINES: usize = 8;

/// The number that a row begins with, and the words behind the space that follows.
pub(super) fn row_number(line: &str) -> Option<(u32, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &line[digits..];
    let number = line[..digits].parse().ok()?;
    let words = behind.trim_start_matches(char::is_whitespace);
    (digits <= DIGITS && words.len() < behind.len()).then_some((number, words))
}

/// The number that is all of a line.
fn number(line: &str) -> Option<u32> {
    let digits = line.len() <= DIGITS && line.bytes().all(|byte| byte.is_ascii_digit());
    line.parse().ok().filter(|_| digits)
}

/// Whether numbers at these places that count on are those of pages.
fn is_of_pages(source: &str, lines: &[Line], places: &[usize]) -> bool {
    let apart = places.windows(2).filter(|pair| pair[1] - pair[0] >= PAGE);
    let breaks = places.iter().filter(|&&at| {
        let above = at.checked_sub(1).map(|at| &lines[at]);
        above.is_some_and(|above| {
            let words = above.span.of(source);
            shape::is_running(words) && !shape::is_closed(words)
        })
    });
    places.len() >= PAGES
        && (apart.count() * 4 >= (places.len() - 1) * 3 || breaks.count() * 2 >= places.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Kept, lines};

    fn told(source: &str) -> Vec<bool> {
        folios(source, &lines::lines(source, &Kept::default()).lines)
    }

    #[test]
    fn a_count_a_page_apart_is_of_pages() {
        let page = "全县新建水库三座，改造堤防十二公里，清淤沟渠四十条。\n".repeat(20);
        let source: String = (4..8).map(|at| format!("{page}{at}\n")).collect();
        assert_eq!(told(&source).iter().filter(|folio| **folio).count(), 4);
    }

    #[test]
    fn numbers_in_the_middle_of_sentences_are_of_pages() {
        let source =
            "要抓好春耕，备足\n1\n种子，修好水渠，管好\n2\n农机，做到不误农\n3\n时，颗粒归仓。\n";
        assert_eq!(told(source).iter().filter(|folio| **folio).count(), 3);
    }

    #[test]
    fn rows_of_a_table_are_no_pages() {
        let rows = "新建水库\n县水务局\n年底前\n";
        let source: String = (1..9).map(|at| format!("{at}\n{rows}")).collect();
        assert!(!told(&source).contains(&true));
    }
}
