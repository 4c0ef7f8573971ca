//! # sum-mismatch
//!
//! ## zh: 分项与合计不符
//!
//! 各分项加起来不等于后面的合计，或者“其中”的一项比总数还大。每个数都按四舍五入留出余地；
//! 分项可能重叠、口径不一的不报。
//!
//! Why: 改了分项没有改合计，或者改了合计没有改分项。
//!
//! Source: 算术
//!
//! ## en: Sum mismatch
//!
//! The parts do not sum to the total stated behind them, or a part (其中) is more than its whole.
//! Every number may be off by half its last place; parts that may overlap or differ in kind are
//! left alone.
//!
//! Why: A part was changed and the total was not, or the other way round.
//!
//! Source: Arithmetic
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.sum-mismatch | {parts} ≠ {stated}（合计应为 {right}）。请核对分项与合计。 | {parts} ≠ {stated} (the sum is {right}). Check the parts and the total. |
//! | check.sum-mismatch.total | 文中所说的合计 | The total as the text states it |
//! | check.sum-mismatch.part | 其中的一项“{part}”大于总数“{whole}”。请核对。 | One part, “{part}”, is more than the whole, “{whole}”. Check them. |
//!
//! ## Trips
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计160亩。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 设施农业用地东片120亩、西片30亩，合计150亩。
//! ```
//!
//! ## Notes
//!
//! The total must be called one, and all amounts before it in the sentence must be of its unit and
//! exact; parts after 其中 may overlap, so that only one greater than the whole is certain. Each
//! number may be off by half its last place.

use super::precision::{Interval, shown_like, unit_of_amount};
use super::{Context, Findings, Role};
use crate::model::{Claim, Measure, Span};
use crate::text::{is_plain, window_before};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for at in 1..context.claims.len() {
        let (before, claim) = (&context.claims[at - 1], &context.claims[at]);
        let Some(words) = context.between(before, claim) else {
            continue;
        };
        if Role::Total.stands_in(words) {
            if let Some(parts) = parts(text, context, at) {
                compare(text, parts, claim, findings);
            }
        } else if Role::Among.stands_in(words) && exceeds(text, before, claim, words) {
            let span = Span::new(before.span.start, claim.span.end);
            let values = [("whole", &*before.text), ("part", &claim.text)];
            findings.report(span, ".part", &values);
        }
    }
}

/// The claims of the sentence before a total, if nothing but parts of its sum stands there.
fn parts<'a>(text: &str, context: &Context<'a>, at: usize) -> Option<&'a [Claim]> {
    let (claims, total) = (&context.claims[..at], &context.claims[at]);
    let unit = unit_of_amount(total)?;
    let mut sentences = claims.rsplit(|claim| claim.sentence != total.sentence);
    // 三项合计: the count of the parts is none of them.
    let parts = match sentences.next()? {
        [parts @ .., count] if count.value == parts.len() as f64 && count.unit != total.unit => {
            parts
        }
        parts => parts,
    };
    let sentence = context.reading.sentences.get(total.sentence)?;
    let words = text.get(sentence.start..total.span.start)?;
    let head = text.get(parts.last()?.span.end..total.span.start)?;
    // Only a mark and 三项 may stand before the word, 为 and 达 behind it.
    let plain = head.trim_start_matches(['，', ',', '、', '；', '（', '(']);
    let plain = Role::TotalLink.before_all(Role::TotalLead.behind_all(plain));
    let named = Role::Total.is(without_count(plain));
    let sure = (2..=8).contains(&parts.len())
        && parts.iter().all(|part| unit_of_amount(part) == Some(unit))
        && !words.contains(['（', '(', '；'])
        && !Role::NoPart.stands_in(words);
    (named && sure).then_some(parts)
}

/// 三项合计, 两片共计: without the count of the parts.
fn without_count(words: &str) -> &str {
    words
        .strip_prefix(['两', '二', '三', '四', '五', '六', '七', '八'])
        .and_then(|rest| rest.strip_prefix(['项', '个', '片', '者', '处', '地', '家', '类', '部']))
        .map_or(words, |rest| rest.trim_start_matches('分'))
}

fn compare(text: &str, parts: &[Claim], total: &Claim, findings: &mut Findings) {
    let intervals = parts.iter().map(Interval::rounded);
    let sum = intervals.fold(Interval::new(0.0, 0.0), |sum, part| {
        Interval::new(sum.low + part.low, sum.high + part.high)
    });
    if sum.meets(&Interval::rounded(total)) {
        return;
    }
    let amount: f64 = parts.iter().map(|part| part.value).sum();
    let right = shown_like(amount, total, total.unit.as_deref().unwrap_or_default());
    let listed: Vec<&str> = parts.iter().map(|part| part.span.of(text)).collect();
    let values = [
        ("parts", &*listed.join("+")),
        ("right", &right),
        ("stated", &total.text),
    ];
    findings
        .report(Span::new(parts[0].span.start, total.span.end), "", &values)
        .relate(total.span, ".total", &[]);
}

/// 80套，其中95套: whether the part is more than the whole right before it.
fn exceeds(text: &str, whole: &Claim, part: &Claim, between: &str) -> bool {
    let behind = between.trim_start_matches(['，', ',', '（', '(', '；']);
    // 新增 is a whole like any other; a net increase may be less than one of its parts.
    let gross = whole.measure == Measure::Change
        && Role::Gross.stands_in(window_before(text, whole.span.start, 10))
        && !window_before(text, whole.span.start, 12).contains('净');
    let levels = (whole.measure == Measure::Level || gross) && part.measure == Measure::Level;
    let unit = unit_of_amount(whole);
    let same = unit.is_some() && unit == unit_of_amount(part);
    let plain = Role::Among.behind(behind).is_some_and(|name| {
        is_plain(name, 12, &['，', ',', '；', '：', '。']) && !Role::NoLevelPart.stands_in(name)
    });
    levels && same && plain && Interval::rounded(part).low > Interval::rounded(whole).high
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_sums_that_do_not_come_out() {
        trips(
            "sum-mismatch",
            &[
                "东片用地⟦120亩、西片用地30亩，合计160亩⟧。",
                "东区安置⟦35户，西区安置42户，共计87户⟧。",
                "中央资金⟦1.2亿元、省级资金0.8亿元，总计2.5亿元⟧。",
                "城区学校⟦12所、乡镇学校23所、村小8所，合计45所⟧。",
                "甲队⟦三十二人，乙队二十一人，共计六十三人⟧。",
                "北线⟦15.5公里、南线14.2公里，合计为31.7公里⟧。",
                "建成保障房⟦80套，其中廉租房95套⟧。",
                "选派干部⟦60人，其中女干部72人⟧。",
                "东线⟦15公里、中线14公里、西线12公里，三项合计45公里⟧。",
                "新增贷款⟦60亿元，其中涉农贷款72亿元⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_sums_that_do_and_on_no_sums() {
        silent(
            "sum-mismatch",
            &[
                "东片用地120亩、西片用地30亩，合计150亩。",
                "中央资金1.2亿元、省级资金0.8亿元，总计2亿元。",
                "北线15.5公里、南线14.2公里，合计约30公里。",
                "其中东区35户，西区42户，共计187户。",
                "东区安置35户，比上年多5户，共计87户。",
                "东区安置35户，投资42万元，共计87户。",
                "选派干部60人，其中女干部22人。",
                "新增贷款60亿元，其中累计涉农贷款72亿元。",
                "东区安置35户，西区42户，全市安置87户。",
                "工业投资净增60亿元，其中制造业投资72亿元。",
                "东线15公里、中线14公里，两段合计29公里。",
                "城区学校12所、乡镇学校20多所，合计45所。",
            ],
        );
    }
}
