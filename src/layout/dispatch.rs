//! How a piece of news begins: 本报讯（记者 某某）, 新华社…3月5日电.

use crate::model::Span;
use crate::source::signs;

/// Words that only a piece of news begins with.
const OWN: &[&str] = &[
    "本报讯",
    "本网讯",
    "本台讯",
    "本站讯",
    "本刊讯",
    "本社讯",
    "本台消息",
    "本报消息",
];

/// Agencies and papers that sign a piece of news before its first sentence.
const AGENCIES: &[&str] = &[
    "新华社",
    "中新社",
    "中新网",
    "人民网",
    "央视网",
    "新华网",
    "本报",
    "本网",
];

/// How a reporter is called in the brackets after 讯 or 电.
const REPORTERS: &[&str] = &[
    "记者",
    "本报记者",
    "通讯员",
    "本报通讯员",
    "见习记者",
    "实习记者",
    "特约记者",
    "全媒体记者",
    "融媒体记者",
    "首席记者",
];

/// The most characters before the bracket with the reporter's name.
const HEAD: usize = 40;

/// Whether a paragraph begins as a piece of news does, and nothing else.
pub(super) fn begins(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    let signed = |names: &[&str]| names.iter().any(|words| bare.starts_with(words));
    signed(OWN)
        || reporters(text).is_some()
        || signed(AGENCIES)
            && ["日电", "日讯", "电 ", "电　", "讯 ", "讯　"]
                .iter()
                .any(|mark| head(bare).contains(mark))
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
    let signed = before.is_empty()
        || before.trim_end().ends_with(['讯', '电'])
        || before.trim_end().ends_with("消息");
    let start = open + bracket.len_utf8();
    let inner = &text[start..];
    let named = REPORTERS.iter().any(|words| inner.starts_with(words));
    if !signed || !named {
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
