//! What an article states of itself: people, date, occasion, issuer, numbers.

use super::bodies::is_body_name;
use super::byline::{self, Byline, byline};
use super::data_lines::of_author;
use super::date::{self, first_date};
use super::labels;
use super::occasion::{behind_date, ends_as, without_end};
use super::posts;
use super::shape;
use crate::lexicon::date_words::{self, Role};
use crate::lexicon::page_labels::States;
use crate::lexicon::title_endings::Kind;
use crate::model::{Author, Dated, Metadata, Span, Stated};

/// The most people that one text names as its authors.
const MOST_AUTHORS: usize = 40;

/// The most bodies that issue a text with another one.
const MOST_ISSUERS: usize = 12;

/// Collects metadata from the lines of a head or a signature. Positions are the document's.
#[derive(Default)]
pub(super) struct Collector {
    metadata: Metadata,
    /// How well the date is known: a later one counts only where it is known better.
    date_rank: u8,
    /// A post on its own line, for the name below.
    post: Option<String>,
    /// The number behind each author's name.
    marks: Vec<Option<char>>,
    /// The speaker whom the title names, for want of another, and where the title stands.
    speaker: Option<Byline>,
    speaker_at: usize,
    /// A label on its own line, for the value below.
    label: Option<States>,
    /// Where the issuer was named last.
    issued: Option<Issued>,
}

/// Where a body is named as the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Issued {
    /// In the title or beside it.
    Above,
    /// In the signature (落款).
    Below,
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
                (organisation, role) = posts::post(post);
            }
            let authors = &self.metadata.authors;
            if authors.len() >= MOST_AUTHORS
                || authors.iter().any(|author| author.name == person.name)
            {
                continue;
            }
            self.marks.push(person.mark);
            self.metadata.authors.push(Author {
                name: person.name,
                role,
                organisation,
                span: person.span.moved(offset),
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
        let words = behind_date(&line[end..]).trim_end_matches(['）', ')', ' ', '】', '。', '上']);
        let bare = without_end(words, Role::Debated);
        if ends_as(bare, Role::Event) {
            state(&mut self.metadata.occasion, bare, line, offset);
        }
    }

    /// A row of document data at `offset`: one or more labels with their values.
    pub(super) fn row(&mut self, line: &str, offset: usize) {
        self.label = labels::lone_label(line);
        if self.label.is_some() {
            return;
        }
        if let Some(divider) = ['|', '\t'].into_iter().find(|mark| line.contains(*mark)) {
            self.table_row(line.split(divider), line, offset);
            return;
        }
        if labels::is_cells(line) {
            let cells = line
                .split(char::is_whitespace)
                .filter(|cell| !cell.is_empty());
            self.table_row(cells, line, offset);
            return;
        }
        let mut open: Option<(States, Span)> = None;
        for cell in line.split(char::is_whitespace) {
            let Span { start, end } = Span::of_part(cell, line);
            // A label may be set wide: 文 号
            let label = labels::label(cell)
                .or_else(|| labels::label(&line[start..]).filter(|_| open.is_none()));
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

    /// The value of the label on the line above, at `offset`.
    pub(super) fn below(&mut self, line: &str, offset: usize) {
        if let Some(what) = self.label.take() {
            self.cell(what, line, Span::new(0, line.len()), offset);
        }
    }

    /// A row of a table: a label's value stands in its own cell or in the next one; a cell may be
    /// empty.
    fn table_row<'a>(
        &mut self,
        cells: impl Iterator<Item = &'a str>,
        line: &'a str,
        offset: usize,
    ) {
        let mut open: Option<States> = None;
        for cell in cells {
            let whole = Span::of_part(cell, line);
            let start = whole.start;
            if cell.trim().is_empty() {
                // What stands before the first bar is no cell.
                if start > 0 {
                    open = None;
                }
                continue;
            }
            if let Some((what, length)) = labels::label(cell) {
                open = Some(what);
                let value = Span::new(start + length.min(cell.len()), whole.end);
                if !value.of(line).trim().is_empty() {
                    self.cell(what, line, value, offset);
                    open = None;
                }
            } else if let Some(what) = open.take() {
                self.cell(what, line, whole, offset);
            } else {
                open = labels::bare_label(cell);
            }
        }
    }

    fn cell(&mut self, what: States, line: &str, span: Span, offset: usize) {
        let value = span.of(line).trim();
        if value.is_empty() {
            return;
        }
        let at = offset + Span::of_part(value, line).start;
        let slot = match what {
            States::IndexNumber => &mut self.metadata.index_number,
            States::Issuer => &mut self.metadata.issuer,
            States::DocumentNumber => &mut self.metadata.document_number,
            States::Addressee => &mut self.metadata.addressee,
            States::Occasion => &mut self.metadata.occasion,
            States::Date => {
                if let Some(found) = first_date(value) {
                    self.dated(&found, at, 2);
                }
                return;
            }
            States::Author => {
                self.names(value, at);
                return;
            }
            States::Title | States::Other => return,
        };
        state(slot, value, line, offset);
    }

    /// 《云河日报》（2024年05月21日 第04版） at `offset`.
    pub(super) fn published(&mut self, line: &str, offset: usize) {
        if let Some(found) = first_date(line) {
            self.dated(&found, offset, 2);
        }
    }

    /// 云政发〔2024〕3号 at `offset`.
    pub(super) fn number(&mut self, line: &str, offset: usize) {
        state(
            &mut self.metadata.document_number,
            line.trim(),
            line,
            offset,
        );
    }

    /// 各区县人民政府： at `offset`.
    pub(super) fn addressee(&mut self, line: &str, offset: usize) {
        let bare = line
            .trim_end_matches(['：', ':', '！', '!', '，', ','])
            .trim();
        state(&mut self.metadata.addressee, bare, line, offset);
    }

    /// The bodies that issue the text, at `offset`: one, or several side by side.
    pub(super) fn issuers(&mut self, line: &str, offset: usize, place: Issued) {
        let bare = line.trim();
        let names = bare.split_whitespace();
        let is_name = |name: &str| name.chars().nth(3).is_some() && is_body_name(name);
        if names.clone().count() > 1 && names.clone().all(is_name) {
            names.for_each(|name| self.issuer(name, line, offset, place));
        } else {
            self.issuer(bare, line, offset, place);
        }
    }

    /// A body that issues the text, named in a line at `offset`. Another one named in the same place
    /// issues it with the first; one named elsewhere may be the same body's office.
    fn issuer(&mut self, name: &str, line: &str, offset: usize, place: Issued) {
        let metadata = &mut self.metadata;
        let mut known = metadata.issuer.iter().chain(&metadata.joint_issuers);
        if known.any(|known| known.value == name) {
            self.issued = Some(place);
        } else if metadata.issuer.is_none() {
            state(&mut metadata.issuer, name, line, offset);
            self.issued = Some(place);
        } else if self.issued == Some(place) && metadata.joint_issuers.len() < MOST_ISSUERS {
            let mut joint = None;
            state(&mut joint, name, line, offset);
            metadata.joint_issuers.extend(joint);
        }
    }

    /// （中共云河县委党校，云河 138000）, （1.东川大学，东川 650000；2.…）: where the authors work.
    pub(super) fn affiliation(&mut self, line: &str) {
        let inner = line.trim_matches(['（', '(', '）', ')', ' ', '\u{3000}']);
        for part in inner.split(['；', ';']) {
            let part = part.trim();
            let number = part.chars().next().and_then(byline::mark);
            let words = part.trim_start_matches(|c: char| {
                byline::mark(c).is_some() || matches!(c, '.' | '．' | '、' | ' ')
            });
            let body = words.split(['，', ',']).next().unwrap_or_default().trim();
            let people = self.metadata.authors.iter_mut().zip(&self.marks);
            for (author, _) in people.filter(|(_, mark)| number.is_none() || **mark == number) {
                if author.organisation.is_none() && !body.is_empty() {
                    author.organisation = Some(body.to_owned());
                }
            }
        }
    }

    /// （作者单位：…）, （作者系…）: what stands below a text about its authors. Of several bodies, as
    /// many as authors, each has its own; one holds for all.
    pub(super) fn trailer(&mut self, line: &str) {
        let bare = line.trim_matches(['（', '(', '）', ')', '【', '】', ' ', '。']);
        let Some(words) = of_author(bare) else {
            return;
        };
        let words = words.split(['，', ',', '。']).next().unwrap_or_default();
        let authors = &mut self.metadata.authors;
        let divider = if words.contains('；') { '；' } else { '、' };
        let parts: Vec<&str> = words.split(divider).map(str::trim).collect();
        let each = authors.len() > 1 && parts.len() == authors.len();
        let stated: Vec<&str> = if each { parts } else { vec![words.trim()] };
        if !stated.iter().all(|words| posts::is_post_or_body(words)) {
            return;
        }
        let all = stated.iter().cycle();
        for (author, words) in authors.iter_mut().zip(all) {
            if author.role.is_none() && author.organisation.is_none() {
                (author.organisation, author.role) = posts::post(words);
            }
        }
    }

    /// A title at `offset`: 云河县人民政府关于…的通知 names its issuer, 在…会议上的讲话 its occasion.
    pub(super) fn title(&mut self, line: &str, offset: usize) {
        if let Some((head, _)) = line.split_once("关于")
            && !head.is_empty()
            && is_body_name(head)
        {
            self.issuers(head, offset, Issued::Above);
        }
        if self.metadata.occasion.is_none()
            && let Some(occasion) = occasion(line)
        {
            state(&mut self.metadata.occasion, occasion.of(line), line, offset);
            self.speaker = speaker(line, occasion.start - '在'.len_utf8());
            self.speaker_at = offset;
        }
    }

    fn dated(&mut self, found: &date::WrittenDate, offset: usize, rank: u8) {
        if rank > self.date_rank {
            self.date_rank = rank;
            self.metadata.date = Some(Dated {
                value: found.value.clone(),
                span: Some(found.span.moved(offset)),
            });
        }
    }

    /// What was collected; `printed` is the date of the page where the text has none.
    pub(super) fn finish(mut self, printed: Option<&str>) -> Metadata {
        if self.metadata.authors.is_empty()
            && let Some(speaker) = self.speaker.take()
        {
            self.people(speaker, self.speaker_at);
        }
        if self.metadata.date.is_none() {
            self.metadata.date = printed.map(|value| Dated {
                value: value.to_owned(),
                span: None,
            });
        }
        self.metadata
    }
}

/// The occasion that the title of a speech or a report names: 在全县教育工作会议上的讲话
fn occasion(title: &str) -> Option<Span> {
    let start = title.find('在')? + '在'.len_utf8();
    let rest = &title[start..];
    let joints = date_words::TABLE.words(|row| row.roles.has(Role::OfOccasion));
    let joints = joints.iter();
    let (end, joint) = joints
        .filter_map(|word| Some((rest.rfind(word)?, *word)))
        .max()?;
    let words = &rest[..end];
    let kind = &rest[end + joint.len()..];
    let spoken = matches!(
        shape::title_kind(kind),
        Some(Kind::Speech | Kind::WorkReport)
    ) || kind.ends_with("报告");
    let length = words.chars().count();
    (spoken && (3..60).contains(&length) && !words.contains(['，', '。', '：']))
        .then(|| Span::new(start, start + end))
}

/// Whom a title names before 在…会议上的讲话, which ends the name at `end`: 郭某某同志, 县长王某.
fn speaker(title: &str, end: usize) -> Option<Byline> {
    let head = title[..end].trim_end();
    let name = head.trim_end_matches("同志");
    byline(name)
        .filter(|byline| byline.people.len() == 1 && (byline.sure || name.len() < head.len()))
}

/// Takes in a value, `part` of a line at `offset`, where none is known.
fn state(slot: &mut Option<Stated>, part: &str, line: &str, offset: usize) {
    if slot.is_none() && !part.is_empty() {
        *slot = Some(Stated {
            value: part.to_owned(),
            span: Some(Span::of_part(part, line).moved(offset)),
        });
    }
}
