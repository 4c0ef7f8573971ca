//! The change that a text states of two values: 增长35%, 增加了20个, 年均增长5%.

use super::pair::Pair;
use crate::checks::words::Role;
use crate::model::{Claim, Measure};

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
        if let Some(behind) = Role::Yearly.behind(rest) {
            (rest, yearly) = (behind, true);
        } else if let Some(behind) = Role::InAll.behind(rest) {
            rest = behind;
        } else {
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
    let (link, direction) = match (Role::Rises.behind(rest), Role::Falls.behind(rest)) {
        (Some(link), _) => (link, 1),
        (None, Some(link)) => (link, -1),
        (None, None) => return None,
    };
    yearly |= Role::RisesYearly.begins(rest).is_some();
    let link = Role::ChangeLink.behind_all(link);
    // 增加到 names a level; whatever else stands there is not known.
    (link.is_empty() && !rest.ends_with(['到', '至'])).then_some(Stated {
        claim,
        direction,
        yearly,
    })
}
