//! # unpaired-mark
//!
//! ## zh: 标点不成对
//!
//! 引号、括号、书名号缺了一半。引文连续几段、每段开头用前引号，以及“1）”一类序号不算。
//!
//! Why: 名称或引文到哪里为止看不出来，检索和排版也会出错。
//!
//! Source: 《标点符号用法》（GB/T 15834—2011）4.8、4.9、4.15
//!
//! ## en: Unpaired mark
//!
//! A quotation mark, bracket or title mark lacks its twin. A quotation over several paragraphs,
//! each opening with “, and list marks such as 1） are left alone.
//!
//! Why: A name or quotation runs on into the text around it, and search and layout go astray.
//!
//! Source: GB/T 15834—2011, 4.8, 4.9, 4.15
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.unpaired-mark.open | 标点 {words} 只有前半个，后面没有与它成对的后半个。请补上或删去。 | The mark {words} is never closed. Add its twin or take it out. |
//! | check.unpaired-mark.close | 标点 {words} 只有后半个，前面没有与它成对的前半个。请补上或删去。 | The mark {words} was never opened. Add its twin or take it out. |
//! | check.unpaired-mark.kinds | 前面是 {open} 后面是 {close} 两个标点不成一对。请改为同一种。 | {open} opens and {close} closes, which are no pair. Make both of one kind. |
//! | check.unpaired-mark.straight | 本段的直引号 {words} 不成对。请补上或删去。 | The straight quotation marks {words} of this paragraph do not pair. Add one or take one out. |
//!
//! ## Trips
//!
//! ```text
//! 各单位要认真落实《关于加强安全生产的意见，压实各方责任。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 各单位要认真落实《关于加强安全生产的意见》，压实各方责任。
//! ```

use super::findings::MOST_OF_A_WRITER;
use super::{Context, Findings};
use crate::model::{BlockKind, Span};
use crate::reading::Reading;
use crate::text::numeral::small_chinese;
use crate::text::{before, chinese_digit, is_digit, is_han};

/// A mark that found no twin in its paragraph.
#[derive(Clone, Copy)]
struct Single {
    /// The mark that opens its pair.
    pair: char,
    opens: bool,
    block: usize,
    span: Span,
    /// Whether it begins its paragraph.
    leads: bool,
}

/// Whether two closing, or two opening, quotation marks stand where a pair should.
fn is_same_quote(text: &str, one: &Single, other: &Single) -> bool {
    matches!(one.pair, QUOTE | '‘') && one.span.of(text) == other.span.of(text)
}

/// How far apart, in bytes, two marks of different kinds may stand that are meant for one pair.
const FARTHEST: usize = 90;

/// The mark that opens the pair which a mark belongs to, and whether it is that one.
fn pair_of(mark: char) -> Option<(char, bool)> {
    let opens = |pair| Some((pair, true));
    let closes = |pair| Some((pair, false));
    match mark {
        '“' | '‘' | '《' | '〈' | '【' | '「' | '『' | '〔' => opens(mark),
        '（' | '(' => opens('（'),
        '[' | '［' => opens('['),
        '"' | '＂' => opens(STRAIGHT),
        '”' => closes(QUOTE),
        '’' => closes('‘'),
        '》' => closes('《'),
        '〉' => closes('〈'),
        '）' | ')' => closes('（'),
        ']' | '］' => closes('['),
        '】' => closes('【'),
        '」' => closes('「'),
        '』' => closes('『'),
        '〕' => closes('〔'),
        _ => None,
    }
}

/// The marks that open the pairs of curved and of straight quotation marks.
const QUOTE: char = '“';
const STRAIGHT: char = '"';

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let mut singles = Vec::new();
    // Where parts are numbered （一）, a 一） has lost its bracket.
    let bracketed = context.signs().iter().any(|&(at, _)| {
        let number = reading.text[at..].strip_prefix(['（', '(']);
        let number = number.and_then(|number| number.strip_prefix(['一', '二']));
        number.is_some_and(|end| end.starts_with(['）', ')']))
    });
    for (index, block) in reading.blocks.iter().enumerate() {
        // A line without a Chinese character is a page's code.
        let is_words = block.span.of(reading.text).contains(is_han);
        if block.kind != BlockKind::Noise && is_words {
            singles.extend(unpaired(context, index, bracketed));
        }
    }
    across_paragraphs(reading, &mut singles);
    let mut rest = &singles[..];
    while let [single, behind @ ..] = rest {
        rest = behind;
        // “六五’: one slip, whichever of the two is wrong.
        if let [close, after @ ..] = behind
            && (single.opens && !close.opens || is_same_quote(reading.text, single, close))
            && single.block == close.block
            && close.span.end - single.span.start <= FARTHEST
        {
            let values = [
                ("open", single.span.of(reading.text)),
                ("close", close.span.of(reading.text)),
            ];
            let span = Span::new(single.span.start, close.span.end);
            findings.report(span, ".kinds", &values);
            rest = after;
            continue;
        }
        let case = match (single.pair, single.opens) {
            (STRAIGHT, _) => ".straight",
            (_, true) => ".open",
            (_, false) => ".close",
        };
        findings.report(single.span, case, &[]);
    }
    findings.damp(MOST_OF_A_WRITER);
}

/// The marks of a paragraph without a twin in it.
fn unpaired(context: &Context, block: usize, bracketed: bool) -> Vec<Single> {
    /// The most open marks among which a closing one looks for its twin.
    const DEPTH: usize = 32;
    let paragraph = context.reading.blocks[block].span;
    let words = paragraph.of(context.reading.text);
    let [mut open, mut lost, mut straight] = [const { Vec::<Single>::new() }; 3];
    let mut lengths = 0_usize;
    for &(place, mark) in context.signs_in(paragraph) {
        // ‘两头热': a straight mark may close what a curved one opened.
        if mark == '\'' && open.last().is_some_and(|last| last.pair == '‘') {
            open.pop();
        }
        let Some((pair, opens)) = pair_of(mark) else {
            continue;
        };
        let (head, tail) = words.split_at(place - paragraph.start);
        let behind_figure = head.ends_with(|c: char| c.is_ascii_digit());
        let single = Single {
            pair,
            opens,
            block,
            span: Span::new(place, place + mark.len_utf8()),
            leads: head.trim_start().is_empty(),
        };
        let twin = |one: &Single| one.pair == pair;
        if mark == '’' && !open.iter().any(twin) && is_apostrophe(head, &tail[mark.len_utf8()..])
        {
            continue;
        } else if pair == STRAIGHT && open.last().is_some_and(|last| last.pair == QUOTE) {
            // “一件事": the rule of widths tells how often both kinds stand together.
            open.pop();
        } else if pair == STRAIGHT {
            // 5" is a length, and in F-18"大黄蜂" it may be none.
            if !behind_figure || !straight.len().is_multiple_of(2) {
                straight.push(single);
            } else {
                lengths += 1;
            }
        } else if mark == '”' && !open.iter().any(twin) && !straight.len().is_multiple_of(2) {
            straight.pop();
        } else if opens {
            open.push(single);
        } else if let Some(twin) = open.iter().rev().take(DEPTH).position(twin) {
            open.remove(open.len() - 1 - twin);
        } else if !(pair == '（' && marks_list(head, bracketed)) {
            lost.push(single);
        }
    }
    if !straight.len().is_multiple_of(2) && lengths.is_multiple_of(2) {
        open.extend(straight.last());
    }
    // A list of titles cuts what is too long for it: 关于公开征求《公共租赁住房…
    if words.trim_end().ends_with('…') {
        open.clear();
    }
    open.append(&mut lost);
    open
}

fn is_apostrophe(head: &str, tail: &str) -> bool {
    head.ends_with(|c: char| c.is_ascii_alphanumeric())
        || tail.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether `head` ends in the number of a list item: 1） 一） a）, the Chinese ones not where all parts
/// are `bracketed`.
fn marks_list(head: &str, bracketed: bool) -> bool {
    let tail = head.trim_end();
    if bracketed && tail.ends_with(|c| chinese_digit(c).is_some() || c == '十') {
        return false;
    }
    let letter = tail.strip_suffix(|c: char| c.is_ascii_alphabetic());
    let start = letter.unwrap_or_else(|| {
        tail.trim_end_matches(|c: char| {
            is_digit(c) || small_chinese(c.encode_utf8(&mut [0; 4])).is_some()
        })
    });
    let lead = start.trim_end();
    // （PM / 2.5）: a decimal is no number of a list.
    if lead
        .strip_suffix('.')
        .is_some_and(|whole| whole.ends_with(is_digit))
    {
        return false;
    }
    (1..=9).contains(&(tail.len() - start.len()))
        && (lead.is_empty()
            || lead.ends_with(['。', '；', '：', ':', ';', '，', '、', '.'])
            || start.ends_with(' '))
}

/// Takes out the marks whose twin stands in a later paragraph, and the opening marks that a
/// quotation of several paragraphs repeats.
fn across_paragraphs(reading: &Reading, singles: &mut Vec<Single>) {
    /// The most paragraphs that one quotation goes over.
    const REACH: usize = 30;
    singles.sort_by_key(|single| single.span);
    let mut paired = vec![false; singles.len()];
    for (closing, one) in singles.iter().enumerate().filter(|(_, one)| !one.opens) {
        let twin = (0..closing).rev().take(200).find(|&at| {
            let other = singles[at];
            !paired[at] && other.opens && other.pair == one.pair && one.block - other.block <= REACH
        });
        let Some(twin) = twin else { continue };
        paired[closing] = true;
        paired[twin] = true;
        // The paragraphs before it that open with the mark belong to the same quotation.
        let mut block = singles[twin].block;
        for at in (0..twin).rev() {
            let other = singles[at];
            if paired[at] || !other.opens || other.pair != one.pair || block - other.block > 1 {
                break;
            }
            paired[at] = true;
            block = other.block;
            if !other.leads {
                break;
            }
        }
    }
    let last = reading.blocks.last();
    let whole = |words: &str| super::truncated::ends_whole(words);
    let cut_off = last.filter(|block| !whole(block.span.of(reading.text)));
    let is_single = |(index, single): &(usize, &Single)| {
        let in_the_cut = cut_off.is_some_and(|block| block.span.covers(single.span));
        !paired[*index] && !(single.opens && (in_the_cut || goes_on(reading, singles, *index)))
    };
    *singles = singles
        .iter()
        .enumerate()
        .filter(is_single)
        .map(|(_, single)| *single)
        .collect();
}

/// Whether a quotation that is open at the end of its paragraph goes on in the next one, which
/// repeats the opening mark and closes at its end or goes on as well.
fn goes_on(reading: &Reading, singles: &[Single], index: usize) -> bool {
    let single = singles[index];
    let Some(next) = reading.blocks.get(single.block + 1) else {
        return false;
    };
    let words = next.span.of(reading.text).trim();
    let end = words.trim_end_matches(['。', '！', '？']);
    let closes = before(end, end.len()).and_then(pair_of) == Some((single.pair, false));
    let still_open = singles
        .get(index + 1)
        .is_some_and(|other| other.block == single.block + 1 && other.leads && other.opens);
    words.starts_with(single.span.of(reading.text)) && (closes || still_open)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_marks_without_a_twin() {
        trips(
            "unpaired-mark",
            &[
                "落实⟦《⟧关于加强安全生产的意见，压实责任。",
                "坚持⟦“⟧两个确保，守牢底线。\n下一段没有引号。",
                "全县共有乡镇12个（含街道2个⟦（⟧，人口30万。"
                    .replace("（含街道2个⟦（⟧", "⟦（⟧含街道2个")
                    .as_str(),
                "深入推进放管服”改革，优化服务。"
                    .replace('”', "⟦”⟧")
                    .as_str(),
                "印发实施方案⟦》⟧，明确任务。",
                "推进\"三农⟦\"⟧工作\"，再上台阶。",
                "加强党的建设⟦）⟧，夯实基础。",
                "要抓好“一带一路“建设，扩大开放。"
                    .replacen("路“", "路⟦“⟧", 1)
                    .as_str(),
                "他说：⟦‘⟧要干就干好，然后走了。",
                "依据国发⟦〔⟧2024号文件执行。",
                "而⟦“七五’⟧时期的增速更高。",
                "落实⟦”三区一线”⟧划定工作，守牢底线。",
                "审议了⟦“实施纲要（草案）》⟧，提出意见。",
                "展望⟦“⟧十一五时期，任务艰巨。\n“十五”时期成绩很大，经验很多。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_whole_pairs() {
        silent(
            "unpaired-mark",
            &[
                "落实《关于印发〈安全生产条例〉的通知》，压实责任。",
                "他强调：“要坚持‘两个确保’不动摇。”",
                "有的队‘重工轻农'，有的队‘重粮轻棉'，都不妥。",
                "他指出：“第一段的话。\n“第二段的话。\n“第三段的话。”",
                "1）修路；2）治水；3）植树。",
                "主要有：一）修路。二）治水。",
                "（一）修路\n1）国道。2）村道。",
                "全县乡镇12个（含街道2个)，人口30万。",
                "推进\"三农\"工作，再上台阶。",
                "一架云岭-18\"大雁\"飞机参加\"例行训练\"。",
                "这是It’s和’98的用法。",
                "《《论持久战》导读》出版。",
                "推进“放管服\"改革，优化服务。",
                "推动“一件事\"落实，做好“跨省通办\"“跨市通办\"，完善“好差评\"。",
                "办好\"一件事”，做实\"全市通办”。",
                "培养基础理论人才与‘人工智能＋X’复合型人才并重。",
                "他说：“第一段的话。\n“第二段的话。”",
                "关于征求《某市供水管理办…\n县政府审议《某县村庄规划管…",
                "引文如下：“甲乙丙丁，\n戊己庚辛。”",
                "会议开幕。\n\">\n会议闭幕。",
            ],
        );
    }
}
