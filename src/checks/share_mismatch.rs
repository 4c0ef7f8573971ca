//! `share-mismatch`

use super::precision::{last_place, shown};
use super::scan::{digit, figure_length, window_after};
use super::{Context, Findings, Group, Rule};
use crate::model::{Severity, Span};

/// Finds shares of the three sectors that do not sum to 100: 三次产业比例为34:35:41.
///
/// Why it matters: the three are the whole; one of the numbers is wrong.
///
/// Each share may be off by half its last place. What sums to less than 80 or more than 125 is no
/// list of percents but a plain ratio.
///
/// Trips: 三次产业比例调整为10.2:45.3:46.5
/// Does not: 三次产业比例达到34:35:31; 三次产业之比为1:3:4; 三次产业比例由…: each list by itself
///
/// Source: 国民经济行业分类 (GB/T 4754—2017): the sectors 第一, 第二 and 第三产业 are the whole.
pub(super) static RULE: Rule = Rule {
    id: "share-mismatch",
    group: Group::Figures,
    severity: Severity::Error,
    check,
};

/// How the sectors are named before their ratio.
const NAMES: [&str; 5] = ["三次产业", "三产比", "一二三产", "一、二、三产", "三大产业"];

/// How far behind the name its ratios are looked for, in characters.
const REACH: usize = 60;

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    for sentence in &reading.sentences {
        let words = sentence.of(reading.text);
        // Few sentences have a colon between digits, and a byte tells it.
        if !words.contains([':', '：', '∶']) {
            continue;
        }
        let Some(at) = NAMES.iter().find_map(|name| words.find(name)) else {
            continue;
        };
        let near = window_after(words, at, REACH);
        let mut from = 0;
        while let Some(start) = near[from..].find(|c| digit(c).is_some()) {
            let start = from + start;
            let (shares, length) = ratio(&near[start..]);
            from = start + length.max(1);
            while !near.is_char_boundary(from) {
                from += 1;
            }
            let cut = start + length == near.len() && at + near.len() < words.len();
            if shares.len() != 3 || cut {
                continue;
            }
            let begin = sentence.start + at + start;
            let span = Span::new(begin, begin + length);
            report(reading.text, span, &shares, findings);
        }
    }
}

/// The numbers that colons hold together at the start of `text`, and how long they are.
fn ratio(text: &str) -> (Vec<&str>, usize) {
    let mut shares = Vec::new();
    let mut at = 0;
    loop {
        let length = figure_length(&text[at..]);
        if length == 0 {
            break;
        }
        shares.push(&text[at..at + length]);
        at += length;
        let rest = text[at..].trim_start_matches(['%', '％']);
        let sign = text[at..].len() - rest.len();
        let next = rest.strip_prefix([':', '：', '∶']);
        match next {
            Some(next) if figure_length(next) > 0 => at = text.len() - next.len(),
            _ => {
                at += sign;
                break;
            }
        }
    }
    (shares, at)
}

fn report(text: &str, span: Span, shares: &[&str], findings: &mut Findings) {
    let value = |share: &&str| share.replace('．', ".").parse::<f64>().ok();
    let Some(values) = shares.iter().map(value).collect::<Option<Vec<f64>>>() else {
        return;
    };
    let sum: f64 = values.iter().sum();
    let slack: f64 = shares.iter().map(|share| last_place(share) / 2.0).sum();
    let is_whole = (sum - 100.0).abs() <= slack + 1e-9;
    if is_whole || !(80.0..125.0).contains(&sum) || findings.is_full(span) {
        return;
    }
    let sum = format!("{}={}", shares.join("+"), shown(sum, 2));
    let values = [("words", span.of(text)), ("sum", &*sum)];
    findings.push(RULE.finding(span, "check.share-mismatch", &values));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sectors_that_are_no_whole() {
        trips(
            &RULE,
            &[
                "三次产业比例调整为⟦10.2:45.3:46.5⟧。",
                "三次产业结构由20:45:35优化为⟦15:45:45⟧。",
                "三次产业比重为⟦8.1：40.2：50.7⟧。",
                "三次产业比达到⟦12∶44∶54⟧。",
                "三次产业结构由⟦20:45:45⟧调整为15:45:40。",
                "一二三产比重为⟦9:40:41⟧。",
                "三次产业增加值之比为⟦7.5%:42.5%:52%⟧。",
                "三大产业结构为⟦10:30:50⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_wholes_ratios_and_times() {
        silent(
            &RULE,
            &[
                "三次产业比例达到34:35:31。",
                "三次产业比例为10.2:45.3:44.5。",
                "三次产业结构由20:45:35优化为15:45:40。",
                "三次产业之比为1:3:4。",
                "三次产业比例为33:33:33。",
                "三次产业会议10:30开始。",
                "城乡收入比为2.1:1。",
                "三次产业贡献率分别为10%、40%和50%。",
                "三次产业比例为8.13:41.26:50.62。",
            ],
        );
    }
}
