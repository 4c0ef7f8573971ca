//! Where a text speaks of what a target measures, though without a figure that answers it.

use super::both::Both;
use super::figures::{self, Figure};
use super::names::{NAME, ends_with_money, without_tail};
use crate::lexicon::indicator_aims;
use crate::lexicon::name_parts::{self, Kind};
use crate::model::{Cited, Ground, Span, Status};
use crate::text::is_han;

/// Where the second text reports on what a target of the first measures, and why it is that.
pub fn of(both: &Both, target: usize) -> Option<(Cited, Ground)> {
    let figure = both.figure(target);
    // What stands in quotation marks is a name, however short.
    if figure.name.len() < NAME && !figure.claim.indicator.starts_with('“') {
        return None;
    }
    let second = both.second;
    let vague = both.is_vague(target);
    let tells = |sentence: usize| {
        let is_prose = second.document.sentences[sentence].ladder.is_some();
        let related = !vague || both.context(figure.claim.sentence, sentence) >= 0.2;
        is_prose && second.reports(sentence) && related
    };
    let claims = second.document.claims.iter().enumerate();
    let mut same = claims.filter(|(_, claim)| {
        claim.status == Status::Actual
            && figures::name(claim) == figure.name.words
            && tells(claim.sentence)
    });
    if let Some((at, _)) = same.next() {
        return Some((second.cite(at), Ground::SameName));
    }
    let text = &second.document.text;
    let mut places = forms(figure).flat_map(|(form, is_end)| {
        let places = text.match_indices(form);
        places.filter(move |(at, form)| stands_alone(text, *at, form, is_end))
    });
    places.find_map(|(at, form)| {
        let sentence = second.sentence_at(at);
        let words = second.sentence(sentence);
        let span = Span::new(at, at + form.len());
        tells(sentence).then(|| (second.cite_words(span, words), Ground::Named))
    })
}

/// What a text may call the indicator of a target: as the first has it, in its common form, by its beginning, by its end,
/// which must then open a clause.
fn forms<'a>(figure: &Figure<'a>) -> impl Iterator<Item = (&'a str, bool)> {
    let (own, name) = (&*figure.claim.indicator, figure.name.words);
    let short = without_tail(name);
    let whole = [own, name, short, beginning(short)].map(|form| (form, false));
    let forms = whole.into_iter().chain(ending(name).map(|end| (end, true)));
    forms.filter(|(form, _)| !form.is_empty())
}

/// Whether a name that stands somewhere is no part of another: 赤字 of 赤字率, 失业率 of 调查失业率.
fn stands_alone(text: &str, at: usize, form: &str, is_end: bool) -> bool {
    let behind = &text[at + form.len()..];
    let mut on = name_parts::TABLE.beginnings(behind);
    let before = text[..at].chars().next_back();
    !(on.any(|row| row.kind == Kind::On) || is_end && before.is_some_and(is_han))
}

/// The part of a long name that is left without its last words: 棚户区改造 of 棚户区改造住房; the whole where those say that it
/// is money.
fn beginning(name: &str) -> &str {
    let count = name.chars().count();
    let kept = (count * 7).div_ceil(10).max(5);
    let end = name.char_indices().nth(kept).map(|(at, _)| at);
    match end {
        Some(end) if !ends_with_money(&name[end..]) => &name[..end],
        _ => name,
    }
}

/// The end of a name that many tell of by itself: 失业率.
fn ending(name: &str) -> Option<&str> {
    let mut rows = indicator_aims::TABLE.endings(name);
    let row = rows.find(|row| row.word.chars().count() >= NAME)?;
    Some(&name[name.len() - row.word.len()..])
}
