//! What each paragraph is by itself, before its neighbours are looked at.

use super::address;
use super::byline::byline;
use super::class::{Class, Data};
use super::data_lines::{
    is_affiliation, is_attachment, is_contents_head, is_letterhead, is_published, is_trailer,
};
use super::date;
use super::dispatch;
use super::document_number::is_document_number;
use super::labels;
use super::occasion::{occasion_line, place_and_date};
use super::paragraph::Paragraph;
use super::posts;
use super::shape;
use crate::lexicon::Set;
use crate::lexicon::duty_words::{self, Role};
use crate::lexicon::numbering_words;
use crate::lexicon::page_labels::States;
use crate::numbering::{Form, Marker, counts_on, marker};
use crate::text::numeral::ordinal as chinese_ordinal;

/// What `paragraph` is by itself.
pub(super) fn classify(paragraph: &Paragraph) -> Class {
    let text = &*paragraph.text;
    if text.len() > 1200 {
        return numbered(text).map_or(Class::Body, Class::Numbered);
    }
    if let Some(length) = collected(text) {
        return Class::Collected(length);
    }
    if let Some(number) = numbered(text) {
        let alone = shape::is_short(text)
            || (paragraph.mark > 0 || !text[number.length..].contains(['。', '；', ';', '：']))
                && text.len() < 240
            || one_sentence(text);
        if number.form == Form::Dash && occasion_line(text) {
            return Class::Date;
        }
        return if alone && number.form.heads() {
            Class::Heading(number)
        } else {
            Class::Numbered(number)
        };
    }
    if let Some(data) = document_data(text) {
        return data;
    }
    if let Some(byline) = byline(text) {
        return Class::Names(byline);
    }
    if dispatch::is_alone(text) {
        return Class::Label(Data::Account);
    }
    // A piece of news begins with its source; cut off by a page's foot it is short, and no title. Nor does a note head what
    // follows it, or sign what stands above.
    if dispatch::begins(text) || is_note(text) {
        return Class::Body;
    }
    let title_mark = text.ends_with(['！', '？', '!', '?']);
    if paragraph.mark > 0 || (shape::is_short(text) && !title_mark) {
        Class::Short
    } else {
        Class::Body
    }
}

/// 责任单位：县教育局: whether a line says who is to act, or by when.
fn is_note(text: &str) -> bool {
    let label = text
        .split_once(['：', ':'])
        .filter(|(_, said)| !said.trim().is_empty());
    label
        .and_then(|(label, _)| {
            duty_words::TABLE.get(label.trim().trim_start_matches(['（', '(', '〔', '【']))
        })
        .is_some_and(|row| row.roles.meets(Set::of([Role::Label, Role::TimeLabel])))
}

/// What a line is that tells of the document, or whom it turns to.
fn document_data(text: &str) -> Option<Class> {
    Some(if is_contents_head(text) {
        Class::Contents
    } else if is_published(text) {
        Class::Label(Data::Published)
    } else if is_trailer(text) {
        Class::Trailer
    } else if is_affiliation(text) {
        Class::Label(Data::Affiliation)
    } else if address::is_salutation(text) {
        Class::Salutation
    } else if let Some((what, _)) = labels::label(text) {
        Class::Label(Data::Stated(what))
    } else if labels::is_cells(text) {
        Class::Label(Data::Stated(States::Other))
    } else if is_letterhead(text) {
        Class::Label(Data::Letterhead)
    } else if is_document_number(text) {
        Class::Number
    } else if is_attachment(text) {
        Class::Attachment
    } else if date::is_date_line(text) || occasion_line(text) || place_and_date(text) {
        Class::Date
    } else if address::is_addressees(text) {
        Class::Addressees
    } else if posts::is_masked(text) {
        Class::Post
    } else {
        return None;
    })
}

/// The number that a heading or a numbered paragraph begins with.
fn numbered(text: &str) -> Option<Marker> {
    let number = marker(text)?;
    (number.form.heads() || number.form == Form::Dash)
        .then_some(number)
        .filter(|number| !counts_on(text, *number))
}

/// Whether `text` is one short sentence: （一）坚持加强宏观调控。
fn one_sentence(text: &str) -> bool {
    text.len() < 180
        && text.find('。') == Some(text.len() - '。'.len_utf8())
        && !text.contains(['；', ';', '：'])
}

/// 第一篇：, 篇一：, 【第2篇】, 范文三：, the marks that number the texts of a collection.
pub(super) fn collected(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches(['【', '[', '（', '(']);
    let bracket = text.len() - bare.len();
    // 第一篇 or 篇一
    let (number, ordinal) = match bare.strip_prefix('第') {
        Some(rest) => (&rest[number_length(rest)?..], true),
        None => (bare, false),
    };
    let row = numbering_words::TABLE.longest(number);
    let row =
        row.filter(|row| row.collects && (!ordinal || row.form == numbering_words::Form::Part))?;
    let rest = &number[row.word.len()..];
    let after = if ordinal {
        rest
    } else {
        &rest[number_length(rest)?..]
    };
    let tail =
        after.trim_start_matches(['】', ']', '）', ')', '：', ':', ' ', '\u{3000}', '、', '.']);
    let marked = tail.len() < after.len() || tail.is_empty();
    (marked && (bracket == 0 || tail.len() < after.len())).then_some(text.len() - tail.len())
}

/// The bytes of the number that `text` begins with, in up to three digits or in Chinese.
fn number_length(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0 => chinese_ordinal(text).map(|(_, length)| length),
        1..4 => Some(digits),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Class {
        classify(&Paragraph {
            text: text.into(),
            ..Paragraph::default()
        })
    }

    #[test]
    fn lines_are_told_by_their_look() {
        assert_eq!(
            of("第一篇：在大会上的讲话"),
            Class::Collected("第一篇：".len())
        );
        assert_eq!(of("篇二：工作总结"), Class::Collected("篇二：".len()));
        assert_eq!(of("云政发〔2024〕3号"), Class::Number);
        assert_eq!(of("附件2"), Class::Attachment);
        assert_eq!(of("云河市教育局文件"), Class::Label(Data::Letterhead));
        assert_eq!(
            of("中 共 云 河 县 委 文 件"),
            Class::Label(Data::Letterhead)
        );
        assert_eq!(
            of("云河市第三届人民代表大会第二次会议文件（三）"),
            Class::Label(Data::Letterhead)
        );
        assert_eq!(of("（来源：《求知》2022年第8期）"), Class::Trailer);
        assert_eq!(of("（此稿据录音整理）"), Class::Trailer);
        assert_eq!(of("学习贯彻全会文件"), Class::Short);
        assert_eq!(of("云河市水务局办公室　2023年7月6日印发"), Class::Trailer);
        assert_eq!(
            of("（2024年1月9日在云河市第三届人民代表大会第四次会议上）"),
            Class::Date
        );
        assert_eq!(of("——2024年1月9日在全市干部会议上"), Class::Date);
        assert_eq!(of("二〇二四年三月五日"), Class::Date);
        assert_eq!(of("云河县人民政府办公室 2024年3月5日"), Class::Date);
        assert_eq!(of("柳溪发布 2023-05-18 19:30 发表于湖南"), Class::Date);
        assert_eq!(
            of("《柳溪日报》（2024年05月21日 第04版）"),
            Class::Label(Data::Published)
        );
        assert_eq!(
            of("标　　题：关于做好清查的通知"),
            Class::Label(Data::Stated(States::Title))
        );
        assert_eq!(
            of("发文机关 云河市教育局 成文日期 2024-03-08"),
            Class::Label(Data::Stated(States::Other))
        );
        assert_eq!(of("责任单位：县水务局、县财政局"), Class::Body);
        assert_eq!(of("完成时限：6月底前"), Class::Body);
        assert_eq!(of("同志们："), Class::Salutation);
        assert_eq!(of("各镇人民政府，县直各部门："), Class::Addressees);
        assert_eq!(
            of("发布日期：2024-05-06"),
            Class::Label(Data::Stated(States::Posted))
        );
        assert!(matches!(of("一、总体要求"), Class::Heading(_)));
        assert!(matches!(
            of("（一）坚持稳字当头。今年要做好三件事。"),
            Class::Numbered(_)
        ));
        assert!(matches!(of("县长 王建国"), Class::Names(_)));
        assert_eq!(of("凝心聚力开新局"), Class::Short);
        assert_eq!(of("今年的工作千头万绪，关键是抓落实。"), Class::Body);
        assert_eq!(of("2024年工作要点"), Class::Short);
    }
}
