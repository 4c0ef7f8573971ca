//! What an article states of itself: people, date, occasion, issuer, numbers.

mod bodies;
mod rows;

use super::byline::{Byline, byline};
use super::class::{Class, Data};
use super::date;
use super::document_number;
use super::occasion::behind_date;
use super::posts;
use super::shape;
use crate::lexicon::date_words::{Role, TABLE};
use crate::lexicon::page_labels::States;
use crate::lexicon::title_endings::Kind;
use crate::model::{Author, Dated, Metadata, Span, Stated};

/// How well a date is known: that on which a page was put up or printed counts least, the day of the speech most.
mod rank {
    pub(super) const POSTED: u8 = 1;
    pub(super) const SIGNED: u8 = 2;
    pub(super) const STATED: u8 = 3;
    pub(super) const BELOW_TITLE: u8 = 4;
    pub(super) const SPOKEN: u8 = 5;
}

/// The most people that one text names as its authors.
const MOST_AUTHORS: usize = 40;

/// Collects metadata from the lines of a head or a signature. Positions are the document's.
#[derive(Default)]
pub(super) struct Collector {
    metadata: Metadata,
    /// How well the date is known: a later one counts only where it is known better.
    date_rank: u8,
    /// A post or a body on its own line, for the name below.
    post: Option<String>,
    /// The number behind each author's name.
    marks: Vec<Option<char>>,
    /// The speaker whom the title names, for want of another, and where the title stands.
    speaker: Option<(Byline, usize)>,
    /// A label on its own line, for the value below.
    label: Option<States>,
    /// Where the issuer was named last.
    issued: Option<Issued>,
    /// The title that a row of data states.
    stated_title: Option<String>,
    /// The body that sent the text out, as its last line says: the issuer for want of another.
    sender: Option<Stated>,
}

/// Where in its article a line stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub in_head: bool,
    pub signs: bool,
    pub is_title: bool,
    /// Whether nothing but document data follows.
    pub closes: bool,
    /// Whether running text stands here or above.
    pub text_begun: bool,
}

/// Where a body is named as the issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Issued {
    /// In the title or beside it.
    Above,
    /// In the signature (落款).
    Below,
}

impl Collector {
    /// Takes in what a line of an article, its text at `offset`, states of it.
    pub(super) fn take(&mut self, class: &Class, text: &str, offset: usize, place: Place) {
        let beside = place.in_head || place.signs;
        let above_text = place.in_head && !place.text_begun;
        match class {
            Class::Names(byline) if beside || place.closes => self.people(byline.clone(), offset),
            Class::Post if beside => self.post = Some(text.trim().to_owned()),
            Class::Date if place.signs && is_alone(text) => {
                self.date(text, offset, rank::SIGNED);
                let head = text.split(char::is_whitespace).next().unwrap_or_default();
                if posts::is_body_name(head) {
                    self.issuers(head, offset, Issued::Below);
                }
            }
            Class::Date if place.in_head => {
                let rank = match is_alone(text) {
                    _ if date::is_posted(text) => rank::POSTED,
                    true => rank::BELOW_TITLE,
                    false => rank::SPOKEN,
                };
                self.date(text, offset, rank);
            }
            Class::Label(Data::Affiliation) if place.in_head => self.affiliation(text),
            Class::Trailer => self.trailer(text, offset),
            Class::Label(Data::Published) => {
                self.dated(text, offset, rank::POSTED);
            }
            Class::Label(Data::Value) if above_text => {
                if let Some(what) = self.label.take() {
                    self.cell(what, text, text, offset);
                }
            }
            Class::Label(Data::Stated(what))
                if above_text || place.closes && *what == States::Author =>
            {
                self.row(*what, text, offset);
            }
            Class::Label(_) if above_text => self.row(States::Other, text, offset),
            Class::Number if place.in_head => {
                state(
                    &mut self.metadata.document_number,
                    text.trim(),
                    text,
                    offset,
                );
            }
            Class::Addressees if place.in_head || !place.text_begun => {
                let bare = text.trim_end_matches(['：', ':', '！', '!', '，', ',']);
                state(&mut self.metadata.addressee, bare.trim(), text, offset);
            }
            Class::Short
                if beside && posts::is_body_name(text) || place.signs && posts::is_signer(text) =>
            {
                let issued = if place.signs {
                    Issued::Below
                } else {
                    Issued::Above
                };
                self.issuers(text, offset, issued);
            }
            _ => {}
        }
    }

    /// A line of names at `offset`.
    pub(super) fn names(&mut self, line: &str, offset: usize) {
        if let Some(byline) = byline(line) {
            self.people(byline, offset);
        }
    }

    /// The people of a byline at `offset`.
    fn people(&mut self, byline: Byline, offset: usize) {
        let post = self.post.take();
        for mut person in byline.people {
            if let Some(post) = &post
                && person.role.is_none()
                && person.organisation.is_none()
            {
                (person.organisation, person.role) = posts::post(post);
            }
            let authors = &mut self.metadata.authors;
            let known = authors.iter().any(|author| author.name == person.name);
            if authors.len() < MOST_AUTHORS && !known {
                self.marks.push(person.mark);
                authors.push(Author {
                    name: person.name,
                    role: person.role,
                    organisation: person.organisation,
                    span: person.span.moved(offset),
                });
            }
        }
    }

    /// A line with a date, and maybe the occasion, at `offset`.
    fn date(&mut self, line: &str, offset: usize, rank: u8) {
        let end = self.dated(line, offset, rank);
        let words = behind_date(&line[end..]).trim_end_matches(['）', ')', ' ', '】', '。', '上']);
        let debated = TABLE.ending(words, Role::Debated);
        let bare = debated.and_then(|row| words.strip_suffix(row.word));
        let bare = bare.unwrap_or(words);
        if TABLE.ending(bare, Role::Event).is_some() {
            state(&mut self.metadata.occasion, bare, line, offset);
        }
    }

    /// The first date of a line at `offset`, and where it ends; 0 where there is none.
    fn dated(&mut self, line: &str, offset: usize, rank: u8) -> usize {
        let Some(found) = date::first_date(line).filter(|_| !date::is_blank(line)) else {
            return 0;
        };
        if rank > self.date_rank {
            self.date_rank = rank;
            self.metadata.date = Some(Dated {
                value: found.value,
                span: Some(found.span.moved(offset)),
            });
        }
        found.span.end
    }

    /// A title at `offset`: 云河县人民政府关于…的通知 names its issuer, 在…会议上的讲话 its occasion; one
    /// line of `several` may be a body that issues the text with others.
    pub(super) fn title(&mut self, line: &str, offset: usize, several: bool) {
        if let Some((head, _)) = line.split_once("关于")
            && posts::is_body_name(head)
        {
            self.issuers(head, offset, Issued::Above);
        }
        if self.metadata.occasion.is_none()
            && let Some(occasion) = occasion(line)
        {
            state(&mut self.metadata.occasion, occasion.of(line), line, offset);
            let speaker = speaker(line, occasion.start - '在'.len_utf8());
            self.speaker = speaker.map(|speaker| (speaker, offset));
        }
        if several && posts::is_body_name(line) {
            self.issuers(line, offset, Issued::Above);
        }
        if shape::is_dated(line) {
            self.dated(line, offset, rank::BELOW_TITLE);
        }
    }

    /// The title that a row of data states, where `title`, as the text has it, is none or another.
    pub(super) fn other_title(&self, title: Option<&str>) -> Option<String> {
        let stated = self.stated_title.as_ref()?;
        let (own, title) = (
            shape::dense(stated),
            shape::dense(title.unwrap_or_default()),
        );
        let same = !title.is_empty() && (own.contains(&title) || title.contains(&own));
        (!same).then(|| stated.clone())
    }

    /// Where only the page is dated, years after the document's number (云政发〔2002〕79号), the year of that is the text's.
    fn date_by_number(&mut self) {
        let number = self.metadata.document_number.as_ref();
        let year = number.and_then(|number| document_number::year(&number.value));
        let posted = self.date_rank <= rank::POSTED;
        if let (Some(year), Some(date)) = (year, &mut self.metadata.date)
            && posted
            && date.value.get(..4).is_some_and(|posted| *posted > *year)
        {
            *date = Dated {
                value: year,
                span: None,
            };
        }
    }

    /// What was collected; `printed` is the date of the page where the text has none.
    pub(super) fn finish(mut self, printed: Option<&str>) -> Metadata {
        if self.metadata.authors.is_empty()
            && let Some((speaker, at)) = self.speaker.take()
        {
            self.people(speaker, at);
        }
        let printed = printed.map(|value| Dated {
            value: value.to_owned(),
            span: None,
        });
        self.metadata.date = self.metadata.date.or(printed);
        self.date_by_number();
        self.metadata.issuer = self.metadata.issuer.or(self.sender);
        self.metadata
    }
}

/// Whether a date's line names no occasion.
fn is_alone(text: &str) -> bool {
    !text.contains(['在', '会'])
}

/// The occasion that the title of a speech or a report names: 在全县教育工作会议上的讲话
fn occasion(title: &str) -> Option<Span> {
    let start = title.find('在')? + '在'.len_utf8();
    let rest = &title[start..];
    let joints = TABLE.words(|row| row.roles.has(Role::OfOccasion));
    let places = joints
        .iter()
        .filter_map(|word| Some((rest.rfind(word)?, *word)));
    let (end, joint) = places.max()?;
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
