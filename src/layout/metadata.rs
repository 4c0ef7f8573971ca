//! What an article states of itself: people, date, occasion, issuer, numbers.

use super::byline::{self, Byline, byline};
use super::date::{self, first_date};
use super::shape;
use crate::model::{Author, Dated, Metadata, Span, Stated};

/// The most people that one text names as its authors.
const MOST_AUTHORS: usize = 40;

/// Collects metadata from the lines of a head or a signature. Positions are the document's.
#[derive(Default)]
pub(super) struct Collector {
    metadata: Metadata,
    /// How well the date is known: a later one counts only where it is known better.
    date_rank: u8,
    /// A post on its own line, for the name below.
    post: Option<String>,
}

impl Collector {
    /// A line of names at `offset`.
    pub(super) fn names(&mut self, line: &str, offset: usize) {
        if let Some(byline) = byline(line) {
            self.people(byline, offset);
        }
    }

    /// The people of a byline at `offset`.
    pub(super) fn people(&mut self, byline: Byline, offset: usize) {
        let post = self.post.take();
        for person in byline.people {
            let (mut organisation, mut role) = (person.organisation, person.role);
            if let Some(post) = post
                .as_deref()
                .filter(|_| role.is_none() && organisation.is_none())
            {
                (organisation, role) = byline::post(post);
            }
            let authors = &self.metadata.authors;
            if authors.len() >= MOST_AUTHORS
                || authors.iter().any(|author| author.name == person.name)
            {
                continue;
            }
            self.metadata.authors.push(Author {
                name: person.name,
                role,
                organisation,
                span: moved(person.span, offset),
            });
        }
    }

    /// A post or a body on the line above a name.
    pub(super) fn post(&mut self, line: &str) {
        self.post = Some(line.trim().to_owned());
    }

    /// A line with a date, and maybe the occasion, at `offset`.
    pub(super) fn date(&mut self, line: &str, offset: usize, rank: u8) {
        let found = first_date(line);
        if let Some(found) = &found {
            self.dated(found, offset, rank);
        }
        let end = found.map_or(0, |found| found.span.end);
        let rest = &line[end..];
        let words = rest
            .trim_start_matches([
                '（', '(', '—', '－', '-', ' ', '，', '在', '于', '、', '\u{3000}', '日', '至',
                '～',
            ])
            .trim_end_matches(['）', ')', ' ', '】', '。', '上']);
        let bare = words.trim_end_matches("审议");
        let event = [
            "会",
            "会议",
            "大会",
            "论坛",
            "仪式",
            "典礼",
            "培训班",
            "座谈会",
            "动员会",
            "研讨班",
            "全会",
        ];
        if self.metadata.occasion.is_none() && event.iter().any(|word| bare.ends_with(word)) {
            let start = bare.as_ptr() as usize - line.as_ptr() as usize;
            self.metadata.occasion = stated(bare, start + offset);
        }
    }

    /// A row of document data at `offset`: one or more labels with their values.
    pub(super) fn row(&mut self, line: &str, offset: usize) {
        if line.contains('|') {
            self.table_row(line, offset);
            return;
        }
        let mut open: Option<(&str, Span)> = None;
        for cell in line.split(char::is_whitespace) {
            let start = cell.as_ptr() as usize - line.as_ptr() as usize;
            let end = start + cell.len();
            // A label may be set wide: 文 号
            let label = shape::label(cell)
                .or_else(|| shape::label(&line[start..]).filter(|_| open.is_none()));
            if let Some((what, length)) = label {
                if let Some((what, span)) = open.take() {
                    self.cell(what, line, span, offset);
                }
                let from = (start + length).min(line.len());
                open = Some((what, Span::new(from, end.max(from))));
            } else if let Some((_, span)) = &mut open {
                span.end = end.max(span.start);
            }
        }
        if let Some((what, span)) = open {
            self.cell(what, line, span, offset);
        }
    }

    /// A row of a table, its cells divided by `|`: a label's value stands in its own cell or in
    /// the next one; a cell may be empty.
    fn table_row(&mut self, line: &str, offset: usize) {
        let mut open: Option<&str> = None;
        for cell in line.split('|') {
            let start = cell.as_ptr() as usize - line.as_ptr() as usize;
            let whole = Span::new(start, start + cell.len());
            if cell.trim().is_empty() {
                // What stands before the first bar is no cell.
                if start > 0 {
                    open = None;
                }
                continue;
            }
            if let Some((what, length)) = shape::label(cell) {
                open = Some(what);
                let value = Span::new(start + length.min(cell.len()), whole.end);
                if !value.of(line).trim().is_empty() {
                    self.cell(what, line, value, offset);
                    open = None;
                }
            } else if let Some(what) = open.take() {
                self.cell(what, line, whole, offset);
            } else {
                open = shape::bare_label(cell);
            }
        }
    }

    fn cell(&mut self, what: &str, line: &str, span: Span, offset: usize) {
        let value = span.of(line).trim();
        if !value.is_empty() {
            let start = value.as_ptr() as usize - line.as_ptr() as usize;
            self.value(what, value, offset + start);
        }
    }

    fn value(&mut self, what: &str, value: &str, at: usize) {
        let slot = match what {
            "index_number" => &mut self.metadata.index_number,
            "issuer" => &mut self.metadata.issuer,
            "document_number" => &mut self.metadata.document_number,
            "addressee" => &mut self.metadata.addressee,
            "occasion" => &mut self.metadata.occasion,
            "date" => {
                if let Some(found) = first_date(value) {
                    self.dated(&found, at, 2);
                }
                return;
            }
            "author" => {
                self.names(value, at);
                return;
            }
            _ => return,
        };
        if slot.is_none() {
            *slot = stated(value, at);
        }
    }

    /// 云政发〔2024〕3号 at `offset`.
    pub(super) fn number(&mut self, line: &str, offset: usize) {
        let bare = line.trim();
        if self.metadata.document_number.is_none() {
            let start = bare.as_ptr() as usize - line.as_ptr() as usize;
            self.metadata.document_number = stated(bare, offset + start);
        }
    }

    /// 同志们： or 各区县人民政府： at `offset`.
    pub(super) fn addressee(&mut self, line: &str, offset: usize) {
        let bare = line
            .trim_end_matches(['：', ':', '！', '!', '，', ','])
            .trim();
        if self.metadata.addressee.is_none() {
            let start = bare.as_ptr() as usize - line.as_ptr() as usize;
            self.metadata.addressee = stated(bare, offset + start);
        }
    }

    /// The body that signs, at `offset`.
    pub(super) fn issuer(&mut self, line: &str, offset: usize) {
        let bare = line.trim();
        if self.metadata.issuer.is_none() && !bare.is_empty() {
            let start = bare.as_ptr() as usize - line.as_ptr() as usize;
            self.metadata.issuer = stated(bare, offset + start);
        }
    }

    /// A title at `offset`: 云河县人民政府关于…的通知 names its issuer.
    pub(super) fn title(&mut self, line: &str, offset: usize) {
        if let Some((head, _)) = line.split_once("关于")
            && !head.is_empty()
            && super::fronts::is_body_name(head)
        {
            self.issuer(head, offset);
        }
    }

    fn dated(&mut self, found: &date::WrittenDate, offset: usize, rank: u8) {
        if rank > self.date_rank {
            self.date_rank = rank;
            self.metadata.date = Some(Dated {
                value: found.value.clone(),
                span: Some(moved(found.span, offset)),
            });
        }
    }

    /// What was collected; `printed` is the date of the page where the text has none.
    pub(super) fn finish(mut self, printed: Option<&str>) -> Metadata {
        if self.metadata.date.is_none() {
            self.metadata.date = printed.map(|value| Dated {
                value: value.to_owned(),
                span: None,
            });
        }
        self.metadata
    }
}

fn moved(span: Span, offset: usize) -> Span {
    Span::new(span.start + offset, span.end + offset)
}

fn stated(value: &str, at: usize) -> Option<Stated> {
    (!value.is_empty()).then(|| Stated {
        value: value.to_owned(),
        span: Some(Span::new(at, at + value.len())),
    })
}
