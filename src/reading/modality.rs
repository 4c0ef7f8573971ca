//! What the words of a clause do: bind (确保), want (要), plan (拟), report (了), estimate (预计).

use super::hits::{Hit, Hits};
use super::pos::Pos;
use super::tense::Tense;
use super::time::Time;
use super::token::{Kind, Token};
use crate::lexicon::cues::Role;
use crate::lexicon::duty_words::Role as Duty;
use crate::lexicon::{LEXICON, Member, Set, action_verbs};
use crate::model::Span;

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// Binds firmly: 确保.
    Commits,
    /// Binds softly: 力争.
    Strives,
    /// Demands or promises: 要完成, 将建设.
    Wants,
    /// Intends, or speaks of what is to come: 拟建, 预期, 明年.
    Plans,
    /// Bounds as a plan does: 控制在.
    Bounds,
    /// Turns from a review to what comes: 下一步.
    Turns,
    /// Reports, unless a plan is set out: 增长了, 同比.
    Reports,
    /// Reports in a plan as well: 已, 目前.
    Stands,
    /// Up to a day that is given: 截至.
    Until,
    /// 预计.
    Estimates,
    /// 有望.
    Hopes,
    /// What is to be kept: 守住.
    Guards,
}

impl Modality {
    /// What looks ahead.
    pub const AHEAD: [Self; 4] = [Self::Commits, Self::Strives, Self::Wants, Self::Plans];
    /// What reports.
    pub const BACK: [Self; 2] = [Self::Reports, Self::Stands];
}

impl Member for Modality {
    fn bit(self) -> u128 {
        1 << self as u32
    }
}

/// The words of a document that do something, in order.
#[derive(Default)]
pub struct Modalities(Vec<(Span, Modality)>);

/// The roles of cues that do what their name says wherever they stand.
const PLAIN: [(Role, Modality); 11] = [
    (Role::Commits, Modality::Commits),
    (Role::Strives, Modality::Strives),
    (Role::Ahead, Modality::Plans),
    (Role::Bounds, Modality::Bounds),
    (Role::Next, Modality::Turns),
    (Role::Reports, Modality::Reports),
    (Role::Stands, Modality::Stands),
    (Role::Until, Modality::Until),
    (Role::Estimates, Modality::Estimates),
    (Role::Hopes, Modality::Hopes),
    (Role::Guards, Modality::Guards),
];

impl Modalities {
    /// The words of a document.
    pub(super) fn of(text: &str, tokens: &[Token], hits: &Hits, times: &[(Span, Time)]) -> Self {
        let roles = Set::of(PLAIN.map(|(role, _)| role)).or(Set::of([
            Role::Modal,
            Role::Plans,
            Role::Proposes,
        ]));
        let mut found = Vec::new();
        let whole = Span::new(0, text.len());
        for hit in hits.cues(whole, roles) {
            let next = tokens.partition_point(|token| token.span.start < hit.span.end);
            let leads = || leads_verb(text, &tokens[next..], hits);
            for (role, modality) in PLAIN {
                // 努力 and 争取 bind a verb; 在共同努力下 binds nobody.
                if hit.lexeme.is(role)
                    && (modality != Modality::Strives || !is_noun_use(tokens, next))
                {
                    found.push((hit.span, modality));
                }
            }
            if hit.lexeme.is(Role::Modal) && leads() && !is_governed(tokens, hit) {
                found.push((hit.span, Modality::Wants));
            }
            let intends = hit.lexeme.is(Role::Plans) && (leads() || of_year(text, times, hit))
                || hit.lexeme.is(Role::Proposes) && heads_clause(tokens, hit) && leads();
            if intends {
                found.push((hit.span, Modality::Plans));
            }
        }
        for pair in tokens.windows(2) {
            if let [verb, particle] = pair
                && particle.span.of(text) == PERFECT
                && verb.kind == Kind::Word
                && verb.span.end == particle.span.start
            {
                found.push((particle.span, Modality::Reports));
            }
        }
        for (span, time) in times {
            match time.looks {
                Tense::Past if hits.compare(span.start) => found.push((*span, Modality::Reports)),
                Tense::Past => found.push((*span, Modality::Stands)),
                Tense::Future => found.push((*span, Modality::Plans)),
                Tense::Open => {}
            }
        }
        found.sort_by_key(|(span, _)| span.start);
        Self(found)
    }

    /// Those that stand in a stretch.
    pub fn within(&self, stretch: Span) -> impl DoubleEndedIterator<Item = &(Span, Modality)> {
        let begun = stretch.begun(&self.0, |(span, _)| span.start).iter();
        begun.filter(move |(span, _)| span.end <= stretch.end)
    }

    /// What is done in a stretch.
    pub fn of_stretch(&self, stretch: Span) -> Set<Modality> {
        Set::of(self.within(stretch).map(|(_, modality)| *modality))
    }

    /// The word that binds in a stretch: the last one, the firm before the soft.
    pub fn commitment(&self, stretch: Span) -> Option<Span> {
        let last = |wanted| {
            let mut words = self.within(stretch).rev();
            words
                .find(|(_, modality)| *modality == wanted)
                .map(|(span, _)| *span)
        };
        last(Modality::Commits).or_else(|| last(Modality::Strives))
    }

    /// The ends of the modals (要, 将) in a stretch.
    pub fn modals(&self, stretch: Span) -> impl Iterator<Item = usize> {
        self.within(stretch)
            .filter(|(_, modality)| *modality == Modality::Wants)
            .map(|(span, _)| span.end)
    }
}

/// The most words from 和 to what is done with those it names.
const WITH: usize = 3;
/// The particle of what is done.
pub(super) const PERFECT: &str = "了";

/// Whether a phrase of a verb begins: 在6月底前完成, 进一步加强, 每月检查; not 其纳入, 水引入.
fn leads_verb(text: &str, tokens: &[Token], hits: &Hits) -> bool {
    let is_adverb = |token: &Token| {
        let mut known = hits.starting(token.span.start);
        known.any(|hit| {
            hit.lexeme.opens == Some(action_verbs::Kind::Adverb)
                || hit.lexeme.duties.has(Duty::Recurs)
        })
    };
    match tokens {
        [first, ..] if is_adverb(first) => true,
        [first, rest @ ..] => match first.pos {
            Pos::Verb | Pos::Adverb | Pos::Preposition | Pos::Time => true,
            // 愿和各方共同建设: with whom.
            Pos::Conjunction => {
                (rest.iter().take(WITH)).any(|token| matches!(token.pos, Pos::Verb | Pos::Adverb))
            }
            // 建设用地, 建设的: a noun.
            Pos::VerbNoun | Pos::Adjective | Pos::Phrase => !rest
                .first()
                .is_some_and(|next| next.pos == Pos::Particle && next.span.of(text) != PERFECT),
            _ => {
                first.kind == Kind::Time
                    || hits
                        .starting(first.span.start)
                        .any(|hit| hit.lexeme.opens.is_some())
                    || begins_with_adverb(first.span.of(text))
            }
        },
        [] => false,
    }
}

/// 共同努力下, 我们的努力，: a noun, with nothing that it leads to.
fn is_noun_use(tokens: &[Token], next: usize) -> bool {
    tokens
        .get(next)
        .is_none_or(|token| matches!(token.pos, Pos::Position | Pos::Particle | Pos::Mark))
}

/// 依法行政: one word of an adverb and what it goes before.
fn begins_with_adverb(word: &str) -> bool {
    let mut adverb = false;
    LEXICON.prefixes(word, |length, lexeme| {
        adverb |= length < word.len() && lexeme.opens == Some(action_verbs::Kind::Adverb);
    });
    adverb
}

/// The token before a word.
fn before<'t>(tokens: &'t [Token], word: &Hit) -> Option<&'t Token> {
    let at = tokens.partition_point(|token| token.span.start < word.span.start);
    tokens.get(at.checked_sub(1)?)
}

/// 占应改村的: what a verb goes before is no modal.
fn is_governed(tokens: &[Token], modal: &Hit) -> bool {
    before(tokens, modal)
        .is_some_and(|before| before.span.end == modal.span.start && before.pos == Pos::Verb)
}

/// Whether a word begins a clause.
fn heads_clause(tokens: &[Token], word: &Hit) -> bool {
    before(tokens, word)
        .is_none_or(|before| before.kind == Kind::Mark || before.span.end < word.span.start)
}

/// 1980年计划: the plan of a year, not 全年计划的98%.
fn of_year(text: &str, times: &[(Span, Time)], hit: &Hit) -> bool {
    let at = times.partition_point(|(span, _)| span.end < hit.span.start);
    let follows = |(span, _): &(Span, Time)| span.end == hit.span.start;
    times.get(at).is_some_and(follows) && !text[hit.span.end..].starts_with(ATTRIBUTE)
}

/// The particle that makes an attribute of what goes before it.
const ATTRIBUTE: char = '的';
