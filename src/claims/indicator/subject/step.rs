//! One step backwards: whether a token is part of the name, a verb that has it as its object, or neither.

use super::walk::{Step, Walk, is_name_tail, links};
use crate::claims::indicator::measure_noun::{MEASURES, is_suffix, makes_attribute};
use crate::claims::mention::UnitKind;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::{self, Amount, Compares};
use crate::lexicon::units::Kind as Units;
use crate::lexicon::verb_nouns::Place;
use crate::lexicon::verbs::Verb;
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};
use crate::text::numeral;

impl<'s, 'a> Walk<'s, 'a> {
    pub(super) fn step(&mut self, at: usize) -> Step {
        let Some(token) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return Step::Stop;
        };
        match token.kind {
            Kind::Time => Step::Stop,
            Kind::Mark => self.mark(at),
            Kind::Number => self.number(at),
            Kind::Word if self.is_while(at) || self.is_item(at) || self.is_basis(at) => Step::Stop,
            Kind::Word if self.is_half(at) => Step::Take(at - 1),
            Kind::Word => match self.role(at) {
                Some(role) => self.grammar(role, at),
                None => self.verb(at).unwrap_or_else(|| self.other(token.pos, at)),
            },
        }
    }

    /// 按户籍人口计算|人均产值: whether the words on which basis it was reckoned end before a place.
    fn is_basis(&self, at: usize) -> bool {
        let ends = self.entry(at, |lexeme| lexeme.compares == Some(Compares::Adjusted));
        ends.filter(|_| at < self.end).is_some_and(|(from, _)| {
            let before = Span::new(self.tokens[0].span.start, self.tokens[from].span.start);
            let mut hits = self.scene.reading.hits.within(before);
            hits.any(|hit| hit.lexeme.compares == Some(Compares::Adjusts))
        })
    }

    /// 五年投入3亿元: whether a number of years ends before a place, and what was done in them follows; not 九年义务教育.
    fn is_while(&self, at: usize) -> bool {
        self.is_duration(at)
            && (self.tokens.get(at)).is_some_and(|act| {
                (self.scene.reading)
                    .entry(act.span, |entry| entry.verb.is_some() || entry.ends_noun)
            })
    }

    /// 三是港口吞吐量, 1.港口吞吐量, 第三条 港口: whether the number of an item ends before a place.
    fn is_item(&self, at: usize) -> bool {
        let is_number = self.tokens[0].kind == Kind::Number;
        let first = self.word(0);
        let is_article = first.starts_with('第') && first.ends_with('条');
        at == 2 && is_number && self.word(1) == "是" || at == 1 && is_article
    }

    /// 1.港口吞吐量: whether a point before a place is that of an item's number; not 3.5, A.B.
    fn is_item_point(&self, at: usize) -> bool {
        at == 2
            && self.tokens[0].kind == Kind::Number
            && matches!(self.word(1), "." | "．")
            && self
                .tokens
                .get(2)
                .is_some_and(|next| next.kind == Kind::Word && next.pos != Pos::Foreign)
    }

    /// Whether a single character makes a word with the one behind it that no dictionary knows: 并|网, 在|园.
    pub(super) fn is_half(&self, at: usize) -> bool {
        let short = |word: &str| word.len() == '字'.len_utf8();
        let next = self.tokens.get(at).filter(|_| at < self.end);
        short(self.word(at - 1))
            && next.is_some_and(|next| next.kind == Kind::Word && short(self.word(at)))
            && !is_suffix(self.word(at))
            && self.entry(at, |lexeme| lexeme.verb.is_some()).is_none()
            && !matches!(
                self.role(at),
                Some(Role::Of | Role::Joins | Role::Others | Role::Each)
            )
    }

    pub(super) fn mark(&mut self, at: usize) -> Step {
        if let Some(open) = self.opening(at) {
            return Step::Take(open);
        }
        match self.word(at - 1) {
            // 小麦、玉米
            "、" if at < self.end && self.is_ranked(at - 1) => Step::Stop,
            "、" if at < self.end && self.is_part(at - 1) && !self.is_told(at) => {
                Step::Take(at - 1)
            }
            // 一、二、三产
            "、" if at < self.end
                && at > 1
                && self.is_ordinal(at - 2)
                && self.word(at).starts_with(numeral::may_begin) =>
            {
                Step::Take(at - 2)
            }
            "." | "．" if self.is_item_point(at) => Step::Stop,
            "·" | "-" | "—" | "." | "&" | "/" | "+" | "－" if at < self.end => {
                Step::Take(at - 1)
            }
            _ => Step::Stop,
        }
    }

    /// 质量稳居全省前列、利用率: whether what ends at a place, back to the mark before it, is told of an order.
    fn is_ranked(&self, at: usize) -> bool {
        let is_mark = |token: &Token| token.kind == Kind::Mark;
        let from = self.tokens[..at]
            .iter()
            .rposition(is_mark)
            .map_or(0, |mark| mark + 1);
        let Some(last) = at.checked_sub(1).filter(|last| *last >= from) else {
            return false;
        };
        let part = Span::new(self.tokens[from].span.start, self.tokens[last].span.end);
        self.scene
            .holds(part, |lexeme| lexeme.links(&[predicates::Role::Rank]))
    }

    /// Whether a token is a Chinese figure: 一 in 一、二、三产.
    fn is_ordinal(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| token.kind == Kind::Number && token.span.len() == '一'.len_utf8())
    }

    /// 再获丰收、产量: whether what stands before the mark of a list is told of what its last part measures.
    fn is_told(&self, at: usize) -> bool {
        let told = &self.tokens[at - 2];
        self.is_other(at)
            || self.word(self.end - 1).ends_with(MEASURES)
                && !self.word(at - 2).ends_with(MEASURES)
                && told.pos == Pos::Verb
                && (self.entry(at - 1, |lexeme| lexeme.noun.is_some())).is_none()
                && self.tokens[at].pos.is_nominal()
    }

    /// 龙头企业和产值: whether a measure alone ends a list of what is none.
    fn is_other(&self, at: usize) -> bool {
        at + 1 == self.end
            && self.tokens[at].pos.is_nominal()
            && self.word(at).ends_with(MEASURES)
            && !self.word(at - 2).ends_with(MEASURES)
    }

    /// 每万人口, 12345热线, 九年义务教育: a number that is no claim's belongs to a name; one at its head
    /// (三次产业) only where a noun stands before it.
    pub(super) fn number(&self, at: usize) -> Step {
        if self.role(at - 1) == Some(Role::Each) {
            return Step::Take(at - 2);
        }
        match at < self.end {
            true => Step::Take(at - 1),
            false => Step::Stop,
        }
    }

    pub(super) fn grammar(&mut self, role: Role, at: usize) -> Step {
        let begun = at < self.end;
        match role {
            Role::Of if begun => {
                self.of = self.of.or(Some(at));
                Step::Take(at - 1)
            }
            Role::Joins if begun && self.is_part(at - 1) && !self.is_other(at) => {
                Step::Take(at - 1)
            }
            // 规模以上工业
            Role::Over | Role::Under if begun && self.is_noun(at - 1) => Step::Take(at - 1),
            Role::Each if begun => Step::Take(at - 1),
            // 设施中, 煤炭、石油等: a single character behind them names nothing.
            Role::Within | Role::Others if begun && self.length(at, self.end) < 2 => {
                Step::Take(at - 1)
            }
            _ => Step::Stop,
        }
    }

    /// What a verb of the table does before the name.
    pub(super) fn verb(&mut self, at: usize) -> Option<Step> {
        let (from, lexeme) = self.entry(at, |lexeme| lexeme.verb.is_some())?;
        let verb = lexeme.verb?;
        let tail = self.length(at, self.end);
        // 安置房: one character behind it is no name, but for what 新打井 makes.
        if tail == 0 || tail < 2 && lexeme.word.len() >= 6 && !lexeme.word.starts_with('新') {
            return Some(Step::Take(from));
        }
        let rest = Span::new(
            self.tokens[from].span.start,
            self.tokens[self.end - 1].span.end,
        );
        // 开工率, 落地率、开工率, 办结率和满意度
        let ends_part = at + 1 == self.end
            || self.word(at + 1) == "、"
            || self.role(at + 2) == Some(Role::Joins);
        let of_name = self.heads_name(rest, lexeme)
            || is_suffix(self.word(at)) && ends_part
            || makes_attribute(self.word(at));
        if self.is_new(from) {
            return Some(Step::Object(from - 1, Verb::Make));
        }
        if let Some(start) = self.bracketed(from) {
            return Some(Step::Object(start, verb));
        }
        let joined = self.role(from) == Some(Role::Joins) && self.is_noun(from - 1);
        let has_owner = self.is_noun(from) || joined;
        // 推广种植: two verbs; not 行业创造增加值, whose last word is a noun.
        let is_act = self.tokens[self.end - 1].pos != Pos::Noun
            && self
                .entry(self.end, |lexeme| lexeme.verb.is_some())
                .is_some_and(|(from, _)| from <= at);
        // 拥有单项冠军31个; but 入驻企业20家, 每万人拥有车辆.
        let each =
            |word: &Lexeme| word.grammar.is_some() || word.links(&[predicates::Role::Adverb]);
        let holds = lexeme.links(&[predicates::Role::Holds]) && self.entry(from, each).is_none();
        let is_state = verb == Verb::Be && !lexeme.leads && (has_owner || !holds);
        if of_name || is_state || (is_act || self.of.is_some()) && has_owner {
            return Some(Step::Take(from));
        }
        // 重点项目完成年度投资, 项目获银行授信: such a verb is no part of a name.
        let is_part = self.kind == UnitKind::Of(Units::Percent);
        if has_owner && !is_part && (lexeme.acts_alone || lexeme.links(&[predicates::Role::Equals]))
        {
            return Some(Step::Object(from, verb));
        }
        if !has_owner {
            let takes_rate = self.is_rate() && verb == Verb::Make && !lexeme.leads;
            return Some(if takes_rate {
                Step::Take(from)
            } else {
                Step::Object(from, verb)
            });
        }
        if self.may_cut(lexeme) {
            self.cut = self.cut.or(Some((at, verb)));
        }
        Some(Step::Take(from))
    }

    /// 城镇新增就业, 饮水保障工程: whether a name may begin behind a verb inside it, where another verb has it as its object.
    fn may_cut(&self, verb: &Lexeme) -> bool {
        let is_new = verb.word.starts_with('新');
        // 污水集中处理率: the name of a rate does not begin within it.
        let rates = |lexeme: &Lexeme| lexeme.amount == Some(Amount::Rate);
        let is_measured = self.is_rate()
            && (self.word(self.end - 1).ends_with(MEASURES)
                || self.entry(self.end, rates).is_some());
        let cuts = verb.word.len() >= 6 && !is_measured;
        let stays = is_name_tail(verb) && verb.noun != Some(Place::Last);
        !stays && (cuts || is_new)
    }

    /// 新（改）建: where a verb begins of which a part stands in brackets.
    pub(super) fn bracketed(&self, from: usize) -> Option<usize> {
        let start = (self
            .opening(from.max(1))
            .filter(|_| self.word(from.max(1) - 1) == "）"))?;
        let start = start.checked_sub(1)?;
        "新改".contains(self.word(start)).then_some(start)
    }

    /// Whether a stretch that begins with a verb begins with a name: 生产总值, 建设用地, 处理能力.
    pub(super) fn heads_name(&self, rest: Span, verb: &Lexeme) -> bool {
        let heads = |lexeme: &Lexeme| {
            matches!(lexeme.noun, Some(Place::Head | Place::Both))
                && lexeme.word.len() >= verb.word.len()
        };
        self.scene.starting(rest, heads).is_some()
            || verb.verb == Some(Verb::Make) && verb.word.len() >= 6 && {
                let behind = Span::new(rest.start + verb.word.len(), rest.end);
                let makes = |lexeme: &Lexeme| lexeme.noun == Some(Place::Behind);
                (self.scene.starting(behind, makes))
                    .is_some_and(|lexeme| lexeme.word.len() == behind.len())
            }
    }

    /// What a word without a role in grammar or as a verb does.
    pub(super) fn other(&mut self, pos: Pos, at: usize) -> Step {
        let begun = at < self.end;
        let take = Step::Take(at - 1);
        let is_short = self.word(at - 1).len() <= '字'.len_utf8();
        if let Some((from, lexeme)) = self.entry(at, |lexeme| lexeme.leads || lexeme.alone) {
            // 中央财政累计支出
            let inside =
                self.is_noun(from) && (pos == Pos::Position || self.length(at, self.end) < 4);
            return if !lexeme.leads || !begun || inside || is_suffix(self.word(at)) {
                Step::Take(from)
            } else {
                Step::Stop
            };
        }
        let is = |fits: fn(&Lexeme) -> bool| self.entry(at, fits).is_some();
        match pos {
            // 增长面
            _ if at + 1 == self.end && is_suffix(self.word(at)) => take,
            // 岚溪有野生动物172种
            _ if begun
                && at > 1
                && (self.tokens[at - 2].pos.is_nominal()
                    || self.role(at - 1) == Some(Role::Of))
                && is(|lexeme| lexeme.links(&[predicates::Role::Holds])) =>
            {
                Step::Stop
            }
            _ if !is_short && is(links) => Step::Stop,
            _ if !begun => take,
            Pos::Preposition | Pos::Conjunction | Pos::Particle | Pos::Pronoun if is_short => {
                Step::Stop
            }
            Pos::Adverb if is(|lexeme| lexeme.opens.is_some()) => Step::Stop,
            Pos::Verb | Pos::VerbNoun if begun && self.is_new(at - 1) => {
                Step::Object(at - 2, Verb::Make)
            }
            Pos::Verb if begun && self.takes_object(at) => Step::Object(at - 1, Verb::Make),
            _ => take,
        }
    }

    /// 新引育, 新投产: 新 before a verb.
    pub(super) fn is_new(&self, at: usize) -> bool {
        at > 0 && self.word(at - 1) == "新" && self.is_edge(at - 1)
    }

    /// 招引项目5个: a verb that no table knows takes the noun behind it, but for the name of a measure.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        let counts = matches!(
            self.kind,
            UnitKind::Of(Units::Classifier | Units::People | Units::Household)
        );
        // 收治发热患者: so does one before a verb that describes the noun.
        let behind = self.tokens.get(at + 1).filter(|_| at + 1 < self.end);
        let next = &self.tokens[at];
        let describes = next.pos.is_nominal()
            || next.pos == Pos::Adjective
            || self.word(at) == "“"
            || next.pos == Pos::Verb
                && self.role(at - 1) != Some(Role::Joins)
                && self.entry(at + 1, |lexeme| lexeme.verb.is_some()).is_none()
                && behind.is_some_and(|behind| behind.pos == Pos::Noun);
        // 实施应用技术项目: a verb before it has both.
        let governing = self.entry(at - 1, |lexeme| lexeme.verb.is_some());
        !self.linked
            && counts
            && describes
            && governing.is_none()
            && (self.is_edge(at - 1) || self.is_behind_place(at - 1))
            && self.word(at - 1).chars().count() >= 2
            && self.length(at, self.end) >= 2
            && !self.word(self.end - 1).ends_with(MEASURES)
    }

    /// 在全省运动会摘得奖牌: whether the words before a place say where something is done, with no verb among them.
    fn is_behind_place(&self, at: usize) -> bool {
        let mut before = self.tokens[..at].iter().rev();
        let opens = before.find(|token| {
            token.kind == Kind::Number || matches!(token.pos, Pos::Verb | Pos::Preposition)
        });
        opens.is_some_and(|token| token.pos == Pos::Preposition)
    }
}
