//! What links a number to its subject: verbs, bounds and adverbs read backwards from the number.

mod comparison;
mod link;

use super::mention::{Form, Mention};
use super::scene::Scene;
use crate::claims::mention::UnitKind;
use crate::lexicon::Lexeme;
use crate::lexicon::predicates::{self, Role};
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::{Bound, Span};
use crate::text::numeral;

use comparison::{before_frame, before_gap, bracket, comparison, proportion};
pub use link::Link;

/// Whether `text` begins with a word of change: what follows a number is then no name.
pub fn begins(text: &str) -> bool {
    predicates::TABLE
        .longest(text)
        .is_some_and(|row| matches!(row.role, Role::Up | Role::Down | Role::Reach))
}

/// Reads the words before a mention from its end to their start.
pub fn read(scene: &Scene, mention: &Mention, left: Span) -> Link {
    let text = scene.text;
    let mut link = Link {
        rest: left,
        rank: mention.form == Form::Rank,
        ..Link::default()
    };
    if let Some(kept) = before_frame(scene, mention, left) {
        link.rest.end = left.start + kept;
        link.linked = true;
        link.rank = mention.form == Form::Rank;
        link.share = mention.kind == UnitKind::Of(Kind::Percent);
    } else if let Some((kept, change)) = before_gap(mention, left.of(text)) {
        link.rest.end = left.start + kept;
        link.linked = true;
        link.gap = change == 0;
        link.direction = change;
        link.compared = change != 0;
    }
    loop {
        let kept = link
            .rest
            .of(text)
            .trim_end_matches([' ', '\u{3000}', '”', '"', '、']);
        link.rest.end = link.rest.start + kept.len();
        if kept.is_empty() {
            break;
        }
        if let Some(shorter) = bracket(kept) {
            link.rest.end = link.rest.start + shorter;
            continue;
        }
        if let Some(shorter) = comparison(kept, &link) {
            link.rest.end = link.rest.start + shorter;
            link.compared = true;
            continue;
        }
        let time_before = |end: usize| {
            scene
                .times
                .iter()
                .map(|(time, _)| *time)
                .find(|time| time.end == end && time.start >= link.rest.start)
        };
        if let Some(time) = time_before(link.rest.end) {
            link.rest.end = time.start;
            continue;
        }
        // 较2025年均下降: 年 belongs to the time.
        if (kept.strip_suffix("年均"))
            .is_some_and(|year| year.ends_with(|last| numeral::digit(last).is_some()))
            && time_before(link.rest.end - '均'.len_utf8()).is_some()
        {
            link.rest.end -= '均'.len_utf8();
            link.each = true;
            continue;
        }
        if let Some(shorter) = proportion(kept).filter(|_| !link.share_noun) {
            link.rest.end = link.rest.start + shorter;
            link.share_noun = true;
            link.linked = true;
            continue;
        }
        let Some((word, role)) = scene.predicate_ending(link.rest) else {
            break;
        };
        // 改造提升20万亩, 巩固提升10万人: what is made better is no more of it.
        let counts = matches!(
            mention.kind,
            UnitKind::Of(
                Kind::Classifier | Kind::People | Kind::Household | Kind::Area | Kind::Length
            )
        );
        let makes = |lexeme: &Lexeme| lexeme.verb == Some(Verb::Make);
        let objects = scene
            .ending(link.rest, |lexeme| lexeme.word == word && makes(lexeme))
            .is_some()
            && matches!(role, Role::Up | Role::Down)
            && left.end == link.rest.end;
        if counts && objects {
            break;
        }
        if !apply(&mut link, word, role, kept) {
            break;
        }
        link.rest.end -= word.len();
    }
    link
}

/// Takes a word's role in; says whether the word is passed.
fn apply(link: &mut Link, word: &'static str, role: Role, kept: &str) -> bool {
    match role {
        Role::Link => {
            link.linked = true;
            link.plain = true;
            link.holds |= word.ends_with('有');
        }
        Role::Reach => {
            link.linked = true;
            link.reaches = true;
        }
        Role::Up | Role::Down => {
            // 固定资产投资增长: the first verb from the number decides; one before it is a noun's.
            if link.direction != 0 || link.rate {
                return false;
            }
            if !link.reaches {
                link.direction = if role == Role::Up { 1 } else { -1 };
                link.verb = word;
            }
            link.linked = true;
        }
        Role::Rate | Role::RateDown => {
            link.rate = true;
            link.linked = true;
            link.direction = if role == Role::RateDown { -1 } else { 1 };
        }
        Role::Share => {
            link.share = true;
            link.linked = true;
        }
        Role::ShareAbout => {
            link.share = true;
            link.linked = true;
            link.bound = Some(Bound::About);
        }
        Role::ShareNoun => {
            link.share_noun = true;
            link.linked = true;
            // 药占比: the word before is too short to be a name of its own.
            return word != "占比" || kept.chars().count() != 3;
        }
        Role::Rank => {
            link.rank = true;
            link.linked = true;
        }
        Role::AtLeast => {
            link.bound = link.bound.or(Some(Bound::AtLeast));
            link.linked = true;
        }
        Role::AtMost => {
            link.bound = link.bound.or(Some(Bound::AtMost));
            link.linked = true;
        }
        Role::About => link.bound = link.bound.or(Some(Bound::About)),
        Role::Annual => link.annual = true,
        Role::Baseline => {
            link.baseline = true;
            link.linked = true;
        }
        // A place belongs to the subject unless a rank or a share is said of it.
        Role::Place => return link.rank || link.share || kept.len() == word.len(),
        Role::Particle => {
            // 2024年的7473万元: passed only behind a time or another word of this kind.
            let before = &kept[..kept.len() - word.len()];
            return before.ends_with(['年', '底', '末', '月', '季', '在', '期'])
                || word == "等"
                || ["现在", "预计", "计划", "实际"]
                    .iter()
                    .any(|word| before.ends_with(word));
        }
        Role::Stop => return false,
        Role::Adverb => match word {
            "分别" => link.respectively = true,
            "均" | "都" => link.each = true,
            "同比" | "环比" => link.compared = true,
            _ => {}
        },
    }
    true
}
