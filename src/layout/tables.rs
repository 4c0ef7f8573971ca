//! Tables: rows whose cells tabs, bars or spaces divide, and cells that have a line each. None of them is a title, a heading
//! or a name.

use super::class::{Cell, Class};
use super::document::TableCell;
use super::figures::Figures;
use super::folios::row_number;
use super::keep::Kept;
use super::paragraph::Paragraph;
use super::shape;
use crate::lexicon::Set;
use crate::lexicon::body_endings::Count;
use crate::lexicon::duty_words::{Role, TABLE};
use crate::model::{NoiseKind, Span};
use crate::numbering::marker;
use crate::text::is_longer;
use crate::text::row::{BARS, divider};

/// The cells of the tables of an article that say who is to act or when, as its text grows.
#[derive(Default)]
pub(super) struct Tables {
    pub cells: Vec<TableCell>,
    /// Those that hold numbers, of all tables.
    pub figures: Figures,
    /// What the heads of the columns say.
    heads: Vec<Set<Role>>,
    /// The row that the last cell stands in, and where it begins among the cells.
    row: (usize, usize),
}

impl Tables {
    /// Takes in a line of a table, which stands at `span` of `text`.
    pub fn take(&mut self, cell: Cell, text: &str, span: Span) {
        let part = |words: &str| Span::of_part(words, text);
        let (row, column, parts): (_, _, Vec<Span>) = match cell {
            Cell::Row(row) => {
                let parts: Vec<Span> = cells(span.of(text)).map(part).collect();
                // A cell that runs over several rows stands before what such a row has of its own.
                let missing = self.heads.len().saturating_sub(parts.len());
                let is_spaced = row > 0 && columns(span.of(text)).is_none();
                (row, if is_spaced { missing } else { 0 }, parts)
            }
            Cell::Alone { row, column } | Cell::Acting { row, column } => (row, column, vec![span]),
            Cell::Loose => return,
        };
        if row == 0 {
            self.heads.truncate(column);
            let heads = parts.iter().map(|head| duties(head.of(text)));
            self.heads.extend(heads);
            self.row = (0, self.cells.len());
            // 部门: above a column of bodies.
            if let (Cell::Acting { column: 0, .. }, Some(first)) = (cell, self.heads.first_mut()) {
                *first = Set::of([Role::Label]);
            }
        }
        let is_of_duties = self.heads.iter().any(|head| !head.is_empty());
        if row == 0 || !is_of_duties {
            self.figures.take(row, column, &parts, text);
            return;
        }
        if column == 0 || self.row.0 != row {
            self.row = (row, self.cells.len());
        }
        for (duties, span) in self.heads[column.min(self.heads.len())..].iter().zip(parts) {
            let row = span;
            self.cells.push(TableCell {
                span,
                row,
                duties: *duties,
            });
        }
        let own = &mut self.cells[self.row.1..];
        if let (Some(first), Some(last)) = (own.first(), own.last()) {
            let row = Span::new(first.span.start, last.span.end);
            own.iter_mut().for_each(|cell| cell.row = row);
        }
    }
}

/// What the head of a column says of its cells: 牵头责任单位, 完成时限.
pub(super) fn duties(head: &str) -> Set<Role> {
    let head = shape::unspaced(head);
    let head = head.split(['（', '(']).next().unwrap_or_default();
    let labels = Set::of([Role::Label, Role::TimeLabel]);
    let mut labels = TABLE.endings(head).filter(|row| row.roles.meets(labels));
    let first = TABLE.longest(head).map_or(Set::default(), |row| row.roles);
    labels
        .next()
        .map_or(Set::default(), |row| row.roles.or(first))
}

/// Takes the bars at both ends of rows and cells out of the text.
pub(super) fn take_bars(
    paragraphs: &mut [Paragraph],
    aside: &mut Vec<(NoiseKind, Span)>,
    keep: &Kept,
) {
    for line in paragraphs {
        let is_cell = matches!(line.class, Class::Cell(_));
        if !is_cell || keep.touches_any(&line.spans) || line.spans.len() > 1 {
            continue;
        }
        let Some(span) = line.spans.first_mut() else {
            continue;
        };
        let bare = line.text.trim_start_matches(BARS);
        let start = span.start + line.text.len() - bare.len();
        let end = start + bare.trim_end_matches(BARS).len();
        if start < end {
            let ends = [(span.start, start), (end, span.end)].into_iter();
            let ends = ends.filter(|(from, to)| from < to);
            aside.extend(ends.map(|(from, to)| (NoiseKind::Markup, Span::new(from, to))));
            *span = Span::new(start, end);
        }
    }
    aside.sort_by_key(|(_, span)| *span);
}

/// The cells of a row, which tabs divide, or bars, or else spaces.
pub(super) fn cells(row: &str) -> impl Iterator<Item = &str> {
    let mark = divider(row);
    let divides = move |c: char| mark.map_or(c.is_whitespace(), |mark| c == mark);
    let cells = row.trim_matches(BARS).split(divides).map(str::trim);
    cells.filter(move |cell| mark.is_some() || !cell.is_empty())
}

/// How many cells a line has that is a row: three, or two where the first is more than a number.
pub(super) fn columns(line: &str) -> Option<usize> {
    let count = divider(line).map(|_| cells(line).count())?;
    let first = cells(line).next()?;
    (count > 2 || count == 2 && first.chars().nth(1).is_some() && marker(line).is_none())
        .then_some(count)
}

/// Tells the rows below heads that only spaces divide (序号 工作任务 责任单位): those with as many cells, or with fewer where
/// the last head is that of who acts and the last cell names bodies. The line behind them.
fn spaced_rows(paragraphs: &mut [Paragraph], head: usize) -> Option<usize> {
    let heads: Vec<&str> = (paragraphs[head].text.split_whitespace())
        .take(MOST_COLUMNS + 1)
        .collect();
    let is_head =
        |words: &&str| !is_longer(words, LONGEST_HEAD) && !words.ends_with(['。', '：', '；', ';']);
    if !(2..=MOST_COLUMNS).contains(&heads.len()) || !heads.iter().all(is_head) {
        return None;
    }
    let says: Vec<Set<Role>> = heads.iter().map(|head| duties(head)).collect();
    let numbers = (heads.first()).and_then(|first| TABLE.get(first));
    let counts = numbers.is_some_and(|row| row.roles.has(Role::NumberLabel));
    let of_bodies = says.last()?.has(Role::Label);
    // 责任单位　县水利局: a label with its list.
    let is_list =
        (heads.iter().zip(&says)).any(|(head, says)| says.is_empty() && Count::Owner.ends(head));
    if is_list || !counts && says.iter().all(|says| says.is_empty()) {
        return None;
    }
    let count = heads.len();
    let fits = |line: &Paragraph| {
        let cells = cells(&line.text).count();
        let last = cells_end(&line.text);
        let first = line.text.split_whitespace().next().unwrap_or_default();
        let is_plain = columns(&line.text).is_none()
            && !matches!(line.class, Class::Label(_))
            && duties(first).is_empty();
        let named = of_bodies && (2..count).contains(&cells) && Count::Owner.ends(last);
        is_plain && (cells == count || named)
    };
    let again = |line: &Paragraph| line.text.split_whitespace().eq(heads.iter().copied());
    let rest = &paragraphs[head + 1..];
    let groups = |at: usize| {
        // 3 公布 水质 结果: a cell with spaces in it; 山区: a row that names the group of those below it.
        counts && row_number(&rest[at].text).is_some()
            || is_group(&rest[at])
                && rest
                    .get(at + 1)
                    .is_some_and(|next| fits(next) && !again(next))
    };
    let length = (0..rest.len())
        .take_while(|&at| fits(&rest[at]) || groups(at))
        .count();
    let rows = &rest[..length];
    if rows.iter().filter(|line| fits(line)).count() < 2 {
        return None;
    }
    let rows: Vec<Option<bool>> = (rows.iter())
        .map(|line| fits(line).then(|| again(line)))
        .collect();
    let mut row = 0;
    paragraphs[head].class = Class::Cell(Cell::Row(0));
    for (line, heads_again) in paragraphs[head + 1..].iter_mut().zip(&rows) {
        let Some(heads_again) = heads_again else {
            line.class = Class::Cell(Cell::Loose);
            continue;
        };
        row = if *heads_again { 0 } else { row + 1 };
        line.class = Class::Cell(Cell::Row(row));
    }
    Some(head + 1 + rows.len())
}

/// Whether a line may name the group of the rows below it.
fn is_group(line: &Paragraph) -> bool {
    let is_own = line.class.number().is_some()
        || matches!(
            line.class,
            Class::Attachment | Class::Label(_) | Class::Contents
        );
    !is_own
        && !is_longer(&line.text, LONGEST_HEAD)
        && !line.text.contains(char::is_whitespace)
        && !shape::is_closed(&line.text)
}

/// The last cell of a row that spaces divide.
fn cells_end(row: &str) -> &str {
    row.split_whitespace().next_back().unwrap_or_default()
}

/// The most characters of the words that head a column that spaces divide, and the most columns.
const LONGEST_HEAD: usize = 14;
const MOST_COLUMNS: usize = 8;

/// Tells the rows below heads that only spaces divide (序号 检测项目), each of which begins with its number and may have
/// spaces in its cells.
fn counted_rows(paragraphs: &mut [Paragraph], head: usize) -> Option<usize> {
    /// The most bytes of heads that nothing divides.
    const LONGEST: usize = 120;
    let text = &paragraphs[head].text;
    let mut heads = text.split_whitespace();
    let first = heads.next().and_then(|first| TABLE.longest(first))?;
    let spaced = text[first.word.len()..].starts_with(char::is_whitespace);
    let fits = match spaced {
        true => heads.next().is_some() && heads.count() <= 6,
        // 序号分类标准名称
        false => text.len() <= LONGEST && !shape::is_running(text),
    };
    if !first.roles.has(Role::NumberLabel) || !fits {
        return None;
    }
    let rows = paragraphs[head + 1..].iter().zip(1..);
    let count = rows
        .take_while(|(line, due)| row_number(&line.text).is_some_and(|(number, _)| number == *due))
        .count();
    if count < 2 {
        return None;
    }
    for line in &mut paragraphs[head..=head + count] {
        line.class = Class::Cell(Cell::Loose);
    }
    Some(head + 1 + count)
}

/// Tells the rows that stand one below the other, the first of them with the heads of the columns.
pub(super) fn tell(paragraphs: &mut [Paragraph]) {
    let count = |line: &Paragraph| match line.class {
        Class::Label(_) | Class::Contents | Class::Trailer | Class::Names(_) => None,
        _ => columns(&line.text),
    };
    let mut at = 0;
    while at < paragraphs.len() {
        let Some(heads) = count(&paragraphs[at]) else {
            at = spaced_rows(paragraphs, at)
                .or_else(|| counted_rows(paragraphs, at))
                .unwrap_or(at + 1);
            continue;
        };
        let fits = |line: &&mut Paragraph| columns(&line.text).is_some_and(|own| own <= heads);
        let table = paragraphs[at..].iter_mut().take_while(fits);
        let mut table = table.collect::<Vec<_>>();
        at += table.len();
        if table.len() > 1 {
            for (row, line) in table.iter_mut().enumerate() {
                line.class = Class::Cell(Cell::Row(row));
            }
        }
    }
}
