//! 120个村，其中90个通客车，占75%: a part, its whole and its share.

use crate::checks::precision::{Interval, is_exact, shown};
use crate::checks::words::Role;
use crate::checks::{Context, Findings};
use crate::model::{Claim, Measure, Span};
use crate::text::window_before;

/// Finds shares that are not those of their part in their whole.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for three in context.claims.windows(3) {
        let [first, second, share] = three else {
            continue;
        };
        if share.unit.as_deref() != Some("%")
            || first.sentence != share.sentence
            || !matches!(share.measure, Measure::Share | Measure::Level)
        {
            continue;
        }
        let parts =
            part_of(text, first, second, share).or_else(|| share_of(text, first, second, share));
        if let Some((part, whole)) = parts {
            compare(text, [part, whole, share], findings);
        }
    }
}

/// 120个村，其中90个通客车，占75%: the part and the whole.
fn part_of<'a>(
    text: &str,
    whole: &'a Claim,
    part: &'a Claim,
    share: &Claim,
) -> Option<(&'a Claim, &'a Claim)> {
    let to_part = text.get(whole.span.end..part.span.start)?;
    let to_share = text.get(part.span.end..share.span.start)?;
    let behind = to_part.trim_start_matches(['，', ',', '（', '(', '；']);
    let name = Role::Among.behind(behind)?;
    let plain = name.chars().count() <= 14
        && !name.contains(['，', '；', '。'])
        && !Role::OtherWhole.stands_in(name);
    let (lead, last) = to_share
        .rsplit_once(['，', ',', '（', '('])
        .unwrap_or(("", to_share));
    // 合格76家，合格率为95%; 占党员总数的25%.
    let says = match last.strip_prefix('占') {
        Some(whole) => {
            let link = whole
                .trim_start_matches('比')
                .trim_end_matches(['为', '达', '到', '的']);
            link.is_empty()
                || (is_the_whole(link, text, share) && !Role::OtherWhole.stands_in(link))
        }
        None => {
            last.trim_end_matches(['为', '达', '到']).ends_with('率') && last.chars().count() <= 8
        }
    };
    let near = lead.chars().count() <= 8 && !lead.contains(['，', '；', '。', '：']);
    (plain && says && near).then_some((part, whole))
}

/// Whether 占… names the whole of the sentence: 总数, 全部投资, 党员总数.
fn is_the_whole(link: &str, text: &str, share: &Claim) -> bool {
    let name = Role::ShareNoun.before_all(link).trim_end_matches('的');
    let mut wholes = Role::WholeNoun.words().iter();
    let noun = wholes.find_map(|whole| name.strip_suffix(whole).or(name.strip_prefix(whole)));
    let Some(noun) = noun else {
        return false;
    };
    // What is named must stand before: 党员 of 现有党员1200名.
    noun.is_empty()
        || window_before(text, share.span.start, 80)
            .matches(noun)
            .count()
            >= 2
}

/// 带动农户900户，占全乡3600户的25%: the part and the whole.
fn share_of<'a>(
    text: &str,
    part: &'a Claim,
    whole: &'a Claim,
    share: &Claim,
) -> Option<(&'a Claim, &'a Claim)> {
    let to_whole = text.get(part.span.end..whole.span.start)?;
    let to_share = text.get(whole.span.end..share.span.start)?;
    let name = to_whole
        .trim_start_matches(['，', ','])
        .strip_prefix('占')?;
    let plain = name.chars().count() <= 10 && !name.contains(['，', '；', '。', '、']);
    let link = Role::ShareNoun.before_all(to_share);
    let near = link.chars().count() <= 8
        && link.ends_with('的')
        && !link.contains(['，', '；', '。', '、']);
    (plain && near).then_some((part, whole))
}

fn is_amount(claim: &Claim) -> bool {
    let unit = claim.unit.as_deref();
    is_exact(claim, &[Measure::Level, Measure::Change])
        && claim.value > 0.0
        && unit.is_some_and(|unit| !Role::RatioUnit.is(unit))
}

fn compare(text: &str, claims: [&Claim; 3], findings: &mut Findings) {
    let [part, whole, share] = claims;
    if !is_amount(part) || !is_amount(whole) || part.unit != whole.unit || part.value > whole.value
    {
        return;
    }
    let (of_part, of_whole) = (Interval::rounded(part), Interval::rounded(whole));
    let possible = Interval {
        low: of_part.low / of_whole.high * 100.0,
        high: of_part.high / of_whole.low * 100.0,
    };
    let span = Span::new(part.span.start.min(whole.span.start), share.span.end);
    if possible.meets(&Interval::stated(share)) || share.value_max.is_some() {
        return;
    }
    let right = format!("{}%", shown(part.value / whole.value * 100.0, 1));
    let values = [
        ("part", part.span.of(text)),
        ("whole", whole.span.of(text)),
        ("right", &right),
        ("stated", share.span.of(text)),
    ];
    findings
        .report(span, "check.share-mismatch.part", &values)
        .relate(share.span, "check.share-mismatch.stated", &[]);
}
