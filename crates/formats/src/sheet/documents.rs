//! A sheet that is a collection of texts, one a row: a column of long texts, beside it their titles, dates and more.
//! Collections of speeches and notices are handed on so.

use super::Shown;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::{Hint, HintKind, OfficeText, Place, SetAsideKind, Span};
use crate::writing::{Writer, push_visible};

/// Characters from which a cell is a text of its own and not an entry.
const LONG: usize = 200;

/// The most characters of a title.
const TITLE: usize = 100;

/// A row of the sheet with one long text.
struct Entry<'a> {
    row: u32,
    body: &'a str,
    title: Option<&'a str>,
    others: Vec<&'a str>,
}

/// The texts of a sheet's rows with their titles; none where it is a table. `cells` ascend by row and column.
pub(super) fn of(cells: &[Shown], limits: &Limits) -> Vec<(Option<String>, OfficeText)> {
    let rows: Vec<&[Shown]> = cells.chunk_by(|one, next| one.0 == next.0).collect();
    let Some(body) = body_column(&rows) else {
        return Vec::new();
    };
    let title = title_column(&rows, body);
    let entries = rows.iter().filter_map(|row| entry(row, body, title));
    entries
        .map(|entry| (entry.title.map(str::to_owned), written(&entry, limits)))
        .collect()
}

fn is_long(text: &str) -> bool {
    text.chars().nth(LONG).is_some()
}

/// The column that holds a long text in most rows, and in at least two. A sheet with two such columns is a table
/// of remarks.
fn body_column(rows: &[&[Shown]]) -> Option<u32> {
    let long = |row: &&[Shown]| {
        let mut long = row.iter().filter(|(_, _, text)| is_long(text));
        match (long.next(), long.next()) {
            (Some((_, column, _)), None) => Some(*column),
            _ => None,
        }
    };
    let columns: Vec<u32> = rows.iter().filter_map(long).collect();
    let first = *columns.first()?;
    let is_most = columns.len() >= 2 && columns.len() * 3 >= rows.len() * 2;
    let is_one = columns.iter().all(|column| *column == first);
    (is_most && is_one).then_some(first)
}

/// The column beside the body whose cells look most like titles: words, in nearly every row another.
fn title_column(rows: &[&[Shown]], body: u32) -> Option<u32> {
    let texts: Vec<&&[Shown]> = rows
        .iter()
        .filter(|row| {
            row.iter()
                .any(|(_, column, text)| *column == body && is_long(text))
        })
        .collect();
    let columns = texts.iter().flat_map(|row| row.iter()).map(|cell| cell.1);
    let mut columns: Vec<u32> = columns.filter(|column| *column != body).collect();
    columns.sort_unstable();
    columns.dedup();
    let score = |column: u32| {
        let cells = texts.iter().flat_map(|row| row.iter());
        let mut titles: Vec<&str> = cells
            .filter(|(_, at, text)| *at == column && is_title(text))
            .map(|(_, _, text)| text.as_str())
            .collect();
        titles.sort_unstable();
        titles.dedup();
        let characters: usize = titles.iter().map(|title| title.chars().count()).sum();
        (titles.len(), characters)
    };
    let best = columns.into_iter().max_by_key(|column| score(*column))?;
    (score(best).0 * 2 > texts.len()).then_some(best)
}

/// Whether a cell may be a title: a line of words, mostly of no digits and no address.
fn is_title(text: &str) -> bool {
    let count = text.chars().count();
    let words = text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii());
    (4..=TITLE).contains(&count) && words.count() * 2 > count && !text.trim().contains('\n')
}

/// Whether a cell is a day and nothing else: its year first, as 2027-02-03 or 2027年2月3日.
fn is_date(text: &str) -> bool {
    let year = text.get(..4).and_then(|year| year.parse::<u32>().ok());
    let rest = |c: char| {
        c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | ' ' | '年' | '月' | '日')
    };
    year.is_some_and(|year| (1900..2100).contains(&year))
        && text.chars().count() > 7
        && text.chars().all(rest)
}

fn entry<'a>(row: &'a [Shown], body: u32, title: Option<u32>) -> Option<Entry<'a>> {
    let cell = |column: u32| {
        let mut cells = row.iter().filter(move |cell| cell.1 == column);
        cells.next().map(|cell| cell.2.trim())
    };
    Some(Entry {
        row: row.first()?.0,
        body: cell(body).filter(|text| is_long(text))?,
        title: title.and_then(cell),
        others: row
            .iter()
            .filter(|(_, column, _)| *column != body && Some(*column) != title)
            .map(|(_, _, text)| text.trim())
            .collect(),
    })
}

/// Title, date and body as paragraphs; the other cells are set aside.
fn written(entry: &Entry<'_>, limits: &Limits) -> OfficeText {
    let mut writer = Writer::new(limits);
    let place = Place {
        row: Some(entry.row.saturating_add(1)),
        ..Place::default()
    };
    let mut write = |text: &str, kind: HintKind| {
        let mut line = String::new();
        push_visible(&mut line, text);
        let span = Span {
            start: 0,
            end: line.trim_end().len(),
        };
        writer.paragraph(&line, &[Hint { span, kind }], place);
    };
    let begins = |title: &&str| !entry.body.trim_start().starts_with(*title);
    if let Some(title) = entry.title.filter(begins) {
        write(title, HintKind::Title);
    }
    let (dates, mut others): (Vec<&str>, Vec<&str>) =
        entry.others.iter().partition(|text| is_date(text));
    // A text has one date; of several it is not known which is its own.
    match dates.as_slice() {
        [date] => write(date, HintKind::Paragraph),
        _ => others.extend(dates),
    }
    for paragraph in entry.body.lines() {
        write(paragraph, HintKind::Paragraph);
    }
    for other in others {
        writer.set_aside(SetAsideKind::Cell, other, place);
    }
    writer.finish(Kind::Sheet)
}
