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

use super::scan::{contains_any, digit, figure_length, is_han, starts_with_any, window_before};
use super::{Context, Findings, Group, Rule};
use crate::model::{Severity, Span};

pub(super) static RULE: Rule = Rule {
    id: "missing-unit",
    group: Group::Figures,
    severity: Severity::Warning,
    check,
};

/// Words after which a rate stands.
const GROWTH: &[&str] = &[
    "增长", "递增", "下降", "上升", "提高", "增速", "增幅", "降幅", "回落", "提升", "降低",
];
/// Words between such a word and its number.
const LINKS: &[&str] = &[
    "了",
    "为",
    "达到",
    "达",
    "到",
    "约",
    "近",
    "超过",
    "超",
    "至",
    "在",
    "仅",
    "只",
    "有",
    "率",
    "分别",
    "幅度",
    "预期",
    "目标",
    "预期目标",
];
/// Things whose level is a bare number, while their growth is none.
const BARE_LEVELS: &[&str] = &[
    "浓度",
    "强度",
    "密度",
    "功率",
    "频率",
    "速率",
    "曲率",
    "分辨率",
    "倍率",
];
/// Things measured by a bare number.
const BARE: &[&str] = &[
    "指数",
    "系数",
    "容积率",
    "汇率",
    "生育率",
    "杠杆率",
    "市盈率",
    "性别比",
    "评分",
    "得分",
    "分数",
    "排名",
    "位次",
    "名次",
    "PMI",
    "PUE",
    "pH",
    "PH",
    "系列",
    "之比",
    "指标值",
];

fn check(context: &Context, findings: &mut Findings) {
    let reading = context.reading;
    let text = reading.text;
    let mut signs = context.signs_by_span();
    for clause in &reading.clauses {
        let signs = signs.within(clause.span);
        if !signs.iter().any(|(_, sign)| digit(*sign).is_some()) {
            continue;
        }
        let words = clause.span.of(text);
        for span in bare_in_list(text, clause.span, signs) {
            if !findings.is_full(span) {
                let values = [("figure", span.of(text))];
                findings.push(RULE.finding(span, "check.missing-unit", &values));
            }
        }
        for words in stretches(words) {
            let Some((start, end)) = bare_number(words) else {
                continue;
            };
            let span = Span::new(clause.span.start + start, clause.span.start + end);
            if lacks_unit(text, words, start, clause.span.start + words.len()) {
                let from = subject(words, start);
                let place = Span::new(clause.span.start + from, clause.span.start + words.len());
                if !findings.is_full(place) {
                    let values = [("figure", span.of(text))];
                    findings.push(RULE.finding(place, "check.missing-unit", &values));
                }
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
            '的' => ["的速度", "的增速", "的幅度", "的增幅"]
                .iter()
                .any(|noun| words[at..].starts_with(noun)),
            _ => false,
        })
        .map(|(at, _)| &words[..at]);
    inner.chain(std::iter::once(words))
}

/// Whether a bracket gives the unit: （%）, （单位：万元）.
fn names_unit(bracket: &str) -> bool {
    let inside = bracket.split(['）', ')']).next().unwrap_or_default();
    contains_any(inside, &["%", "％", "百分", "单位", "元", "倍"])
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
    let mut tail = words.trim_end();
    for bound in ["以上", "以下", "左右", "以内", "上下", "多", "之间"] {
        tail = tail.strip_suffix(bound).unwrap_or(tail);
    }
    let tail = tail.trim_end();
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
        matches!(
            next,
            '，' | '。' | '；' | ';' | ',' | '！' | '\n' | '（' | '(' | '的'
        )
    });
    if !ends || matches!(next, Some(',' | '，')) && goes_on_in_figures(rest) {
        return false;
    }
    let head = words[..number].trim_end();
    if head.ends_with([
        '—', '-', '－', '~', '～', '、', '至', ':', '：', '/', '+', '.', '和', '与',
    ]) && !range_of_rates(head)
        || head.ends_with(|c: char| c.is_ascii_alphabetic())
        || contains_any(words, BARE)
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
    contains_any(
        window_before(text, at, 40),
        &["为100", "为１００", "=100", "＝100", "作100"],
    )
}

/// Whether a range or list of numbers ends `head`, and a word before it calls for a rate.
fn range_of_rates(head: &str) -> bool {
    let stem = head.trim_end_matches(|c: char| {
        digit(c).is_some()
            || matches!(
                c,
                '.' | '—' | '-' | '－' | '~' | '～' | '、' | '至' | '和' | '与'
            )
    });
    stem.len() < head.len() && !head.contains(['%', '％']) && states_rate(stem)
}

/// Whether the words before a number say that a rate or a share follows.
fn states_rate(head: &str) -> bool {
    let mut stem = head;
    while let Some(shorter) = LINKS.iter().find_map(|link| stem.strip_suffix(link)) {
        if GROWTH.iter().any(|word| stem.ends_with(word)) {
            break;
        }
        stem = shorter;
    }
    // 提高到35 and 上升到3 are levels; of them only a rate is certain.
    let to_level = head.len() > stem.len() && head[stem.len()..].contains(['到', '至', '在']);
    let stated = GROWTH.iter().any(|word| stem.ends_with(word)) && (!to_level || names_rate(stem));
    if contains_any(head, BARE_LEVELS) && (to_level || !stated) {
        return false;
    }
    stated || to_share(head) || reaches_rate(head)
}

/// Whether a rate is named close by: 率, 占比, 比重.
fn names_rate(stem: &str) -> bool {
    contains_any(window_before(stem, stem.len(), 10), &["率", "占比", "比重"])
}

/// 占…60: a share.
fn to_share(head: &str) -> bool {
    let near = window_before(head, head.len(), 22);
    let Some(at) = near.rfind('占') else {
        return false;
    };
    let between = &near[at + '占'.len_utf8()..];
    // 占地500, 占用, 抢占 and 占领 are no shares.
    starts_with_any(between, &["地", "用", "领", "据", "道"]).is_none()
        && !contains_any(&near[..at], &["抢", "侵", "霸", "强"])
        && between.chars().all(|c| is_han(c) || c.is_ascii_uppercase())
        && (between.ends_with('的') || !contains_any(between, &["面积", "人数", "名额"]))
        && (between.chars().count() >= 2 || between.is_empty())
}

/// 覆盖率达到98: a rate that reaches a number.
fn reaches_rate(head: &str) -> bool {
    [
        "率达到",
        "率达",
        "率为",
        "率超过",
        "比重达到",
        "比重达",
        "比重为",
        "占比达到",
        "占比达",
        "占比为",
        "占比超过",
        "率控制在",
        "率提高到",
        "率降到",
        "率稳定在",
    ]
    .iter()
    .any(|words| head.ends_with(words))
}

/// Where the words begin that the number belongs to.
fn subject(words: &str, number: usize) -> usize {
    let near = window_before(words, number, 16);
    let from = number - near.len();
    near.rfind('占').map_or(from, |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_rates_without_a_unit() {
        trips(
            &RULE,
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
            &RULE,
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
