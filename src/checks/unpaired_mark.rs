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
//! | check.unpaired-mark.open | “{mark}”没有配对的后半个。请补上或删去。 | The mark “{mark}” is never closed. Add its twin or take it out. |
//! | check.unpaired-mark.close | “{mark}”没有配对的前半个。请补上或删去。 | The mark “{mark}” was never opened. Add its twin or take it out. |
//! | check.unpaired-mark.straight | 本段的直引号“{mark}”不成对。请补上或删去。 | The straight quotation marks “{mark}” of this paragraph do not pair. Add one or take one out. |
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

use super::{Context, Findings};
use crate::model::{BlockKind, Span};
use crate::reading::Reading;
use crate::text::numeral::small_chinese;
use crate::text::{after, before, chinese_digit, digit};

/// A mark that found no twin in its paragraph.
#[derive(Clone, Copy)]
struct Single {
    /// The mark that opens its pair.
    pair: char,
    opens: bool,
    block: usize,
    at: usize,
    length: usize,
    /// Whether it begins its paragraph.
    leads: bool,
}

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
        let signs = context.signs_in(block.span);
        if block.kind != BlockKind::Noise {
            let paragraph = Paragraph {
                index,
                span: block.span,
                signs,
            };
            pair(reading.text, &paragraph, bracketed, &mut singles);
        }
    }
    across_paragraphs(reading, &mut singles);
    for single in &singles {
        let span = Span::new(single.at, single.at + single.length);
        let key = match (single.pair, single.opens) {
            (STRAIGHT, _) => "check.unpaired-mark.straight",
            (_, true) => "check.unpaired-mark.open",
            (_, false) => "check.unpaired-mark.close",
        };
        findings.report(span, key, &[("mark", span.of(reading.text))]);
    }
}

/// A paragraph with the signs in it.
struct Paragraph<'a> {
    index: usize,
    span: Span,
    signs: &'a [(usize, char)],
}

/// The marks of a paragraph without a twin in it.
fn pair(text: &str, paragraph: &Paragraph, bracketed: bool, singles: &mut Vec<Single>) {
    /// The most open marks among which a closing one looks for its twin.
    const DEPTH: usize = 32;
    let words = paragraph.span.of(text);
    let mut open: Vec<Single> = Vec::new();
    let mut lost: Vec<Single> = Vec::new();
    let mut straight: Vec<Single> = Vec::new();
    for &(place, mark) in paragraph.signs {
        let Some((pair, opens)) = pair_of(mark) else {
            continue;
        };
        let at = place - paragraph.span.start;
        let before = before(words, at);
        let single = Single {
            pair,
            opens,
            block: paragraph.index,
            at: place,
            length: mark.len_utf8(),
            leads: words[..at].chars().all(char::is_whitespace),
        };
        if is_apostrophe(mark, before, after(words, at + mark.len_utf8())) {
            continue;
        }
        if pair == STRAIGHT {
            // 5" is a length.
            if !before.is_some_and(|c| c.is_ascii_digit()) || !straight.len().is_multiple_of(2) {
                straight.push(single);
            }
        } else if opens {
            open.push(single);
        } else if let Some(twin) = open
            .iter()
            .rev()
            .take(DEPTH)
            .position(|one| one.pair == pair)
        {
            open.remove(open.len() - 1 - twin);
        } else if !(pair == '（' && marks_list(&words[..at], bracketed)) {
            lost.push(single);
        }
    }
    if !straight.len().is_multiple_of(2) {
        // A straight mark may stand in for the twin of a curved one.
        let curved = |single: &Single| single.pair == QUOTE;
        if let Some(twin) = open.iter().position(curved) {
            open.remove(twin);
        } else if let Some(twin) = lost.iter().position(curved) {
            lost.remove(twin);
        } else {
            singles.extend(straight.last());
        }
    }
    singles.extend(open);
    singles.extend(lost);
}

fn is_apostrophe(mark: char, before: Option<char>, after: Option<char>) -> bool {
    mark == '’'
        && (before.is_some_and(|c| c.is_ascii_alphanumeric())
            || after.is_some_and(|c| c.is_ascii_digit()))
}

/// Whether `head` ends in the number of a list item: 1） 一） a）, the Chinese ones not where all parts
/// are `bracketed`.
fn marks_list(head: &str, bracketed: bool) -> bool {
    let tail = head.trim_end();
    if bracketed && tail.ends_with(|c| chinese_digit(c).is_some() || c == '十') {
        return false;
    }
    let number = tail.trim_end_matches(|c: char| {
        digit(c).is_some() || small_chinese(c.encode_utf8(&mut [0; 4])).is_some()
    });
    let letter = tail.ends_with(|c: char| c.is_ascii_alphabetic());
    let start = if letter {
        &tail[..tail.len() - 1]
    } else {
        number
    };
    start.len() < tail.len()
        && tail.len() - start.len() <= 9
        && start.trim_end().chars().next_back().is_none_or(|c| {
            matches!(c, '。' | '；' | '：' | ':' | ';' | '，' | '、' | '.') || start.ends_with(' ')
        })
}

/// Takes out the marks whose twin stands in a later paragraph, and the opening marks that a
/// quotation of several paragraphs repeats.
fn across_paragraphs(reading: &Reading, singles: &mut Vec<Single>) {
    /// The most paragraphs that one quotation goes over.
    const REACH: usize = 30;
    singles.sort_by_key(|single| single.at);
    let mut paired = vec![false; singles.len()];
    for closing in 0..singles.len() {
        let one = singles[closing];
        if one.opens {
            continue;
        }
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
            if !singles[at].leads {
                break;
            }
        }
    }
    for index in 0..singles.len() {
        if singles[index].opens && goes_on(reading, singles, index) {
            paired[index] = true;
        }
    }
    let cut_off = reading
        .blocks
        .last()
        .filter(|block| !super::truncated::ends_whole(block.span.of(reading.text)))
        .map(|_| reading.blocks.len() - 1);
    let mut at = 0;
    singles.retain(|single| {
        let in_the_cut = single.opens && Some(single.block) == cut_off;
        let keep = !paired[at] && !in_the_cut;
        at += 1;
        keep
    });
}

/// Whether a quotation that is open at the end of its paragraph goes on in the next one, which
/// repeats the opening mark and closes at its end or goes on as well.
fn goes_on(reading: &Reading, singles: &[Single], index: usize) -> bool {
    let single = singles[index];
    let Some(next) = reading.blocks.get(single.block + 1) else {
        return false;
    };
    let mark = Span::new(single.at, single.at + single.length).of(reading.text);
    let words = next.span.of(reading.text).trim();
    let ends = words.trim_end_matches(['。', '！', '？']);
    let closes = ends
        .chars()
        .next_back()
        .and_then(pair_of)
        .is_some_and(|(pair, opens)| pair == single.pair && !opens);
    let still_open = singles
        .get(index + 1)
        .is_some_and(|other| other.block == single.block + 1 && other.leads && other.opens);
    words.starts_with(mark) && (closes || still_open)
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
                "他指出：“第一段的话。\n“第二段的话。\n“第三段的话。”",
                "1）修路；2）治水；3）植树。",
                "主要有：一）修路。二）治水。",
                "（一）修路\n1）国道。2）村道。",
                "全县乡镇12个（含街道2个)，人口30万。",
                "推进\"三农\"工作，再上台阶。",
                "这是It’s和’98的用法。",
                "《《论持久战》导读》出版。",
                "推进“放管服\"改革，优化服务。",
                "他说：“第一段的话。\n“第二段的话。”",
                "引文如下：“甲乙丙丁，\n戊己庚辛。”",
            ],
        );
    }
}
