//! Heads of articles: a title with its byline, its date and the salutation below it.

use std::ops::Range;

use super::attached;
use super::class::Class;
use super::dispatch;
use super::paragraph::{Paragraph, class_at};
use super::posts;
use super::shape;
use super::signers;
use crate::lexicon::trailers::{self, Stand};
use crate::text::is_longer;

/// A title with what stands around it: lines `start..end`.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// The first line.
    pub start: usize,
    /// The line after the last one.
    pub end: usize,
    /// The lines of the title.
    pub title: Vec<usize>,
    /// A byline, a salutation or a marker makes it the head of an article.
    pub sure: bool,
    /// Whether it names people.
    pub named: bool,
    /// Whether a salutation ends it.
    pub greets: bool,
}

/// Whether a paragraph may stand in the head of an article.
pub(super) fn may_head(paragraphs: &[Paragraph], at: usize) -> bool {
    match &paragraphs[at].class {
        Class::Short
        | Class::Names(_)
        | Class::Post
        | Class::Trailer
        | Class::Date
        | Class::Label(_)
        | Class::Number
        | Class::Salutation
        | Class::Addressees
        | Class::Attachment
        | Class::Collected(_) => true,
        Class::Body => {
            // A title may end with a mark: 怎样建设美丽乡村？
            let text = &*paragraphs[at].text;
            let next = class_at(paragraphs, at + 1);
            text.len() < 120
                && text.ends_with(['？', '！'])
                && !text.contains(['。', '；', ';'])
                && matches!(next, Some(Class::Names(byline)) if byline.sure || byline.people.len() == 1)
        }
        _ => false,
    }
}

impl Head {
    /// Its lines.
    pub fn lines(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it has both a title and its author.
    pub fn is_whole(&self) -> bool {
        self.named && !self.title.is_empty() && !self.greets
    }

    /// Whether a line of its title ends as titles do.
    pub fn is_typed(&self, paragraphs: &[Paragraph]) -> bool {
        let mut lines = self.title.iter();
        lines.any(|&line| shape::title_kind(&paragraphs[line].text).is_some())
    }

    /// Takes in a line that is no title; whether a title below it begins another head. The run of
    /// short lines ends the source where it is `last`, and a salutation stood `before` it.
    fn take(&mut self, paragraphs: &[Paragraph], at: usize, last: bool, before: bool) -> bool {
        let titled = !self.title.is_empty();
        match &paragraphs[at].class {
            Class::Names(_) => {
                self.named = true;
                self.sure |= titled;
            }
            class @ (Class::Salutation | Class::Addressees) => {
                let again = before && *class == Class::Salutation;
                self.sure |= titled && (!again || self.is_typed(paragraphs));
                self.greets = true;
            }
            Class::Date => self.sure |= titled && !last,
            Class::Number => {
                self.sure |= titled;
                return false;
            }
            Class::Label(_) => return titled,
            _ => return false,
        }
        true
    }
}

/// The lines of the signature that a run of short lines begins or ends with, and the line after them and what closes a text.
pub(super) fn signed(
    paragraphs: &[Paragraph],
    start: usize,
    end: usize,
) -> (Option<Range<usize>>, usize) {
    let after = signature(paragraphs, start, end);
    let first = (start..after).find(|&line| {
        let line = &paragraphs[line];
        line.class != Class::Trailer && !is_attachment_note(line)
    });
    let signed = first.map(|first| first..after);
    let signed = signed.or_else(|| signers::at_end(paragraphs, start..end));
    let after = signed.as_ref().map_or(after, |lines| lines.end);
    (signed, after)
}

/// The paragraph after the signature that a run of short lines begins with; `start` where there is
/// none: 云河县人民政府, 2024年3月5日.
fn signature(paragraphs: &[Paragraph], start: usize, end: usize) -> usize {
    let behind = |at: usize, is: fn(&Paragraph) -> bool| {
        let others = paragraphs[at..end].iter().position(|line| !is(line));
        others.map_or(end, |length| at + length)
    };
    let trailers = |at: usize| behind(at, |line| line.class == Class::Trailer);
    let start = trailers(start);
    // 附件：1.项目情况表 stands between the text and those who sign.
    let mut at = behind(start, is_attachment_note);
    let mut issuers = 0;
    let date = (at..end.min(at + MOST_SIGNERS)).find(|&at| paragraphs[at].class == Class::Date);
    if let Some(date) = date.filter(|&date| date > at && signers::are_bodies(&paragraphs[at..date]))
    {
        issuers = 1;
        at = date;
    }
    while at < end && issuers < MOST_SIGNERS {
        match &paragraphs[at].class {
            Class::Short if posts::is_body_name(&paragraphs[at].text) => issuers += 1,
            Class::Names(_) if issuers == 0 => issuers += 1,
            Class::Date if !paragraphs[at].text.contains('在') => {
                let after = trailers(at + 1);
                let closes = matches!(
                    class_at(paragraphs, after),
                    None | Some(
                        Class::Short
                            | Class::Attachment
                            | Class::Collected(_)
                            | Class::Number
                            | Class::Label(_)
                    )
                );
                // A last word of who sends the text: 如需修改，请告诉我。
                let is_last = after + 1 == paragraphs.len() && after == end;
                let closes = closes || is_last && !is_longer(&paragraphs[after].text, LAST);
                // 现印发给你们 / 云河县人民政府 / 2024年3月5日 / the text that is issued, its title lost
                let issues = || {
                    let above = start.checked_sub(1).map(|above| &paragraphs[above].text);
                    above.is_some_and(|above| trailers::TABLE.stands_in(above, Stand::Issued))
                };
                let closes = closes || issuers > 0 && issues();
                return if start > 0 && closes { after } else { start };
            }
            _ => break,
        }
        at += 1;
    }
    // A body's name alone at the end of the source.
    let alone = at == paragraphs.len() && issuers > 0 && at > start;
    if alone && !matches!(paragraphs[at - 1].class, Class::Names(_)) {
        at
    } else {
        start
    }
}

/// The most characters of what stands below a signature and is no text of its own.
const LAST: usize = 30;

/// The most lines of those who sign.
const MOST_SIGNERS: usize = 6;

/// 附件：项目情况表, below a text.
fn is_attachment_note(paragraph: &Paragraph) -> bool {
    attached::headed(&paragraph.text).is_some_and(|rest| rest.starts_with(['：', ':']))
        && matches!(
            paragraph.class,
            Class::Short | Class::Label(_) | Class::Body
        )
}

/// Cuts a run of short lines into heads: a title with its byline, date and salutation each.
pub(super) fn groups(
    paragraphs: &[Paragraph],
    start: usize,
    end: usize,
    greeted: bool,
) -> Vec<Head> {
    let mut groups: Vec<Head> = Vec::new();
    let mut open: Option<Head> = None;
    let mut closed = false;
    let mut numbered = None;
    for at in start..end {
        let class = &paragraphs[at].class;
        let marked = matches!(class, Class::Collected(_) | Class::Attachment);
        // 关于…的报告 / ——…在…会议上 / 县财政局: the body that speaks stands below its title.
        let speaks = closed
            && *class == Class::Short
            && posts::is_body_name(&paragraphs[at].text)
            && open.as_ref().is_some_and(|head| !head.title.is_empty());
        let titular = marked
            || matches!(class, Class::Short | Class::Body) && !speaks
            // A line that looks like a name is one only with a title before it and nothing but text after.
            || matches!(class, Class::Names(byline) if !byline.sure)
                && (at, at + 1) == (start, end)
                && at > 0
                && end < paragraphs.len();
        let named = || open.as_ref().is_some_and(|head| head.named);
        let breaks = marked || titular && (closed || paragraphs[at].mark == 1 && named());
        if breaks && let Some(head) = open.take() {
            groups.push(head);
            closed = false;
        }
        let head = open.get_or_insert_with(|| Head {
            start: at,
            ..Head::default()
        });
        head.end = at + 1;
        if titular {
            // What stands above the document's number is its letterhead where the title stands below.
            if numbered == Some(head.title.len()) {
                head.title.clear();
            }
            numbered = None;
            if *class != Class::Attachment {
                head.title.push(at);
            }
            head.sure |= marked;
        } else {
            if *class == Class::Number {
                numbered = Some(head.title.len());
            }
            closed |= head.take(paragraphs, at, end == paragraphs.len(), greeted);
        }
    }
    groups.extend(open);
    // A piece of news needs no byline: it begins with its source.
    let next = paragraphs.get(end);
    let news = next.is_some_and(|next| next.class == Class::Body && dispatch::begins(&next.text));
    if let Some(last) = groups.last_mut().filter(|_| news) {
        last.sure |= !last.title.is_empty();
    }
    groups
}
