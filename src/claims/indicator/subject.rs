//! The subject before a number or its link: a noun phrase of whole words, read backwards from its head.

use crate::claims::mention::UnitKind;
use crate::claims::scene::Scene;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates;
use crate::lexicon::units::Kind as Units;
use crate::lexicon::verb_nouns::Place;
use crate::lexicon::verbs::Verb;
use crate::model::Span;
use crate::reading::{Kind, Pos, Token};

use super::measure_noun::{MEASURES, is_suffix};

/// The most characters of a name that a verb or 的 may stand in.
const LONG: usize = 12;
/// The most characters before 新增 inside a usual name: 城镇新增就业.
const OWNER: usize = 8;

/// A subject and the verb before or behind it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Subject {
    /// The name; empty where there is none.
    pub(super) name: Span,
    /// What the verb does that has it as its object, or follows it.
    pub(super) verb: Option<Verb>,
    /// The name before a verb that the number follows directly: 棚户区改造 in 棚户区改造开工2140套.
    pub(super) before_verb: Option<Span>,
    /// Whether there is nothing but a word that is no name alone: 总数.
    pub(super) alone: bool,
}

/// The subject at the end of a stretch before a number of a `kind`, `linked` to it by other words or not.
pub(super) fn subject(scene: &Scene, stretch: Span, linked: bool, kind: UnitKind) -> Subject {
    let mut walk = Walk::new(scene, stretch, linked, kind);
    if !linked && let Some(behind) = walk.verb_at_end() {
        return behind;
    }
    let start = walk.start();
    walk.front_verb(start);
    let start = walk.within_length(start);
    walk.named(start)
}

/// The list at the end of a stretch that is shared out among numbers, however long.
pub(super) fn list(scene: &Scene, stretch: Span, kind: UnitKind) -> Span {
    let mut walk = Walk::new(scene, stretch, true, kind);
    let start = walk.start();
    walk.named(start).name
}

/// The words of a stretch while they are read from their end.
struct Walk<'s, 'a> {
    scene: &'s Scene<'a>,
    tokens: &'s [Token],
    linked: bool,
    kind: UnitKind,
    /// The place behind the name's last token.
    end: usize,
    verb: Option<Verb>,
    /// Whether what that verb has as its object acts itself: 支持企业参加展会.
    is_pivot: bool,
    /// The place behind the nearest verb with something before it, and what it does: a long name begins there.
    cut: Option<(usize, Verb)>,
    /// The place behind the last 的.
    of: Option<usize>,
}

/// What a token before the name is.
enum Step {
    /// Part of it, from this place on.
    Take(usize),
    /// A verb, from this place on, that has the name as its object.
    Object(usize, Verb),
    /// No part of it.
    Stop,
}

impl<'s, 'a> Walk<'s, 'a> {
    fn new(scene: &'s Scene<'a>, stretch: Span, linked: bool, kind: UnitKind) -> Self {
        let mut walk = Self {
            scene,
            tokens: scene.reading.tokens_in(stretch),
            linked,
            kind,
            end: 0,
            verb: None,
            is_pivot: false,
            cut: None,
            of: None,
        };
        walk.end = walk.trimmed_end();
        walk
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.scene.text))
    }

    /// The characters between two places.
    fn length(&self, from: usize, to: usize) -> usize {
        self.tokens[from..to.max(from)]
            .iter()
            .map(|token| token.span.of(self.scene.text).chars().count())
            .sum()
    }

    /// The longest entry that ends before a place and fits, and where it begins.
    fn entry(&self, at: usize, fits: impl Fn(&Lexeme) -> bool) -> Option<(usize, &'static Lexeme)> {
        let end = self.tokens.get(at.checked_sub(1)?)?.span.end;
        let first = self.tokens.first()?.span.start;
        let hit = (self.scene.reading.hits.ending(end))
            .find(|hit| hit.span.start >= first && fits(hit.lexeme))?;
        let from = self.tokens[..at].partition_point(|token| token.span.start < hit.span.start);
        Some((from, hit.lexeme))
    }

    /// What the token before a place does in grammar.
    fn role(&self, at: usize) -> Option<Role> {
        self.entry(at, |lexeme| lexeme.grammar.is_some())
            .and_then(|(_, lexeme)| lexeme.grammar)
    }

    /// Whether what can be part of a noun stands before a place. Tags err: a longer word that no table knows
    /// as a verb or as a word of grammar is one.
    fn is_noun(&self, at: usize) -> bool {
        let Some(token) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        let is_long = token.span.len() > '字'.len_utf8();
        let nominal = match token.pos {
            Pos::Verb | Pos::Pronoun | Pos::Number => is_long,
            Pos::Preposition | Pos::Conjunction | Pos::Particle | Pos::Adverb => false,
            _ => token.kind == Kind::Word,
        };
        let acts = |lexeme: &Lexeme| lexeme.leads || links(lexeme) || lexeme.grammar.is_some();
        // 工业投资 is a noun, 投资 alone may act.
        let verb = self.entry(at, |lexeme| lexeme.verb.is_some());
        let acts = |at| self.entry(at, acts).is_some();
        let is_name = verb.is_none_or(|(from, verb)| is_name_tail(verb) && self.is_noun(from));
        token.kind == Kind::Mark && self.opening(at).is_some_and(|open| open > 0)
            || at > 1 && is_suffix(self.word(at - 1))
            || nominal && is_name && !acts(at)
    }

    /// Whether a part of a list ends at a place: a noun, or what is done with one (天然气储备).
    fn is_part(&self, at: usize) -> bool {
        let verb = self.entry(at, |lexeme| lexeme.verb.is_some());
        self.is_noun(at) || verb.is_some_and(|(from, _)| self.is_noun(from))
    }

    /// Whether the words before a place are none that a name goes on with: a mark, a lead, a verb.
    fn is_edge(&self, at: usize) -> bool {
        at == 0 || !self.is_noun(at) && !matches!(self.role(at), Some(Role::Over | Role::Under))
    }

    /// The place behind the last word that can end a name.
    fn trimmed_end(&self) -> usize {
        let mut end = self.tokens.len();
        while end > 0 {
            let is_mark =
                self.tokens[end - 1].kind == Kind::Mark && !"”》）)".contains(self.word(end - 1));
            if is_mark || matches!(self.role(end), Some(Role::Of | Role::Joins)) {
                end -= 1;
            } else if let Some((from, _)) =
                self.entry(end, |lexeme| links(lexeme) && lexeme.verb.is_none())
            {
                end = from;
            } else {
                break;
            }
        }
        end
    }

    /// A verb that the number follows directly, with what stands before it.
    fn verb_at_end(&self) -> Option<Subject> {
        let (from, lexeme) = self.entry(self.end, |lexeme| lexeme.verb.is_some())?;
        let verb = lexeme.verb.filter(|_| !is_name_tail(lexeme))?;
        let is_rate = matches!(
            self.kind,
            UnitKind::Of(Units::Percent | Units::Point | Units::Multiple)
        );
        if lexeme.word.len() < 6 && self.is_noun(from)
            || verb == Verb::Be
            || is_rate && verb == Verb::Make
        {
            return None;
        }
        let head = Span::new(
            self.tokens.first()?.span.start,
            self.tokens[from].span.start,
        );
        let before = subject(self.scene, head, true, self.kind);
        // 安排“三农”投入: so it has with a name between them.
        if before.verb == Some(Verb::Make) && !before.name.is_empty() && lexeme.word.len() >= 6 {
            return None;
        }
        Some(Subject {
            verb: Some(verb),
            before_verb: (before.name.of(self.scene.text).chars().count() >= 2)
                .then_some(before.name),
            ..Subject::default()
        })
    }

    /// The place where the name begins, as far as words tell.
    fn start(&mut self) -> usize {
        let mut at = self.unclosed().unwrap_or(self.end);
        loop {
            match self.step(at) {
                Step::Take(from) if from < at => at = from,
                Step::Object(from, verb) => {
                    self.verb = Some(verb);
                    self.governed(at);
                    self.governed(from);
                    return at;
                }
                _ if self.is_adverbial(at) => (at, self.end) = (at - 1, at - 1),
                _ => {
                    self.governed(at);
                    return at;
                }
            }
        }
    }

    /// 管网向城郊延伸51公里: whether a preposition stands before a place, and the words behind it end in a verb; the
    /// subject stands before them.
    fn is_adverbial(&self, at: usize) -> bool {
        let is_preposition = (at.checked_sub(1)).is_some_and(|before| {
            self.tokens[before].pos == Pos::Preposition && self.is_noun(before)
        });
        is_preposition && at + 1 < self.end && self.tokens[self.end - 1].pos == Pos::Verb
    }

    /// The place of “ in a name whose ” was passed on the way to it.
    fn unclosed(&self) -> Option<usize> {
        let text = self.scene.text;
        let is_closed =
            text[self.tokens.get(self.end.checked_sub(1)?)?.span.end..].starts_with('”');
        let open = (0..self.end)
            .rev()
            .find(|&at| "“”".contains(self.word(at)))?;
        (is_closed && self.word(open) == "“").then_some(open)
    }

    /// The verb that governs what stands behind a place, with adverbs, joints and other verbs between them:
    /// 新增和恢复, 争取各类. An increase decides.
    fn governed(&mut self, mut at: usize) {
        loop {
            let passes = |lexeme: &Lexeme| {
                lexeme.verb.is_some() || lexeme.leads || lexeme.grammar == Some(Role::Joins)
            };
            let Some((from, lexeme)) = self.entry(at, passes) else {
                return;
            };
            self.is_pivot |= lexeme.pivot;
            self.verb = match (self.verb, lexeme.verb) {
                (Some(Verb::Up | Verb::Down), _) | (_, None | Some(Verb::Be)) => self.verb,
                (None, verb) => verb,
                (_, Some(verb @ (Verb::Up | Verb::Down))) => Some(verb),
                (verb, _) => verb,
            };
            at = from;
        }
    }

    fn step(&mut self, at: usize) -> Step {
        let Some(token) = at.checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return Step::Stop;
        };
        match token.kind {
            Kind::Time => Step::Stop,
            Kind::Mark => self.mark(at),
            Kind::Number => self.number(at),
            Kind::Word if self.is_half(at) => Step::Take(at - 1),
            Kind::Word => match self.role(at) {
                Some(role) => self.grammar(role, at),
                None => self.verb(at).unwrap_or_else(|| self.other(token.pos, at)),
            },
        }
    }

    /// Whether a single character makes a word with the one behind it that no dictionary knows: 并|网, 在|园.
    fn is_half(&self, at: usize) -> bool {
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

    /// Where the mark of a pair opens that closes before a place.
    fn opening(&self, at: usize) -> Option<usize> {
        let open = match self.word(at - 1) {
            "”" => "“",
            "》" => "《",
            "）" => "（",
            ")" => "(",
            _ => return None,
        };
        (0..at - 1).rev().find(|&place| self.word(place) == open)
    }

    fn mark(&mut self, at: usize) -> Step {
        if let Some(open) = self.opening(at) {
            return Step::Take(open);
        }
        match self.word(at - 1) {
            // 小麦、玉米
            "、" if at < self.end && self.is_part(at - 1) => Step::Take(at - 1),
            "·" | "-" | "—" | "." | "&" | "/" | "+" | "－" if at < self.end => {
                Step::Take(at - 1)
            }
            _ => Step::Stop,
        }
    }

    /// 每万人口, 12345热线, 九年义务教育: a number that is no claim's belongs to a name; one at its head
    /// (三次产业) only where a noun stands before it.
    fn number(&self, at: usize) -> Step {
        if self.role(at - 1) == Some(Role::Each) {
            return Step::Take(at - 2);
        }
        match at < self.end {
            true => Step::Take(at - 1),
            false => Step::Stop,
        }
    }

    fn grammar(&mut self, role: Role, at: usize) -> Step {
        let begun = at < self.end;
        match role {
            Role::Of if begun => {
                self.of = self.of.or(Some(at));
                Step::Take(at - 1)
            }
            Role::Joins if begun && self.is_part(at - 1) => Step::Take(at - 1),
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
    fn verb(&mut self, at: usize) -> Option<Step> {
        let (from, lexeme) = self.entry(at, |lexeme| lexeme.verb.is_some())?;
        let verb = lexeme.verb?;
        let tail = self.length(at, self.end);
        if tail == 0 {
            return Some(Step::Take(from));
        }
        let rest = Span::new(
            self.tokens[from].span.start,
            self.tokens[self.end - 1].span.end,
        );
        let of_name =
            self.heads_name(rest, lexeme) || is_suffix(self.word(at)) && at + 1 == self.end;
        if self.is_new(from) {
            return Some(Step::Object(from - 1, Verb::Make));
        }
        let joined = self.role(from) == Some(Role::Joins) && self.is_noun(from - 1);
        let has_owner = self.is_noun(from) || joined;
        // 推广种植: two verbs and no noun.
        let is_act = self
            .entry(self.end, |lexeme| lexeme.verb.is_some())
            .is_some_and(|(from, _)| from <= at);
        let is_state = verb == Verb::Be && !lexeme.leads;
        if of_name || is_state || (is_act || self.of.is_some()) && has_owner {
            return Some(Step::Take(from));
        }
        let is_rate = matches!(
            self.kind,
            UnitKind::Of(Units::Percent | Units::Point | Units::Multiple)
        );
        if !has_owner {
            let takes_rate = is_rate && verb == Verb::Make && !lexeme.leads;
            return Some(if takes_rate {
                Step::Take(from)
            } else {
                Step::Object(from, verb)
            });
        }
        // 城镇新增就业, 饮水保障工程: so may a name be made, where another verb has it as its object.
        let is_new = lexeme.word.starts_with('新');
        if !is_name_tail(lexeme) && (lexeme.word.len() >= 6 && tail >= 2 || is_new) {
            self.cut = self.cut.or(Some((at, verb)));
        }
        Some(Step::Take(from))
    }

    /// Whether a stretch that begins with a verb begins with a name: 生产总值, 建设用地, 处理能力.
    fn heads_name(&self, rest: Span, verb: &Lexeme) -> bool {
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
    fn other(&mut self, pos: Pos, at: usize) -> Step {
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

    /// The verb at the head of the stretch, where none beside the name was read: 提升打造A、B等项目.
    fn front_verb(&mut self, start: usize) {
        let Some(first) = self
            .tokens
            .first()
            .filter(|_| self.verb.is_none() && start > 0)
        else {
            return;
        };
        let mut rest = Span::new(first.span.start, self.tokens[start - 1].span.end);
        while let Some(lead) = self.scene.starting(rest, |lexeme| {
            lexeme.leads || lexeme.predicate == Some(predicates::Role::Adverb)
        }) {
            rest.start += lead.word.len();
        }
        let acts = |lexeme: &Lexeme| lexeme.verb.is_some_and(|verb| verb != Verb::Be);
        self.verb = (self.scene.starting(rest, acts))
            .filter(|lexeme| !self.heads_name(rest, lexeme))
            .and_then(|lexeme| lexeme.verb);
    }

    /// 新引育, 新投产: 新 before a verb.
    fn is_new(&self, at: usize) -> bool {
        at > 0 && self.word(at - 1) == "新" && self.is_edge(at - 1)
    }

    /// 招引项目5个: a verb that no table knows takes the noun behind it, but for the name of a measure.
    fn takes_object(&self, at: usize) -> bool {
        let counts = matches!(
            self.kind,
            UnitKind::Of(Units::Classifier | Units::People | Units::Household)
        );
        let next = &self.tokens[at];
        let describes = next.pos.is_nominal() || next.pos == Pos::Adjective || self.word(at) == "“";
        // 实施应用技术项目: a verb before it has both.
        let governing = self.entry(at - 1, |lexeme| lexeme.verb.is_some());
        !self.linked
            && counts
            && describes
            && governing.is_none()
            && self.is_edge(at - 1)
            && self.word(at - 1).chars().count() >= 2
            && self.length(at, self.end) >= 2
            && !self.word(self.end - 1).ends_with(MEASURES)
    }

    /// The beginning of a name that is too long as it was read: behind the last 的, or behind a verb inside it.
    fn within_length(&mut self, start: usize) -> usize {
        if let Some((at, verb)) = self.cut {
            let most = if self.verb.is_some() && !self.linked {
                2 * LONG
            } else {
                LONG
            };
            let is_usual = verb == Verb::Up && self.length(start, at) <= OWNER + 2;
            let is_governed = self.verb.is_some() && !self.is_pivot;
            let divides = !is_governed && !self.linked && !is_usual;
            if divides || self.length(start, self.end) > most {
                self.verb = Some(verb);
                return at;
            }
            self.verb = self
                .verb
                .or(Some(verb).filter(|_| is_usual && !self.linked));
        }
        match self.of {
            Some(of) if self.length(start, self.end) > LONG && self.length(of, self.end) >= 3 => of,
            _ => start,
        }
    }

    /// The name from a place on.
    fn named(&self, mut start: usize) -> Subject {
        let begins = |at: usize| {
            let token = &self.tokens[at];
            token.kind != Kind::Mark
                && !matches!(
                    self.role(at + 1),
                    Some(Role::Of | Role::Joins | Role::Others)
                )
                || "“《（".contains(self.word(at))
        };
        while start < self.end && !begins(start) {
            start += 1;
        }
        // （四）逮捕: a bracket at the head is no part of it.
        if start < self.end && self.word(start) == "（" {
            let close = (start..self.end - 1).find(|&at| self.word(at) == "）");
            start = close.map_or(start, |close| close + 1);
        }
        let mut end = self.end;
        // 新建铁路投入运营: a verb at the end, where one at the head was taken off.
        if self.verb.is_some()
            && let Some((from, lexeme)) = self.entry(end, |lexeme| lexeme.verb == Some(Verb::Make))
            && lexeme.word.len() >= 6
            && !is_name_tail(lexeme)
            && self.length(start, from) >= 2
        {
            end = from;
        }
        if start >= end {
            return Subject {
                verb: self.verb,
                ..Subject::default()
            };
        }
        let mut name = Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end);
        // The mark that closes a name was passed on the way to it.
        let text = self.scene.text;
        if name.of(text).rfind('“') > name.of(text).rfind('”') && text[name.end..].starts_with('”')
        {
            name.end += '”'.len_utf8();
        }
        let counts = |token: &Token| token.kind != Kind::Word || token.pos == Pos::Classifier;
        let is_number = self.tokens[start].kind != Kind::Word
            && self.word(start) != "“"
            && self.tokens[start..end].iter().all(counts);
        let alone = (self.scene.starting(name, |lexeme| lexeme.alone))
            .is_some_and(|lexeme| lexeme.word.len() == name.len());
        if alone || is_number {
            return Subject {
                verb: self.verb,
                alone: alone && name.len() >= 6,
                ..Subject::default()
            };
        }
        Subject {
            name,
            verb: self.verb,
            ..Subject::default()
        }
    }
}

/// Whether a verb may end a name: 固定资产投资, 社会融资.
fn is_name_tail(verb: &Lexeme) -> bool {
    matches!(verb.noun, Some(Place::Tail | Place::Both))
}

/// Whether a word links a number, and is none that names may hold: 国内, 重要, 比重.
pub(super) fn links(lexeme: &Lexeme) -> bool {
    use predicates::Role as Link;
    lexeme.predicate.is_some_and(|role| {
        !matches!(
            role,
            Link::Stop
                | Link::Place
                | Link::Proportion
                | Link::ShareNoun
                | Link::Rate
                | Link::RateDown
        )
    })
}
