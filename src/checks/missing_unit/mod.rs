//! # missing-unit
//!
//! ## zh: 缺少单位
//!
//! 增长、占比后面只有数字，没有“%”或单位；收入、产值、人口等只有带小数的数字，没有“亿元”“万人”这样的单位。数字以“万”“亿”结尾，
//! 只省“元”的，只作提示；人口省“人”的不算。
//!
//! Why: 复制时最容易丢百分号；“增长35”可能是35%，也可能是35亿元。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）；
//! 《有关量、单位和符号的一般原则》（GB 3101—1993）
//!
//! ## en: Missing unit
//!
//! A growth or a share is given as a bare number, without % or a unit; so is an amount (income, output, population) by a
//! number with decimals. One that ends in 万 or 亿 and leaves out 元 is a hint;
//! people may be told so.
//!
//! Why: Percent signs are lost when a text is copied; 增长35 may be 35% or 35亿元.
//!
//! Source: GB/T 15835—2011; GB 3101—1993 (a quantity is a number and a unit)
//!
//! ## Messages
//!
//! | key | zh | en |
//! |---|---|---|
//! | check.missing-unit | “{figure}”后没有单位，可能漏了“%”。请补上。 | No unit follows “{figure}”; a percent sign may be lost. Add it. |
//! | check.missing-unit.amount | “{figure}”后没有单位。请补上。 | No unit follows “{figure}”. Add it. |
//!
//! ## Trips
//!
//! ```text
//! 全县规模以上工业增加值同比增长12.5，增速居全市前列。
//! ```
//!
//! ## Silent
//!
//! ```text
//! 全县规模以上工业增加值同比增长12.5%，增速居全市前列。
//! ```

mod amount;
mod figure;

use super::findings::MOST_OF_A_WRITER;
use super::{Context, Findings, Role};
use crate::model::{Severity, Span};
use crate::text::{figure_length, is_digit, is_han, window_before};
use figure::{bare_number, ends_figure, says_more};

/// Marks between the numbers of a range or list.
const LINKS: [char; 10] = ['—', '-', '－', '~', '～', '、', '至', '和', '与', '.'];

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    let mut signs = context.signs();
    for clause in &context.reading.clauses {
        let before = signs.iter().take_while(|(at, _)| *at < clause.span.start);
        signs = &signs[before.count()..];
        let inside = signs.iter().take_while(|(at, _)| *at < clause.span.end);
        let (own, behind) = signs.split_at(inside.count());
        signs = behind;
        if !own.iter().any(|(_, sign)| is_digit(*sign)) {
            continue;
        }
        let from = clause.span.start;
        for span in bare_in_list(text, clause.span, own) {
            let values = [("figure", span.of(text))];
            findings.report(span, "", &values);
        }
        if let Some(amount) = amount::bare_amount(context, clause.span) {
            let values = [("figure", amount.span.of(text))];
            let mut reported = findings.report(amount.span, ".amount", &values);
            if amount.counted {
                reported.set(Severity::Info);
            }
        }
        for words in stretches(clause.span.of(text)) {
            let Some((head, figures)) = bare_number(words) else {
                continue;
            };
            if !is_bare_level(figures) && lacks_unit(text, words, head, from + words.len()) {
                let values = [("figure", figures)];
                let place = Span::new(from + subject(head), from + words.len());
                findings.report(place, "", &values);
            }
        }
    }
    findings.damp(MOST_OF_A_WRITER);
}

/// Whether a number needs no unit: nought, and a ratio below one.
fn is_bare_level(figures: &str) -> bool {
    figures == "0" || figures.starts_with("0.") || figures.starts_with("0．")
}

/// What may end in a number without a unit: a clause, and its part before a bracket (增长12.5（不含…）)
/// or before what only a rate has (增长12.5的速度), or that is told of it (增长12.5、居全省第三).
fn stretches(words: &str) -> impl Iterator<Item = &str> {
    let ends = words
        .match_indices(['（', '(', '的', '、'])
        .filter(|&(at, sign)| {
            let rest = &words[at + sign.len()..];
            match sign {
                "的" => Role::PaceNoun.begins(rest).is_some(),
                // 增长12.5、居全省第三
                "、" => says_more(rest),
                // （%）, （单位：万元）
                _ => !Role::UnitName.stands_in(rest.split(['）', ')']).next().unwrap_or_default()),
            }
        });
    let inner = ends.map(|(at, _)| &words[..at]);
    inner.chain(std::iter::once(words))
}

/// Numbers of a list that lost the percent sign which one before them has: 分别下降13.5%、18;
/// 增长6.1%、5、7.2%. A sign behind the last alone is one for all.
fn bare_in_list(text: &str, clause: Span, signs: &[(usize, char)]) -> impl Iterator<Item = Span> {
    let percents = signs.iter().filter(|(_, sign)| matches!(sign, '%' | '％'));
    percents.filter_map(move |(at, sign)| {
        let rest = &text[at + sign.len_utf8()..clause.end];
        let next = rest.strip_prefix(['、', '和'])?;
        let tail = &next[figure_length(next)..];
        let in_percent = |next: &str| {
            let length = figure_length(next);
            length > 0 && next[length..].starts_with(['%', '％'])
        };
        let listed = tail.is_empty() || tail.strip_prefix(['、', '和']).is_some_and(in_percent);
        let bare = Span::new(clause.end - next.len(), clause.end - tail.len());
        (!bare.is_empty() && listed).then_some(bare)
    })
}

/// Whether the number between `head` and the end of `words`, which the clause goes on from at `end`,
/// should have a unit.
fn lacks_unit(text: &str, words: &str, head: &str, end: usize) -> bool {
    if !ends_figure(text, end) {
        return false;
    }
    let head = head.trim_end();
    let linked = head.ends_with(LINKS) || head.ends_with([':', '：', '/', '+']);
    // 万车死亡率为6.6: of so many, and no hundredths.
    let near = window_before(head, head.len(), 16);
    let of_many = near
        .rfind('率')
        .is_some_and(|at| near[..at].contains(['万', '亿']));
    !(linked && !range_of_rates(head)
        || of_many
        || head.ends_with(|c: char| c.is_ascii_alphabetic())
        || Role::Bare.stands_in(words)
        // A year shortly before is put at 100: what follows counts in its hundredths.
        || Role::Base100.stands_in(window_before(text, end, 40)))
        && states_rate(head)
}

/// Whether a range or list of numbers ends `head`, and a word before it calls for a rate.
fn range_of_rates(head: &str) -> bool {
    let stem = head.trim_end_matches(|c: char| is_digit(c) || LINKS.contains(&c));
    stem.len() < head.len() && !head.contains(['%', '％']) && states_rate(stem)
}

/// Whether the words before a number say that a rate or a share follows.
fn states_rate(head: &str) -> bool {
    let mut stem = head;
    while Role::RateVerb.ends(stem).is_none()
        && let Some(shorter) = Role::Link.before(stem)
    {
        stem = shorter;
    }
    // 提高到35 and 上升到3 are levels; of them only a rate is certain: 率, 占比, 比重.
    let to_level = head[stem.len()..].contains(['到', '至', '在']);
    let names_rate = || Role::RateNoun.stands_in(window_before(stem, stem.len(), 10));
    let stated = Role::RateVerb.ends(stem).is_some() && (!to_level || names_rate());
    if Role::BareLevel.stands_in(head) && (to_level || !stated) {
        return false;
    }
    // 覆盖率达到98 is a rate that reaches a number; so is 比重达22.
    let shared = Role::ShareNoun.ends(stem.trim_end_matches('达')).is_some();
    stated || shared && !to_level || to_share(head) || Role::RateReaches.ends(head).is_some()
}

/// 占…60: a share.
fn to_share(head: &str) -> bool {
    let near = window_before(head, head.len(), 22);
    // 占地500, 占用, 抢占 and 占领 are no shares.
    near.rsplit_once('占').is_some_and(|(before, between)| {
        !between.starts_with(['地', '用', '领', '据', '道'])
            && !before.contains(['抢', '侵', '霸', '强'])
            && between.chars().all(|c| is_han(c) || c.is_ascii_uppercase())
            && (between.ends_with('的') || !Role::AmountNoun.stands_in(between))
            && between.chars().count() != 1
    })
}

/// Where the words begin that the number behind `head` belongs to.
fn subject(head: &str) -> usize {
    let near = window_before(head, head.len(), 16);
    head.len() - near.len() + near.rfind('占').unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_rates_without_a_unit() {
        trips(
            "missing-unit",
            &[
                "规上工业增加值⟦同比增长12.5⟧，居全市前列。",
                "规上工业增加值⟦同比增长12.5⟧、居全市第三位，税收增长6%。",
                "全年接待游客80万人次，⟦同比增长35⟧；旅游收入3亿元。",
                "民营经济⟦占全县经济总量的60以上⟧。",
                "自来水普及⟦率达到98⟧，群众用上放心水。",
                "城乡居民收入年均⟦递增9.3⟧。",
                "工业占⟦国民经济的比重为45⟧，比上年有所上升。",
                "单位能耗⟦同比下降4.2⟧。",
                "第三产业⟦增长8—10⟧，投资稳步回升。",
                "城镇登记失业⟦率控制在4.5以内⟧。",
                "进出口总额⟦增速达15左右⟧。",
                "两项指标分别降低13.5%、⟦18⟧。",
                "三项指标分别增长6.1%、⟦5⟧、7.2%。",
                "四项指标分别增长6.1%、9.8%、⟦12.3⟧和8.7%。",
                "新产业产值占全县工业总产值的⟦比重达22⟧，后劲增强。",
                "全县工业总⟦产值增长14.6⟧（不含村办企业），效益好转。",
                "电价⟦高于上年增长7.5⟧的速度，用户反映强烈。",
                "单位生产总值⟦能耗降低3左右⟧；空气质量改善。",
                "细颗粒物平均⟦浓度下降9.1⟧。",
                "全社会投资⟦全年增长19·5⟧，增速加快。",
                "经济增长⟦预期目标为5左右⟧，留有余地。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_a_unit_follows_or_none_is_needed() {
        silent(
            "missing-unit",
            &[
                "规上工业增加值同比增长12.5%，居全市前列。",
                "三次产业分别增长3.1、8.5和6.4个百分点。",
                "农业增长3.1、工业8.5和服务业6.4个百分点。",
                "三项指标增长5.2、6.8、7.1%。",
                "恩格尔系数下降到0.3，生活更加宽裕。",
                "居民消费价格指数上涨到103.5，制造业PMI回升到50.2。",
                "小区容积率为2.5，绿地率为35%。",
                "道路交通万车死亡率为6.6，亿元产值死亡率为0.22。",
                "园区占地500，投资3亿元。",
                "全县人口增长至35万人。",
                "三次产业比例调整为20:45:35。",
                "排名上升3，居全省第8位。",
                "该文件编号为35。",
                "以2010年为100，到2020年上升为189。",
                "项目从25个提高到35，又提高到40个。",
                "分别增长6.1%、5%、7.2%。",
                "达标率98%、12个镇全部达标。",
                "占比达60%和40%，2024年保持稳定。",
                "灌溉用水功率提高到35，运行平稳。",
                "细颗粒物浓度为35，达到标准。",
                "居民投保率为0，缺口明显。",
                "大型机房电能利用效率降到1.25以下。",
                "用水重复利用率达到0.92。",
                "中型机房的电能利用效率为1.3。",
                "各项指标（单位：%）分别增长12.5（单位：%）。",
            ],
        );
    }
}
