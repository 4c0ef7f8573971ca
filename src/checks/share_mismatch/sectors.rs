//! 三次产业比例为34:35:31: the three sectors are the whole.

use crate::checks::precision::{last_place, shown};
use crate::checks::{Context, Findings, Role};
use crate::model::Span;
use crate::text::{figure_length, is_digit, window_after};

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
        let mut rest = near;
        while let Some(start) = rest.find(is_digit) {
            let words = &rest[start..];
            let (shares, behind) = ratio(words);
            let begin = sentence.start + at + near.len() - words.len();
            let span = Span::new(begin, begin + words.len() - behind.len());
            let cut = behind.is_empty() && span.end < sentence.end;
            if let Some(sum) = no_whole(&shares).filter(|_| !cut) {
                findings.report(span, "", &[("sum", &sum)]);
            }
            rest = behind;
        }
    }
}

/// The numbers that colons hold together at the start of `text`, and what stands behind them.
fn ratio(text: &str) -> (Vec<&str>, &str) {
    let mut shares = Vec::new();
    let mut rest = text;
    loop {
        let (share, behind) = rest.split_at(figure_length(rest));
        shares.push(share);
        rest = behind.trim_start_matches(['%', '％']);
        match rest.strip_prefix([':', '：', '∶']) {
            Some(next) if figure_length(next) > 0 => rest = next,
            _ => return (shares, rest),
        }
    }
}

/// What the shares of three sectors come to where they are no whole, but near enough to be meant so.
fn no_whole(shares: &[&str]) -> Option<String> {
    let value = |share: &&str| share.replace('．', ".").parse::<f64>().ok();
    let values: Vec<f64> = shares.iter().map(value).collect::<Option<_>>()?;
    let sum: f64 = values.iter().sum();
    let slack: f64 = shares.iter().map(|share| last_place(share) / 2.0).sum();
    let is_whole = (sum - 100.0).abs() <= slack + 1e-9;
    (shares.len() == 3 && !is_whole && (80.0..125.0).contains(&sum))
        .then(|| format!("{}={}", shares.join("+"), shown(sum, 2)))
}
