//! 三次产业比例为34:35:31: the three sectors are the whole.

use crate::checks::precision::{last_place, shown};
use crate::checks::words::Role;
use crate::checks::{Context, Findings};
use crate::model::Span;
use crate::text::{digit, figure_length, window_after};

/// How far behind the name its ratios are looked for, in characters.
const REACH: usize = 60;

/// Finds sectors that are no whole.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let signs = context.signs().iter();
    let colons = signs.filter(|(_, sign)| matches!(sign, ':' | '：' | '∶'));
    let mut sentences: Vec<usize> = colons.map(|(at, _)| reading.sentence_at(*at)).collect();
    sentences.dedup();
    for sentence in sentences {
        let Some(sentence) = reading.sentences.get(sentence) else {
            continue;
        };
        let words = sentence.of(reading.text);
        let Some((at, _)) = Role::Sectors.first_in(words) else {
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
    if is_whole || !(80.0..125.0).contains(&sum) {
        return;
    }
    let sum = format!("{}={}", shares.join("+"), shown(sum, 2));
    let values = [("words", span.of(text)), ("sum", &*sum)];
    findings.report(span, "check.share-mismatch", &values);
}
