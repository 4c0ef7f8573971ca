//! # confused-word
//!
//! ## zh: 音近形近词误用
//!
//! 读音、字形相近的词用混了：“截止2024年底”“截止目前”（应为截至），“必需加强”“必须品”，“以至造成”（以致），
//! “公民权力”“权利机关”“权力和义务”，“反应问题”“化学反映”，“招聘启示”，“渡假”“过度期”“过渡开发”，“即要……又要”“即然”，
//! “给于”“赋于”，“按排”“布署”“复盖”“再接再励”“明查暗访”一类从来不对的写法。两写都有人用的（其它、台帐、成份），以及2001年以前的文章，只作提示。
//! 词要整词出现，前后文能定是非的才报。
//!
//! Why: 输入法选错一个字，拼写检查看不出来，意思却可能反过来。
//!
//! Source: 用例、依据见 data/confused-words.tsv：《现代汉语词典》（第7版）、《第一批异形词整理表》（GF 1001—2001）、《咬文嚼字》常见别字表、宪法
//!
//! ## en: Confused word
//!
//! A word stands for another one that sounds or looks like it: 截止2024年底, 截止目前 (for 截至), 必需加强, 必须品,
//! 以至造成, 公民权力, 权利机关, 反应问题, 化学反映, 招聘启示, 渡假, 过度期, 过渡开发, 即要…又要, 给于, and what is never
//! right (按排, 布署, 复盖, 再接再励, 明查暗访). What some still write (其它, 台帐, 成份), and texts from before 2001, are only pointed out. A word must
//! stand whole, with words around it that decide.
//!
//! Why: An input method took the wrong word; no spelling checker sees it, and the sense may be turned round.
//!
//! Source: data/confused-words.tsv has the pairs, each with its source: 现代汉语词典 (7th edition), GF 1001—2001, the
//! list of the journal 咬文嚼字, the constitution
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.confused-word | “{words}”应为“{form}”（{source}）。 | “{words}” should be “{form}” (source: {source}). |
//! | check.confused-word.unsure | “{words}”一般写作“{form}”（{source}）。请核对。 | “{words}” is commonly written “{form}” (source: {source}). Check it. |
//!
//! ## Trips
//!
//! ```text
//! 截止2024年底，全县建成高标准农田12万亩。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 截至2024年底，全县建成高标准农田12万亩，报名截止时间另行通知。
//! ```

use std::sync::LazyLock;

use super::{Context, Findings};
use crate::lexicon::Trie;
use crate::lexicon::confused_words::{Need, ROWS, Row};
use crate::model::{Severity, Span};
use crate::reading::{Kind, Pos, Reading, Token};
use crate::text::{after, before, is_han};

/// The words as they are written.
static WRITTEN: LazyLock<Trie> =
    LazyLock::new(|| Trie::new(ROWS.iter().map(|row| row.written).zip(0..)));

/// The year of GF 1001, which settled most of them.
const STANDARD: i32 = 2001;

/// A word of so many bytes, three characters, says enough by itself: what stands behind it may be cut wrongly
/// (过度|期内).
const SURE: usize = 9;

/// How far behind a word its last token may end, in bytes.
const REACH: usize = 30;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let mut found: Option<(&Row, Span)> = None;
    let mut told = Vec::new();
    WRITTEN.each(reading.text, |start, length, number| {
        let (row, span) = (&ROWS[number as usize], Span::new(start, start + length));
        let tokens =
            reading.tokens_in(Span::new(start, (span.end + REACH).min(reading.text.len())));
        let begins = tokens
            .first()
            .is_some_and(|token| token.span.start == start);
        let whole = length >= SURE || ends_word(tokens, span.end);
        if begins && whole && decides(reading, row, span) {
            // Of those that begin at one place the longest comes last.
            if let Some(last) = found.filter(|(_, last)| last.start != start) {
                told.push(last);
            }
            found = Some((row, span));
        }
    });
    told.extend(found);
    let mut until = 0;
    for (row, span) in told {
        if span.start < until {
            continue;
        }
        until = span.end;
        let values = [("source", row.source), ("form", row.right)];
        // Older texts follow older dictionaries: 颠复, 过份.
        let older = reading.clock.year.is_some_and(|year| year < STANDARD);
        let unsure = row.unsure || older;
        let case = if unsure { ".unsure" } else { "" };
        let mut reported = findings.report(span, case, &values);
        if unsure {
            reported.set(Severity::Info);
        }
        reported.suggest(span, row.right);
    }
}

/// Whether one of the next words ends at a place.
fn ends_word(tokens: &[Token], end: usize) -> bool {
    let mut ends = tokens.iter().map(|token| token.span.end);
    ends.find(|next| *next >= end) == Some(end)
}

/// Whether the words around a word say that another one is meant.
fn decides(reading: &Reading, row: &Row, span: Span) -> bool {
    let text = reading.text;
    let beside = |character: Option<char>, set: &str| character.is_some_and(|c| set.contains(c));
    if beside(before(text, span.start), row.not_before)
        || beside(after(text, span.end), row.not_behind)
    {
        return false;
    }
    let sentence = reading.sentences.get(reading.sentence_at(span.start));
    let end = sentence.map_or(span.end, |sentence| sentence.end.max(span.end));
    let behind = &text[span.end..end];
    let stands = |words: &[&str]| words.iter().any(|word| behind.contains(word));
    let next = reading.tokens_in(Span::new(span.end, end)).first();
    let next = next.filter(|next| next.span.start == span.end);
    (row.with.is_empty() || stands(row.with))
        && !stands(row.unless)
        && (!row.needs.has(Need::Opening) || opens(text, span, next))
        && (!row.needs.has(Need::Time) || next.is_some_and(|next| next.kind == Kind::Time))
        && (!row.needs.has(Need::Acts)
            || next.is_some_and(|next| matches!(next.pos, Pos::Verb | Pos::Preposition)))
}

/// Whether a word opens a clause, and more than the time behind it stands there: 申报开始，截止6月30日。 has the verb.
fn opens(text: &str, word: Span, next: Option<&Token>) -> bool {
    let time = next.filter(|next| next.kind == Kind::Time);
    let end = time.map_or(word.end, |time| time.span.end);
    let closes = |c: char| matches!(c, '。' | '；' | '）' | '\n');
    !before(text, word.start).is_some_and(is_han) && after(text, end).is_some_and(|c| !closes(c))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_words_that_stand_for_others() {
        trips(
            "confused-word",
            &[
                "⟦截止⟧2024年底，全县建成农田12万亩。",
                "⟦截止⟧6月30日，已完成投资3亿元。",
                "⟦截止目前⟧，全县没有发生险情。",
                "各级干部⟦必需⟧坚持底线思维。",
                "⟦必需⟧把安全放在首位。",
                "储备粮油等⟦必须品⟧。",
                "监管不到位，⟦以至造成⟧重大损失。",
                "保障⟦公民权力⟧不受侵犯。",
                "人民代表大会是国家⟦权利机关⟧。",
                "企业集中⟦反应问题⟧较多。"
                    .replace("集中⟦", "向我们⟦")
                    .as_str(),
                "塑料燃烧是一种⟦化学反映⟧。",
                "人社局发布⟦招聘启示⟧。",
                "⟦过度期⟧内保持政策稳定。",
                "严禁⟦过渡开发⟧地下水。",
                "⟦即要⟧抓发展，又要保安全。",
                "会议对防汛工作作了⟦布署⟧。",
                "要⟦再接再励⟧，争取更大成绩。",
                "对困难群众⟦给于⟧救助。",
                "健全问题⟦台帐⟧。",
                "⟦截止本月底⟧，已有三座水库除险加固。",
                "把理论和实践⟦融汇贯通⟧。",
                "会议作了⟦安排部属⟧。",
                "理清工作⟦脉落⟧，补齐短板。",
                "对困难家庭⟦给于⟧补助。",
                "⟦仅管⟧任务很重，大家没有松劲。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_words_that_are_meant() {
        silent(
            "confused-word",
            &[
                "截至2024年底，全县建成农田12万亩。",
                "报名截止时间为3月1日。",
                "报名于6月30日截止。",
                "粮油是群众生活必需的物资，必须保障供应。",
                "生活必需保障到位。",
                "以至于影响了进度，以致造成损失。",
                "国家权力机关保障公民权利。",
                "疫苗不良反应情况、化学反应问题。",
                "这给我们以深刻启示。",
                "平稳度过过渡期，防止过度开发。",
                "立即要去现场，又要返回。",
                "考试成绩按排名公布。",
                "既要抓发展，又要保安全。",
                "群众既得利益，既使企业受益，又使集体增收。",
                "申报本周开始，截止6月30日。",
                "项目申报截止今年6月30日，报名截止本月20日。",
                "应以经县里核定的方案为准，厕位与厕位之间加隔板。",
                "把展品卖给于老先生一家，每名网格员仅管50户。",
                "用好用足已出台的政策，精准施策化风险。",
                "压减非必需支出，提供必需保障。",
                "安排部属高校毕业生到县里实习。",
                "加强其它方面的工作，避免产生过度期望。",
                "山脉落差很大，自己完成作业。",
                "群众普遍反应良好，国际社会反应强烈。",
            ],
        );
    }
}
