//! How a piece of news begins: 本报讯（记者 某某）, 新华社…3月5日电.

use crate::lexicon::news_words::{self, Role};
use crate::model::Span;
use crate::source::signs;

/// The most characters before the bracket with the reporter's name.
const HEAD: usize = 40;

/// Whether `words` begin as such news does, as `role` says.
fn begins_as(words: &str, role: Role) -> bool {
    let mut rows = news_words::TABLE.beginnings(words);
    rows.any(|row| row.roles.has(role))
}

/// Whether a paragraph begins as a piece of news does, and nothing else.
pub(super) fn begins(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    begins_as(bare, Role::Own)
        || reporters(text).is_some()
        || begins_as(bare, Role::Agency) && is_wired(head(bare))
}

/// Whether a paragraph that begins so is news where nothing tells of another kind: 新华社北京消息.
pub(super) fn may_begin(text: &str) -> bool {
    begins(text) || begins_as(text.trim_start_matches(['（', '(', '【']), Role::News)
}

/// Whether a post is a reporter's: 本报记者, 通讯员.
pub(super) fn is_reporter(post: &str) -> bool {
    let mut rows = news_words::TABLE.inside(post);
    rows.any(|row| row.roles.has(Role::Reporter))
}

/// Whether 3月5日电, 日讯, 电 or 讯 with a space behind it stands in the words before a first sentence.
fn is_wired(head: &str) -> bool {
    let pairs = head.chars().zip(head.chars().skip(1));
    pairs
        .into_iter()
        .any(|pair| matches!(pair, ('日', '电' | '讯') | ('电' | '讯', ' ' | '\u{3000}')))
}

/// Where the reporters are named in a paragraph that begins a piece of news, without the brackets.
pub(super) fn reporters(text: &str) -> Option<Span> {
    // A character has four bytes at most.
    let (open, bracket) = signs(text)
        .take_while(|(at, _)| *at < 4 * HEAD)
        .find(|(_, sign)| matches!(sign, '（' | '('))?;
    let before = &text[..open];
    if before.chars().count() >= HEAD {
        return None;
    }
    let lead = before.trim_end();
    let mut wires = news_words::TABLE.endings(lead);
    let signed = before.is_empty()
        || lead.ends_with(['讯', '电'])
        || wires.any(|row| row.roles.has(Role::Wire));
    let start = open + bracket.len_utf8();
    let inner = &text[start..];
    if !signed || !begins_as(inner, Role::Reporter) {
        return None;
    }
    let end = inner
        .char_indices()
        .take(60)
        .find(|(_, character)| matches!(character, '）' | ')'))?
        .0;
    Some(Span::new(start, start + end))
}

fn head(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(HEAD)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_begins_with_its_source() {
        for (text, names) in [
            ("本报讯（记者 王小明）昨日，大桥通车。", Some("记者 王小明")),
            (
                "新华社北京3月5日电（记者 张三、李四）会议召开。",
                Some("记者 张三、李四"),
            ),
            ("本网讯 昨日，大桥通车。", None),
            ("本报云河3月5日电 会议召开。", None),
            ("（通讯员 周大为）昨日，大桥通车。", Some("通讯员 周大为")),
        ] {
            assert!(begins(text), "{text}");
            assert_eq!(reporters(text).map(|span| span.of(text)), names, "{text}");
        }
    }

    #[test]
    fn other_paragraphs_are_no_news() {
        for text in [
            "新华社是国家通讯社。",
            "本报记者走进田间，看见稻浪翻滚。",
            "昨日（记者 王小明摄）大桥通车。",
            "全县工作会议（以下简称会议）召开。",
        ] {
            assert!(!begins(text), "{text}");
        }
    }
}
