//! Documents and laws: 《…》, what is 出台 or 制定 under a name, 〔2024〕12号, and roads and standards by their code (G1817).

use super::name::{Name, NameKind};
use super::scene::Scene;
use crate::lexicon::name_words::Part;
use crate::lexicon::title_endings;
use crate::lexicon::title_endings::Kind as Kinds;
use crate::model::Span;
use crate::reading::pos::Pos;
use crate::reading::token::Kind;
use crate::text::is_longer;

/// The document that a mark opens: 《…》 with at least two characters inside, 〔2024〕12号.
pub fn marked(scene: &Scene, at: usize) -> Option<Name> {
    let start = scene.tokens[at].span.start;
    let rest = scene.text.get(start..scene.sentence.end)?;
    let is_number = rest.starts_with('〔');
    let close = rest.find(if is_number { '〕' } else { '》' })?;
    let inside = rest[..close].char_indices();
    let mut end = start + close + '》'.len_utf8();
    let fits = if is_number {
        let next = scene.token_from(end);
        let digits = inside.skip(1).filter(|(_, c)| c.is_ascii_digit()).count();
        let ends_in = |at: usize| scene.word(at).ends_with('号');
        let number = (next..next + 3).find(|&at| ends_in(at));
        end = number.map_or(end, |at| scene.tokens[at].span.end);
        digits == 4 && number.is_some()
    } else {
        inside.count() > 2
    };
    fits.then(|| Name::new(start, end, NameKind::Document))
}

/// The fewest characters of the name of a document that a verb tells, its last word with it.
const NAMED: usize = 8;

/// What a verb that issues documents has behind it, where it is named: 出台山区果业发展实施方案. 制定方案 and
/// 出台若干意见 name none.
pub fn issued(scene: &Scene, at: usize) -> Option<Name> {
    let verb = scene.part_from(at, Part::Issues)?;
    let first = scene.token_from(verb);
    let tokens = scene.tokens.get(first..)?;
    let words = tokens
        .iter()
        .take_while(|token| token.kind == Kind::Word && token.pos != Pos::Pronoun);
    let end = words
        .map(|token| token.span.end)
        .filter(|&end| {
            let name = Span::new(verb, end).of(scene.text);
            title_endings::TABLE
                .longest_at_end(name)
                .is_some_and(|row| row.kind == Kinds::Notice)
        })
        .last()?;
    is_longer(Span::new(verb, end).of(scene.text), NAMED - 1)
        .then(|| Name::new(verb, end, NameKind::Document))
}

/// A capital letter and at least two digits: G1817, S315.
pub fn coded(scene: &Scene, at: usize) -> Option<Name> {
    let token = scene.tokens[at];
    if token.pos != Pos::Foreign {
        return None;
    }
    let mut letters = scene.word(at).bytes();
    let is_code = letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.take(2).filter(u8::is_ascii_digit).count() == 2;
    is_code.then(|| Name::new(token.span.start, token.span.end, NameKind::Document))
}
