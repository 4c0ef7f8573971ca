//! # missing-unit
//!
//! ## zh: 缺少单位
//!
//! 增长、占比后面只有数字，没有“%”或单位。
//!
//! Why: 复制时最容易丢百分号；“增长35”可能是35%，也可能是35亿元。
//!
//! Source: 《出版物上数字用法》（GB/T 15835—2011）；
//! 《有关量、单位和符号的一般原则》（GB 3101—1993）
//!
//! ## en: Missing unit
//!
//! A growth or a share is given as a bare number, without % or a unit.
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

use super::words::Role;
use super::{Context, Findings};
use crate::model::Span;
use crate::text::{digit, figure_length, is_han, window_before};

pub(super) fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    for clause in &reading.clauses {
        let signs = context.signs_in(clause.span);
        if !signs.iter().any(|(_, sign)| digit(*sign).is_some()) {
            continue;
        }
        let words = clause.span.of(text);
        for span in bare_in_list(text, clause.span, signs) {
            let values = [("figure", span.of(text))];
            findings.report(span, "check.missing-unit", &values);
        }
        for words in stretches(words) {
            let Some((start, end)) = bare_number(words) else {
                continue;
            };
            let span = Span::new(clause.span.start + start, clause.span.start + end);
            if lacks_unit(text, words, start, clause.span.start + words.len()) {
                let from = subject(words, start);
                let place = Span::new(clause.span.start + from, clause.span.start + words.len());
                let values = [("figure", span.of(text))];
                findings.report(place, "check.missing-unit", &values);
            }
        }
    }
}

/// What may end in a number without a unit: a clause, and its part before a bracket (增长12.5（不含…）)
/// or before what only a rate has (增长12.5的速度).
fn stretches(words: &str) -> impl Iterator<Item = &str> {
    let inner = words
        .char_indices()
        .filter(|&(at, sign)| match sign {
            '（' | '(' => !names_unit(&words[at..]),
            '的' => Role::PaceNoun
                .begins(&words[at + sign.len_utf8()..])
                .is_some(),
            _ => false,
        })
        .map(|(at, _)| &words[..at]);
    inner.chain(std::iter::once(words))
}

/// Whether a bracket gives the unit: （%）, （单位：万元）.
fn names_unit(bracket: &str) -> bool {
    let inside = bracket.split(['）', ')']).next().unwrap_or_default();
    Role::UnitName.stands_in(inside)
}

/// Numbers of a list that lost the percent sign which one before them has: 分别下降13.5%、18;
/// 增长6.1%、5、7.2%. A sign behind the last alone is one for all.
fn bare_in_list(text: &str, clause: Span, signs: &[(usize, char)]) -> Vec<Span> {
    let mut bare = Vec::new();
    for &(at, sign) in signs.iter().filter(|(_, sign)| matches!(sign, '%' | '％')) {
        let rest = &text[at + sign.len_utf8()..clause.end];
        let Some(next) = rest.strip_prefix(['、', '和']) else {
            continue;
        };
        let start = clause.end - next.len();
        let length = figure_length(next);
        let tail = &next[length..];
        let listed = tail.strip_prefix('、').is_some_and(next_has_sign);
        if length > 0 && (tail.is_empty() || listed) {
            bare.push(Span::new(start, start + length));
        }
    }
    bare
}

/// Whether a text begins with a number in percent.
fn next_has_sign(text: &str) -> bool {
    let length = figure_length(text);
    length > 0 && text[length..].starts_with(['%', '％'])
}

/// A number in digits at the end of a clause, 以上 and its like aside.
fn bare_number(words: &str) -> Option<(usize, usize)> {
    let tail = Role::Bound.before_all(words.trim_end()).trim_end();
    let end = tail.len();
    let mut start = end;
    for (at, character) in tail.char_indices().rev() {
        let range = matches!(character, '—' | '-' | '－' | '~' | '～' | '至');
        if digit(character).is_some()
            || matches!(character, '.' | '．' | '·')
            || range && start < end
        {
            start = at;
        } else {
            break;
        }
    }
    let figures = tail[start..].trim_start_matches(|c: char| digit(c).is_none());
    (figure_length(figures) > 0).then(|| (end - figures.len(), end))
}

fn lacks_unit(text: &str, words: &str, number: usize, clause_end: usize) -> bool {
    // A list of numbers has its unit at the end, and 10:3 or 3,500 goes on.
    let rest = &text[clause_end..];
    let next = rest.chars().next();
    let ends = next.is_none_or(|next| {
        ['，', '。', '；', ';', ',', '！', '\n', '（', '(', '的'].contains(&next)
    });
    if !ends || matches!(next, Some(',' | '，')) && goes_on_in_figures(rest) {
        return false;
    }
    let head = words[..number].trim_end();
    if head.ends_with([
        '—', '-', '－', '~', '～', '、', '至', ':', '：', '/', '+', '.', '和', '与',
    ]) && !range_of_rates(head)
        || head.ends_with(|c: char| c.is_ascii_alphabetic())
        || Role::Bare.stands_in(words)
        || indexed(text, clause_end)
    {
        return false;
    }
    states_rate(head)
}

/// Whether after a comma a further number of the same list follows: no year and no month.
fn goes_on_in_figures(rest: &str) -> bool {
    let list = rest.trim_start_matches([',', '，']);
    let length = figure_length(list);
    length > 0 && !list[length..].starts_with(['年', '月', '日'])
}

/// Whether a year shortly before is put at 100: what follows counts in its hundredths.
fn indexed(text: &str, at: usize) -> bool {
    Role::Base100.stands_in(window_before(text, at, 40))
}

/// Whether a range or list of numbers ends `head`, and a word before it calls for a rate.
fn range_of_rates(head: &str) -> bool {
    let stem = head.trim_end_matches(|c: char| {
        digit(c).is_some() || ['.', '—', '-', '－', '~', '～', '、', '至', '和', '与'].contains(&c)
    });
    stem.len() < head.len() && !head.contains(['%', '％']) && states_rate(stem)
}

/// Whether the words before a number say that a rate or a share follows.
fn states_rate(head: &str) -> bool {
    let mut stem = head;
    while let Some(shorter) = Role::Link.before(stem) {
        if Role::RateVerb.ends(stem).is_some() {
            break;
        }
        stem = shorter;
    }
    // 提高到35 and 上升到3 are levels; of them only a rate is certain.
    let to_level = head.len() > stem.len() && head[stem.len()..].contains(['到', '至', '在']);
    let stated = Role::RateVerb.ends(stem).is_some() && (!to_level || names_rate(stem));
    if Role::BareLevel.stands_in(head) && (to_level || !stated) {
        return false;
    }
    stated || to_share(head) || reaches_rate(head)
}

/// Whether a rate is named close by: 率, 占比, 比重.
fn names_rate(stem: &str) -> bool {
    Role::RateNoun.stands_in(window_before(stem, stem.len(), 10))
}

/// 占…60: a share.
fn to_share(head: &str) -> bool {
    let near = window_before(head, head.len(), 22);
    let Some(at) = near.rfind('占') else {
        return false;
    };
    let between = &near[at + '占'.len_utf8()..];
    // 占地500, 占用, 抢占 and 占领 are no shares.
    !between.starts_with(['地', '用', '领', '据', '道'])
        && !near[..at].contains(['抢', '侵', '霸', '强'])
        && between.chars().all(|c| is_han(c) || c.is_ascii_uppercase())
        && (between.ends_with('的') || !Role::AmountNoun.stands_in(between))
        && (between.chars().count() >= 2 || between.is_empty())
}

/// 覆盖率达到98: a rate that reaches a number.
fn reaches_rate(head: &str) -> bool {
    Role::RateReaches.ends(head).is_some()
}

/// Where the words begin that the number belongs to.
fn subject(words: &str, number: usize) -> usize {
    let near = window_before(words, number, 16);
    let from = number - near.len();
    near.rfind('占').map_or(from, |at| from + at)
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
                "三项指标增长5.2、6.8、7.1%。",
                "恩格尔系数下降到0.3，生活更加宽裕。",
                "居民消费价格指数上涨到103.5，制造业PMI回升到50.2。",
                "小区容积率为2.5，绿地率为35%。",
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
                "各项指标（单位：%）分别增长12.5（单位：%）。",
            ],
        );
    }
}
