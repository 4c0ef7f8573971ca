//! The noun behind a number: 示范村 in 50个示范村建成投用.

use super::list::is_joint;
use crate::claims::around::Around;
use crate::claims::mention::{Mention, UnitKind};
use crate::claims::scene::Scene;
use crate::lexicon::grammar::Role;
use crate::lexicon::units::Kind;
use crate::model::Span;
use crate::reading::{self, Pos};

/// What stands behind a number, and how it is joined to what stands before.
pub(super) struct Behind {
    /// From the number to the clause's end.
    stretch: Span,
    /// Whether the unit counts things or people.
    pub(super) counts: bool,
    /// Whether the number is an amount, and no part or rate.
    pub(super) is_amount: bool,
    /// Whether a word follows directly.
    pub(super) adjoins: bool,
    /// Whether 的 follows, or a bound of a part: 90%以上事项.
    pub(super) attributive: bool,
    /// Whether 、 or 和 stands before it.
    pub(super) is_joined: bool,
    /// Whether so it does, or 等: 等12个项目.
    pub(super) joins_list: bool,
}

impl Behind {
    pub(super) fn of(scene: &Scene, mention: &Mention, around: &Around) -> Self {
        let stretch = Span::new(mention.span.end, around.clause.end.max(mention.span.end));
        let tokens = scene.reading.tokens_in(around.right);
        let role = |at: usize| {
            let span = tokens.get(at)?.span;
            let mut hits = scene.reading.hits.starting(span.start);
            hits.find(|hit| hit.span == span)?.lexeme.grammar
        };
        let adjoins =
            |at: usize| (tokens.get(at)).is_some_and(|token| token.kind == reading::Kind::Word);
        let is_amount = !matches!(
            mention.kind,
            UnitKind::Of(Kind::Percent | Kind::Point | Kind::Multiple)
        );
        let bound = matches!(role(0), Some(Role::Over | Role::About));
        let last = scene.reading.tokens_in(around.left).last();
        let is_joined = last.is_some_and(|last| is_joint(scene, last));
        let closes = scene.ending(around.left, |lexeme| lexeme.grammar == Some(Role::Others));
        Self {
            stretch,
            counts: matches!(
                mention.kind,
                UnitKind::Of(Kind::Classifier | Kind::People | Kind::Household | Kind::Ordinal)
                    | UnitKind::PeopleNoun
                    | UnitKind::Noun
            ),
            is_amount,
            adjoins: adjoins(0),
            attributive: role(usize::from(bound)) == Some(Role::Of)
                || !is_amount && role(0) == Some(Role::Over) && adjoins(1),
            is_joined,
            joins_list: is_joined || closes.is_some(),
        }
    }

    /// The noun, the `object` of a verb before the number or not; 目标, 大关 and 能力 name nothing there.
    pub(super) fn noun(&self, scene: &Scene, object: bool) -> Option<Span> {
        let noun = scene.reading.noun_at(self.stretch, object)?;
        let names_nothing = scene.ending(noun, |lexeme| lexeme.alone && !lexeme.leads);
        let is_mark =
            names_nothing.is_some_and(|word| noun.len() <= word.word.len() + '新'.len_utf8());
        (!is_mark).then_some(noun)
    }

    /// 城市低保 in 3.2万人纳入城市低保: what those counted have got.
    pub(super) fn object(&self, scene: &Scene, around: &Around) -> Option<Span> {
        let verb = scene.reading.tokens_in(around.right).first()?;
        let takes =
            verb.pos == Pos::Verb && scene.reading.entry(verb.span, |entry| entry.ends_noun);
        let object = scene
            .reading
            .noun_at(Span::new(verb.span.end, around.right.end), true)?;
        (takes && object.of(scene.text).chars().count() >= 2).then_some(object)
    }
}
