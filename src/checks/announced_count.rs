//! `announced-count`

use super::announcement::{Count, counts};
use super::markers::Marker;
use super::numbering::words_of;
use super::scan::contains_any;
use super::{Context, Findings, Group, Rule, related};
use crate::language::Reading;
use crate::model::{BlockKind, Finding, HeadingStyle, Severity, Span};

/// Finds a number of parts that is announced and not kept: 我讲四点意见 with three chapters after it,
/// 坚守“三条底线” with two items under it, 抓好“五个重点” where the text goes into another point that
/// the same sentence announced and never comes to these.
///
/// Why it matters: listeners count. The usual causes are a part that was cut or added late, or a
/// text that was copied in half.
///
/// Trips: 下面，我讲三点意见。一、提高认识……二、狠抓落实……
/// Does not: 下面，我讲两点意见。一、提高认识……二、狠抓落实…… or 增强“四个意识”, a set phrase.
///
/// It keeps silent where the parts bear no numbers, where the same numbering starts again before
/// the announced number is reached, and where no part follows closely.
///
/// Source: GB/T 9704—2012, 7.3.3 (levels of structure); editors' practice.
pub(super) static RULE: Rule = Rule {
    id: "announced-count",
    group: Group::Structure,
    severity: Severity::Error,
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let markers = context.markers();
    let mut found = Vec::new();
    let mut searches = MOST_SEARCHES;
    for index in 0..reading.sentences.len() {
        if reading.sentence_is_heading[index] || !opens_with_text(reading, index) {
            continue;
        }
        lead_in(reading, markers, index, &mut found);
        taken_up(reading, index, &mut searches, &mut found);
    }
    for section in &reading.sections {
        if !matches!(
            section.heading.style,
            HeadingStyle::Inline | HeadingStyle::Dash
        ) {
            heading(reading, markers, section.heading, &mut found);
        }
    }
    found.sort_by_key(|finding: &Finding| finding.span);
    found.dedup_by_key(|finding| finding.span);
    findings.extend(found);
}

/// Whether a sentence stands in running text.
fn opens_with_text(reading: &Reading, sentence: usize) -> bool {
    reading
        .blocks
        .get(reading.sentence_blocks[sentence])
        .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading))
}

/// How sure a lead-in makes that the parts follow it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// 我讲四点意见: they must.
    Speaker,
    /// 以下三个方面: they must, and close by.
    Following,
    /// 抓好四件事: only if they follow at once.
    Plain,
    /// 做到“五个坚持”: only if they follow at once and name it again.
    Echo,
}

const SPEAKING: &[&str] = &["讲", "谈", "说", "提", "强调", "汇报", "部署", "安排"];
const SELF: &[&str] = &[
    "我",
    "下面",
    "现在",
    "这里",
    "接下来",
    "借此机会",
    "最后",
    "在此",
];
const FOLLOWING: &[&str] = &["以下", "下列", "下面", "如下"];
const ACTING: &[&str] = &[
    "抓好",
    "抓住",
    "做好",
    "做到",
    "办好",
    "突出",
    "把握",
    "处理好",
    "着力",
    "坚持",
    "解决好",
    "搞好",
    "注意",
    "打好",
    "重点",
    "落实好",
    "完成好",
    "强化",
    "实施",
    "推进",
    "下功夫",
    "聚焦",
    "把好",
    "过好",
];
const BEHIND: &[&str] = &["了", "过", "上述", "以上", "前面", "刚才", "总书记", "《"];

/// An announcement in a sentence, and the parts after it.
fn lead_in(reading: &Reading, markers: &[Marker], sentence: usize, findings: &mut Vec<Finding>) {
    let clauses = reading.clauses_of(sentence);
    for clause in clauses {
        let words = clause.span.of(reading.text);
        let found = counts(words, clause.span.start);
        let Some(count) = found.last() else { continue };
        let tail = &words[count.span.end - clause.span.start..];
        let Some(lead) = lead_of(reading, sentence, words, clause.span, count) else {
            continue;
        };
        // The count stands at the end of its clause: 从三个方面抓好落实 may, 三个方面的同志 may not.
        if matches!(lead, Lead::Plain | Lead::Echo)
            && !tail.chars().all(|c| matches!(c, '”' | '"' | '’'))
        {
            continue;
        }
        let ends = parts_begin(reading.text, clause.span.end);
        let Some(ends) = ends else { continue };
        match follow(markers, ends, reading, lead) {
            Some(run) if lead == Lead::Echo && !named_again(reading, count, &run) => {}
            Some(run) => judge(reading, count, &run, RULE.severity, findings),
            None if matches!(lead, Lead::Speaker | Lead::Following) => {
                missing(reading, sentence, count, findings)
            }
            None => {}
        }
    }
}

fn lead_of(
    reading: &Reading,
    sentence: usize,
    words: &str,
    clause: Span,
    count: &Count,
) -> Option<Lead> {
    let head = &words[..count.span.start - clause.start];
    if contains_any(words, BEHIND) {
        return None;
    }
    let sentence_head = &reading.text[reading.sentences[sentence].start..clause.end];
    let near: &str = super::scan::window_before(words, count.span.start - clause.start, 5);
    if contains_any(near, FOLLOWING) && !contains_any(near, SPEAKING) {
        return Some(Lead::Following);
    }
    if count.names_parts()
        && SPEAKING.iter().any(|verb| {
            head.trim_end_matches(['“', '"', '以', '下', '如'])
                .ends_with(verb)
        })
        && contains_any(sentence_head, SELF)
    {
        return Some(Lead::Speaker);
    }
    let colon = reading.text[clause.end..].starts_with(['：', ':']);
    let only_the_count = count.quoted && head.chars().all(|c| matches!(c, '“' | '"' | '‘'));
    if colon || only_the_count || contains_any(head, ACTING) && count.names_parts() {
        return Some(Lead::Plain);
    }
    count.quoted.then_some(Lead::Echo)
}

/// Where the parts may begin that a clause announces: after the mark that ends it, if that mark
/// leads on (。：；！) or a numbered part follows.
fn parts_begin(text: &str, clause_end: usize) -> Option<usize> {
    let mark = text[clause_end..].chars().next()?;
    matches!(
        mark,
        '。' | '：' | ':' | '；' | ';' | '！' | '，' | ',' | '\n'
    )
    .then(|| clause_end + mark.len_utf8())
}

/// A run of numbered parts.
struct Run {
    parts: Vec<Marker>,
    /// Whether the same numbering starts again within it or after it, so that it may be longer.
    restarts: bool,
}

/// The run of parts that an announcement which ends at `from` leads into.
fn follow(markers: &[Marker], from: usize, reading: &Reading, lead: Lead) -> Option<Run> {
    let text = reading.text;
    let mut at = markers.partition_point(|marker| marker.span.start < from);
    let first = markers.get(at)?;
    let between = &text[from..first.span.start];
    let at_once = !between.chars().any(char::is_alphanumeric);
    if !at_once {
        // Words stand between: only a heading of the first level can be what a speaker announced,
        // and only the first part that begins a paragraph what “以下” points to.
        at = match lead {
            Lead::Speaker => {
                at + markers[at..].iter().position(|marker| {
                    marker.opens_block && marker.form == super::markers::Form::Chapter
                })?
            }
            Lead::Following if first.opens_block && between.matches('\n').count() <= 1 => at,
            _ => return None,
        };
    }
    run_from(markers, at, reading)
}

/// The run that begins at `markers[at]`: the parts of the same form, what is nested passed over.
fn run_from(markers: &[Marker], at: usize, reading: &Reading) -> Option<Run> {
    let text = reading.text;
    let first = *markers.get(at)?;
    if first.number != 1 {
        return None;
    }
    let mut run = Run {
        parts: vec![first],
        restarts: false,
    };
    let section_end = section_end(reading, first.span.start);
    let mut nested = Vec::new();
    // The last number of a list of the same form inside a part.
    let mut inner: Option<u32> = None;
    for marker in &markers[at + 1..] {
        let last = run.parts.last().copied().unwrap_or(first);
        if marker.form != first.form {
            if first.form.is_inline() && marker.opens_block && !marker.form.is_inline() {
                break;
            } else if marker.number == 1 {
                if !nested.contains(&marker.form) {
                    nested.push(marker.form);
                }
            } else if !nested.contains(&marker.form) {
                break;
            }
            continue;
        }
        let next = last.number + 1;
        match inner {
            None if marker.number > last.number
                || marker.number == last.number && last.number > 1 =>
            {
                run.parts.push(*marker);
            }
            None if marker.number == 1 => {
                let same_paragraph = !text[last.span.end..marker.span.start].contains('\n');
                let elsewhere = first.form.is_inline()
                    && !same_paragraph
                    && first.opens_block == marker.opens_block;
                if elsewhere || marker.span.start >= section_end {
                    break;
                }
                inner = Some(1);
            }
            Some(number) if marker.number == number + 1 && marker.number != next => {
                inner = Some(marker.number);
            }
            Some(number) if marker.number == next && marker.number != number + 1 => {
                run.parts.push(*marker);
                inner = None;
            }
            _ => {
                inner = Some(1);
                break;
            }
        }
    }
    run.restarts = inner.is_some();
    Some(run)
}

/// Where the section ends whose parts the one at `position` is among: that of the heading above.
fn section_end(reading: &Reading, position: usize) -> usize {
    let mut at = reading.section_at(position);
    while let Some(index) = at {
        let section = &reading.sections[index];
        let inline = matches!(
            section.heading.style,
            HeadingStyle::Inline | HeadingStyle::Dash
        );
        if !inline && section.heading.span.end <= position {
            return section.heading.section.end;
        }
        at = section.parent;
    }
    reading.text.len()
}

/// Compares the number announced with the parts found.
fn judge(
    reading: &Reading,
    count: &Count,
    run: &Run,
    severity: Severity,
    findings: &mut Vec<Finding>,
) {
    let found = run.parts.len() as u32;
    let last = run.parts.last().map_or(0, |part| part.number);
    // A number left out is another rule's business; a lone 一是 counts nothing.
    if found == count.number || last == count.number || found < 2 {
        return;
    }
    if found < count.number && (run.restarts || goes_on_unnumbered(reading, run)) {
        return;
    }
    let mut finding = RULE.finding(
        count.span,
        "check.announced-count.differs",
        &[
            ("announced", &count.number.to_string()),
            ("found", &found.to_string()),
            ("words", count.span.of(reading.text)),
        ],
    );
    finding.severity = severity;
    for part in run.parts.iter().take(MOST_RELATED) {
        finding.related.push(related(
            words_of(reading, part),
            "check.announced-count.part",
            &[("number", &part.number.to_string())],
        ));
    }
    findings.push(finding);
}

/// The most sentences whose quoted counts are looked for in the rest of the text: each search reads
/// all of it.
const MOST_SEARCHES: usize = 40;

/// The most parts that a finding lists.
const MOST_RELATED: usize = 20;

/// Whether after the last numbered part one follows that bears no number: 最后，…
fn goes_on_unnumbered(reading: &Reading, run: &Run) -> bool {
    let Some(last) = run.parts.last() else {
        return false;
    };
    let rest = super::scan::window_after(reading.text, last.span.end, 600);
    let paragraph = &rest[..rest.find('\n').unwrap_or(rest.len())];
    ["最后", "还有", "再就是", "再次", "另外", "此外", "与此同时"]
        .iter()
        .any(|word| {
            paragraph
                .match_indices(word)
                .any(|(at, _)| paragraph[..at].ends_with(['。', '，', '；', ',', ';']))
        })
}

/// Nothing follows where something must: reported where the text is too short to hold the parts.
fn missing(reading: &Reading, sentence: usize, count: &Count, findings: &mut Vec<Finding>) {
    let rest = reading.sentences.len() - sentence - 1;
    if rest < 2 && (rest as u32) < count.number {
        findings.push(nothing_follows(reading, count));
    }
}

fn nothing_follows(reading: &Reading, count: &Count) -> Finding {
    RULE.finding(
        count.span,
        "check.announced-count.none",
        &[
            ("announced", &count.number.to_string()),
            ("words", count.span.of(reading.text)),
        ],
    )
}

/// A sentence that announces several quoted counts, of which one is taken up as a heading or a
/// lead and another never comes again.
fn taken_up(reading: &Reading, sentence: usize, searches: &mut usize, findings: &mut Vec<Finding>) {
    let span = reading.sentences[sentence];
    let words = span.of(reading.text);
    if !words.contains(['“', '"']) {
        return;
    }
    let quoted: Vec<Count> = counts(words, span.start)
        .into_iter()
        .filter(|count| count.quoted && count.names_parts())
        .collect();
    if !(2..=8).contains(&quoted.len()) || *searches == 0 {
        return;
    }
    *searches -= 1;
    let (up, left): (Vec<&Count>, Vec<&Count>) = quoted
        .iter()
        .partition(|count| leads_later(reading, span.end, count.span.of(reading.text)));
    if up.is_empty() {
        return;
    }
    for count in left {
        if !reading.text[span.end..].contains(count.span.of(reading.text)) {
            findings.push(nothing_follows(reading, count));
        }
    }
}

/// Whether `words` stand after `from` as a heading or at the head of a paragraph.
fn leads_later(reading: &Reading, from: usize, words: &str) -> bool {
    reading.text[from..].match_indices(words).any(|(at, _)| {
        let head = super::scan::window_before(reading.text, from + at, 13);
        let line = head.rfind('\n').map(|end| &head[end + 1..]);
        line.is_some_and(|line| !line.contains(['，', '。', '；']))
    })
}

/// A count in a heading, and the parts in its section.
fn heading(
    reading: &Reading,
    markers: &[Marker],
    heading: &crate::model::Heading,
    findings: &mut Vec<Finding>,
) {
    let title = heading.span.of(reading.text);
    let announced = counts(title, heading.span.start);
    if announced.is_empty() {
        return;
    }
    let from = markers.partition_point(|marker| marker.span.start < heading.span.end);
    let until = markers.partition_point(|marker| marker.span.start < heading.section.end);
    let Some(inside) = markers.get(from..until).filter(|inside| !inside.is_empty()) else {
        return;
    };
    let runs: Vec<Run> = (0..inside.len())
        .filter(|&at| inside[at].number == 1)
        .filter_map(|at| run_from(inside, at, reading))
        .collect();
    for count in announced {
        let Some(run) = runs.first().filter(|run| run.parts[0] == inside[0]) else {
            continue;
        };
        if runs
            .iter()
            .any(|run| run.parts.len() as u32 == count.number)
        {
            continue;
        }
        let at_the_end = title.ends_with(count.span.of(reading.text)) || count.quoted;
        if named_again(reading, &count, run) {
            judge(reading, &count, run, RULE.severity, findings);
        } else if at_the_end && count.names_parts() {
            let next = inside[0].span.start;
            let lead = &reading.text[heading.span.end..next];
            if !lead.chars().any(char::is_alphanumeric) {
                judge(reading, &count, run, Severity::Warning, findings);
            }
        }
    }
}

/// Whether at least half of the parts, and two of them, name what was counted again: 三条底线 in
/// 坚守绿色发展底线.
fn named_again(reading: &Reading, count: &Count, run: &Run) -> bool {
    let head = count.head();
    let echoes = run
        .parts
        .iter()
        .filter(|part| !head.is_empty() && words_of(reading, part).of(reading.text).contains(head))
        .count();
    echoes >= 2 && echoes * 2 >= run.parts.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_counts_that_are_not_kept() {
        trips(
            &RULE,
            &[
                "同志们：下面，我就春耕生产⟦讲三点意见⟧。\n一、抓紧备耕\n要早动手。\n二、保障农资\n要足量供应。",
                "这里，我再⟦强调两点⟧。一是守住底线，二是压实责任，三是严肃纪律。",
                "今年要着力做好⟦以下五项工作⟧。\n（一）修路\n全线贯通。\n（二）治水\n清淤疏浚。\n（三）植树\n见缝插绿。",
                "重点办好⟦四件实事⟧：一是新建水厂；二是改造危房；三是硬化村道。",
                "（二）守牢“⟦两条红线⟧”，夯实基础\n总体要求是稳。\n一是守牢耕地红线。不得占用。\n二是守牢生态红线。严格保护。\n三是守牢安全红线。警钟长鸣。",
                "我们要落实“两项原则”，打好“⟦四场硬仗⟧”。\n“两项原则”。一是量力而行。二是尽力而为。",
                "工作中要处理好⟦三个关系⟧。一要处理好快与稳的关系。二要处理好点与面的关系。",
                "“⟦三条原则⟧”。一是统筹兼顾。二是突出特色。",
                "现在，我⟦讲五个问题⟧。\n过去一年成绩不少。\n一、回顾\n平稳。\n二、形势\n复杂。\n三、任务\n繁重。",
                "最后，我⟦提三点希望⟧：",
                "今年要抓好⟦以下六项任务⟧。\n（一）水\n好。\n（二）路\n好。\n（二）电\n好。\n（四）气\n好。",
                "全镇干部要争做“⟦五个表率⟧”。一是争做学习表率，二是争做实干表率，三是争做廉洁表率，四是争做团结表率。",
                "重点办好⟦四件实事⟧：一是水，二是路，三是电。\n农业方面，一是粮，二是棉，三是油，四是糖，五是茶。",
                "三、完成四大任务\n（一）修渠\n好。\n（二）打井\n好。\n（三）植树\n好。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_counts_are_kept_or_unsure() {
        silent(
            &RULE,
            &[
                "下面，我讲两点意见。\n一、抓紧备耕\n要早动手。\n二、保障农资\n要足量供应。",
                "全县上下要增强“四个意识”，一是加强学习，二是注重实践。",
                "重点办好三件实事：一是新建水厂；二是改造危房；三是硬化村道。二是抓好环境整治。",
                "以上三点要求，请各单位抓好落实。一是上报方案，二是定期调度。",
                "全镇干部要践行“五个必由之路”。一是学习，二是实干，三是廉洁。",
                "四大支柱产业为粮食、畜牧、旅游、建材。",
                "会议讨论了三个问题。一是机构，二是编制。",
                "（一）守牢“两条红线”\n一是守牢耕地红线。\n二是守牢生态红线。",
                "今年着重抓好三个方面。\n加快转变职能。要简政放权。一是精简事项，二是下放权限。\n推进依法行政。要规范执法。",
                "我们要抓好“三个重点”，做到“两个维护”。\n“三个重点”。一是水，二是路，三是电。",
                "总书记强调三点，大家要牢记。一是安全，二是质量。",
                "要抓好五项工作：一是水，二是路，三是电，四是气，最后是网。最后，要抓好绿化。",
                "今年抓好以下四条。\n一、水\n好。\n二、路\n一、早\n好。\n二、快\n好。\n三、宽\n好。\n四、电\n好。",
                "这次会议的主要任务有两个，请大家认真领会。一是学习，二是部署，三是总结。",
            ],
        );
    }
}
