//! What each paragraph is by itself, before its neighbours are looked at.

use super::byline::{Byline, byline, is_post_or_body};
use super::date;
use super::join::Paragraph;
use super::shape;
use crate::outline::{Form, Marker, counts_on, marker};

/// What a paragraph looks like.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Look {
    /// Running text.
    Body,
    /// A numbered heading that has its line to itself.
    Heading(Marker),
    /// A numbered paragraph: its first sentence may be a heading.
    Numbered(Marker),
    /// Short, without a closing mark: a title, a plain heading, a body's name.
    Short,
    /// Names of people.
    Names(Byline),
    /// A post or a body on the line above a name.
    Post,
    /// A date, or a date and an occasion.
    Date,
    /// A row of document data; what it states.
    Label(&'static str),
    /// 云政发〔2024〕3号
    Number,
    /// 同志们：
    Salutation,
    /// 各区县人民政府：
    Addressees,
    /// 附件1
    Attachment,
    /// 目录
    Contents,
    /// 第一篇：, with the bytes of the marker.
    Collected(usize),
}

/// What `paragraph` looks like.
pub(super) fn look(paragraph: &Paragraph) -> Look {
    let text = &*paragraph.text;
    if text.len() > 1200 {
        return numbered(text).map_or(Look::Body, Look::Numbered);
    }
    if let Some(length) = collected(text) {
        return Look::Collected(length);
    }
    if let Some(number) = numbered(text) {
        let alone = shape::is_short(text) || (paragraph.mark > 0 || !text[number.length..].contains(['。', '；', '：'])) && text.len() < 240
            || one_sentence(text);
        if number.form == Form::Dash && occasion_line(text) {
            return Look::Date;
        }
        return if alone && number.form.heads() {
            Look::Heading(number)
        } else {
            Look::Numbered(number)
        };
    }
    if matches!(text, "目录" | "目 录" | "目　录" | "目  录" | "目　　录") {
        return Look::Contents;
    }
    if shape::is_salutation(text) {
        return Look::Salutation;
    }
    if let Some((what, _)) = shape::label(text) {
        return Look::Label(what);
    }
    if is_document_number(text) {
        return Look::Number;
    }
    if is_attachment(text) {
        return Look::Attachment;
    }
    if date::is_date_line(text) || occasion_line(text) || place_and_date(text) {
        return Look::Date;
    }
    if shape::is_addressees(text) {
        return Look::Addressees;
    }
    if let Some(byline) = byline(text) {
        return Look::Names(byline);
    }
    let title_mark = text.ends_with(['！', '？', '!', '?']);
    if paragraph.mark > 0 || (shape::is_short(text) && !title_mark) {
        return Look::Short;
    }
    Look::Body
}

/// What every paragraph looks like, with what its neighbours say.
pub(super) fn looks(paragraphs: &[Paragraph]) -> Vec<Look> {
    let mut looks: Vec<Look> = paragraphs.iter().map(look).collect();
    for at in 1..looks.len() {
        let name = matches!(&looks[at], Look::Names(byline) if byline.people.len() == 1 && byline.people[0].role.is_none());
        let text = &*paragraphs[at - 1].text;
        if name && looks[at - 1] == Look::Short && text.len() < 120 && is_post_or_body(text) {
            looks[at - 1] = Look::Post;
        }
    }
    contents(paragraphs, &mut looks);
    looks
}

/// The entries of a table of contents are document data, not headings.
fn contents(paragraphs: &[Paragraph], looks: &mut [Look]) {
    let Some(head) = looks.iter().position(|look| *look == Look::Contents) else {
        return;
    };
    let key = |at: usize| -> String {
        let text = paragraphs[at].text.trim_end_matches(|c: char| {
            c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '…' | '·' | '-' | '—' | '（' | '）' | '(' | ')')
        });
        text.chars().filter(|c| c.is_alphanumeric()).take(60).collect()
    };
    let listed = |look: &Look| matches!(look, Look::Heading(_) | Look::Numbered(_) | Look::Short | Look::Body);
    let first = head + 1;
    if first >= looks.len() || !listed(&looks[first]) {
        return;
    }
    let own = key(first);
    // The list ends where its first entry stands again, as the first heading of the text.
    let again = (first + 1..looks.len()).find(|&at| key(at) == own);
    let mut end = first;
    while end < again.unwrap_or(looks.len()) && end < looks.len() {
        let text = &*paragraphs[end].text;
        let leads = text.ends_with(|c: char| c.is_ascii_digit() || c == '）') && text.contains(['…', '.', '·', '\t']);
        if !(matches!(looks[end], Look::Heading(_) | Look::Short) || leads) {
            break;
        }
        if again.is_none() && !leads {
            break;
        }
        end += 1;
    }
    for look in &mut looks[head..end] {
        *look = Look::Label("contents");
    }
}

/// The number that a heading or a numbered paragraph begins with.
fn numbered(text: &str) -> Option<Marker> {
    let number = marker(text)?;
    (number.form.heads() || number.form == Form::Dash).then_some(number).filter(|number| !counts_on(text, *number))
}

/// Whether `text` is one short sentence: （一）坚持加强宏观调控。
fn one_sentence(text: &str) -> bool {
    text.len() < 180 && text.find('。') == Some(text.len() - '。'.len_utf8())  && !text.contains(['；', '：'])
}

/// 第一篇：, 篇一：, 【第2篇】, 范文三：, the marks that number the texts of a collection.
fn collected(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['【', '[', '（', '(']);
    let bracket = text.len() - bare.len();
    let digits = |text: &str| {
        let ascii = text.bytes().take_while(u8::is_ascii_digit).count();
        if ascii > 0 {
            (ascii < 4).then_some(ascii)
        } else {
            crate::outline::chinese_number(text).map(|(_, length)| length)
        }
    };
    let after = if let Some(rest) = bare.strip_prefix('第') {
        let length = digits(rest)?;
        rest[length..].strip_prefix('篇')?
    } else {
        let word = ["范文", "篇", "例文"].into_iter().find(|word| bare.starts_with(word))?;
        let rest = &bare[word.len()..];
        &rest[digits(rest)?..]
    };
    let tail = after.trim_start_matches(['】', ']', '）', ')', '：', ':', ' ', '\u{3000}', '、', '.']);
    let marked = tail.len() < after.len() || tail.is_empty();
    (marked && (bracket == 0 || tail.len() < after.len())).then_some(text.len() - tail.len())
}

/// 云政发〔2024〕3号, 云办字[2024]12号, 第18号
fn is_document_number(text: &str) -> bool {
    if text.len() > 90 || !text.trim_end_matches(['）', ')', ' ']).ends_with('号') {
        return false;
    }
    let open = text.find(['〔', '[', '［', '【', '﹝']).or_else(|| text.find(['（', '(']).filter(|at| *at > 0));
    let year = open.and_then(|open| {
        let inner = text[open..].chars().skip(1).take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count();
        (inner == 4).then_some(())
    });
    year.is_some() || (text.starts_with('第') && text['第'.len_utf8()..].trim_start().starts_with(|c: char| c.is_ascii_digit()) && text.len() < 16)
}

/// 附件, 附件1, 附件2：, alone on a line.
fn is_attachment(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("附件").or_else(|| text.strip_prefix("附表")) else {
        return false;
    };
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
    rest.is_empty() || (rest.len() <= 6 && (rest.bytes().all(|b| b.is_ascii_digit()) || crate::outline::chinese_number(rest).is_some_and(|n| n.1 == rest.len())))
}

/// （2024年3月5日在…会议上）, ——2024年3月5日在…会议上
fn occasion_line(text: &str) -> bool {
    if text.len() > 400 || text.contains(['。', '；']) {
        return false;
    }
    let bracketed = text.starts_with(['（', '(', '—', '－', '-', '〔', '【']);
    let bare = text.trim_start_matches(['（', '(', '—', '－', '-', ' ', '〔', '【']);
    let dated = date::date_at(bare, 0).is_some();
    let closing = bare.trim_end_matches(['）', ')', ' ', '】']);
    let meeting = closing.ends_with('上') || closing.ends_with("会议") || closing.ends_with("大会") || closing.ends_with("通过");
    if dated && (meeting || bracketed && closing.len() < 120) {
        return true;
    }
    // （在全市经济工作会议上）
    bracketed && bare.starts_with('在') && closing.ends_with('上')
}

/// 云河市人民政府　2024年3月5日: a signature on one line.
fn place_and_date(text: &str) -> bool {
    text.len() < 120
        && date::first_date(text).is_some_and(|found| {
            let tail = text[found.span.end..].trim();
            let head = text[..found.span.start].trim_end();
            tail.is_empty() && found.value.len() == 10
                && head.len() < found.span.start
                && !head.contains(['，', '。', '、'])
                && !head.is_empty()
        })
        || text.starts_with(|c: char| c.is_ascii_digit() || c == '二')
            && text.len() < 200
            && date::date_at(text, 0).is_some_and(|found| {
                let tail = text[found.span.end..].trim_start();
                found.value.len() == 10 && (tail.starts_with("来源") || tail.starts_with(|c: char| c.is_ascii_digit()) && tail.len() < 160 && !tail.contains(['，', '。']))
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Look {
        look(&Paragraph {
            spans: Vec::new(),
            text: text.into(),
            mark: 0,
        })
    }

    #[test]
    fn lines_are_told_by_their_look() {
        assert_eq!(of("第一篇：在大会上的讲话"), Look::Collected("第一篇：".len()));
        assert_eq!(of("篇二：工作总结"), Look::Collected("篇二：".len()));
        assert_eq!(of("云政发〔2024〕3号"), Look::Number);
        assert_eq!(of("附件2"), Look::Attachment);
        assert_eq!(of("（2024年1月9日在云河市第三届人民代表大会第四次会议上）"), Look::Date);
        assert_eq!(of("——2024年1月9日在全市干部会议上"), Look::Date);
        assert_eq!(of("二〇二四年三月五日"), Look::Date);
        assert_eq!(of("云河县人民政府办公室 2024年3月5日"), Look::Date);
        assert_eq!(of("同志们："), Look::Salutation);
        assert_eq!(of("各镇人民政府，县直各部门："), Look::Addressees);
        assert_eq!(of("发布日期：2024-05-06"), Look::Label("date"));
        assert!(matches!(of("一、总体要求"), Look::Heading(_)));
        assert!(matches!(of("（一）坚持稳字当头。今年要做好三件事。"), Look::Numbered(_)));
        assert!(matches!(of("县长 王建国"), Look::Names(_)));
        assert_eq!(of("凝心聚力开新局"), Look::Short);
        assert_eq!(of("今年的工作千头万绪，关键是抓落实。"), Look::Body);
        assert_eq!(of("2024年工作要点"), Look::Short);
    }
}
