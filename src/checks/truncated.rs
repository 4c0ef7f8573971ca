//! # truncated
//!
//! ## zh: 文字不全
//!
//! 全文在句子中间断了；或者一段以逗号收尾，下一段却另起序号（一、（一））。末行是称谓、日期、署名或标题的不算。
//!
//! Why: 后面的内容没有了，按全文数出来的条数、算出来的合计也都不可靠。
//!
//! Source: 编校惯例
//!
//! ## en: Truncated
//!
//! The text breaks off in the middle of a sentence, or a paragraph ends with a comma and the next one begins with a
//! number (一、, （一）). A last line that is a greeting, a date, a
//! signature or a heading is none.
//!
//! Why: What comes after is missing, and every count and sum over the text is short.
//!
//! Source: Editors’ practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.truncated | 文末“{words}”后没有句末标点，可能没有说完。请补全。 | No mark ends the text after “{words}”: it may break off. Add what is missing. |
//! | check.truncated.paragraph | “{words}”后面是逗号，下一段另起序号，可能没有说完。请补全。 | A comma stands behind “{words}”, and the next paragraph begins with a number: words may be missing. |
//!
//! ## Trips
//!
//! ```text
//! 同志们：
//! 做好今年的工作意义重大。全县上下要统一思想，振奋精神。
//! 各部门要加快产业升级，推进科技进步，不断提
//! ```
//!
//! ## Silent
//!
//! ```text
//! 同志们：
//! 做好今年的工作意义重大。全县上下要统一思想，振奋精神。
//! 各部门要加快产业升级，推进科技进步，不断提高发展质量。
//! ```

use super::{Context, Findings, Role};
use crate::lexicon::body_endings::Count;
use crate::model::{BlockKind, Span};
use crate::numbering::Form;
use crate::reading::Reading;
use crate::text::{is_digit, is_han, window_before};

/// The characters of a broken sentence that are marked, at the least and at the most.
const SHOWN: (usize, usize) = (12, 30);
/// The most characters of a last clause that is taken for broken off; a longer one has only lost
/// its full stop.
const LONGEST_TAIL: usize = 40;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    before_numbers(context, findings);
    let mut blocks = reading.blocks.iter().rev();
    let last = blocks.find(|block| !matches!(block.kind, BlockKind::Noise | BlockKind::Metadata));
    let Some(block) = last.filter(|block| block.kind == BlockKind::Paragraph) else {
        return;
    };
    let words = block.span.of(reading.text);
    // 国务院二〇〇五年六月七日: a signature that is run into the last paragraph.
    let signed = (reading.times.last())
        .is_some_and(|(place, time)| place.end == block.span.end && time.period.is_some());
    // 12 修渠标准 / 13 植树标准: rows of a table have no mark at their ends.
    let above = blocks.find(|block| block.kind == BlockKind::Paragraph);
    let above = above.map_or("", |above| above.span.of(reading.text).trim());
    let is_row =
        above.ends_with(is_han) && [above, words].iter().all(|row| row.starts_with(is_digit));
    if !ends_whole(words) && !signed && !is_row && !lacks_stops(reading) {
        let clause = last_clause(words);
        // The words after the last mark, or as much of them as a reader can take in.
        let length = (clause.chars().count() + 8).clamp(SHOWN.0, SHOWN.1);
        let start = block.span.end - window_before(words, words.len(), length).len();
        let span = Span::new(start, block.span.end);
        findings.report(span, "", &[("words", clause)]);
    }
}

/// Whether paragraphs of a text often have no mark at their end: its source dropped them.
fn lacks_stops(reading: &Reading) -> bool {
    let paragraphs = reading
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph);
    let words = paragraphs.map(|block| block.span.of(reading.text));
    let running: Vec<&str> = words.filter(|words| words.contains(['，', '。'])).collect();
    let open = running
        .iter()
        .filter(|words| words.trim_end().ends_with(is_han));
    open.count() * 4 > running.len().max(8)
}

/// A paragraph that ends with a comma, and the next one begins with a number of its list: 保护合法权益，（二）推进….
fn before_numbers(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let markers = context.markers.all();
    let numbered = |at: usize| {
        let found = markers.binary_search_by_key(&at, |marker| marker.span.start);
        found.is_ok_and(|index| matches!(markers[index].form, Form::Chapter | Form::Section))
    };
    for pair in reading.blocks.windows(2) {
        let [block, next] = pair else { continue };
        let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading);
        let words = block.span.of(reading.text);
        if running && words.ends_with('，') && words.contains('。') && numbered(next.span.start) {
            let clause = last_clause(words.trim_end_matches('，'));
            let start = block.span.end - clause.len() - '，'.len_utf8();
            findings.report(
                Span::new(start, block.span.end),
                ".paragraph",
                &[("words", clause)],
            );
        }
    }
}

/// Whether a paragraph ends as paragraphs do, or is none: a line, a closing formula.
pub(super) fn ends_whole(words: &str) -> bool {
    let words = words.trim_end();
    if words.ends_with(['，', '、', ',', '“', '《', '（', '(']) {
        return false;
    }
    // Only running text breaks off; a line of its own without marks is a title or a name.
    let running = words.contains('。') || words.matches(['，', '；']).nth(1).is_some();
    if !words.ends_with(char::is_alphanumeric) || !running {
        return true;
    }
    let clause = last_clause(words);
    // 省民政厅、财政厅，各市人民政府: who is responsible, in the last cell of a table.
    let names = words
        .rsplit('。')
        .next()
        .is_some_and(|list| list.contains('、'))
        && Count::Owner.ends(clause);
    names
        || Role::Closing.stands_in(clause)
        || clause.chars().count() > LONGEST_TAIL
        || !clause.chars().any(is_han)
        || clause.starts_with(|c: char| c.is_ascii_digit()) && clause.ends_with(['日', '月', '年'])
}

fn last_clause(words: &str) -> &str {
    let marks = ['。', '，', '；', '：', ',', '、', '！', '？'];
    words.trim_end().rsplit(marks).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_texts_that_break_off() {
        trips(
            "truncated",
            &[
                "一、任务\n要抓好春耕。要加快产业升级，⟦推⟧",
                "全县上下要统一思想，提高认识，坚决打赢这场⟦攻⟧",
                "要完善机制，健全制度，⟦强化考核、⟧",
                "（一）加强管理。保护所有者、持有者的⟦合法权益，⟧\n（二）推进资产管理。建立台账。",
                "会议指出，今年任务艰巨，责任重大，⟦各级各部门要⟧",
                "全年完成投资12亿元。其中，农业投资⟦3.⟧"
                    .trim_end_matches('.')
                    .replace("3.⟧", "3⟧")
                    .as_str(),
                "要认真落实《⟦关于⟧"
                    .replace("《⟦关于⟧", "意见，抓好⟦《⟧")
                    .as_str(),
                "春耕备耕全面展开，农资储备充足，⟦群众种粮⟧",
                "要强化督查。对工作不力的，⟦要严肃⟧",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_whole_texts() {
        silent(
            "truncated",
            &[
                "要抓好春耕。要加快产业升级。",
                "以上报告，请予审议",
                "同志们，让我们携手前进，再创佳绩！",
                "我的讲话完了，谢谢大家",
                "通知如下：\n一、时间\n2024年3月1日",
                "县人民政府办公室",
                "（作者系县委书记）",
                "要抓好春耕，要早动手。一切就绪。end",
                "要守住底线。要干在实处……",
                "他说：“要干就干好。”",
                "会议对春耕工作作了安排，\n要求各乡镇早动手。",
                "（一）加强管理。保护合法权益。\n（二）推进资产管理。",
                "一、任务\n要修好水渠。\n二、保障\n要备足农资。",
                "各镇要抓紧整改，确保安全度汛。云溪县人民政府二○三一年六月七日",
                "要统一标准。标准如下。\n1渠系工程 修渠，护坡；清淤等标准\n2林网工程 植树，补种；养护、验收等标准",
                "修好水渠，备足农资\n管好塘坝，清淤河道\n种好良田，养好牲畜",
            ],
        );
    }
}
