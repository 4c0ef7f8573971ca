//! The verb at the head of an order: openers, 要, then adverbs, then what is to be done.

use super::document::Reading;
use super::modality::PERFECT;
use super::owners::{act_behind_duty, act_of_agents, act_of_subject};
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::cues::Role;
use crate::lexicon::duty_words::Role as Duty;
use crate::lexicon::grammar::Role as Grammar;
use crate::lexicon::verbs::Verb;
use crate::lexicon::{LEXICON, Lexeme, action_verbs, predicates};
use crate::model::Span;

/// A verb found: where it begins, and whether it names an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Where the verb and its adverbs begin.
    pub start: usize,
    /// Whether something is done; else it is a stance (坚持, 树立).
    pub is_act: bool,
    /// Whether adverbs urge it: 精心打造.
    pub urged: bool,
}

impl Reading<'_> {
    /// Whether a heading orders something wherever its verb stands: 更大力度推动项目攻坚取得新成效. A verb that
    /// describes (取得的成效) or is a noun as well (发展基础) orders nothing.
    pub(super) fn orders(&self, heading: Span) -> bool {
        self.ends_with_verb(heading, |verb| {
            use action_verbs::Kind::{Act, Attitude};
            (self.hits.starting(verb.start))
                .any(|hit| hit.span == verb && matches!(hit.lexeme.opens, Some(Act | Attitude)))
        })
    }

    /// Whether a verb has the last words of a heading as its object: 在提升质量上取得新成效; not 取得的成效.
    pub(super) fn achieves(&self, heading: Span) -> bool {
        self.ends_with_verb(heading, |verb| self.entry(verb, |entry| entry.ends_noun))
    }

    /// Whether a verb that fits stands in a heading behind the last 的.
    fn ends_with_verb(&self, heading: Span, fits: impl Fn(Span) -> bool) -> bool {
        let is_free = |token: &&Token| !self.is_word(token, ATTRIBUTE);
        let mut free = self.tokens_in(heading).iter().rev().take_while(is_free);
        free.any(|token| token.pos == Pos::Verb && fits(token.span))
    }

    /// The verb that a stretch begins with; openers, times, modals and adverbs are passed over.
    pub fn verb_at_head(&self, stretch: Span) -> Option<Head> {
        let tokens = self.tokens_in(stretch);
        let mut at = 0;
        let mut start = None;
        while let Some(token) = tokens.get(at).filter(|_| at < MOST_BEFORE_VERB) {
            let next = match self.opening(token, stretch) {
                Some((end, action_verbs::Kind::Opener)) if start.is_none() => end,
                Some((end, action_verbs::Kind::Adverb)) => {
                    start = start.or(Some(token.span.start));
                    end
                }
                Some((end, action_verbs::Kind::Coverb)) => {
                    let start = start.unwrap_or(token.span.start);
                    return self.behind_coverb(start, Span::new(end, stretch.end));
                }
                Some((end, kind)) if kind != action_verbs::Kind::Opener => {
                    // 发展的…, 建设是…: a noun, not an order.
                    let is_noun = self.goes_on_as_noun(end, stretch);
                    return (!is_noun).then_some(Head {
                        start: start.unwrap_or(token.span.start),
                        is_act: kind == action_verbs::Kind::Act,
                        urged: start.is_some(),
                    });
                }
                _ if start.is_none() && self.is_lead(token) => token.span.end,
                // 每月10日前报送, 要每月报送
                _ if let Some(often) =
                    self.recurrence(Span::new(token.span.start, stretch.end)) =>
                {
                    often.end
                }
                // 积极地推进
                _ if start.is_some()
                    && token.pos == Pos::Particle
                    && !self.is_word(token, ATTRIBUTE) =>
                {
                    token.span.end
                }
                _ => return None,
            };
            while tokens.get(at).is_some_and(|token| token.span.start < next) {
                at += 1;
            }
        }
        None
    }

    /// The order that begins at `start` with a coverb, where an act stands behind what it takes: 对老旧管网|进行改造,
    /// 将节水|纳入考核; not 在推进改革中, nor 按照要求.
    fn behind_coverb(&self, start: usize, rest: Span) -> Option<Head> {
        let tokens = self.tokens_in(rest);
        let last = tokens.last()?;
        let is_done = |token: &Token| self.is_word(token, PERFECT);
        // 向社会|通报…, 于8月1日前|报…, 会同财政部门|指导…: what stands behind such a word is done, whatever it is tagged.
        let helped = || {
            let mut words = self.hits.ending(rest.start);
            words.any(|hit| hit.lexeme.duties.has(Duty::HelpedBy))
        };
        let is_sure = self.text[..rest.start].ends_with(BEFORE_ACT) || helped();
        let acts = |token: &&Token| {
            (token.pos == Pos::Verb || is_sure && token.pos.is_nominal())
                && matches!(
                    self.opening(token, rest),
                    Some((_, action_verbs::Kind::Act))
                )
                && !self.goes_on_as_noun(token.span.end, rest)
        };
        let orders = last.pos != Pos::Position && !tokens.iter().any(is_done);
        // 为推动工作: a purpose; 对获评的企业|给予奖励: what is taken is described by a verb.
        let described = tokens
            .iter()
            .position(|token| self.is_word(token, ATTRIBUTE));
        let from = match tokens[0].pos {
            Pos::Verb => described.map_or(tokens.len(), |at| at + 1),
            _ => 0,
        };
        // 向社会通报 ends with what is done; 对企业的奖励 ends with a noun.
        let is_last_noun = |at: usize| {
            at + 1 == tokens.len()
                && (at.checked_sub(1)).is_none_or(|before| !tokens[before].pos.is_nominal())
        };
        let mut rest = tokens.iter().enumerate().skip(from);
        (orders && rest.any(|(at, token)| acts(&token) && !is_last_noun(at))).then_some(Head {
            start,
            is_act: true,
            urged: false,
        })
    }

    /// What begins at a token, the longest entry, and where it ends; of a word that holds a verb with what
    /// goes before it (全面落实, 更新改造) the verb.
    fn opening(&self, token: &Token, stretch: Span) -> Option<(usize, action_verbs::Kind)> {
        let mut known = self
            .hits
            .starting(token.span.start)
            .filter(|hit| hit.span.end <= stretch.end)
            .filter_map(|hit| Some((hit.span.end, hit.lexeme.opening()?)));
        known.next().or_else(|| {
            let word = token.span.of(self.text);
            let opens = |part: &str| LEXICON.word(part).and_then(Lexeme::opening);
            let verb = word.char_indices().skip(1).find_map(|(at, _)| {
                let (before, verb) = word.split_at(at);
                opens(before)?;
                opens(verb)
            });
            Some((token.span.end, verb?))
        })
    }

    /// The verb of a clause: at its head, after a modal inside it, behind a subject and an adverb that urges
    /// (医疗领域|积极探索), or right behind the bodies that act (县水利局|组织巡查).
    pub fn verb_of(&self, clause: Span) -> Option<Head> {
        let from = |start: usize| self.verb_at_head(Span::new(start, clause.end));
        let urges = |token: &Token| {
            let whole = self.opening(token, clause);
            let adverb = |entry: &Lexeme| entry.opens == Some(action_verbs::Kind::Adverb);
            let bare = self.entry(token.span, |entry| entry.opening().is_some());
            // 积极|探索, and 积极探索 where it is one word.
            whole.is_some() && (self.entry(token.span, adverb) || !bare)
        };
        let urged = || {
            let tokens = self.tokens_in(clause);
            // 体系基本建成: what is come to, not what is done.
            let has_object = tokens.last().is_some_and(|last| last.pos != Pos::Verb);
            let mut behind = tokens
                .windows(2)
                .filter(|pair| has_object && pair[0].pos.is_nominal() && urges(&pair[1]));
            let head =
                behind.find_map(|pair| from(pair[1].span.start).filter(|head| head.is_act))?;
            let start = clause.start;
            Some(Head { start, ..head })
        };
        self.verb_at_head(clause)
            .or_else(|| self.modalities.modals(clause).find_map(from))
            .or_else(urged)
            .or_else(|| act_of_subject(self, clause).and_then(from))
            .or_else(|| self.act_in_charge(clause))
    }

    /// What those do who are named with it: 县水利局负责|组织巡查, 方案由县教育局|制定.
    fn act_in_charge(&self, clause: Span) -> Option<Head> {
        let is_act = |start: &usize| {
            let head = self.verb_at_head(Span::new(*start, clause.end));
            head.is_some_and(|head| head.is_act)
        };
        let start = act_behind_duty(self, clause)
            .filter(is_act)
            .or_else(|| act_of_agents(self, clause).filter(is_act));
        start.map(|_| Head {
            start: clause.start,
            is_act: true,
            urged: false,
        })
    }

    /// Whether a clause says what its subject is (水利是命脉), or what the clauses before it are (加快造林，是前提).
    pub fn defines(&self, clause: Span) -> bool {
        let tokens = self.tokens_in(clause);
        let at = tokens.iter().position(|token| self.is_word(token, COPULA));
        at.is_some_and(|at| match at.checked_sub(1) {
            Some(before) => tokens[before].pos.is_nominal() || tokens[before].kind == Kind::Time,
            None => clause.start > self.sentences[self.sentence_at(clause.start)].start,
        })
    }

    /// Whether a clause says what a standard holds: 规范巡检机器人的通信接口等技术要求.
    pub fn lays_down(&self, clause: Span) -> bool {
        let verb = self.verb_of(clause).map(|head| head.start);
        let lays =
            |start: usize| (self.hits.starting(start)).any(|hit| hit.lexeme.is(Role::LaysDown));
        verb.is_some_and(lays) && LEXICON.ends_with(clause.of(self.text), Role::LaidDown)
    }

    /// Whether a clause says what may be done (申报单位可查询…, 还可以利用…); not 可推广的经验, nor an order by its head.
    pub fn permits(&self, clause: Span) -> bool {
        let tokens = self.tokens_in(clause);
        let allows = tokens.iter().enumerate().any(|(at, token)| {
            let before = at.checked_sub(1).map(|before| tokens[before].pos);
            let describes = || {
                tokens[at..]
                    .iter()
                    .any(|token| self.is_word(token, ATTRIBUTE))
            };
            self.entry(token.span, |entry| entry.is(Role::Permits))
                && before.is_none_or(|pos| pos.is_nominal() || pos == Pos::Adverb)
                && tokens.get(at + 1).is_some()
                && !describes()
        });
        let is_setting = tokens.last().is_some_and(|last| last.pos == Pos::Position);
        allows && !is_setting && self.verb_of(clause).is_none()
    }

    /// Whether a subject comes to something in a clause: 覆盖面|达到…, 标准体系基本|建成, 能力显著|提升; not what is of
    /// another (建成的水库).
    pub fn comes_to(&self, clause: Span) -> bool {
        let tokens = self.tokens_in(clause);
        let named = tokens.iter().position(|token| token.pos.is_nominal());
        let behind = named.map_or(&[][..], |at| &tokens[at + 1..]);
        // 机制需要好|保障: a part of what another verb says.
        let first = behind.iter().position(|token| token.pos == Pos::Verb);
        first.is_some_and(|at| {
            let next = behind.get(at + 1);
            !next.is_some_and(|next| self.is_word(next, ATTRIBUTE))
                && self.entry(behind[at].span, |entry| {
                    matches!(entry.verb, Some(Verb::Make | Verb::Up | Verb::Down))
                        || entry.links(&REACHES)
                })
        })
    }

    /// What may stand before the verb and is no part of the order: 一（是）, 今年, 要, a mark.
    fn is_lead(&self, token: &Token) -> bool {
        let is_opening = || token.span.of(self.text).starts_with(['“', '《', '「']);
        matches!(token.kind, Kind::Time | Kind::Number)
            || token.kind == Kind::Mark && !is_opening()
            || self.hits.starting(token.span.start).any(|hit| {
                hit.span.end == token.span.end
                    && (hit.lexeme.is(Role::Modal) || hit.lexeme.is(Role::Plans))
            })
            || self.is_word(token, COPULA)
    }

    /// Whether a token joins the parts of a list: 、, 和.
    pub fn joins(&self, token: &Token) -> bool {
        self.is_word(token, "、")
            || self.entry(token.span, |entry| entry.grammar == Some(Grammar::Joins))
    }

    fn is_word(&self, token: &Token, word: &str) -> bool {
        token.span.of(self.text) == word
    }

    fn goes_on_as_noun(&self, at: usize, stretch: Span) -> bool {
        let rest = Span::new(at, stretch.end);
        self.tokens_in(rest).first().is_some_and(|next| {
            // 化解率达到…: a noun is made of the verb.
            let is_suffix = next.span.of(self.text).starts_with(MEASURES);
            is_suffix || self.is_word(next, COPULA) || self.is_word(next, ATTRIBUTE)
        })
    }
}

/// The coverbs behind whose object nothing but what is done stands.
const BEFORE_ACT: [char; 2] = ['向', '于'];
/// The most tokens before the verb of an order: numbers and marks without end have none.
const MOST_BEFORE_VERB: usize = 40;
/// How a level is told.
const REACHES: [predicates::Role; 4] = [
    predicates::Role::Equals,
    predicates::Role::Reach,
    predicates::Role::Up,
    predicates::Role::Down,
];
/// The word that an enumeration's number takes: 一是.
const COPULA: &str = "是";
/// The characters that make the name of a measure of a verb.
const MEASURES: [char; 5] = ['率', '量', '额', '度', '值'];
/// The particle that makes an attribute.
pub(super) const ATTRIBUTE: &str = "的";
