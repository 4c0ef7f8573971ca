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
/// The least bytes of a sentence that stands right after itself: ten characters.
const SENTENCE: usize = 30;
/// The least bytes of a sentence that stands twice anywhere: forty characters.
const LONG_SENTENCE: usize = 120;
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
    "目前",
    "今年",
    "去年",
    "然而",
    "总之",
];

/// What the last word of a sentence may stand behind: 一直持续到目前。目前，….
const UNTIL: [char; 8] = ['到', '至', '在', '于', '是', '从', '比', '了'];

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let told = paragraphs(reading, findings);
    clauses(reading, findings);
    sentences(reading, &told, findings);
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

/// Gives the paragraphs that were told, in order.
fn paragraphs(reading: &Reading, findings: &mut Findings) -> Vec<Span> {
    let mut told = Vec::new();
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
            told.push(block.span);
        } else if let Some(previous) = previous
            .filter(|_| next_to && length >= CLAUSE && words.chars().any(super::scan::is_han))
        {
            twice(reading, block.span, previous, findings);
            told.push(block.span);
        }
        seen.entry(words).or_insert(block.span);
        previous = Some(block.span);
    }
    told
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

/// A sentence right after itself, where it has clauses of its own, and a long one anywhere; those of
/// paragraphs that were told stand for themselves no more.
fn sentences(reading: &Reading, told: &[Span], findings: &mut Findings) {
    let mut seen: FastMap<&str, (usize, Span)> = FastMap::default();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let words = sentence.of(reading.text);
        // Shorter ones are refrains; one clause twice is told already.
        if words.len() < SENTENCE || reading.sentence_is_heading[index] {
            continue;
        }
        if let Some((before, first)) = seen.get(words) {
            let next_to = before + 1 == index;
            let long = words.len() >= LONG_SENTENCE;
            let is_told = told[..told.partition_point(|span| span.start <= sentence.start)]
                .last()
                .is_some_and(|span| sentence.end <= span.end);
            let clauses = reading.clauses_of(index).len();
            if (next_to && clauses > 1 || long && !next_to) && !is_told {
                twice(reading, *sentence, *first, findings);
            }
        }
        seen.insert(words, (index, *sentence));
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
            && !ending[..ending.len() - word.len()].ends_with(UNTIL)
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

/// A particle, what it makes a word with before its twin (目的的 is right), and what it makes one with
/// behind it (的的士).
const PARTICLES: [(char, &str, &str); 8] = [
    ('的', "目", "确士"),
    ('和', "共总饱温平缓中随柔祥谐", "平谐睦解气美田善好县硕煦缓"),
    ('在', "存现正所内实潜旨外好自", "建职校线岗册编押场逃制学研"),
    ('与', "参给赋授", "会其此"),
    ('对', "面相反比应一绝", "子口方象应面照接策比"),
    ('及', "以普涉顾波", "时格早"),
    ('从', "服顺", "严事业容前来"),
    ('把', "一", "关握脉守"),
];

/// 的的, 和和.
fn doubled(reading: &Reading, findings: &mut Findings) {
    let text = reading.text;
    let mut previous = None;
    for (at, character) in text.char_indices() {
        if previous.replace(character) != Some(character) {
            continue;
        }
        let Some((_, endings, beginnings)) =
            PARTICLES.iter().find(|(known, ..)| *known == character)
        else {
            continue;
        };
        let (first, end) = (at - character.len_utf8(), at + character.len_utf8());
        let is_word = super::scan::before(text, first).is_none_or(|c| endings.contains(c))
            || super::scan::after(text, end).is_some_and(|c| beginnings.contains(c));
        if !is_word {
            twice(
                reading,
                Span::new(first, end),
                Span::new(first, at),
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
                "正确处理发展⟦和和⟧稳定的关系。",
                "坚持速度⟦与与⟧质量相统一。",
                "办公室设⟦在在⟧县水利局。",
                "我们修了路，也治了水，群众满意。⟦我们修了路，也治了水，群众满意。⟧",
                "全镇把路修到了每个村口，把水引到了每块田头，把电送到了每户门前，把网拉进了每个院落，群众十分满意。中间还有一句话。⟦全镇把路修到了每个村口，把水引到了每块田头，把电送到了每户门前，把网拉进了每个院落，群众十分满意。⟧结尾一句。",
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
                "问题仍然存在在少数地方，群众参与与否要看实效。",
                "安排在在建项目上，做到和和美美。",
                "这种情况一直持续到目前。目前，正在整改。",
                "群众很满意。中间一句。群众很满意。",
                "同志们！同志们，让我们携手前进。",
                "12345678，12345678，是号码。",
                "分管领导签字。\n中间。\n分管领导签字。",
            ],
        );
    }
}
