//! 120个村，其中90个通客车，占75%: a part, its whole and its share.

use crate::checks::precision::{Interval, shown, unit_of_amount};
use crate::checks::{Context, Findings, Role};
use crate::model::{Claim, Measure, Span};
use crate::text::{is_plain, window_before, without_brackets};

/// Finds shares that are not those of their part in their whole.
pub(super) fn check(context: &Context, findings: &mut Findings) {
    let text = context.reading.text;
    for (at, share) in context.claims.iter().enumerate().skip(2) {
        let [first, second] = [&context.claims[at - 2], &context.claims[at - 1]];
        let Some(to_share) = context.between(second, share) else {
            continue;
        };
        // 项目支出778万元（含提前下达267万元），占64.7%: the share is not that of what the bracket holds.
        if to_share.starts_with(['）', ')'])
            || share.unit.as_deref() != Some("%")
            || !matches!(share.measure, Measure::Share | Measure::Level)
        {
            continue;
        }
        let alike = unit_of_amount(first) == unit_of_amount(second);
        let to_second = context.between(first, second).filter(|_| alike);
        let whole_first =
            to_second.and_then(|words| is_whole_and_part(words, to_share, text, share));
        let part_first = to_second.and_then(|words| is_part_and_whole(words, to_share));
        let told = |words| is_rate_told(words, to_share) || is_so_far(words, to_share);
        if whole_first == Some(true) || to_second.is_some_and(told) {
            compare(text, second, first, share, findings);
        } else if part_first == Some(true)
            || to_second.is_some_and(|words| is_of_all(words, to_share))
        {
            compare(text, first, second, share, findings);
        } else if let Some(whole) = whole_above(context, at, to_share) {
            compare(text, second, whole, share, findings);
        }
    }
}

/// 来信400件，办结360件，办结率80%: whether a rate is called by all that is said of the part right before it.
fn is_rate_told(to_part: &str, to_rate: &str) -> bool {
    let name = to_part.trim_start_matches(['，', ',', '；']);
    let name = Role::InAll.behind_all(name.trim_start_matches('已'));
    let rate = to_rate.trim_start_matches(['，', ',', '（', '(']);
    let rate = rate.trim_end_matches(['为', '达', '到', '是']);
    let stem = rate.strip_suffix('率').unwrap_or_default();
    !stem.is_empty() && stem == name.trim_end_matches('了')
}

/// 120个村已通客车90个、占比75%: whether a share is told of those of the whole that something has been done with.
fn is_so_far(to_part: &str, to_share: &str) -> bool {
    let done = to_part.split_once('已');
    is_bare_share(to_share)
        && is_plain(to_part, 18, &['，', ',', '、', '；', '。'])
        && done.is_some_and(|(of, _)| !of.is_empty())
}

/// 网上办件2980件，全部办件4036件，占比73.8%: whether a share follows a part and the whole, which is called so.
fn is_of_all(to_whole: &str, to_share: &str) -> bool {
    let whole = to_whole.trim_start_matches(['，', ',', '、']);
    let is_whole = whole.starts_with("全部") && is_plain(whole, 12, &['，', ',', '、', '；', '。']);
    is_whole && whole.len() < to_whole.len() && is_bare_share(to_share)
}

/// ，占比达到: whether words behind a mark say that a share follows, and do not say of what.
fn is_bare_share(words: &str) -> bool {
    let share = words.trim_start_matches(['，', ',', '、', '（', '(']);
    let says = matches!(share.trim_end_matches(['为', '达', '到']), "占比" | "占");
    says && share.len() < words.len()
}

/// The most claims of a sentence that are looked at for a whole and its parts.
const REACH: usize = 20;

/// The whole that a share is said to be of, further above in its sentence: the one that it names (占财政收入的60%), the one
/// that 其中 divides into parts, or the one that the parts sum to.
fn whole_above<'a>(context: &Context<'a>, at: usize, to_share: &str) -> Option<&'a Claim> {
    let (part, share) = (&context.claims[at - 1], &context.claims[at]);
    let (_, last) = to_share
        .rsplit_once(['，', ',', '（', '('])
        .unwrap_or(("", to_share));
    let link = last.strip_prefix('占')?.trim_start_matches('比');
    let link = link.trim_end_matches(['为', '达', '到', '的']);
    let unit = unit_of_amount(part)?;
    let alike = |claim: &Claim| {
        claim.sentence == share.sentence
            && unit_of_amount(claim) == Some(unit)
            && claim.status == part.status
            && claim.value >= part.value
    };
    let before = context.claims[..at].iter();
    let from = before
        .rev()
        .take(REACH)
        .take_while(|claim| claim.sentence == share.sentence);
    let from = at - from.count();
    let mut wholes = context.claims[from..at - 1].iter();
    if let Some(of) = &share.of {
        return wholes.rfind(|claim| alike(claim) && is_named(claim, &of.value));
    }
    let place = wholes.position(alike).filter(|_| link.is_empty())?;
    let whole = &context.claims[from + place];
    // Parts beside one another: no other amount stands between, and each has its share.
    let rest = context.claims[from + place + 1..].iter();
    let rest = rest
        .take(REACH)
        .take_while(|claim| claim.sentence == share.sentence);
    let parts: Vec<&Claim> = rest
        .filter(|claim| unit_of_amount(claim).is_some())
        .collect();
    let sum: f64 = parts.iter().map(|part| part.value).sum();
    // 120亿元，其中…; 120亿元，增长5%；其中…
    let divided = || {
        let between = &context.claims[from + place + 1..at];
        let grown = between
            .iter()
            .take_while(|claim| claim.measure == Measure::Growth);
        let end = grown
            .last()
            .map_or(whole.span.end, |growth| growth.span.end);
        let behind = context.reading.text[end..].trim_start_matches(['，', ',', '（', '(', '；']);
        Role::Among.begins(behind).is_some()
    };
    let same = parts.iter().all(|part| unit_of_amount(part) == Some(unit));
    (same && (divided() && sum <= whole.value || (sum - whole.value).abs() < 1e-6)).then_some(whole)
}

/// Whether a claim is the amount that a share names as its whole: 县级财政收入 is 财政收入, 耕地 is 耕地面积, 全局干部 is 干部总数.
fn is_named(claim: &Claim, whole: &str) -> bool {
    let stem = Role::WholeNoun
        .before(whole)
        .or(Role::AmountNoun.before(whole));
    let stem = stem.unwrap_or(whole);
    stem.chars().nth(1).is_some()
        && !Role::OtherWhole.stands_in(whole)
        && (claim.indicator.ends_with(stem)
            || stem.len() < whole.len() && claim.indicator.contains(stem))
}

/// 120个村，其中90个通客车，占75%: the words between the whole, its part and the share.
fn is_whole_and_part(to_part: &str, to_share: &str, text: &str, share: &Claim) -> Option<bool> {
    let behind = to_part.trim_start_matches(['，', ',', '（', '(', '；']);
    let name = Role::Among.behind(behind)?;
    let plain = is_plain(name, 14, &['，', '；', '。']) && !Role::OtherWhole.stands_in(name);
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
        None => is_rate_of(name, last.trim_end_matches(['为', '达', '到'])),
    };
    Some(plain && says && is_plain(lead, 8, &['，', '；', '。', '：']))
}

/// The most characters before 率 of a rate that is told of the part right before it; 森林覆盖率 is of land.
const LONGEST_STEM: usize = 3;

/// 合格76家，合格率: whether a rate is that of the part, by a character of its name; 销量…，市场占有率 is of another whole.
fn is_rate_of(part: &str, rate: &str) -> bool {
    let stem = rate
        .strip_suffix('率')
        .filter(|_| rate.chars().count() <= 8);
    stem.is_some_and(|stem| {
        stem.chars().count() <= LONGEST_STEM
            && !stem.contains('占')
            && stem.chars().any(|character| part.contains(character))
    })
}

/// 带动农户900户，占全乡3600户的25%: the words between the part, its whole and the share.
fn is_part_and_whole(to_whole: &str, to_share: &str) -> Option<bool> {
    const MARKS: [char; 4] = ['，', '；', '。', '、'];
    // 504个县（下同），占全国1786个县的…
    let outside = without_brackets(to_whole);
    let (lead, last) = outside.rsplit_once(['，', ',']).unwrap_or(("", &outside));
    let name = Role::OfWhole.behind(last)?;
    if !is_plain(lead, 4, &MARKS) {
        return None;
    }
    let link = Role::ShareNoun.before_all(to_share);
    Some(is_plain(name, 10, &MARKS) && is_plain(link, 8, &MARKS) && link.ends_with('的'))
}

/// Whether 占… names the whole of the sentence: 总数, 全部投资, 党员总数.
fn is_the_whole(link: &str, text: &str, share: &Claim) -> bool {
    let name = Role::ShareNoun.before_all(link).trim_end_matches('的');
    let mut wholes = Role::WholeNoun.words().iter();
    let noun = wholes.find_map(|whole| name.strip_suffix(whole).or(name.strip_prefix(whole)));
    // What is named must stand before: 党员 of 现有党员1200名.
    let near = window_before(text, share.span.start, 80);
    noun.is_some_and(|noun| noun.is_empty() || near.matches(noun).nth(1).is_some())
}

fn compare(text: &str, part: &Claim, whole: &Claim, share: &Claim, findings: &mut Findings) {
    let (of_part, of_whole) = (Interval::rounded(part), Interval::rounded(whole));
    let possible = of_part.over(of_whole).map(|part| part * 100.0);
    let unit = unit_of_amount(part);
    if unit.is_none()
        || unit != unit_of_amount(whole)
        || share.value_max.is_some()
        || possible.meets(&Interval::stated(share))
    {
        return;
    }
    let span = Span::new(part.span.start.min(whole.span.start), share.span.end);
    // 88435元 beside 89138万元: a magnitude is missing.
    let scaled = [1e4, 1e-4].into_iter();
    let in_scale = scaled.map(|scale| possible.map(|share| share * scale));
    if in_scale
        .into_iter()
        .any(|possible| possible.meets(&Interval::stated(share)))
    {
        let values = [("part", part.span.of(text)), ("whole", whole.span.of(text))];
        findings
            .report(span, ".unit", &values)
            .relate(share.span, ".stated", &[]);
        return;
    }
    if part.value > whole.value && share.value <= 100.0 {
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
        .report(span, ".part", &values)
        .relate(share.span, ".stated", &[]);
}
