//! How a piece of news begins: 本报讯（记者 某某）, 新华社…3月5日电.

use crate::lexicon::news_words::{Role, TABLE};
use crate::model::Span;
use crate::source::signs;
use crate::text::{is_longer, window_after};

/// The most characters before the bracket with the reporter's name, and inside it.
const HEAD: usize = 40;
const NAMES: usize = 60;

/// Whether a paragraph begins as a piece of news does, and nothing else.
pub(super) fn begins(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    is_own(text)
        || reporters(text).is_some()
        || TABLE.beginning(bare, Role::Agency).is_some() && is_wired(window_after(bare, 0, HEAD))
}

/// Whether a paragraph begins as news alone does, whatever its headline says: 本报讯, 央视网消息.
pub(super) fn is_own(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【', '[']);
    TABLE.beginning(bare, Role::Own).is_some()
}

/// Whether a paragraph is nothing but the sign of the agency: 新华社北京3月5日电
pub(super) fn is_alone(text: &str) -> bool {
    wire_end(text).is_some_and(|end| text[end..].trim().is_empty())
}

/// The bytes of the agency's sign that a text begins with: 新华社北京3月5日电
pub(super) fn wire_end(text: &str) -> Option<usize> {
    let bare = text.trim_start();
    TABLE.beginning(bare, Role::Agency)?;
    let head = window_after(bare, 0, HEAD);
    let mut places = head.char_indices().zip(head.chars().skip(1));
    let wired = |pair: &((usize, char), char)| matches!((pair.0.1, pair.1), ('日', '电' | '讯'));
    let ((day, _), _) = places.find(wired)?;
    Some(text.len() - bare.len() + day + "日电".len())
}

/// Whether a paragraph that begins so is news where nothing tells of another kind: 新华社北京消息.
pub(super) fn may_begin(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '【']);
    begins(text) || TABLE.beginning(bare, Role::News).is_some()
}

/// Whether a post is a reporter's: 本报记者, 通讯员.
pub(super) fn is_reporter(post: &str) -> bool {
    TABLE.stands_in(post, Role::Reporter)
}

/// Whether 3月5日电, 日讯, 电 or 讯 with a space behind it stands in the words before a first sentence.
fn is_wired(head: &str) -> bool {
    let mut pairs = head.chars().zip(head.chars().skip(1));
    pairs.any(|pair| matches!(pair, ('日', '电' | '讯') | ('电' | '讯', ' ' | '\u{3000}')))
}

/// Where the reporters are named in a paragraph that begins a piece of news: in brackets, without them, or before what they report.
pub(super) fn reporters(text: &str) -> Option<Span> {
    in_brackets(text).or_else(|| reporting(text))
}

/// 本报讯（记者 王小明）
fn in_brackets(text: &str) -> Option<Span> {
    // A character has four bytes at most.
    let (open, bracket) = signs(text)
        .take_while(|(at, _)| *at < 4 * HEAD)
        .find(|(_, sign)| matches!(sign, '（' | '('))?;
    let before = &text[..open];
    let lead = before.trim_end();
    let signed = before.is_empty()
        || lead.ends_with(['讯', '电'])
        || TABLE.ending(lead, Role::Wire).is_some();
    let start = open + bracket.len_utf8();
    let inner = &text[start..];
    if is_longer(before, HEAD - 1) || !signed {
        return None;
    }
    TABLE.beginning(inner, Role::Reporter)?;
    let length = window_after(inner, 0, NAMES).find(['）', ')'])?;
    Some(Span::new(start, start + length))
}

/// 本报云河3月5日电 记者王小明、李大为报道：…, 本报讯 记者王小明从县水利局获悉
fn reporting(text: &str) -> Option<Span> {
    let own = || Some(TABLE.beginning(text, Role::Own)?.words.len());
    let end = wire_end(text).or_else(own)?;
    let named = text[end..].trim_start();
    TABLE.beginning(named, Role::Reporter)?;
    let start = text.len() - named.len();
    let window = window_after(named, 0, NAMES);
    let mut places = window.char_indices().map(|(at, _)| at);
    let length = places.find(|&at| TABLE.beginning(&window[at..], Role::Reports).is_some())?;
    Some(Span::new(start, start + length))
}

/// Where those are named who sign a piece of news at its end: …。（记者 王小明）, （本报记者王小明、李大为报道）
pub(super) fn signed(text: &str) -> Option<Span> {
    let inner = last_bracket(text)?;
    let words = inner.of(text);
    let reports = TABLE.ending(words, Role::Reports);
    let names = reports.map_or(words, |row| &words[..words.len() - row.words.len()]);
    let is_named = TABLE.beginning(names, Role::Reporter).is_some();
    is_named.then(|| Span::of_part(names, text))
}

/// Whether a line is nothing but the end of a piece of news: （新华社北京3月5日电）, （本报记者王小明报道）
pub(super) fn signs_off(text: &str) -> bool {
    let Some(inner) =
        last_bracket(text).filter(|inner| text[..inner.start].trim().chars().count() == 1)
    else {
        return false;
    };
    let words = inner.of(text);
    let cited = TABLE.beginning(words, Role::Cites);
    is_alone(cited.map_or(words, |row| &words[row.words.len()..])) || signed(text).is_some()
}

/// What stands in the brackets that end a text, where they are short.
fn last_bracket(text: &str) -> Option<Span> {
    let bare = text.trim_end().strip_suffix(['）', ')'])?;
    let mut before = bare.char_indices().rev().take(NAMES);
    let (open, bracket) = before.find(|(_, sign)| matches!(sign, '（' | '('))?;
    Some(Span::new(open + bracket.len_utf8(), bare.len()))
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
            (
                "本报云河1月2日电记者王小明、李大为报道：大桥通车。",
                Some("记者王小明、李大为"),
            ),
            (
                "本报讯记者王小明从县水利局获悉，大桥通车。",
                Some("记者王小明"),
            ),
            ("本报云河1月2日讯综合各地消息：大桥通车。", None),
        ] {
            assert!(begins(text), "{text}");
            assert_eq!(reporters(text).map(|span| span.of(text)), names, "{text}");
        }
    }

    #[test]
    fn news_ends_with_those_who_sign_it() {
        for (text, names, alone) in [
            (
                "（本报记者王小明、李大为报道）",
                Some("本报记者王小明、李大为"),
                true,
            ),
            ("（据新华社云河1月2日电）", None, true),
            ("大桥通车了。（记者 王小明）", Some("记者 王小明"), false),
            ("（以下简称大桥）", None, false),
            ("大桥通车了。（见第二版）", None, false),
        ] {
            assert_eq!(signed(text).map(|span| span.of(text)), names, "{text}");
            assert_eq!(signs_off(text), alone, "{text}");
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
