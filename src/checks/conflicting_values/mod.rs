//! # conflicting-values
//!
//! ## zh: 同一指标数值不一
//!
//! 同一指标、同一时期，前后写了两个不同的数。只看总值、收入、产量、比率这类一时一地只有一个数的指
//! 标；没有写时期的，数字相同、次序不同才报（4916.5和4961.5）；一个是计划、一个是完成，或者四舍五入能够解释的，不报。
//! 上一句的计数在下一句开头再说时变了的（“正在办理27件。28件正在办理的事项中”），整句相同只差一个数的，也报。
//!
//! Why: 一处更新了，另一处忘了改；引用的人会引到错的那个。
//!
//! Source: 算术
//!
//! ## en: Conflicting values
//!
//! One indicator has two values for one period. Only indicators that a place has one value of
//! (totals, incomes, outputs, rates); a plan beside a result, and what rounding explains, are left
//! alone; where one has no period, only the same digits in another order are told (4916.5, 4961.5). Told are a count that the next sentence begins with otherwise (正在办理27件。28件正在办理的事项中), and a sentence
//! that stands twice with another number.
//!
//! Why: One was brought up to date and the other forgotten, and the wrong one will be quoted.
//!
//! Source: Arithmetic
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.conflicting-values | “{indicator}”同一时期（{period}）前面说“{first}”，这里说“{second}”。请核对口径或数字。 | “{indicator}” is “{first}” before and “{second}” here for one period, {period}. Check scope and figures. |
//! | check.conflicting-values.digits | “{indicator}”前面说“{first}”，这里说“{second}”，数字相同、次序不同，像是写颠倒了。请核对。 | “{indicator}” is “{first}” before and “{second}” here: the same digits in another order. Check which is right. |
//! | check.conflicting-values.sentence | 同一句话前面写“{first}”，这里写“{second}”。请核对数字。 | The same sentence has “{first}” before and “{second}” here. Check the figures. |
//! | check.conflicting-values.count | 前面说“{first}”，这里说“{second}”，说的是同一批。请核对数字。 | The text says “{first}” before and “{second}” here of the same things. Check the figures. |
//! | check.conflicting-values.first | 前面的数值 | The value before |
//!
//! ## Trips
//!
//! ```text
//! 2024年，全县粮食产量达到45万吨。农民收入稳步增加。
//! 2024年，全县粮食产量48万吨，创历史新高。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 2024年，全县粮食产量达到45万吨。农民收入稳步增加。
//! 2023年，全县粮食产量43万吨。
//! ```
//!
//! ## Notes
//!
//! Both values must be exact, stand in different sentences, and have the same words for the place before
//! them. Silent where there are three values or more, and where a growth counts from another year.

mod counts;
mod sentences;

use std::sync::LazyLock;

use super::precision::{Interval, is_exact};
use super::{Context, Findings, Role};
use crate::lexicon::Keyed;
use crate::lexicon::value_scope::{Kind, Row, TABLE};
use crate::model::{Claim, Measure, Status};
use crate::text::{is_digit, is_plain, window_after};

/// The words that say nothing of the place, or all of it; the longest first, for 年 stands in 上半年.
static SILENT: LazyLock<Vec<&str>> =
    LazyLock::new(|| TABLE.words(|row| row.kinds.has(Kind::Whole) || row.kinds.has(Kind::Neutral)));

/// What a place may have one value of.
const MEASURES: [Measure; 4] = [
    Measure::Level,
    Measure::Growth,
    Measure::Share,
    Measure::Change,
];

/// Whether one of the words is of a kind.
fn any_is(mut words: impl Iterator<Item = &'static Row>, kind: Kind) -> bool {
    words.any(|row| row.kinds.has(kind))
}

/// One value of an indicator with the words for its place.
struct Value<'a> {
    claim: &'a Claim,
    scope: String,
    /// Whether it is a yearly average.
    yearly: bool,
}

pub(super) fn check(context: &Context, findings: &mut Findings) {
    type Key<'a> = (&'a str, &'a str, (Measure, Status));
    let text = context.reading.text;
    let mut keyed: Vec<(Key, Option<&str>, usize)> = Vec::new();
    for (at, claim) in context.claims.iter().enumerate() {
        if let Some(unit) = &claim.unit
            && claim.status != Status::Other
            && is_exact(claim, &MEASURES)
        {
            let key = (&*claim.name, &**unit, (claim.measure, status(claim)));
            keyed.push((key, claim.period.as_deref(), at));
        }
    }
    keyed.sort_unstable();
    for group in keyed.chunk_by(|one, next| one.0 == next.0) {
        // Most indicators stand once.
        if group.len() < 2 {
            continue;
        }
        for group in group.chunk_by(|one, next| one.1 == next.1) {
            let values: Vec<Value> = values(context, group);
            for yearly in [false, true].into_iter().filter(|_| group[0].1.is_some()) {
                let values = values.iter().filter(|value| value.yearly == yearly);
                compare(text, values, findings);
            }
        }
        if group[0].1.is_none() {
            compare_digits(text, &mut values(context, group), findings);
        }
    }
    sentences::check(context, findings);
    counts::check(context, findings);
    findings.damp(MOST);
}

/// Whether a value is a result or a plan; what only stands in a passage on work to come may be either.
fn status(claim: &Claim) -> Status {
    let unsure = claim.because.iter().any(|reason| reason == "because.plan");
    match unsure {
        true => Status::Actual,
        false => claim.status,
    }
}

/// The values of those claims whose indicator a place has one of.
fn values<'a, Key>(context: &Context<'a>, group: &[(Key, Option<&str>, usize)]) -> Vec<Value<'a>> {
    let claims = group.iter().map(|&(.., at)| at);
    let single = claims.filter(|&at| has_one_value(&context.claims[at].indicator));
    single.filter_map(|at| value(context, at)).collect()
}

/// Compares a value without a period to the next of its place: 4916.5亿元 and 4961.5亿元 are one, whatever the year.
fn compare_digits(text: &str, values: &mut [Value], findings: &mut Findings) {
    values.sort_by_key(|value| value.claim.span);
    for pair in values.windows(2) {
        let [one, other] = pair else { continue };
        let dated = one.claim.period.is_some() && other.claim.period.is_some();
        if !dated && one.scope == other.scope && are_turned(one.claim, other.claim) {
            report(text, one.claim, other.claim, findings);
            return;
        }
    }
}

/// Whether two amounts have the same digits, three and more, in another order.
fn are_turned(one: &Claim, other: &Claim) -> bool {
    let digits = |claim: &Claim| {
        let mut digits: Vec<char> = claim.text.chars().filter(|c| is_digit(*c)).collect();
        digits.sort_unstable();
        digits
    };
    let level = one.measure == Measure::Level && one.sentence != other.sentence;
    level && one.value != other.value && digits(one).len() > 2 && digits(one) == digits(other)
}

/// The most figures that a writer forgets: a text with more of them is of several places (全市, 市本级, 各区).
const MOST: usize = 3;

/// Whether a place has one value of an indicator.
fn has_one_value(indicator: &str) -> bool {
    indicator.chars().count() >= 3
        && !any_is(TABLE.get(indicator).into_iter(), Kind::Anyone)
        && !any_is(TABLE.endings(indicator), Kind::Each)
        && any_is(TABLE.endings(indicator), Kind::Single)
}

/// The value of a claim whose indicator stands right before it, or before the amount that its growth
/// belongs to.
fn value<'a>(context: &Context<'a>, at: usize) -> Option<Value<'a>> {
    let text = context.reading.text;
    let claim = &context.claims[at];
    let sentence = context.reading.sentences.get(claim.sentence)?;
    let head = text.get(sentence.start..claim.span.start)?;
    let named = head.rfind(claim.indicator.as_str())?;
    let mut gap = &head[named + claim.indicator.len()..];
    if let Some(before) = at.checked_sub(1).map(|before| &context.claims[before])
        && before.sentence == claim.sentence
        && before.span.start > sentence.start + named
    {
        // 投资完成120亿元，同比增长15%: one amount may stand between.
        let same = before.indicator == claim.indicator && before.measure == Measure::Level;
        gap = text
            .get(before.span.end..claim.span.start)?
            .trim_start_matches(['，', '（', '(']);
        if !same || claim.measure != Measure::Growth {
            return None;
        }
    }
    let plain = is_plain(gap, 10, &['，', '；', '、', '。', '：'])
        && (!gap.contains('比') || Role::OtherBase.stands_in(gap));
    let own = with_opener(&head[..named]);
    // What opens the sentence names the place of all its clauses, unless they say 全县.
    let of_all = any_is(TABLE.inside(own), Kind::Whole);
    let openers = head[..named - own.len()].split('，').take(2);
    let opener = openers.filter(|_| !of_all).find_map(|clause| {
        let opener = window_after(clause, 0, LONGEST_OPENER);
        names_place(opener).then_some(opener)
    });
    let level = || {
        let above = level_above(context, claim.sentence);
        above.or_else(|| level_of_headings(context, claim.span.start))
    };
    let opener = opener.or_else(|| level().filter(|_| !of_all));
    let opener = opener.unwrap_or_default();
    if !plain || any_is(TABLE.inside(own), Kind::Part) || Role::OtherValue.stands_in(gap) {
        return None;
    }
    Some(Value {
        claim,
        scope: scope(&format!(
            "{opener}{own}{}",
            note_behind(&text[claim.span.end..])
        )),
        yearly: Role::AYear.stands_in(gap),
    })
}

/// What brackets right behind a value say of it: 收入2.8亿元（自然口径）, of which 收入3亿元（同口径） is another.
fn note_behind(words: &str) -> &str {
    let inner = words.strip_prefix(['（', '(']).unwrap_or_default();
    let near = window_after(inner, 0, LONGEST_OPENER);
    let note = near.find(['）', ')']).map_or("", |end| &near[..end]);
    // （增长5%） tells another figure, not which one this is.
    if note.contains(is_digit) { "" } else { note }
}

/// So many sentences further up a paragraph no longer says of what level a figure is.
const FAR_ABOVE: usize = 40;

/// 市本级预算收入8亿元。加上结转收入2亿元: the level that a budget's paragraph last named before a sentence.
fn level_above<'a>(context: &Context<'a>, sentence: usize) -> Option<&'a str> {
    let reading = context.reading;
    let block = |at: usize| reading.sentence_blocks[at];
    let mut above = (0..sentence)
        .rev()
        .take(FAR_ABOVE)
        .take_while(|&at| block(at) == block(sentence));
    above.find_map(|at| {
        let opener = window_after(reading.sentences[at].of(reading.text), 0, LONGEST_OPENER);
        let mut words = TABLE.inside(opener);
        words.find(|row| row.kinds.has(Kind::Level)).map(Keyed::key)
    })
}

/// 2.市级政府性基金预算: the nearest heading above a place that names a level, whose figures are those of its own account.
fn level_of_headings<'a>(context: &Context<'a>, place: usize) -> Option<&'a str> {
    let reading = context.reading;
    let mut above = reading.upwards(reading.section_at(place));
    above.find_map(|section| {
        let title = &*reading.sections[section].heading.title;
        any_is(TABLE.inside(title), Kind::Level).then_some(title)
    })
}

/// The words of its clause before an indicator, of all that `head` has: a short clause that names
/// another place or plan (苏联的第一个五年计划，) belongs to them.
fn with_opener(head: &str) -> &str {
    let mut clauses = head.rsplit(['，', '；', '：', '。', '、', ',', '！', '）', '（']);
    let own = clauses.next().unwrap_or_default();
    let above = head[..head.len() - own.len()].trim_end_matches(['，', ',']);
    let opener = above
        .rsplit(['，', '；', '：', '。'])
        .next()
        .unwrap_or_default();
    let of_all = any_is(TABLE.inside(own), Kind::Whole);
    match !of_all && names_place(opener) {
        true => &head[above.len() - opener.len()..],
        false => own,
    }
}

/// The most characters of what names the place of the clauses behind it.
const LONGEST_OPENER: usize = 18;

/// Whether a short clause names a place or plan.
fn names_place(clause: &str) -> bool {
    clause.chars().count() <= LONGEST_OPENER && any_is(TABLE.inside(clause), Kind::Opener)
}

/// The words for the place among those before an indicator.
fn scope(before: &str) -> String {
    let mut place = before.to_owned();
    place.retain(|c| !is_digit(c) && !c.is_whitespace() && !matches!(c, '“' | '”'));
    for silent in &*SILENT {
        if place.contains(silent) {
            place = place.replace(silent, "");
        }
    }
    place
}

/// Compares the values of the place that the first one is for.
fn compare<'a>(
    text: &str,
    mut values: impl Iterator<Item = &'a Value<'a>>,
    findings: &mut Findings,
) {
    let Some(first) = values.next() else { return };
    let mut distinct: Vec<&Claim> = vec![first.claim];
    let agree = |one: &Claim, other: &Claim| {
        (one.value < 0.0) == (other.value < 0.0)
            && Interval::rounded(one).meets(&Interval::rounded(other))
    };
    for value in values.filter(|value| value.scope == first.scope) {
        if !distinct.iter().any(|known| agree(known, value.claim)) {
            distinct.push(value.claim);
        }
        // Three values are a series; nothing is told of it, however long it is.
        if distinct.len() > 2 {
            return;
        }
    }
    let [one, other] = distinct[..] else { return };
    if one.sentence == other.sentence {
        return;
    }
    report(text, one, other, findings);
}

fn report(text: &str, one: &Claim, other: &Claim, findings: &mut Findings) {
    let period = other.period.as_deref().or(one.period.as_deref());
    let shown = [
        ("indicator", &*other.indicator),
        ("first", one.span.of(text)),
        ("second", other.span.of(text)),
        ("period", period.unwrap_or_default()),
    ];
    let case = if one.period == other.period {
        ""
    } else {
        ".digits"
    };
    findings
        .report(other.span, case, &shown)
        .relate(one.span, ".first", &[]);
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_two_values_of_one_indicator() {
        trips(
            "conflicting-values",
            &[
                "2024年上半年，全县粮食产量达到21万吨。夏收顺利。全县2024年上半年粮食产量⟦23万吨⟧。",
                "2024年，全市生产总值完成1200亿元。成绩来之不易。2024年全市生产总值达到⟦1250亿元⟧。",
                "2023年粮食产量达到45万吨。\n粮食生产稳定，2023年粮食产量⟦48万吨⟧。",
                "2022年，森林覆盖率达到31.5%。\n生态向好，2022年森林覆盖率达到⟦32.1%⟧。",
                "2024年固定资产投资完成86亿元，同比增长12%。\n2024年固定资产投资增长⟦15%⟧，后劲增强。",
                "2024年，城镇新增就业1.2万人。\n2024年，城镇新增就业⟦1.5万人⟧，民生改善。",
                "到2025年，城镇化率达到62%。\n到2025年，城镇化率达到⟦65%⟧。",
                "2021年，全县一般公共预算收入完成8.6亿元。\n2021年，全县一般公共预算收入完成⟦8.9亿元⟧。",
                "2021年，全县旅游收入达到8.6亿元（增长12%）。\n2021年，全县旅游收入达到⟦6.8亿元⟧（增长9%）。",
                "坚持民生优先，新建改建学校12所，新增学位3000个，群众满意度不断提升。\n一年来成绩不少。坚持民生优先，新建改建学校⟦15⟧所，新增学位3000个，群众满意度不断提升。",
                "常务会议确定事项43件，已完成16件，正在办理27件。⟦28件⟧正在办理的事项中，持续推进25件，需加快推进3件。",
                "全县财政总收入4916.5亿元。财力增强。\n2024年，全县财政总收入⟦4961.5亿元⟧。",
                "2024年，全市城镇化率达到58.6%。\n随着县城扩容，2024年全市城镇化率升至⟦56.8%⟧。",
                "2024年全县粮食总产量16万吨。\n农业部门汇总数据显示，2024年全县粮食总产量为⟦18万吨⟧。",
                "2024年全县旅游收入达到12亿元。\n文旅红火，2024年旅游收入达到⟦21亿元⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_scope_period_status_or_rounding_differ() {
        silent(
            "conflicting-values",
            &[
                "2024年，全市生产总值完成1200亿元。2024年全市生产总值达到1200亿元。",
                "确定事项43件，已完成16件，正在办理27件。27件正在办理的事项中，持续推进24件。",
                "受理案件43件，办结16件。20件上年结转的案件中，办结18件。",
                "2023年粮食产量达到45万吨。2024年粮食产量达到48万吨。",
                "2024年，全市生产总值完成1203.5亿元。2024年全市生产总值达到1204亿元。",
                "2024年，全县财政收入完成8亿元。2024年，城关镇财政收入完成1.2亿元。",
                "2024年，财政收入完成8亿元，其中税收收入完成5亿元。2024年，税收占财政收入的62%。",
                "2024年固定资产投资增长12%。2024年工业固定资产投资增长15%。",
                "2024年新建学校12所。2024年新建学校8所。",
                "2024年新建项目开工顺利、投资完成率129%。2024年技改项目推进有力、投资完成率119%。",
                "2024年，规上工业增加值增长5.4%。2024年，云溪合作区生产总值增长10.3%、总量翻番，规上工业增加值增长26.0%。",
                "经营者未按规定备案的，由主管部门责令改正，处2万元以上20万元以下的罚款。经营者未按规定备案的，由主管部门责令改正，处2万元以上10万元以下的罚款。",
                "坚持民生优先，2023年新建改建学校12所，新增学位3000个，群众满意度提升。坚持民生优先，2024年新建改建学校12所，新增学位3000个，群众满意度提升。",
                "甲镇坚持民生优先，新建改建学校12所，新增学位3000个，群众满意。乙镇坚持民生优先，新建改建学校15所，新增学位3000个，群众满意。",
                "2024年粮食产量超过45万吨。2024年粮食产量达到48万吨。",
                "2024年，财政收入增长8%。2021年至2024年财政收入年均增长6%。",
                "城镇居民人均可支配收入2024年达到3.2万元。农村居民人均可支配收入2024年达到1.8万元。",
                "2024年甲县粮食产量45万吨。2024年乙县粮食产量48万吨。2024年丙县粮食产量50万吨。",
                "全县财政总收入4916.5亿元。2024年，城关镇财政总收入4961.5亿元。",
                "全县财政总收入4916.5亿元。2024年，全县财政总收入5132.4亿元。",
                "2024年，全市一般公共预算收入80亿元。加上上年结转收入12亿元，收入总量92亿元。\n2024年，市本级一般公共预算收入20亿元。加上上年结转收入3亿元，收入总量23亿元。",
                "2023年全县财政总收入4916.5亿元。2024年，全县财政总收入4961.5亿元。",
                "2024年，全县一般公共预算收入完成2.8亿元（自然口径）。\n2024年，全县一般公共预算收入完成3.1亿元（同口径）。",
                "（一）全市预算执行情况\n2024年，社保基金预算收入完成428.1亿元。\n（二）市级预算执行情况\n2024年，社保基金预算收入完成364.2亿元。",
            ],
        );
    }
}
