//! How the walk over a noun goes on at each of its words.

use super::words::{CHARACTER, Phrase};
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::{self, Compares};
use crate::lexicon::{Lexeme, action_verbs, body_endings, cues, people_nouns, right_stops};
use crate::reading::pos::Pos;
use crate::reading::token::{Kind, Token};

/// How the walk over a noun goes on.
pub(super) enum Step {
    /// The noun may end here; so far.
    Take(usize),
    /// Part of it, if a noun follows.
    Pass(usize),
    /// What stands before is no part of it.
    Restart(usize),
    /// It ended before.
    Stop,
}

impl Phrase<'_> {
    /// What a token does in a noun, of which something stands before it or not.
    pub(super) fn step(&self, token: &Token, at: usize, begun: bool, opened: bool) -> Step {
        match token.kind {
            Kind::Time => Step::Stop,
            Kind::Number => self.size(at, begun),
            Kind::Mark => self.mark(at, begun, opened),
            Kind::Word if self.is_half(at) => Step::Pass(at + 2),
            Kind::Word => match self.role(at) {
                // 煤矿等涉险企业
                Some(Role::Others) if begun && self.describes_noun(at + 1) => Step::Pass(at + 1),
                Some(Role::Over | Role::Under) if opened && self.begins_noun(at + 1) => {
                    Step::Pass(at + 1)
                }
                // 群众身边的微更新
                Some(Role::Of) if begun && self.is_place(at - 1) && self.begins_noun(at + 1) => {
                    Step::Pass(at + 1)
                }
                // 中小试基地: nothing stands before that it could be within.
                Some(Role::Within) if !opened && self.describes_noun(at + 1) => Step::Pass(at + 1),
                Some(_) => Step::Stop,
                None => self.word_step(token, at, begun, opened),
            },
        }
    }

    /// 同|城, 在|谈: whether a preposition makes a word with the character behind it that no dictionary knows.
    fn is_half(&self, at: usize) -> bool {
        let is_verb = |at: usize| {
            self.tokens
                .get(at)
                .is_some_and(|token| token.pos == Pos::Verb)
        };
        let is_word = is_verb(at + 1)
            || self.is_nominal(at + 1) && (self.object || !self.is(at, |entry| entry.leads));
        self.is_short(at)
            && matches!(self.tokens[at].pos, Pos::Preposition | Pos::Conjunction)
            && !self.is_joint(at)
            && self.is_short(at + 1)
            && is_word
            && (self.begins_noun(at + 2) || self.object && is_verb(at + 2))
    }

    fn word_step(&self, token: &Token, at: usize, begun: bool, opened: bool) -> Step {
        let goes_on = self.begins_noun(at + 1);
        if self.ends(token, at, begun, opened) {
            return Step::Stop;
        }
        match token.pos {
            // 净化厂, 救援站, 打卡点: a character that ends a name, whatever its tag.
            Pos::Adjective | Pos::Verb | Pos::Number if begun && self.ends_name(at) => {
                Step::Take(at + 1)
            }
            // 1260个村, 30个县: words that the dictionary has as describing ones.
            Pos::Adjective if !goes_on && !opened && self.is_short(at) => Step::Take(at + 1),
            Pos::Noun
            | Pos::VerbNoun
            | Pos::Person
            | Pos::Place
            | Pos::Body
            | Pos::Phrase
            | Pos::Foreign
            | Pos::Time
            | Pos::Other => Step::Take(at + 1),
            Pos::Classifier if begun => Step::Take(at + 1),
            Pos::Classifier if opened => Step::Pass(at + 1),
            // 首台（套）装备
            Pos::Number | Pos::Adjective => Step::Pass(at + 1),
            Pos::Verb if begun && !goes_on && self.is_body(at) => Step::Take(at + 1),
            Pos::Verb => self.verb(at, begun, opened),
            // 校地合作平台: no verb follows that it would describe.
            Pos::Particle if begun && goes_on && self.word(at) == "地" => Step::Pass(at + 1),
            Pos::Position if goes_on => Step::Pass(at + 1),
            Pos::Position if !self.is_short(at) => Step::Take(at + 1),
            Pos::Pronoun if goes_on && !begun => Step::Restart(at + 1),
            Pos::Adverb if goes_on && (!begun || self.object) => Step::Pass(at + 1),
            _ => Step::Stop,
        }
    }

    /// Whether the tables say that a noun ends before a word.
    fn ends(&self, token: &Token, at: usize, begun: bool, opened: bool) -> bool {
        let goes_on = self.begins_noun(at + 1);
        let is_verb = matches!(token.pos, Pos::Verb | Pos::VerbNoun);
        let inside = self.is_name(at)
            || is_verb && self.describes(at)
            || is_verb && !opened && self.is_of_people(at + 1)
            || is_verb && goes_on && (self.object || token.pos == Pos::VerbNoun && !begun);
        // 改造典型案例: a word that is tagged as a noun, inside one.
        let is_inner = |entry: &Lexeme| entry.verb.is_some();
        let opens_noun = goes_on && token.pos == Pos::Noun && (!opened || self.is(at, is_inner));
        let acts = |entry: &Lexeme| token.pos == Pos::Phrase && entry.verb.is_some();
        // 实事高质量完成, 任务如期完成: an adverb that is a noun elsewhere, or one word with its verb.
        let is_adverb = |entry: &Lexeme| entry.opens == Some(action_verbs::Kind::Adverb);
        let stops = |word: &str| {
            right_stops::TABLE
                .longest(word)
                .is_some_and(|row| row.word.len() > CHARACTER)
        };
        let is_predicate = begun
            && (self.is(at, is_adverb) && self.closes(at + 1)
                || token.pos == Pos::Phrase && stops(self.word(at)));
        // 统筹2亿元惠及困难群体
        !opened && token.pos == Pos::Verb && self.is(at, |entry| entry.is(cues::Role::Covers))
            || !inside && !opens_noun && self.is(at, |entry| entry.ends_noun)
            || self.is(at, |entry| entry.acts_alone)
            || is_predicate
            || begun && self.is(at, |entry| entry.leads) && !self.is_plan(at)
            || begun && self.is(at, acts)
    }

    /// 13万脱贫|人口: whether a noun that counts people without a classifier stands at a place.
    fn is_of_people(&self, at: usize) -> bool {
        people_nouns::TABLE.has(self.word(at))
    }

    /// 水体动态清零: whether a verb at a place ends a noun, as the tables say or as nothing follows it.
    fn closes(&self, at: usize) -> bool {
        let is_last = (self.tokens.get(at + 1)).is_none_or(|next| next.kind == Kind::Mark);
        let is_verb = self
            .tokens
            .get(at)
            .is_some_and(|token| token.pos == Pos::Verb);
        is_verb && is_last && !self.object || self.is(at, |entry| entry.ends_noun)
    }

    /// What a verb does in a noun.
    fn verb(&self, at: usize, begun: bool, opened: bool) -> Step {
        let goes_on = self.begins_noun(at + 1);
        let is_short = self.is_short(at);
        // 保持苏北第一: what links a number is no part of a noun.
        if self.is(at, |entry| entry.predicate == Some(predicates::Role::Link)) {
            return Step::Stop;
        }
        // 三个维度展示了全貌: what was done is said of the noun.
        if begun && self.word(at + 1) == "了" {
            return Step::Stop;
        }
        if self.object && !is_short {
            return Step::Take(at + 1);
        }
        // 国|考|断面: characters that make a word together.
        let is_part = at > 0 && is_short && self.tokens[at - 1].span.len() == CHARACTER;
        // 通 in 自然村通硬化路: a verb of one character has an object of its own; 入|湖 describes 排污口.
        let is_pair = self.object && self.is_short(at + 1) && self.begins_noun(at + 2);
        if self.is_name(at)
            || self.describes(at)
            || goes_on && (!begun || is_part || is_pair || self.is_inside(at))
        {
            Step::Pass(at + 1)
        } else if !is_short && !self.acts(at) && (!opened || !begun && self.is_named(at)) {
            // 2万名选手: a verb that no table knows is a noun behind a number.
            Step::Take(at + 1)
        } else {
            Step::Stop
        }
    }

    /// 先期实施项目, 发展提升类项目: whether a verb describes what stands behind it, as nothing before it acts or it
    /// names a kind.
    fn describes(&self, at: usize) -> bool {
        let pos = |at: usize| self.tokens.get(at).map(|token| token.pos);
        at > 0 && pos(at - 1) == Some(Pos::Time) && self.begins_noun(at + 1)
            || !self.is_short(at)
                && pos(at + 1) == Some(Pos::Classifier)
                && self.begins_noun(at + 2)
    }

    /// 重要指示，: whether nothing follows a verb that an adjective describes.
    fn is_named(&self, at: usize) -> bool {
        self.tokens[at - 1].pos == Pos::Adjective
            && (self.tokens.get(at + 1)).is_none_or(|next| next.kind == Kind::Mark)
    }

    /// Whether a word at a place says where.
    fn is_place(&self, at: usize) -> bool {
        self.tokens[at].pos == Pos::Position
    }

    /// Whether a noun begins at a place, or a verb of one character that describes one.
    fn describes_noun(&self, at: usize) -> bool {
        self.begins_noun(at + usize::from(self.is_short(at)))
    }

    /// Whether a character that no table knows stands before a mark, or before a verb that one knows.
    fn ends_name(&self, at: usize) -> bool {
        let acts = |at| self.acts(at) || self.is(at, |entry| entry.ends_noun);
        self.is_short(at)
            && !acts(at)
            && !self.is(at, |entry| entry.alone)
            && (self.tokens.get(at + 1)).is_none_or(|next| next.kind == Kind::Mark || acts(at + 1))
    }

    /// 科研计划稳步推进: whether a word that may lead is the head of a noun, as no verb follows it (企业计划投资).
    fn is_plan(&self, at: usize) -> bool {
        let acts = |next: &Token| matches!(next.pos, Pos::Verb | Pos::VerbNoun);
        self.is(at, |entry| {
            matches!(entry.compares, Some(Compares::Base | Compares::Plan))
        }) && !self.tokens.get(at + 1).is_some_and(acts)
    }

    /// Whether a verb inside a noun belongs to it: no table knows it, and another verb follows the noun
    /// behind it (智慧应用场景上线运行).
    fn is_inside(&self, at: usize) -> bool {
        let ends = |at: usize| self.is(at, |entry| entry.ends_noun);
        let mut behind =
            (at + 1..self.tokens.len()).skip_while(|&at| self.is_nominal(at) && !ends(at));
        let follows = |at: usize| match self.tokens[at].pos {
            Pos::Verb | Pos::Adverb => true,
            pos => pos == Pos::VerbNoun && ends(at),
        };
        // 创新|研究院: so does the name of a body.
        let is_of_body = self.is_nominal(at + 1)
            && body_endings::TABLE
                .longest_at_end(self.word(at + 1))
                .is_some();
        // 引领|性, 参与|度: a character behind it makes a noun of it.
        !self.is_short(at)
            && !self.acts(at)
            && (is_of_body
                || behind.next().is_some_and(follows)
                || self.is_nominal(at + 1)
                    && self.is_short(at + 1)
                    && self.tokens[at + 1].pos != Pos::Place)
    }

    /// 亿元以上 in 亿元以上重大项目, 三级 in 省市县三级重点项目.
    fn size(&self, at: usize, begun: bool) -> Step {
        // 世界500强企业
        if begun && self.word(at + 1) == "强" {
            return match self.begins_noun(at + 2) {
                true => Step::Pass(at + 2),
                false => Step::Take(at + 2),
            };
        }
        // 产业发展三年行动计划
        if begun && self.word(at + 1) == "年" && self.begins_noun(at + 2) {
            return Step::Pass(at + 2);
        }
        let bounded = matches!(self.role(at + 2), Some(Role::Over | Role::Under));
        let head = self.behind_bounds(at + 2);
        if bounded && self.begins_noun(head) {
            return Step::Restart(head);
        }
        let level = at + 1 + usize::from(self.word(at + 1) == "元");
        if self.word(level) == "级" && self.begins_noun(level + 1) {
            return Step::Pass(level + 1);
        }
        // 6座220千伏变电站
        let is_unit = self.is_short(at + 1)
            || (self.tokens.get(at + 1)).is_some_and(|unit| unit.pos == Pos::Classifier);
        match begun {
            false if is_unit && self.begins_noun(at + 2) => Step::Restart(at + 2),
            // 百亿项目
            false if self.word(at).ends_with(['亿', '万']) && self.is_nominal(at + 1) => {
                Step::Restart(at + 1)
            }
            _ => Step::Stop,
        }
    }

    fn mark(&self, at: usize, begun: bool, opened: bool) -> Step {
        let close = match self.word(at) {
            "“" => "”",
            "《" => "》",
            "「" => "」",
            "（" => "）",
            "(" => ")",
            "·" | "-" | "+" if begun => return Step::Pass(at + 1),
            // 国家级、省级示范区
            "、" if opened && !begun && self.begins_noun(at + 1) => return Step::Pass(at + 1),
            _ => return Step::Stop,
        };
        let Some(end) = (at + 1..self.tokens.len()).find(|&place| self.word(place) == close) else {
            return Step::Stop;
        };
        match close {
            // 新（改）建学校
            "）" | ")"
                if opened
                    && self.is_short(end + 1)
                    && self.is(end + 1, |entry| entry.verb.is_some()) =>
            {
                Step::Restart(end + 2)
            }
            "）" | ")" if opened && (self.begins_noun(end + 1) || self.begins_noun(end + 2)) => {
                Step::Pass(end + 1)
            }
            "）" | ")" => Step::Stop,
            _ => Step::Take(end + 1),
        }
    }
}
