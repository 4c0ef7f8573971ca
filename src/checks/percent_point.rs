//! # percent-point
//!
//! ## zh: 百分点误作百分比
//!
//! 比率的升降用了“%”，应当用“个百分点”。城镇化率、占比、增速这类指标才报；
//! 发病率、事故率、生产率常按百分比说，不报。
//!
//! Why: 52%提高4%是54.08%，提高4个百分点才是56%，读者分不清说的是哪一种。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）；国家统计局关于百分点的说明
//!
//! ## en: Percent and points
//!
//! The change of a rate is given in % where percentage points are meant. Reported for rates such as
//! urbanisation, shares and growth rates; rates of events (发病率, 事故率) fall by percent as often
//! as by points and are left alone.
//!
//! Why: 52% raised by 4% is 54.08%; raised by 4 points it is 56%. Readers cannot tell which is
//! meant.
//!
//! Source: GB/T 15835—2011; the National Bureau of Statistics on percentage points
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.percent-point | “{words}”：百分率的升降宜用“{form}”，以免误解为百分率本身的增长幅度。 | “{words}”: a percentage rises and falls by points, “{form}”; a percent of it would be another amount. |
//!
//! ## Trips
//!
//! ```text
//! 我县城镇化率由52%提高到56%，提高4%。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 我县城镇化率由52%提高到56%，提高4个百分点。
//! ```
//!
//! ## Notes
//!
//! Certain is it where the two rates stand before and their difference is the number, and of rates
//! that nobody measures by the growth of the rate (城镇化率, 增速).

use super::{Context, Findings, Role};
use crate::lexicon::predicates;
use crate::model::{Claim, Measure, Span};
use crate::text::window_before;

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let claims = context.claims;
    for (at, claim) in claims.iter().enumerate() {
        let number = claim.text.trim_end_matches(['%', '％']);
        if !is_rate(claim) || claim.value.abs() > 60.0 || number.len() == claim.text.len() {
            continue;
        }
        let head = window_before(text, claim.span.start, 24);
        let Some(stem) = Role::RateMoves.before(head.strip_suffix('了').unwrap_or(head)) else {
            continue;
        };
        if is_shared_out(text, claim, claims.get(at + 1), stem) {
            shared_out(context, at, findings);
            continue;
        }
        // 成本降低20%、利用率提高10%: what its neighbours say of amounts, it says of its own base.
        if claims[..at]
            .last()
            .is_some_and(|last| beside_amount(text, last, claim))
        {
            continue;
        }
        if of_a_rate(stem)
            || follows_two_rates(text, &claims[..at], claim, stem)
            || after_its_level(text, &claims[..at], claim, stem)
        {
            let verb = head.len() - stem.len();
            let span = Span::new(claim.span.start - verb, claim.span.end);
            let form = format!("{number}个百分点");
            findings
                .report(span, "", &[("form", &form)])
                .suggest(claim.span, form);
        }
    }
}

/// 死亡人数和占比分别下降37%、38%: whether a number is the first of several, each of which has its own subject.
fn is_shared_out(text: &str, claim: &Claim, next: Option<&Claim>, stem: &str) -> bool {
    let last = predicates::TABLE.longest_at_end(stem);
    let is_each = last.is_some_and(|row| row.role == Some(predicates::Role::Respectively));
    let goes_on = |next: &Claim| between(text, claim, next, 1).is_some_and(|mark| !mark.is_empty());
    is_each && next.is_some_and(goes_on)
}

/// 参保率、覆盖率分别达95%、75%，分别提升3%和6%: reports a list of changes of rates, each of which has its level before it.
fn shared_out(context: &Context, at: usize, findings: &mut Findings) {
    let (text, claims) = (context.reading.text, context.claims);
    let first = &claims[at];
    let goes_on = |pair: &&[Claim]| {
        let between = text.get(pair[0].span.end..pair[1].span.start);
        between.is_some_and(|mark| matches!(mark, "、" | "和")) && is_rate(&pair[1])
    };
    let more = claims[at..].windows(2).take_while(goes_on).count();
    let changes = &claims[at..=at + more];
    let own = claims[..at].iter().rev();
    let own = own.take_while(|level| level.sentence == first.sentence);
    let levels = own
        .filter(|level| matches!(level.measure, Measure::Level | Measure::Share) && is_rate(level));
    let head = window_before(text, first.span.start, 4);
    let grows = head.trim_end_matches('了').ends_with("增长");
    let has_level = |change: &Claim| {
        let name = &change.indicator;
        let is_own =
            |level: &Claim| level.indicator == *name && change.value.abs() < level.value.abs();
        let mut own = levels.clone().filter(|level| is_own(level));
        // 民间投资占49%，增长8.5%: what grows is the amount.
        own.any(|level| names_rate(name) || level.measure == Measure::Share && !grows)
    };
    if changes.len() > 1 && changes.iter().all(has_level) {
        let last = changes.last().map_or(first.span, |last| last.span);
        let span = Span::new(first.span.start, last.end);
        let number = span.of(text).trim_end_matches(['%', '％']);
        let form = format!("{}个百分点", number.replace(['%', '％'], "个"));
        findings
            .report(span, "", &[("form", &form)])
            .suggest(span, form);
    }
}

/// One number in percent.
fn is_rate(claim: &Claim) -> bool {
    claim.unit.as_deref() == Some("%") && claim.value_max.is_none()
}

/// Whether the last number before one is a change of an amount in percent, in a list with it.
fn beside_amount(text: &str, last: &Claim, claim: &Claim) -> bool {
    let head = window_before(text, last.span.start, 24);
    let stem = Role::RateMoves.before(head.strip_suffix('了').unwrap_or(head));
    let of_amount = stem.is_some_and(|stem| !stem.ends_with(['，', '、']) && !of_a_rate(stem));
    // A part of a whole has no base of its own: 产值增长13%，占比提高3%.
    let head = window_before(text, claim.span.start, 24);
    let is_part = Role::RateMoves.before(head).is_some_and(|stem| {
        // 投资增长25%，增幅回落17%: nor has a rate of growth.
        let name = without_comparison(stem);
        ends_in_share(stem) || Role::GrowthNoun.ends(own_clause(name)).is_some()
    });
    let listed =
        between(text, last, claim, 16).is_some_and(|words| words.starts_with(['、', '，']));
    is_rate(last) && last.sentence == claim.sentence && of_amount && listed && !is_part
}

/// Whether words end in a share: 占工业比重, 税收占比.
fn ends_in_share(stem: &str) -> bool {
    Role::ShareNoun.ends(without_comparison(stem)).is_some()
}

/// The words between two claims, if they are no more than so many characters.
fn between<'a>(text: &'a str, one: &Claim, next: &Claim, most: usize) -> Option<&'a str> {
    let words = text.get(one.span.end..next.span.start)?;
    (words.chars().count() <= most).then_some(words)
}

/// Whether two rates stand right before, and the number is their difference.
fn follows_two_rates(text: &str, above: &[Claim], claim: &Claim, stem: &str) -> bool {
    let [.., from, to] = above else {
        return false;
    };
    let near = [from, to]
        .into_iter()
        .all(|rate| is_rate(rate) && rate.sentence == claim.sentence);
    let linked = between(text, from, to, 12).is_some_and(|words| words.ends_with(['到', '至']));
    let is_difference =
        ((to.value.abs() - from.value.abs()).abs() - claim.value.abs()).abs() < 1e-6;
    near && linked
        && between(text, to, claim, 8).is_some()
        && is_difference
        && stem.trim_end().ends_with(['，', ',', '（', '(', '、'])
}

/// Whether the rate itself stands right before: 就业率77.8%，同比提高1.2%; 强度提高到1.6%，提高0.14%.
fn after_its_level(text: &str, above: &[Claim], claim: &Claim, stem: &str) -> bool {
    let [.., level] = above else {
        return false;
    };
    let name = own_clause(window_before(text, level.span.start, 16));
    let name = name.trim_end_matches(['为', '达', '到', '至', '约', '按']);
    let name = Role::LevelVerb.before_all(name);
    between(text, level, claim, 14).is_some_and(|between| !between.contains(['。', '；']))
        && without_comparison(stem).ends_with(['，', ',', '（', '(', '、'])
        && is_rate(level)
        && level.sentence == claim.sentence
        && claim.value.abs() < level.value.abs()
        && (names_rate(name) || is_pace(name))
        // 产值占比51.2%，增长16% is said of the amount.
        && (!text[..claim.span.start].trim_end_matches('了').ends_with("增长") || !ends_in_share(name))
        && (is_pace(name) || !Role::GrowthNoun.stands_in(name))
}

/// Whether a name is that of a rate of growth: 增加值增速, whose own changes are of points.
fn is_pace(name: &str) -> bool {
    Role::GrowthNoun.ends(name).is_some()
}

/// Words without a comparison at their end: 赤字率比上年, 增幅比一季度.
fn without_comparison(words: &str) -> &str {
    let words = Role::OnBase.before_all(words);
    let near = window_before(words, words.len(), 10);
    let Some(at) = near.rfind(['比', '较']) else {
        return words;
    };
    let base = &near[at..];
    // 占比 and 对比 are no comparisons, nor is what a mark divides.
    let bare = base.chars().count() > 1 && !base.contains(['，', ',', '、', '（', '重', '例']);
    if bare && !near[..at].ends_with(['占', '对', '同', '环']) {
        &words[..words.len() - base.len()]
    } else {
        words
    }
}

/// Whether the words before the verb end in the name of a rate, a comparison at most between.
fn of_a_rate(stem: &str) -> bool {
    names_rate(Role::Aside.before_all(without_comparison(stem)))
}

/// The words of the last clause.
fn own_clause(words: &str) -> &str {
    let mut clauses = words.rsplit(['，', '。', '；', '、', ',', '\n']);
    clauses.next().unwrap_or_default()
}

/// Whether the words of a clause end in the name of a rate: no index, and no rate of what happens.
fn names_rate(name: &str) -> bool {
    let name = Role::Aside.before_all(own_clause(name));
    Role::Rate.ends(name).is_some()
        && Role::EventRate.ends(name).is_none()
        && !Role::Index.stands_in(name)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_changes_of_rates_in_percent() {
        trips(
            "percent-point",
            &[
                "常住人口城镇化率⟦提高1.5%⟧，达到61%。",
                "服务业比重由30%上升到33%，⟦上升3%⟧。",
                "森林覆盖率比上年⟦提高0.8%⟧。",
                "城镇登记失业率同比⟦下降0.3%⟧。",
                "工业增速⟦回落2.1%⟧。",
                "高新技术产业占比⟦提升4%⟧。",
                "资产负债率由68%下降到62%，⟦降低6%⟧。",
                "农村自来水普及率⟦提高了5%⟧。",
                "群众满意度⟦提升2.5％⟧。",
                "毕业生就业率91%，同比⟦提高1.2%⟧。",
                "投资增幅比一季度⟦回落17%⟧。",
                "消费对增长的贡献率⟦上升3%⟧。",
                "研发投入强度提高到1.6%，⟦提高0.2%⟧。",
                "城镇化率达到62.3%，较上年⟦增长1.2%⟧。",
                "物价指数平稳，税收占比⟦提高3.5%⟧。",
                "新兴产业产值增长13%，占规上工业比重⟦提高3%⟧。",
                "收入高于平均增速。集体经济强村占比达70%、⟦提高10%⟧。",
                "农村生活污水治理率较上年⟦提升12%⟧。",
                "规上工业产销率96.5%，同比⟦下降1.5%⟧。",
                "地表水优良比例⟦提高4%⟧。",
                "服务业比重由46.9%提高到48.2%、⟦提高1.3%⟧。",
                "关键工序数控化率由68%左右提高到75%，⟦提高7%⟧。",
                "规上工业增加值增速为5.1%，比去年同期⟦回落2.1%⟧。",
                "三类产品产值占比分别达49.2%、60.2%、56.3%，分别提高⟦10.6%、6.3%、12.9%⟧。",
                "工业投资增长25.8%，增幅比一季度⟦回落17%⟧。",
                "数字经济占比达到20%，比省定目标⟦高出10%⟧。",
                "居民参保率、家庭签约率分别达95%、75%，比上年分别提升⟦3%和6%⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_on_points_levels_and_growth() {
        silent(
            "percent-point",
            &[
                "遇险人数和农村自来水普及率分别下降12.5%、3.1%。",
                "工业产值、税收分别达95亿元、7.5亿元，分别增长3%和6%。",
                "民间投资、技改投资占比分别达49.2%、56.3%，民间投资、技改投资分别增长8.5%、10.5%。",
                "常住人口城镇化率提高1.5个百分点，达到61%。",
                "常住人口城镇化率提高到65%。",
                "全员劳动生产率提高8%。",
                "事故发生率下降30%。",
                "火灾死亡率下降12%，工作效率提高20%。",
                "农产品损耗率降低15%。",
                "成本降低20%；产品不良品率降低10%，能源利用率提高13%。",
                "服务业比重由30%上升到33%，上升3个百分点。",
                "服务业比重由30%上升到33%，增加值增长9%。",
                "高新技术产业占比提升，产值增长12%。",
                "增速保持在5%以上。",
                "投资增速为5.1%，产值比去年同期增长2.1%。",
                "城镇失业率控制在4.5%以内。",
                "比重由20%提高到30%，提高50%。",
                "就业率91%，产值同比提高1.2%。",
                "合格率达到98%，比上年提高2个百分点。",
                "占比60%，产值比上年增长8%。",
                "运营成本降低20%、能源利用率提高12%以上。",
                "研发周期缩短15%，生产效率提高20%，设备利用率提升8%。",
                "前十强企业产值占全县产值比重51.2%，增长16%，拉动工业增长5个百分点。",
            ],
        );
    }
}
