//! What a stretch of text looks like: closed or hanging, running or short, a title.

use std::borrow::Cow;

use super::date;
use crate::lexicon::title_endings::Kind;
use crate::lexicon::{hanging_words, title_endings};
use crate::numbering::{Form, marker};
use crate::text::is_longer;

/// Whether `text` ends with a mark that closes a sentence, a list item or a quotation.
pub(crate) fn is_closed(text: &str) -> bool {
    // 累计投入5.|3亿元: a point behind a figure is no end.
    if let Some(rest) = text.strip_suffix('.')
        && rest.ends_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    text.chars().next_back().is_some_and(|last| {
        [
            '。', '！', '？', '；', ';', '：', '…', '”', '』', '」', '）', '】', '》', '〉', '!',
            '?', ';', ':', ')', ']', '.', '’', '〕', '|', '"',
        ]
        .contains(&last)
    })
}

/// Whether `text` begins with a mark, or a particle, that no sentence begins with.
pub(super) fn continues(text: &str) -> bool {
    text.starts_with([
        '，', '、', '。', '；', ';', '：', '！', '!', '？', '?', '）', '”', '》', '』', '」', '%',
        '％', '’', ',', '〉',
    ]) || text.starts_with('的') && hanging_words::TABLE.longest(text).is_none()
}

/// Whether `text` stops where a sentence cannot: at a comma, an opening mark or a particle.
/// Prepositions are also the last characters of words (航向, 行为), so they count only in a line
/// that is longer than most headings.
pub(super) fn hangs(text: &str) -> bool {
    text.ends_with([
        '，', '、', ',', '（', '(', '“', '《', '「', '—', '的', '和', '与', '及', '或', '把', '被',
    ]) && hanging_words::TABLE.longest_at_end(text).is_none()
        || text.chars().count() > 30
            && text.ends_with([
                '在', '是', '对', '将', '从', '并', '而', '使', '让', '以', '向', '于', '为', '不',
            ])
}

/// Whether `text` reads as running text: it has a comma or ends a sentence.
pub(super) fn is_running(text: &str) -> bool {
    text.contains(['，', '。', '；', '！', '？', ',', ';', '!', '?'])
        || text.ends_with(['：', ':', '”'])
}

/// Whether `text` is short and without a closing mark: a title, a heading, a name.
pub(super) fn is_short(text: &str) -> bool {
    text.len() <= 240
        && !text.contains(['。', '；', ';'])
        && !text.ends_with(['：', ':', ';', '，', ',', '、', '…', '|'])
        && !is_longer(text, 72)
}

/// Whether a new stretch begins with `text`: a numbered heading, a dash, an item of a list.
pub(super) fn opens(text: &str) -> bool {
    marker(text).is_some_and(|number| {
        // 一要 and 其一 may stand anywhere in a sentence, and lines break anywhere.
        !matches!(number.form, Form::Bare | Form::Sequence)
    })
}

/// How many quotations and brackets are open behind a character, where `open` are before it.
pub(super) fn depth(open: u32, character: char) -> u32 {
    match character {
        '“' | '《' | '（' | '(' | '「' | '『' => open + 1,
        '”' | '》' | '）' | ')' | '」' | '』' => open.saturating_sub(1),
        _ => open,
    }
}

/// Whether `text` closes a quotation or bracket that it did not open.
pub(super) fn closes_quotation(text: &str) -> bool {
    let mut depths = text.chars().take(200).map(|character| depth(1, character));
    depths.find(|depth| *depth != 1) == Some(0)
}

/// The letters and digits of `text`, without marks and white space.
pub(super) fn dense(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `text` without white space: words set wide are words.
pub(super) fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}

/// `text` without the spaces that set it wide: 政 府 工 作 报 告, 返 回, 分 享 到：
pub(super) fn narrow(text: &str) -> Cow<'_, str> {
    let mut words = text.split_whitespace();
    let wide = words.clone().count() > 1
        && words.all(|word| {
            let word = word.trim_end_matches(['：', ':']);
            word.chars().nth(1).is_none() && !word.is_ascii()
        });
    match wide {
        true => Cow::Owned(unspaced(text)),
        false => Cow::Borrowed(text),
    }
}

/// A title without the sign of a note to it (…公报[1]), and without its year where a page says that again (2031年…公报 2031).
pub(super) fn without_sign(title: &str) -> &str {
    let title = title.trim_end();
    if let Some((words, year)) = title.rsplit_once(' ')
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && words.contains(year)
    {
        return words.trim_end();
    }
    let number = title
        .strip_suffix([']', '］'])
        .and_then(|rest| rest.rsplit_once(['[', '［']));
    match number {
        Some((words, number))
            if !words.is_empty() && number.chars().all(|c| c.is_ascii_digit()) =>
        {
            words.trim_end()
        }
        _ => title,
    }
}

/// Whether a title has its day behind it, in brackets: …讲话（2031年3月5日）
pub(super) fn is_dated(title: &str) -> bool {
    let mut notes = title.split(['（', '(']).skip(1);
    notes.any(|note| {
        note.split(['）', ')'])
            .next()
            .is_some_and(date::is_date_line)
    })
}

/// The kind of text by the last word of a title.
pub(super) fn title_kind(title: &str) -> Option<Kind> {
    let mut bare = without_sign(title);
    // （试行）, （2024年修订）, (摘要) stand after the last word.
    while bare.ends_with(['）', ')', '》', '”']) {
        if bare.ends_with(['）', ')']) {
            let open = bare.rfind(['（', '('])?;
            bare = bare[..open].trim_end();
        } else {
            bare = bare.trim_end_matches(['》', '”']);
        }
    }
    title_endings::TABLE
        .longest_at_end(bare)
        .map(|row| row.kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_tells_the_kind_of_text() {
        for (title, kind) in [
            ("在全县经济工作会议上的讲话", Some(Kind::Speech)),
            ("云河市政府工作报告", Some(Kind::WorkReport)),
            ("关于开展清查的通知", Some(Kind::Notice)),
            ("养老服务管理办法（试行）", Some(Kind::Notice)),
            ("让山更绿水更清", None),
        ] {
            assert_eq!(title_kind(title), kind, "{title}");
        }
    }
}
