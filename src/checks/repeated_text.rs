//! `repeated-text`

use super::{Context, Findings, Group, Rule, related};
use crate::language::Reading;
use crate::lexicon::FastMap;
use crate::model::{BlockKind, Severity, Span};

/// Finds text that stands twice: a paragraph, a sentence or clause right after itself, a word that
/// begins the next sentence as well (新台阶下面。下面，), 的的.
///
/// Why it matters: it was pasted twice, or a cut left an end behind.
///
/// Trips: 夯实发展基础，夯实发展基础，加快步伐。
/// Does not: 为了人民、依靠人民; a refrain of a few characters; 好好学习
///
/// Source: editors' practice.
pub(super) static RULE: Rule = Rule {
    id: "repeated-text",
    group: Group::Structure,
    severity: Severity::Warning,
    check,
};

/// The least characters of a paragraph that counts as the same text.
const PARAGRAPH: usize = 20;
/// The least characters of a clause or sentence that stands right after itself.
const CLAUSE: usize = 6;
/// Words that open a sentence and can end none.
const OPENERS: &[&str] = &[
    "下面",
    "现在",
    "同志们",
    "各位代表",
    "同时",
    "因此",
    "此外",
    "另外",
    "当前",
    "首先",
    "其次",
    "最后",
    "为此",
];

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    paragraphs(reading, findings);
    clauses(reading, findings);
    openers(reading, findings);
    doubled(reading, findings);
}

fn twice(reading: &Reading, span: Span, first: Span, findings: &mut Findings) {
    if findings.is_full(span) {
        return;
    }
    let mut finding = RULE.finding(
        span,
        "check.repeated-text",
        &[("words", &super::numbering::short(span.of(reading.text)))],
    );
    finding
        .related
        .push(related(first, "check.repeated-text.first", &[]));
    findings.push(finding);
}

fn paragraphs(reading: &Reading, findings: &mut Findings) {
    let mut seen: FastMap<&str, Span> = FastMap::default();
    let mut previous: Option<Span> = None;
    for block in reading.blocks {
        let words = block.span.of(reading.text).trim();
        if matches!(
            block.kind,
            BlockKind::Noise | BlockKind::Metadata | BlockKind::Byline
        ) {
            continue;
        }
        let length = words.chars().take(PARAGRAPH).count();
        let next_to = previous.is_some_and(|previous| previous.of(reading.text).trim() == words);
        let running = words.contains(['。', '，', '；']);
        if let Some(first) = seen.get(words).filter(|_| length >= PARAGRAPH && running) {
            twice(reading, block.span, *first, findings);
        } else if let Some(previous) = previous
            .filter(|_| next_to && length >= CLAUSE && words.chars().any(super::scan::is_han))
        {
            twice(reading, block.span, previous, findings);
        }
        seen.entry(words).or_insert(block.span);
        previous = Some(block.span);
    }
}

fn clauses(reading: &Reading, findings: &mut Findings) {
    for pair in reading.clauses.windows(2) {
        let [first, second] = pair else { continue };
        let words = first.span.of(reading.text);
        let same_block =
            reading.sentence_blocks[first.sentence] == reading.sentence_blocks[second.sentence];
        let length = second.span.len();
        if same_block
            && words.len() == length
            && words == second.span.of(reading.text)
            && words.chars().take(CLAUSE).count() >= CLAUSE
            && words.chars().any(super::scan::is_han)
        {
            twice(reading, second.span, first.span, findings);
        }
    }
}

/// 新台阶下面。下面，: the word that opens a sentence also ends the one before.
fn openers(reading: &Reading, findings: &mut Findings) {
    for pair in reading.sentences.windows(2) {
        let [first, second] = pair else { continue };
        let ending = first
            .of(reading.text)
            .trim_end_matches(['。', '！', '？', '；', ' ']);
        let opening = second.of(reading.text);
        let Some(word) = OPENERS.iter().find(|word| opening.starts_with(**word)) else {
            continue;
        };
        // 同志们！同志们！ is a call.
        if ending.ends_with(word)
            && ending.len() > word.len()
            && !ending.ends_with(&format!("，{word}"))
        {
            let end = first.start + ending.len();
            twice(
                reading,
                Span::new(end - word.len(), end),
                Span::new(second.start, second.start + word.len()),
                findings,
            );
        }
    }
}

/// 的的.
fn doubled(reading: &Reading, findings: &mut Findings) {
    for (at, words) in reading.text.match_indices("的的") {
        let rest = &reading.text[at + words.len()..];
        let before = super::scan::before(reading.text, at);
        if !["确", "士"].iter().any(|next| rest.starts_with(next)) && before != Some('目') {
            let half = at + words.len() / 2;
            twice(
                reading,
                Span::new(at, at + words.len()),
                Span::new(at, half),
                findings,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_text_that_stands_twice() {
        trips(
            &RULE,
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
                "这是我们取得⟦的的⟧成绩。",
                "要加快推进重点项目建设；⟦要加快推进重点项目建设⟧。",
                "形势依然严峻⟦因此⟧。因此，要保持清醒。",
                "要把安全放在首位⟦首先⟧。首先，要压实责任。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_figures_of_speech() {
        silent(
            &RULE,
            &[
                "发展为了人民，发展依靠人民，发展成果由人民共享。",
                "加油，加油，再加油！",
                "好好学习，天天向上。",
                "道路的的确确宽了。",
                "来自人民。人民，是我们的靠山。",
                "要快。要快。",
                "同志们！同志们，让我们携手前进。",
                "12345678，12345678，是号码。",
                "分管领导签字。\n中间。\n分管领导签字。",
            ],
        );
    }
}
