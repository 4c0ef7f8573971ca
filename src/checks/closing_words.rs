//! # closing-words
//!
//! ## zh: 结束语不合文种
//!
//! 标题“关于……的通知（报告、请示、函、批复、通告、公告、通报、决定）”写明了文种，正文末尾的结束语却是别的文种用的：
//! 通知以“特此报告”结尾，报告以“请批示”结尾（报告不得夹带请示事项），公告以“特此通告”结尾。
//! 标题没有“关于”或者不以文种结尾的不报。
//!
//! Why: 文种错了，收文机关不知道该阅、该办还是该批。
//!
//! Source: 《党政机关公文处理工作条例》第八条、第十五条；结束语见 data/closing-words.tsv
//!
//! ## en: Closing words
//!
//! The title (关于…的通知, 报告, 请示, 函, 批复, 通告, 公告, 通报, 决定) says which kind of document it is, and the last
//! clause of the text closes another kind: a notice that ends with 特此报告, a report that ends with 请批示. Silent where
//! the title has no 关于 or does not end with its kind.
//!
//! Why: Whoever receives it does not know whether to read, to act or to decide.
//!
//! Source: 党政机关公文处理工作条例, articles 8 and 15; data/closing-words.tsv has the words
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.closing-words | “{words}”用于{kinds}，本文是{kind}。请核对文种或结束语。 | “{words}” closes {kinds}, and this is {kind}. Check the kind or the words. |
//!
//! ## Trips
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 特此报告。
//! 云溪县水务局
//! 2031年5月6日
//! ```
//!
//! ## Silent
//!
//! ```text
//! 云溪县水务局关于做好防汛工作的通知
//! 各乡镇人民政府：
//! 汛期将至，请立即排查水库隐患，落实值班制度。
//! 特此通知。
//! 云溪县水务局
//! 2031年5月6日
//! ```

use super::official::{kind_of, last_paragraphs};
use super::{Context, Findings};
use crate::lexicon::closing_words::TABLE;
use crate::model::Span;

/// The closing words stand in one of so many paragraphs at the end: notes and annexes may follow them.
const LAST: usize = 5;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let Some(kind) = kind_of(reading) else { return };
    for paragraph in last_paragraphs(reading, LAST) {
        let words = paragraph.of(reading.text).trim_end();
        let bare = words.trim_end_matches(['。', '！', '.']);
        let Some(row) = TABLE.longest_at_end(bare) else {
            continue;
        };
        let head = &bare[..bare.len() - row.closing.len()];
        let own = head.is_empty() || head.ends_with(['。', '，', ',', '；', '\u{3000}', ' ']);
        if own && !row.kinds.contains(&kind) {
            let start = paragraph.start + head.len();
            let span = Span::new(start, start + row.closing.len());
            let values = [("kind", kind), ("kinds", &*row.kinds.join("、"))];
            findings.report(span, "", &values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::in_file;

    fn found(title: &str, closing: &str) -> usize {
        let text = format!(
            "{title}\n各乡镇人民政府：\n汛期将至，各水库运行平稳，值班制度已经落实。\n{closing}\n云溪县水务局\n2031年5月6日\n"
        );
        in_file("closing-words", &text).len()
    }

    #[test]
    fn finds_what_closes_another_kind() {
        for (title, closing) in [
            ("云溪县水务局关于防汛工作的通知", "特此报告。"),
            ("云溪县水务局关于防汛工作的通知", "特此通告。"),
            ("云溪县水务局关于防汛情况的报告", "以上报告妥否，请批示。"),
            ("云溪县水务局关于防汛情况的报告", "特此通知。"),
            ("云溪县水务局关于停水的公告", "特此通告。"),
            ("云溪县水务局关于停水的通告", "特此公告。"),
            ("云溪县水务局关于拨付资金的请示", "特此报告。"),
            ("云溪县水务局关于商请支援的函", "特此通知。"),
            ("云溪县水务局关于水库加固的批复", "特此通知。"),
            ("云溪县水务局关于商请支援的函", "请遵照执行。"),
            ("云溪县水务局关于防汛情况的报告", "以上请示，请予批准。"),
            ("云溪县水务局关于表彰先进的决定", "以上报告，请审阅。"),
        ] {
            assert_eq!(found(title, closing), 1, "{title} {closing}");
        }
    }

    #[test]
    fn keeps_silent_on_what_fits_and_where_the_kind_is_not_certain() {
        for (title, closing) in [
            ("云溪县水务局关于防汛工作的通知", "特此通知。"),
            ("云溪县水务局关于防汛情况的报告", "特此报告。"),
            ("云溪县水务局关于拨付资金的请示", "妥否，请批示。"),
            ("云溪县水务局关于商请支援的函", "请予函复。"),
            ("云溪县水务局关于水库加固的批复", "此复。"),
            ("云溪县水务局防汛工作安排", "特此报告。"),
            ("云溪县水务局关于防汛工作的意见", "各地要抓好落实。"),
            (
                "云溪县水务局关于防汛工作的通知",
                "遇有险情，请逐级特此报告制度执行。",
            ),
        ] {
            assert_eq!(found(title, closing), 0, "{title} {closing}");
        }
    }
}
