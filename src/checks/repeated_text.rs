//! # repeated-text
//!
//! ## zh: 文字重复
//!
//! 同样的文字连着出现两次：整段重复，句子或分句紧接着重复，句尾的词又作下一句开头。
//! 排比和有意的反复不算，法规的两条里说同样的话也不算；两项里的长句只作提示。
//!
//! Why: 多半是粘贴了两遍，或者删改时留下了一截。
//!
//! Source: 编校惯例
//!
//! ## en: Repeated text
//!
//! The same text stands twice: a whole paragraph, a sentence or clause right after itself, the last
//! word of a sentence that also begins the next one. Parallel
//! wording and refrains are left alone, and so is what two articles of a law both say; a long sentence in two items is
//! a hint.
//!
//! Why: It was pasted twice, or a cut left an end behind.
//!
//! Source: Editors’ practice
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.repeated-text | “{start}”重复出现。请核对是否重复粘贴。 | “{start}” stands twice. Check whether it was pasted again. |
//! | check.repeated-text.first | 先前出现处 | Where it stands first |
//!
//! ## Trips
//!
//! ```text
//! 下半年，要夯实产业发展的基础，要夯实产业发展的基础，加快产业转型步伐。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 下半年，要夯实产业发展的基础，要积蓄产业发展的后劲，加快产业转型步伐。
//! ```

use super::{Context, Findings, Role};
use crate::lexicon::FastMap;
use crate::lexicon::picture_words::{self, Tells};
use crate::model::{BlockKind, Severity, Span};
use crate::reading::{Clause, PartMarker, Reading};
use crate::text::{is_han, window_after};

/// The least characters of a paragraph that counts as the same text.
const PARAGRAPH: usize = 20;
/// The least characters of a clause or sentence that stands right after itself.
const CLAUSE: usize = 6;
/// The least bytes of a sentence that stands right after itself: ten characters.
const SENTENCE: usize = 30;
/// How far behind a sentence its picture's credit ends, in characters.
const CREDIT: usize = 16;
/// The least bytes of a sentence that stands twice anywhere: forty characters.
const LONG_SENTENCE: usize = 120;
/// So many bytes, a hundred characters, are pasted and no formula.
const PASTED: usize = 300;

/// So many clauses to both sides the cells of a table are looked for.
const NEAR: usize = 8;

/// So many sentences on, what is said again was not pasted.
const FAR: usize = 12;

/// What the last word of a sentence may stand behind: 一直持续到目前。目前，….
const UNTIL: [char; 9] = ['到', '至', '在', '于', '是', '从', '比', '了', '，'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let mut again = |span: Span, first: Span, severity| {
        let mut finding = findings.report(span, "", &[]);
        finding.relate(first, ".first", &[]);
        finding.set(severity);
    };
    let articles: Vec<usize> = reading.articles().map(|block| block.span.start).collect();
    let told = paragraphs(context, &articles);
    sentences(context, &articles, &told, &mut again);
    for &(span, first) in &told {
        // Far away a short one is a form's or a table's.
        let [from, to] = [first, span].map(|place| reading.sentence_at(place.start));
        let far = to - from > FAR && span.len() < PASTED;
        // A page shows the title above the text's own as well.
        let words = span.of(reading.text).trim();
        let is_title = reading.title.is_some_and(|title| title.trim() == words);
        // 图为会谈现场: a page's caption and its summary say what its first line says too.
        let is_summary = || {
            reading
                .text
                .matches(words.trim_end_matches('。'))
                .nth(2)
                .is_some()
        };
        // 提供证书复印件 below this item and that: cells of a table with a line each.
        let above = [first, span].map(|place| {
            let block = reading.sentence_blocks[reading.sentence_at(place.start)];
            let above = block.checked_sub(1).map(|above| &reading.blocks[above]);
            let above = above.filter(|above| above.kind != BlockKind::Heading);
            above.map(|above| above.span.of(reading.text).trim())
        });
        let is_short =
            |above: &Option<&str>| above.is_some_and(|above| !above.contains(['。', '！', '？']));
        let is_cell = || {
            span.len() < PASTED
                && from + 1 < to
                && above[0] != above[1]
                && above.iter().all(is_short)
        };
        let severity = match far || is_title || is_cell() || is_summary() {
            true => Severity::Info,
            false => Severity::Warning,
        };
        again(span, first, severity);
    }
    let mut twice = |span, first| again(span, first, Severity::Warning);
    clauses(reading, &mut twice);
    openers(reading, &mut twice);
    tails(reading, &mut twice);
}

/// The paragraphs that stand twice, in order, each with the place where it stands first.
fn paragraphs(context: &Context, articles: &[usize]) -> Vec<(Span, Span)> {
    use BlockKind::{Byline, Metadata, Noise};
    let reading = context.reading;
    let markers = context.markers.all();
    let opens = |marker: &PartMarker| marker.span.start;
    // （八）法律规定的其他条件: lists of one kind have like items.
    let is_item = |span: Span| {
        span.len() < PASTED && markers.binary_search_by_key(&span.start, opens).is_ok()
    };
    let mut told = Vec::new();
    let mut seen: FastMap<&str, Span> = FastMap::default();
    seen.reserve(reading.blocks.len());
    let mut previous: Option<Span> = None;
    let blocks = reading.blocks.iter();
    for block in blocks.filter(|block| !matches!(block.kind, Noise | Metadata | Byline)) {
        let words = block.span.of(reading.text).trim();
        let before = previous.replace(block.span);
        let first = *seen.entry(words).or_insert(block.span);
        if first == block.span {
            continue;
        }
        let long = |least: usize| words.chars().nth(least - 1).is_some();
        // （省水利厅牵头，各市县配合）: who does it stands below every item.
        let is_note = words.starts_with(['（', '(']) && words.ends_with(['）', ')'])
            || words
                .trim_start_matches(['|', ' '])
                .starts_with(['*', '＊', '※']);
        if are_provisions(articles, first, block.span) {
            continue;
        }
        if long(PARAGRAPH) && !is_item(block.span) && !is_note && words.contains(['。', '，', '；'])
        {
            told.push((block.span, first));
        } else if let Some(before) = before.filter(|span| span.of(reading.text).trim() == words)
            && long(CLAUSE)
            && words.contains(is_han)
        {
            told.push((block.span, before));
        }
    }
    told
}

/// Whether a stretch stands under one of the `articles`, by where they begin, and the same words under another: what holds for both is said in both.
fn are_provisions(articles: &[usize], first: Span, second: Span) -> bool {
    let above = |span: Span| articles.partition_point(|&at| at < span.start);
    (1..above(second)).contains(&above(first))
}

/// A clause, or up to three, right after itself: 明确责任，细化任务，明确责任，细化任务.
fn clauses(reading: &Reading, twice: &mut impl FnMut(Span, Span)) {
    /// The most clauses that are pasted together.
    const MOST: usize = 3;
    let clauses = &reading.clauses;
    let words = |clause: &Clause| clause.span.of(reading.text);
    let block = |clause: &Clause| reading.sentence_blocks[clause.sentence];
    let alike = |first: &Clause, second: &Clause| {
        first.span.len() == second.span.len() && words(first) == words(second)
    };
    for count in 1..=MOST {
        for (at, both) in clauses.windows(2 * count).enumerate() {
            let (first, second) = both.split_at(count);
            // Nearly all are told off by their first clause; of several that are all alike one is told.
            if alike(&first[0], &second[0])
                && first
                    .iter()
                    .zip(second)
                    .all(|(one, other)| alike(one, other))
                && block(&first[0]) == block(&second[count - 1])
                && (count == 1 || !alike(&first[0], &first[1]))
                && words(&first[0]).chars().nth(CLAUSE - 1).is_some()
                && words(&first[0]).contains(is_han)
                && !is_column(reading, at)
            {
                let stretch =
                    |part: &[Clause]| Span::new(part[0].span.start, part[count - 1].span.end);
                twice(stretch(second), stretch(first));
            }
        }
    }
}

/// 水质达标。水质达标。水质达标。: whether a clause stands more often than twice near by in its paragraph, as a table's
/// cells do that were run together.
fn is_column(reading: &Reading, at: usize) -> bool {
    let clauses = &reading.clauses;
    let block = |clause: &Clause| reading.sentence_blocks[clause.sentence];
    let near = &clauses[at.saturating_sub(NEAR)..clauses.len().min(at + NEAR)];
    let words = clauses[at].span.of(reading.text);
    let alike = |clause: &&Clause| {
        clause.span.of(reading.text) == words && block(clause) == block(&clauses[at])
    };
    near.iter().filter(alike).count() > 2
}

/// A sentence right after itself, where it has clauses of its own, and a long one anywhere; those of
/// paragraphs that were told stand for themselves no more.
fn sentences(
    context: &Context,
    articles: &[usize],
    told: &[(Span, Span)],
    again: &mut impl FnMut(Span, Span, Severity),
) {
    let (reading, markers) = (context.reading, context.markers.all());
    let parts = |at: usize| markers.partition_point(|marker| marker.span.start <= at);
    let mut seen: FastMap<&str, (usize, Span)> = FastMap::default();
    seen.reserve(reading.sentences.len());
    for (index, &sentence) in reading.sentences.iter().enumerate() {
        let words = sentence.of(reading.text);
        // Shorter ones are refrains; one clause twice is told already.
        if words.len() < SENTENCE || reading.sentence_is_heading[index] {
            continue;
        }
        if let Some((before, first)) = seen.insert(words, (index, sentence)) {
            let counts = if before + 1 == index {
                reading.clauses_of(index).len() > 1
            } else {
                words.len() >= LONG_SENTENCE
            };
            let above = told.partition_point(|(span, _)| span.start <= sentence.start);
            let above = above.checked_sub(1).map(|at| told[at].0);
            // The caption of a picture that a page shows again.
            let behind = window_after(reading.text, sentence.end, CREDIT);
            let caption = picture_words::TABLE.stands_in(behind, Tells::Credit);
            if counts && !caption && above.is_none_or(|span| sentence.end > span.end) {
                if are_provisions(articles, first, sentence) {
                    continue;
                }
                // Far away it may be a formula: 每年举办活动不少于两场，…; in another item it may hold for both.
                let formula = before + 1 < index
                    && (words.len() < PASTED || parts(first.start) < parts(sentence.start));
                let severity = if formula {
                    Severity::Info
                } else {
                    Severity::Warning
                };
                again(sentence, first, severity);
            }
        }
    }
}

/// 新台阶下面。下面，: the word that opens a sentence also ends the one before.
fn openers(reading: &Reading, twice: &mut impl FnMut(Span, Span)) {
    let sentences = reading.sentences.iter().enumerate();
    for ((at, first), second) in sentences.zip(reading.sentences.iter().skip(1)) {
        // 一、去年 / 去年，…: a heading names what its part begins with.
        if reading.sentence_is_heading[at] {
            continue;
        }
        // What opens a sentence and can end none.
        let Some(word) = Role::Opener.begins(second.of(reading.text)) else {
            continue;
        };
        let ending = first.of(reading.text);
        let ending = ending.trim_end_matches(['。', '！', '？', '；', ' ']);
        // 同志们！同志们！ is a call.
        let head = ending.strip_suffix(word);
        if let Some(head) = head.filter(|head| !head.is_empty() && !head.ends_with(UNTIL)) {
            let word = Span::new(0, word.len());
            twice(
                word.moved(first.start + head.len()),
                word.moved(second.start),
            );
        }
    }
}

/// 完成等六方面任务。等六方面任务。: a sentence that is nothing but the end of the one before.
fn tails(reading: &Reading, twice: &mut impl FnMut(Span, Span)) {
    let sentences = reading.sentences.iter().enumerate();
    for ((at, first), second) in sentences.zip(reading.sentences.iter().skip(1)) {
        let words = second.of(reading.text).trim_end();
        let whole = first.of(reading.text).trim_end();
        let Some(head) = whole.strip_suffix(words).filter(|_| words.ends_with('。')) else {
            continue;
        };
        // 明确责任，狠抓落实。狠抓落实。 is told of its clauses.
        let is_cut = head.ends_with(is_han) && words.chars().nth(CLAUSE - 1).is_some();
        let block = |index: usize| reading.sentence_blocks.get(index);
        if is_cut && block(at) == block(at + 1) {
            let start = first.start + head.len();
            twice(
                Span::new(second.start, second.start + words.len()),
                Span::new(start, start + words.len()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{Page, silent, trips};
    use crate::model::Severity;

    #[test]
    fn finds_text_that_stands_twice() {
        trips(
            "repeated-text",
            &[
                "要夯实发展基础，⟦夯实发展基础⟧，加快步伐。"
                    .replacen("要夯", "夯", 1)
                    .as_str(),
                "推动全县经济迈上新台阶⟦下面⟧。下面，我讲两点。",
                "全面完成年度目标任务。⟦全面完成年度目标任务。⟧"
                    .replace("任务。⟧", "任务⟧。")
                    .as_str(),
                "今年以来全县上下齐心协力攻坚克难，各项工作取得了新的成效。\n中间一段。\n⟦今年以来全县上下齐心协力攻坚克难，各项工作取得了新的成效。⟧",
                "在全县春耕会议上的讲话\n⟦在全县春耕会议上的讲话⟧\n同志们：开会了。",
                "要加快推进重点项目建设；⟦要加快推进重点项目建设⟧。",
                "各村行动迅速，细化任务分工，倒排施工进度，⟦细化任务分工，倒排施工进度⟧，抓好清淤。",
                "形势依然严峻⟦因此⟧。因此，要保持清醒。",
                "全面完成了修路治水等六项任务。⟦等六项任务。⟧全县面貌一新。",
                "要把安全放在首位⟦首先⟧。首先，要压实责任。",
                "我们修了路，也治了水，群众满意。⟦我们修了路，也治了水，群众满意。⟧",
                "全镇把路修到了每个村口，把水引到了每块田头，把电送到了每户门前，把网拉进了每个院落，群众十分满意。中间还有一句话。⟦全镇把路修到了每个村口，把水引到了每块田头，把电送到了每户门前，把网拉进了每个院落，群众十分满意。⟧结尾一句。",
            ],
        );
    }

    #[test]
    fn a_summary_that_the_text_begins_with_is_a_hint() {
        let summary = "5月7日，云溪县召开防汛工作会议，部署今年汛期工作。";
        let page = Page::new(&format!(
            "{summary}\n{summary}\n本报讯　{summary}会议指出，汛期将至。"
        ));
        let found = page.check("repeated-text");
        assert!(!found.is_empty());
        assert!(found.iter().all(|one| one.severity == Severity::Info));
    }

    #[test]
    fn what_is_said_in_two_items_is_a_hint() {
        let rule = "持证人员从办理登记到年度终了不足六个月的，按照实际月数计算应当缴纳的费用，并从登记次月起享受相应待遇，超过六个月的按照全年计算应当缴纳的费用，从登记当日起享受相应待遇，由经办机构在五个工作日以内出具凭证并且书面告知本人和所在的村民委员会";
        let page = Page::new(&format!(
            "（一）在职人员先登记。{rule}。\n（二）退休人员后登记。{rule}。"
        ));
        let found = page.check("repeated-text");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Info);
        let page = Page::new(&format!("先登记。{rule}。后登记。{rule}。"));
        assert_eq!(page.check("repeated-text")[0].severity, Severity::Warning);
    }

    #[test]
    fn keeps_silent_on_figures_of_speech() {
        silent(
            "repeated-text",
            &[
                "发展为了人民，发展依靠人民，发展成果由人民共享。",
                "加油，加油，再加油！",
                "好好学习，天天向上。",
                "道路的的确确宽了。",
                "来自人民。人民，是我们的靠山。",
                "要快。要快。",
                "问题仍然存在在少数地方，群众参与与否要看实效。",
                "安排在在建项目上，做到和和美美。",
                "这种情况一直持续到目前。目前，正在整改。",
                "群众很满意。中间一句。群众很满意。",
                "同志们！同志们，让我们携手前进。",
                "12345678，12345678，是号码。",
                "断面水质保持良好。断面水质保持良好。东河村委会。断面水质保持良好。",
                "分管领导签字。\n中间。\n分管领导签字。",
                "要修好水渠。\n（县水利局牵头，各乡镇人民政府、有关部门按职责分工配合）\n要护好林。\n（县水利局牵头，各乡镇人民政府、有关部门按职责分工配合）",
                "第七条　灌区管理单位应当公示水价。\n用水户对计量有异议的，可以向水利站申请复核，结果书面告知。\n第八条　供水单位应当公示电价。\n用水户对计量有异议的，可以向水利站申请复核，结果书面告知。",
                "第 7 條\n灌區應當公示水價。\n用水戶對計量有異議的，可以向水利站申請複核，結果書面告知。\n第 8 條\n供水應當公示電價。\n用水戶對計量有異議的，可以向水利站申請複核，結果書面告知。",
                "| *东坝站5月至8月检修，其间没有数据，不计入平均。 |\n中间\n| *东坝站5月至8月检修，其间没有数据，不计入平均。 |",
                "一、去年\n去年，全镇修了路。\n二、今年\n今年，全镇要治水。",
                "1.高中\n（1）助学金，标准为每名学生每年1000元；\n（2）免书费，标准为每名学生每年400元；\n2.中职\n（1）助学金，标准为每名学生每年1000元；\n（2）免书费，标准为每名学生每年400元。",
            ],
        );
    }
}
