//! The change that a text states of two values: 增长35%, 增加了20个, 年均增长5%.

use super::pair::Pair;
use crate::model::{Claim, Measure};

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
const LINKS: &[&str] = &["率", "幅度", "了", "达到", "达", "为", "共", "到"];

/// A change that is stated of a pair.
pub(super) struct Stated<'a> {
    pub claim: &'a Claim,
    pub direction: i32,
    pub yearly: bool,
}

/// The change that is stated right behind the pair, with nothing but a mark, a time and its verb
/// between.
pub(super) fn stated<'a>(text: &str, claims: &'a [Claim], pair: &Pair) -> Option<Stated<'a>> {
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
