//! The parts that follow a whole as a list: 300亿元，其中工业120亿元、房地产100亿元、基建90亿元.

use crate::checks::precision::unit_of_amount;
use crate::checks::{Context, Role};
use crate::lexicon::partitions;
use crate::lexicon::predicates;
use crate::model::{Claim, Measure, Span};
use crate::text::{after, is_han, is_plain, window_before};

/// What may stand between a whole and the words that name its first part.
const OPENS: [char; 6] = ['，', ',', '（', '(', '：', ':'];
/// So many figures are told of one amount at most.
const MOST_TOLD: usize = 4;
/// What stands between two parts.
const DIVIDES: [char; 6] = ['、', '，', ',', '；', ';', '和'];

/// A part of a whole, with the words that name it.
pub(super) struct Part<'a> {
    pub(super) claim: &'a Claim,
    pub(super) name: &'a str,
}

/// A whole and its parts.
pub(super) struct List<'a> {
    pub(super) whole: &'a Claim,
    pub(super) parts: Vec<Part<'a>>,
    /// Whether 其中 says that they are parts, and there may be others.
    pub(super) among: bool,
    /// Whether they are told as parts: behind 其中, a colon or a bracket.
    pub(super) divided: bool,
}

/// The list whose first part is the claim at `at`.
pub(super) fn listed<'a>(context: &Context<'a>, at: usize) -> Option<List<'a>> {
    let first = &context.claims[at];
    let unit = unit_of_amount(first)?;
    let (whole, words) = whole_before(context, at)?;
    let is_right = unit_of_amount(whole) == Some(unit) && is_whole(context.reading.text, whole);
    let named = words.trim_start_matches(OPENS);
    let opens = named.len() < words.len() || whole.sentence != first.sentence;
    let name = Role::Among.behind(named);
    let among = name.is_some();
    let name = name.unwrap_or(named).trim_start_matches(OPENS);
    let name = behind_time(context, name, first.span.start);
    let parts = match shared_out(context, at, name).filter(|_| among) {
        Some(parts) => parts,
        None => one_by_one(context, at, name, whole)?,
    };
    let divided = among || words.starts_with(['（', '(', '：', ':']);
    (is_right && opens && parts.len() > 1).then_some(List {
        whole,
        parts,
        among,
        divided,
    })
}

/// The amount before a part, with the words between: past its own growth, and in the sentence before where 其中 opens this one.
fn whole_before<'a>(context: &Context<'a>, at: usize) -> Option<(&'a Claim, &'a str)> {
    let (above, first) = (&context.claims[..at], &context.claims[at]);
    let told = above
        .iter()
        .rev()
        .take(MOST_TOLD)
        .take_while(|claim| is_of_amount(claim))
        .count();
    let whole = above[..above.len() - told].last()?;
    if let Some(words) = context.between(above.last()?, first) {
        let among = || Role::Among.stands_in(words);
        return (whole.sentence == first.sentence && (told == 0 || among()))
            .then_some((whole, words));
    }
    let reading = context.reading;
    let start = reading.sentences.get(first.sentence)?.start;
    let words = reading.text.get(start..first.span.start)?;
    let follows = whole.sentence + 1 == first.sentence
        && reading.sentence_blocks.get(whole.sentence)
            == reading.sentence_blocks.get(first.sentence);
    (follows && Role::Among.begins(words).is_some()).then_some((whole, words))
}

/// Whether a figure is told of the amount before it, and is none itself: its growth, its share, by how much it grew.
fn is_of_amount(claim: &Claim) -> bool {
    let is_rate = matches!(claim.unit.as_deref(), Some("%" | "pp"));
    claim.measure == Measure::Change && claim.compared_with.is_some()
        || is_rate && matches!(claim.measure, Measure::Growth | Measure::Share)
}

/// 截至6月底，已办结: what stands behind a time that opens a list and ends before the place `end`.
fn behind_time<'a>(context: &Context, words: &'a str, end: usize) -> &'a str {
    let Some((time, rest)) = words.split_once(['，', ',']) else {
        return words;
    };
    let start = end - words.len();
    let times = context
        .reading
        .times_in(Span::new(start, start + time.len()));
    match times {
        [_] if rest.len() < words.len() && !rest.is_empty() => rest,
        _ => words,
    }
}

/// 风电、光伏装机分别达410万千瓦、520万千瓦: parts that are named first and counted then.
fn shared_out<'a>(context: &Context<'a>, at: usize, words: &'a str) -> Option<Vec<Part<'a>>> {
    let says = |row: &&predicates::Row| row.role == Some(predicates::Role::Respectively);
    let row = predicates::TABLE.inside(words).find(says)?;
    let (names, _) = words.split_once(row.word)?;
    let names: Vec<&str> = names.split(['、', '和']).collect();
    let claims = context.claims.get(at..at + names.len())?;
    let joined = |pair: &[Claim]| {
        let between = context.between(&pair[0], &pair[1]);
        between.is_some_and(|words| matches!(words, "、" | "和" | "，"))
    };
    let alike = claims.iter().all(|claim| claim.unit == claims[0].unit);
    let parts = claims
        .iter()
        .zip(names)
        .map(|(claim, name)| Part { claim, name });
    (claims.len() > 1 && alike && claims.windows(2).all(joined)).then(|| parts.collect())
}

/// Parts that follow one another, each with its name before it; the growth and the share of one may stand behind it.
fn one_by_one<'a>(
    context: &Context<'a>,
    at: usize,
    name: &'a str,
    whole: &Claim,
) -> Option<Vec<Part<'a>>> {
    let claims = context.claims;
    let text = context.reading.text;
    let unit = unit_of_amount(whole)?;
    let closes = |claim: &Claim| !after(text, claim.span.end).is_some_and(is_han);
    let first = is_name(name).then_some(Part {
        claim: &claims[at],
        name,
    })?;
    let mut parts = vec![first];
    let mut mark = None;
    let mut last = at;
    loop {
        let told = claims[last + 1..]
            .iter()
            .take(MOST_TOLD)
            .take_while(|claim| is_of_amount(claim))
            .count();
        let next = last + 1 + told;
        let Some(claim) = claims.get(next) else { break };
        let words = context
            .between(&claims[next - 1], claim)
            .unwrap_or_default();
        let Some(divider) = words.chars().next().filter(|mark| DIVIDES.contains(mark)) else {
            break;
        };
        let name = &words[divider.len_utf8()..];
        // 其中省级12项、市级30项，已开工18项: a list has marks of one kind; 初中5所，分布在3个|街道: it counts something else.
        let is_other = *mark.get_or_insert(divider) == '、' && matches!(divider, '，' | ',');
        let counts_alike = closes(claim) || !closes(whole);
        if is_other || !counts_alike || !is_name(name) || unit_of_amount(claim) != Some(unit) {
            break;
        }
        parts.push(Part { claim, name });
        last = next;
    }
    Some(parts)
}

/// Whether words between two amounts do nothing but name the second.
fn is_name(words: &str) -> bool {
    const MARKS: [char; 9] = ['，', '；', '：', '。', '、', '（', '）', '(', ')'];
    is_plain(words, 14, &MARKS)
        && !words.is_empty()
        && Role::NoPart.begins(words).is_none()
        && (Role::NoLevelPart.begins(words).is_none() || partitions::TABLE.longest(words).is_some())
        && !Role::Total.stands_in(words)
}

/// Whether an amount may have parts: a level, or all that is new. A net increase may be less than one of its
/// parts, and an average less than one of its years.
pub(super) fn is_whole(text: &str, whole: &Claim) -> bool {
    let head = window_before(text, whole.span.start, 12);
    let gross =
        whole.measure == Measure::Change && Role::Gross.stands_in(head) && !head.contains('净');
    (whole.measure == Measure::Level || gross) && !Role::Yearly.stands_in(head)
}
