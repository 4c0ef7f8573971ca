//! Heads of articles: a title with its byline, its date and the salutation below it.

use super::attached;
use super::bodies::is_body_name;
use super::classify::Look;
use super::dispatch;
use super::paragraph::Paragraph;
use super::shape;

/// A title with what stands around it: lines `start..end`.
#[derive(Debug, Clone)]
pub(super) struct Front {
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
pub(super) fn is_front(paragraphs: &[Paragraph], looks: &[Look], at: usize) -> bool {
    match &looks[at] {
        Look::Short
        | Look::Names(_)
        | Look::Post
        | Look::Trailer
        | Look::Date
        | Look::Label(_)
        | Look::Number
        | Look::Salutation
        | Look::Addressees
        | Look::Attachment
        | Look::Collected(_) => true,
        Look::Body => {
            // A title may end with a mark: 怎样建设美丽乡村？
            let text = &*paragraphs[at].text;
            text.len() < 120
                && text.ends_with(['？', '！'])
                && !text.contains(['。', '；'])
                && looks.get(at + 1).is_some_and(|next| matches!(next, Look::Names(byline) if byline.sure || byline.people.len() == 1))
        }
        _ => false,
    }
}

/// The paragraph after the signature that a run of short lines begins with; `start` where there is
/// none: 云河县人民政府, 2024年3月5日.
pub(super) fn signature(
    paragraphs: &[Paragraph],
    looks: &[Look],
    start: usize,
    end: usize,
) -> usize {
    let mut at = start;
    while at < end && looks[at] == Look::Trailer {
        at += 1;
    }
    let start = at;
    // 附件：1.项目情况表 stands between the text and those who sign.
    while at < end && is_attachment_note(&paragraphs[at], &looks[at]) {
        at += 1;
    }
    let trailers = |mut at: usize| {
        while at < end && looks[at] == Look::Trailer {
            at += 1;
        }
        at
    };
    let mut issuers = 0;
    while at < end && issuers < 6 {
        match &looks[at] {
            Look::Short if is_body_name(&paragraphs[at].text) => issuers += 1,
            Look::Names(_) if issuers == 0 => issuers += 1,
            Look::Date if !paragraphs[at].text.contains('在') => {
                let after = trailers(at + 1);
                let closes = matches!(
                    looks.get(after),
                    None | Some(
                        Look::Short
                            | Look::Attachment
                            | Look::Collected(_)
                            | Look::Number
                            | Look::Label(_)
                    )
                );
                let before_is_text = start > 0;
                return if before_is_text && closes {
                    after
                } else {
                    start
                };
            }
            _ => break,
        }
        at += 1;
    }
    // A body's name alone at the end of the source.
    if at == looks.len() && issuers > 0 && at > start && !matches!(looks[at - 1], Look::Names(_)) {
        return at;
    }
    start
}

/// 附件：项目情况表, below a text.
pub(super) fn is_attachment_note(paragraph: &Paragraph, look: &Look) -> bool {
    attached::headed(&paragraph.text).is_some_and(|rest| rest.starts_with(['：', ':']))
        && matches!(look, Look::Short | Look::Label(_) | Look::Body)
}

/// Cuts a run of short lines into fronts: a title with its byline, date and salutation each.
pub(super) fn groups(
    paragraphs: &[Paragraph],
    looks: &[Look],
    start: usize,
    end: usize,
    greeted: bool,
) -> Vec<Front> {
    let mut groups: Vec<Front> = Vec::new();
    let mut open: Option<Front> = None;
    let mut closed = false;
    for at in start..end {
        let titular = matches!(
            &looks[at],
            Look::Short | Look::Collected(_) | Look::Attachment | Look::Body
        ) || matches!(&looks[at], Look::Names(byline) if !byline.sure && bare_name_is_title(looks, at, start, end));
        let breaks = matches!(looks[at], Look::Collected(_) | Look::Attachment)
            || (titular && closed)
            || (titular
                && paragraphs[at].mark == 1
                && open.as_ref().is_some_and(|front| front.named));
        if breaks && let Some(front) = open.take() {
            groups.push(front);
            closed = false;
        }
        let front = open.get_or_insert_with(|| Front {
            start: at,
            end: at,
            title: Vec::new(),
            sure: false,
            named: false,
            greets: false,
        });
        front.end = at + 1;
        match &looks[at] {
            _ if titular => {
                if looks[at] != Look::Attachment {
                    front.title.push(at);
                }
                front.sure |= matches!(looks[at], Look::Collected(_) | Look::Attachment);
            }
            Look::Names(_) => {
                front.named = true;
                front.sure |= !front.title.is_empty();
                closed = true;
            }
            Look::Salutation | Look::Addressees => {
                let again = greeted && looks[at] == Look::Salutation;
                let typed = front
                    .title
                    .iter()
                    .any(|&line| shape::title_kind(&paragraphs[line].text).is_some());
                front.sure |= !front.title.is_empty() && (!again || typed);
                front.greets = true;
                closed = true;
            }
            Look::Date => {
                front.sure |= !front.title.is_empty() && end < looks.len();
                closed = true;
            }
            Look::Number => front.sure |= !front.title.is_empty(),
            Look::Label(_) => closed |= !front.title.is_empty(),
            _ => {}
        }
    }
    groups.extend(open);
    // A piece of news needs no byline: it begins with its source.
    let news = looks.get(end) == Some(&Look::Body) && dispatch::begins(&paragraphs[end].text);
    if let Some(last) = groups.last_mut().filter(|_| news) {
        last.sure |= !last.title.is_empty();
    }
    groups
}

/// A line that looks like a name is one only with a title before it and nothing but text after.
fn bare_name_is_title(looks: &[Look], at: usize, start: usize, end: usize) -> bool {
    let first = at == start;
    let only = first && at + 1 == end;
    only && at > 0 && end < looks.len()
}
