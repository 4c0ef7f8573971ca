//! `growth-mismatch`

use super::precision::{Interval, shown, shown_like};
use super::scan::window_before;
use super::{Context, Findings, Group, Rule, related};
use crate::model::{Bound, Claim, Measure, Severity, Span};

/// Finds a stated growth or change that its two values cannot give: 由A到B with the rate, the
/// difference, the yearly rate or the multiple behind it; and 由A增加到B where B is the smaller.
///
/// Why it matters: readers with a calculator find it, and then trust no other figure.
///
/// A figure is wrong only when no rounding of the two values gives it: each may be off by half its
/// last written place, the stated figure by one. Values in money of aggregates that are compared
/// in constant prices (生产总值, 增加值, 收入) are given the room that prices leave.
///
/// Trips: 企业由120家增加到150家，增长35%; 由50个增加到80个，增加了20个
/// Does not: 由120家增加到150家，增长25%; 由8.2亿元增加到9.1亿元，增长11%; 生产总值由1200亿元增加到
/// 1500亿元，增长22%
///
/// Source: arithmetic; 国家统计局《统计用语》 on comparable prices.
pub(super) static RULE: Rule = Rule {
    id: "growth-mismatch",
    group: Group::Figures,
    severity: Severity::Error,
    check,
};

/// Words between the two values, with the direction where they give one.
const REACHES: &[(&str, i32)] = &[
    ("增加到", 1),
    ("增长到", 1),
    ("上升到", 1),
    ("增加至", 1),
    ("增长至", 1),
    ("上升至", 1),
    ("增至", 1),
    ("升至", 1),
    ("增到", 1),
    ("扩大到", 0),
    ("扩大至", 0),
    ("提高到", 0),
    ("提高至", 0),
    ("提升到", 0),
    ("提升至", 0),
    ("发展到", 0),
    ("跃升到", 0),
    ("跃升至", 0),
    ("达到", 0),
    ("缩小到", 0),
    ("减少到", -1),
    ("减少至", -1),
    ("下降到", -1),
    ("下降至", -1),
    ("降低到", -1),
    ("降低至", -1),
    ("减至", -1),
    ("降至", -1),
    ("降到", -1),
    ("减到", -1),
];

/// What a stated change begins with.
const CHANGES: &[(&str, i32)] = &[
    ("增长", 1),
    ("增加", 1),
    ("提高", 1),
    ("提升", 1),
    ("上升", 1),
    ("递增", 1),
    ("增幅", 1),
    ("净增", 1),
    ("扩大", 1),
    ("增", 1),
    ("下降", -1),
    ("减少", -1),
    ("降低", -1),
    ("降幅", -1),
    ("缩小", -1),
    ("净减", -1),
];

/// What may stand between a stated change's verb and its number.
const LINKS: &[&str] = &["了", "达到", "达", "为", "共", "到"];

/// What is measured in money and compared in constant prices.
const CONSTANT_PRICES: &[&str] = &[
    "总值",
    "增加值",
    "产值",
    "GDP",
    "收入",
    "产业",
    "工业",
    "农业",
    "服务业",
    "消费",
    "经济",
];

/// Two values of one thing.
struct Pair<'a> {
    from: &'a Claim,
    to: &'a Claim,
    /// The direction that the words between them give.
    direction: i32,
    /// Which claim comes next.
    next: usize,
}

/// A change that is stated of a pair.
struct Stated<'a> {
    claim: &'a Claim,
    direction: i32,
    yearly: bool,
}

fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for at in 0..context.claims.len() {
        let Some(pair) = pair(text, context.claims, at) else {
            continue;
        };
        if turned_round(&pair) {
            let span = Span::new(pair.from.span.start, pair.to.span.end);
            let values = [("from", &*pair.from.text), ("to", &pair.to.text)];
            let key = if pair.direction > 0 {
                "check.growth-mismatch.not-more"
            } else {
                "check.growth-mismatch.not-less"
            };
            findings.push(RULE.finding(span, key, &values));
            continue;
        }
        let Some(stated) = stated(text, context.claims, &pair) else {
            continue;
        };
        if let Some((sum, right)) = contradiction(text, &pair, &stated) {
            let span = Span::new(pair.from.span.start, stated.claim.span.end);
            if findings.is_full(span) {
                continue;
            }
            let values = [
                ("sum", &*sum),
                ("right", &right),
                ("stated", &stated.claim.text),
            ];
            let mut finding = RULE.finding(span, "check.growth-mismatch", &values);
            finding.related = vec![related(
                stated.claim.span,
                "check.growth-mismatch.stated",
                &[],
            )];
            findings.push(finding);
        }
    }
}

/// 由A增加到B: the claim at `at` and the one that it reaches.
fn pair<'a>(text: &str, claims: &'a [Claim], at: usize) -> Option<Pair<'a>> {
    let from = &claims[at];
    let next = after_brackets(text, claims, at)?;
    let to = &claims[next];
    if from.sentence != to.sentence
        || from.unit != to.unit
        || [from, to].iter().any(|claim| !is_certain_level(claim))
        || from.value <= 0.0
        || from.value_max.is_some()
        || !begins_pair(text, from)
    {
        return None;
    }
    let between = without_brackets(Span::new(from.span.end, to.span.start).of(text));
    if between.chars().count() > 22 || between.contains(['，', '；', '。', '、', '：']) {
        return None;
    }
    let between = between.trim_start_matches("左右").trim();
    let (word, direction) = REACHES
        .iter()
        .find(|(word, _)| between.contains(word))
        .copied()?;
    let (head, tail) = between.split_once(word)?;
    let plain = head.is_empty() || head.chars().count() <= 1 || is_time(head);
    (plain && (tail.is_empty() || is_time(tail))).then_some(Pair {
        from,
        to,
        direction,
        next: next + 1,
    })
}

/// Whether words name nothing but a time: 2025年的, 去年底的, 现在的.
fn is_time(words: &str) -> bool {
    let words = words.trim_end_matches('的');
    words.ends_with(['年', '月', '底', '末', '初', '在', '前']) || words.ends_with("目前")
}

fn is_certain_level(claim: &Claim) -> bool {
    claim.bound == Bound::Exact
        && claim.value_max.is_none()
        && matches!(
            claim.measure,
            Measure::Level | Measure::Share | Measure::Change | Measure::Growth
        )
        && claim.unit.is_some()
}

/// Whether 由 or 从 stands before a number, with a time at most between.
fn begins_pair(text: &str, from: &Claim) -> bool {
    let head = window_before(text, from.span.start, 16);
    let Some(at) = head.rfind(['由', '从']) else {
        return false;
    };
    let between = &head[at + '由'.len_utf8()..];
    between.is_empty() || is_time(between) && !between.contains(['，', '、', '；', '。'])
}

/// The claim after `at` that does not stand in brackets behind it.
fn after_brackets(text: &str, claims: &[Claim], at: usize) -> Option<usize> {
    let end = claims[at].span.end;
    let limit = claims.len().min(at + 4);
    (at + 1..limit).find(|&next| {
        let between = text.get(end..claims[next].span.start).unwrap_or_default();
        let opened = between.matches(['（', '(']).count();
        opened == between.matches(['）', ')']).count()
    })
}

/// Words without what stands in brackets.
fn without_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    words
        .chars()
        .filter(|character| match character {
            '（' | '(' => {
                depth += 1;
                false
            }
            '）' | ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// 由15%增加到12%: the wrong way, whatever is rounded.
fn turned_round(pair: &Pair) -> bool {
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    pair.direction > 0 && to.high < from.low || pair.direction < 0 && from.high < to.low
}

/// The change that is stated right behind the pair, with nothing but a mark, a time and its verb
/// between.
fn stated<'a>(text: &str, claims: &'a [Claim], pair: &Pair) -> Option<Stated<'a>> {
    let claim = claims.get(pair.next)?;
    if claim.sentence != pair.to.sentence
        || claim.value_max.is_some()
        || matches!(claim.measure, Measure::Rank)
    {
        return None;
    }
    let between = text.get(pair.to.span.end..claim.span.start)?;
    let mut rest = between
        .trim_start_matches(['，', ',', '、', '（', '(', ' '])
        .trim_end();
    if rest.len() == between.len() && !rest.is_empty() || between.chars().count() > 16 {
        return None;
    }
    let mut yearly = false;
    loop {
        let before = rest.len();
        for (word, each_year) in [
            ("年均", true),
            ("年平均", true),
            ("平均每年", true),
            ("每年", true),
            ("平均", true),
            ("净", false),
            ("共", false),
            ("累计", false),
            ("总共", false),
            ("即", false),
            ("实际", false),
            ("五年", false),
            ("四年", false),
            ("三年", false),
            ("两年", false),
            ("五年间", false),
        ] {
            if let Some(shorter) = rest.strip_prefix(word) {
                yearly |= each_year;
                rest = shorter;
            }
        }
        if rest.len() == before {
            break;
        }
    }
    if claim.text.starts_with('翻') {
        return rest.is_empty().then_some(Stated {
            claim,
            direction: 1,
            yearly,
        });
    }
    let (verb, direction) = CHANGES
        .iter()
        .find(|(verb, _)| rest.starts_with(verb))
        .copied()?;
    yearly |= verb == "递增";
    let mut link = &rest[verb.len()..];
    for word in LINKS {
        link = link.strip_prefix(word).unwrap_or(link);
    }
    // 增加到 names a level; whatever else stands there is not known.
    (link.is_empty() && !rest.ends_with(['到', '至'])).then_some(Stated {
        claim,
        direction,
        yearly,
    })
}

/// The sum that the two values give and what it comes to, where the stated change is none that
/// rounding allows.
fn contradiction(text: &str, pair: &Pair, stated: &Stated) -> Option<(String, String)> {
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let claim = stated.claim;
    if claim.bound == Bound::AtMost || from.low <= 0.0 {
        return None;
    }
    let (a, b) = (pair.from.value.abs(), pair.to.value.abs());
    let is_rate = pair.from.unit.as_deref() == Some("%");
    let unit = claim.unit.as_deref()?;
    let (possible, right, sum) = match unit {
        "pp" if is_rate => {
            let right = format!("{}个百分点", shown((b - a).abs(), 2));
            let sum = subtraction(pair);
            (difference(from, to), right, sum)
        }
        // Whether a change of rates in % is one of the rates or of their points is for another rule.
        "%" if is_rate => return None,
        "%" if stated.yearly => return yearly(text, pair, stated),
        "%" => {
            let possible = rates(from, to, stated.direction);
            let right = format!("{}%", shown((b / a - 1.0).abs() * 100.0, 1));
            let sum = if b >= a {
                format!("{}÷{}−1≈{right}", pair.to.text, pair.from.text)
            } else {
                format!("1−{}÷{}≈{right}", pair.to.text, pair.from.text)
            };
            (possible, right, sum)
        }
        "倍" => return multiple(pair, stated, from, to),
        _ if claim.unit == pair.from.unit && !stated.yearly && !is_rate => {
            let right = shown_like((b - a).abs(), pair.to, unit);
            (difference(from, to), right, subtraction(pair))
        }
        _ => return None,
    };
    let wrong_way = (b - a) * f64::from(stated.direction) < 0.0 && !from.meets(&to);
    let fits = allows(&possible, claim) || leaves_room_for_prices(pair, claim, unit);
    (wrong_way || !fits).then(|| {
        if sum.contains('≈') {
            (sum, right)
        } else {
            (format!("{sum}={right}"), right)
        }
    })
}

fn subtraction(pair: &Pair) -> String {
    if pair.to.value.abs() >= pair.from.value.abs() {
        format!("{}−{}", pair.to.text, pair.from.text)
    } else {
        format!("{}−{}", pair.from.text, pair.to.text)
    }
}

/// The differences that two rounded values may have.
fn difference(from: Interval, to: Interval) -> Interval {
    if to.high >= from.high {
        Interval {
            low: (to.low - from.high).max(0.0),
            high: to.high - from.low,
        }
    } else {
        Interval {
            low: (from.low - to.high).max(0.0),
            high: from.high - to.low,
        }
    }
}

/// The rates in percent that two rounded values may give.
fn rates(from: Interval, to: Interval, direction: i32) -> Interval {
    let (least, most) = (to.low / from.high, to.high / from.low);
    if direction >= 0 {
        Interval {
            low: (least - 1.0) * 100.0,
            high: (most - 1.0) * 100.0,
        }
    } else {
        Interval {
            low: (1.0 - most) * 100.0,
            high: (1.0 - least) * 100.0,
        }
    }
}

/// Whether a stated change is one of those possible, as its own bound has it.
fn allows(possible: &Interval, claim: &Claim) -> bool {
    let mut stated = Interval::cut(claim);
    match claim.bound {
        Bound::AtLeast => stated.high = f64::INFINITY,
        Bound::About => {
            stated.low *= 0.9;
            stated.high *= 1.1;
        }
        _ => {}
    }
    if stated.high.is_infinite() {
        return possible.high >= stated.low;
    }
    possible.meets(&stated)
}

/// Whether the rate may be one in constant prices: money of an aggregate grows faster in the prices
/// of the day, seldom more slowly, and no price level falls by a twentieth or doubles.
fn leaves_room_for_prices(pair: &Pair, claim: &Claim, unit: &str) -> bool {
    if unit != "%" || pair.from.unit.as_deref() != Some("元") {
        return false;
    }
    let named = [&pair.from.indicator, &pair.to.indicator]
        .iter()
        .any(|name| name.is_empty() || CONSTANT_PRICES.iter().any(|word| name.contains(word)));
    let prices = pair.to.value / pair.from.value / (1.0 + claim.value / 100.0);
    named && (0.95..2.0).contains(&prices)
}

/// 年均增长: the years between the two values must be known from the text, to within one; in money
/// prices leave room.
fn yearly(text: &str, pair: &Pair, stated: &Stated) -> Option<(String, String)> {
    let first = year_before_number(text, pair.from)?;
    let last = year_before_number(text, pair.to)?;
    let years = last - first;
    if !(1..=40).contains(&years) {
        return None;
    }
    let (from, to) = (Interval::rounded(pair.from), Interval::rounded(pair.to));
    let root = |ratio: f64| (ratio.powf(1.0 / f64::from(years)) - 1.0) * 100.0;
    let (low, high) = (root(to.low / from.high), root(to.high / from.low));
    let possible = if stated.direction >= 0 {
        Interval { low, high }
    } else {
        Interval {
            low: -high,
            high: -low,
        }
    };
    let right = format!("{}%", shown(root(pair.to.value / pair.from.value).abs(), 1));
    let sum = format!(
        "({}÷{})^(1/{years})−1≈{right}",
        pair.to.text, pair.from.text
    );
    // Prices rise by the year; none falls by a thirtieth year after year.
    let a_year = (pair.to.value / pair.from.value).powf(1.0 / f64::from(years));
    let prices = a_year / (1.0 + stated.claim.value.abs() / 100.0);
    let in_money = pair.from.unit.as_deref() == Some("元") && (0.97..1.3).contains(&prices);
    (!in_money && !allows(&possible, stated.claim)).then_some((sum, right))
}

/// The year that is written right before a number: 2019年的120家.
fn year_before_number(text: &str, claim: &Claim) -> Option<i32> {
    let head = window_before(text, claim.span.start, 10);
    let at = head.rfind('年')?;
    let tail = head[at + '年'.len_utf8()..].trim_end_matches('的');
    let plain = tail.is_empty() || ["底", "末", "年底", "年末"].contains(&tail);
    plain.then_some(())?;
    super::scan::year_before(head, at).map(|(_, year)| year)
}

/// 增长2倍, 翻一番: how many times the first value is added, or doubled.
fn multiple(
    pair: &Pair,
    stated: &Stated,
    from: Interval,
    to: Interval,
) -> Option<(String, String)> {
    if stated.direction < 0 || stated.yearly || pair.from.unit.as_deref() == Some("%") {
        return None;
    }
    let claim = stated.claim;
    let doubles = claim.text.contains('番');
    let possible = Interval {
        low: to.low / from.high,
        high: to.high / from.low,
    };
    let ratio = pair.to.value / pair.from.value;
    let sum = format!("{}÷{}≈{}", pair.to.text, pair.from.text, shown(ratio, 2));
    if doubles {
        // 翻两番 is said of anything near four times.
        let near = (0.9..1.25).contains(&(ratio / claim.value));
        let right = format!("{}倍", shown(ratio, 2));
        return (!near).then_some((sum, right));
    }
    // 增长1.5倍 is often said for the 1.5-fold; only what is neither is certain.
    let added = Interval {
        low: possible.low - 1.0,
        high: possible.high - 1.0,
    };
    let right = format!("{}倍", shown(ratio - 1.0, 2));
    (!allows(&added, claim) && !allows(&possible, claim)).then_some((sum, right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{silent, trips};

    #[test]
    fn finds_growth_that_the_values_cannot_give() {
        trips(
            &RULE,
            &[
                "规上企业由⟦120家增加到150家，增长35%⟧。",
                "村卫生室从⟦50个增加到80个，增加了20个⟧。",
                "公路里程由2019年的⟦400公里增加到2024年的500公里，增长20%⟧。",
                "森林覆盖率由⟦31.5%提高到34.2%，提高3.7个百分点⟧。",
                "学校从2020年的⟦100所增加到2024年的110所，年均增长5%⟧。",
                "粮食产量由⟦30万吨提高到45万吨，翻了两番⟧。",
                "事故由⟦40起下降到30起，下降40%⟧。",
                "贷款余额从⟦8.2亿元增加到16.4亿元，增长3倍⟧。",
                "合作社由⟦二十三个增加到四十六个，增长百分之五十⟧。",
                "床位由⟦860张增加到640张⟧。",
                "信访件从⟦75件减少到90件⟧。",
                "生产总值由⟦1200亿元增加到1500亿元，增长35%⟧。",
            ],
        );
    }

    #[test]
    fn keeps_silent_where_rounding_prices_or_words_explain_it() {
        silent(
            &RULE,
            &[
                "规上企业由120家增加到150家，增长25%。",
                "贷款余额由8.2亿元增加到9.1亿元，增长11%。",
                "生产总值由1200亿元增加到1500亿元，增长22%。",
                "森林覆盖率由31.5%提高到34.2%，提高2.7个百分点。",
                "城镇化率由52%提高到56%，提高4%。",
                "企业由120家增加到150家，税收增长35%。",
                "学校从2020年的100所增加到2024年的110所，年均增长2.4%。",
                "产量由30万吨提高到60万吨，翻了一番。",
                "产量由30万吨提高到60万吨，增长1倍。",
                "产量从20万吨提高到59万吨，增长近2倍。",
                "村卫生室从50个增加到80个，新建20个，改造10个。",
                "办理时间由15天压缩到3天，提高效率80%。",
                "游客由300多万人增加到500多万人，增长50%。",
                "企业由120家增加到150家，比上年增长8%。",
                "排名由第12位上升到第8位。",
                "学校由3所增加到5所，增长67%。",
            ],
        );
    }
}
