//! Noun phrases over tokens: 示范村 behind 50个, its head, what describes it, its list.

use super::document::Reading;
use super::pos::Pos;
use super::token::{Kind, Token};
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::Compares;
use crate::lexicon::verb_nouns::Place;
use crate::lexicon::verbs::Verb;
use crate::model::Span;

/// The most tokens that may describe a noun before 的.
const LONGEST_ATTRIBUTE: usize = 16;

impl Reading<'_> {
    /// The noun phrase at the head of `stretch`, as it stands behind a number: bounds (以上), 的 and what
    /// describes the noun left out (引领行业发展的示范工厂), a list whole (独角兽、瞪羚企业), up to the first
    /// verb, mark or adverb. Where a verb before the number has the noun as its `object` (确定10个文化建设
    /// 示范单位) no other verb need follow, and those inside belong to the noun.
    pub fn noun_at(&self, stretch: Span, object: bool) -> Option<Span> {
        let phrase = Phrase {
            reading: self,
            object,
            tokens: self.tokens_in(stretch),
        };
        let mut at = phrase.behind_bounds(0);
        for _ in 0..3 {
            match phrase.behind_attribute(at) {
                Some(head) => at = head,
                None => break,
            }
        }
        phrase.list(at).map(|(span, _)| span)
    }

    /// What the longest entry on the word at `span`, from its beginning, is.
    pub(crate) fn entry(&self, span: Span, fits: impl Fn(&Lexeme) -> bool) -> bool {
        (self.hits.starting(span.start)).any(|hit| hit.span.end >= span.end && fits(hit.lexeme))
    }
}

/// The tokens of a stretch that holds a noun phrase.
struct Phrase<'r> {
    reading: &'r Reading<'r>,
    tokens: &'r [Token],
    /// Whether a verb before them has the noun as its object.
    object: bool,
}

/// Tokens that a noun can be made of.
fn is_nominal(token: &Token) -> bool {
    token.kind == Kind::Word
        && (token.pos.is_nominal() || matches!(token.pos, Pos::Other | Pos::Time))
}

impl Phrase<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.reading.text))
    }

    fn role(&self, at: usize) -> Option<Role> {
        let token = self.tokens.get(at)?;
        (self.reading.hits.starting(token.span.start))
            .find(|hit| hit.span.end == token.span.end)
            .and_then(|hit| hit.lexeme.grammar)
    }

    /// Whether a noun, or what describes one, stands at a place.
    fn begins_noun(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            is_nominal(token)
                || token.pos == Pos::Adjective
                || matches!(self.word(at), "“" | "《" | "「")
        })
    }

    fn is_joint(&self, at: usize) -> bool {
        self.word(at) == "、" || self.role(at) == Some(Role::Joins)
    }

    /// The place behind 以上, 左右, 的.
    fn behind_bounds(&self, mut at: usize) -> usize {
        while matches!(
            self.role(at),
            Some(Role::Over | Role::Under | Role::About | Role::Of)
        ) {
            at += 1;
        }
        at
    }

    /// The place of the head behind 的, where what stands before describes it: 引领行业发展的示范工厂,
    /// 情节严重的案件, 投资10亿元以上的项目; 群众的 in 群众的饮水 is a noun of its own.
    fn behind_attribute(&self, at: usize) -> Option<usize> {
        let from = if self.word(at) == "、" { at + 1 } else { at };
        let first = self.tokens.get(from)?;
        let mut depth = 0;
        for place in from..self.tokens.len().min(from + LONGEST_ATTRIBUTE) {
            match self.word(place) {
                "“" | "（" | "(" | "《" => depth += 1,
                "”" | "）" | ")" | "》" => depth -= 1,
                "、" => {}
                _ if self.tokens[place].kind == Kind::Mark && depth == 0 => return None,
                _ => {}
            }
            if depth > 0 || self.role(place) != Some(Role::Of) || place == from {
                continue;
            }
            let is_verb = (self.tokens.get(place + 1)).is_some_and(|next| next.pos == Pos::Verb);
            if !self.begins_noun(place + 1 + usize::from(is_verb)) {
                return None;
            }
            let described = &self.tokens[from..place];
            let acts = matches!(
                first.pos,
                Pos::Verb | Pos::Adverb | Pos::Preposition | Pos::Adjective
            );
            let is_number = |token: &Token| token.kind == Kind::Number;
            let is_bound = matches!(
                self.role(place - 1),
                Some(Role::Over | Role::Under | Role::About)
            );
            // 总投资18亿元的项目; 的码头、12亿元的机场 are two nouns.
            let is_sum = self.tokens[place - 1].pos == Pos::Classifier
                && is_number(&self.tokens[place - 2])
                && !(from..place).any(|at| self.is_joint(at));
            let is_size = is_sum || is_bound && described.iter().any(is_number);
            let is_state = described.iter().skip(1).enumerate().any(|(before, token)| {
                token.pos == Pos::Adjective && {
                    let behind = from + before + 2;
                    self.word(behind) == "、" || self.role(behind) == Some(Role::Of)
                }
            });
            let opens = from > at && described.iter().any(is_number);
            return (acts && from == at || is_size || is_state || opens).then_some(place + 1);
        }
        None
    }

    /// The noun at a place and the nouns that a list adds; with the place behind it.
    fn list(&self, at: usize) -> Option<(Span, usize)> {
        let (mut span, mut next) = self.noun(at)?;
        while self.is_joint(next) {
            let Some((item, behind)) = self.noun(next + 1).filter(|_| self.joins(next + 1)) else {
                break;
            };
            // 村庄、职工68万人: what has a number of its own is no part of the list.
            let counted = self.tokens[behind..]
                .iter()
                .take_while(|token| token.kind != Kind::Mark)
                .any(|token| token.kind == Kind::Number);
            if counted {
                break;
            }
            span.end = item.end;
            next = behind;
        }
        Some((span, next))
    }

    /// Whether an item of a list may begin at a place: no verb that acts (村庄、新建学校).
    fn joins(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.kind != Kind::Number
                && (token.pos != Pos::Verb || self.object && self.begins_noun(at + 1))
                && !(matches!(token.pos, Pos::Verb | Pos::VerbNoun | Pos::Phrase)
                    && self.reading.entry(token.span, |entry| entry.verb.is_some()))
        })
    }

    /// The noun at a place without a list; with the place behind it.
    fn noun(&self, at: usize) -> Option<(Span, usize)> {
        let (mut start, mut place) = (at, at);
        let mut end = None;
        while let Some(token) = self.tokens.get(place) {
            match self.step(token, place, end.is_some(), place > start) {
                Step::Take(next) => {
                    place = next;
                    end = Some(next);
                }
                Step::Pass(next) => place = next,
                Step::Restart(next) => (start, place, end) = (next, next, None),
                Step::Stop => break,
            }
        }
        // 2万名选手参赛: a verb that no table knows is a noun behind a number.
        let alone = || {
            let first = self.tokens.get(start)?;
            let acts = |entry: &Lexeme| entry.verb.is_some() || entry.predicate.is_some();
            let is_noun = first.pos == Pos::Verb
                && first.span.len() > 3
                && !self.reading.entry(first.span, acts);
            (is_noun && place > start).then_some(start + 1)
        };
        let mut end = end.or_else(alone)?;
        // 重点项目建设, 村庄规划编制: what is done with them is no part of their name, but for what is done
        // together (适老化改造).
        while end > start + 1
            && is_nominal(&self.tokens[end - 2])
            && self.tokens[end - 2].pos != Pos::VerbNoun
            && matches!(self.tokens[end - 1].pos, Pos::Verb | Pos::VerbNoun)
            && (self.reading).entry(self.tokens[end - 1].span, |entry| {
                entry.verb == Some(Verb::Make)
            })
        {
            end -= 1;
        }
        let span = Span::new(self.tokens[start].span.start, self.tokens[end - 1].span.end);
        Some((span, end))
    }

    /// What a token does in a noun, of which something stands before it or not.
    fn step(&self, token: &Token, at: usize, begun: bool, opened: bool) -> Step {
        match token.kind {
            Kind::Time => Step::Stop,
            Kind::Number => self.size(at, begun),
            Kind::Mark => self.mark(at, begun, opened),
            Kind::Word => match self.role(at) {
                Some(Role::Others) if begun && self.begins_noun(at + 1) => Step::Pass(at + 1),
                Some(Role::Over | Role::Under) if opened && self.begins_noun(at + 1) => {
                    Step::Pass(at + 1)
                }
                Some(_) => Step::Stop,
                None => self.word_step(token, at, begun, opened),
            },
        }
    }

    fn word_step(&self, token: &Token, at: usize, begun: bool, opened: bool) -> Step {
        let goes_on = self.begins_noun(at + 1);
        let ends = |entry: &Lexeme| entry.ends_noun;
        let names = |entry: &Lexeme| {
            entry.noun.is_some_and(|place| place != Place::Behind)
                && entry.word.len() > token.span.len()
        };
        let is_name = (self.reading.hits.starting(token.span.start)).any(|hit| names(hit.lexeme));
        let is_verb = matches!(token.pos, Pos::Verb | Pos::VerbNoun);
        let inside =
            is_name || is_verb && goes_on && (self.object || token.pos == Pos::VerbNoun && !begun);
        let opens_noun = !opened && goes_on && token.pos == Pos::Noun;
        if !inside && !opens_noun && self.reading.entry(token.span, ends)
            || begun
                && self.reading.entry(token.span, |entry| entry.leads)
                && !self.is_plan(token, at)
            || begun
                && token.pos == Pos::Phrase
                && self.reading.entry(token.span, |entry| entry.verb.is_some())
        {
            return Step::Stop;
        }
        match token.pos {
            // 净化厂, 救援站, 打卡点: a character that ends a name, whatever its tag.
            Pos::Adjective | Pos::Verb | Pos::Number if begun && self.ends_name(token, at) => {
                Step::Take(at + 1)
            }
            // 1260个村, 30个县: words that the dictionary has as describing ones.
            Pos::Adjective if !goes_on && !opened && token.span.len() == 3 => Step::Take(at + 1),
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
            Pos::Number => Step::Pass(at + 1),
            Pos::Verb if self.object && token.span.len() > 3 => Step::Take(at + 1),
            Pos::Adjective => Step::Pass(at + 1),
            Pos::Verb => {
                let acts = |entry: &Lexeme| entry.verb.is_some() || entry.predicate.is_some();
                // 国|考|断面: characters that make a word together.
                let is_part =
                    at > 0 && self.tokens[at - 1].span.len() == 3 && token.span.len() == 3;
                // 通 in 自然村通硬化路: a verb of one character has an object of its own; 入|湖 describes 排污口.
                let next = self.tokens.get(at + 1);
                let is_pair =
                    next.is_some_and(|next| next.span.len() == 3) && self.begins_noun(at + 2);
                let is_part = is_part
                    || self.object && (token.span.len() > 3 || is_pair)
                    || self.is_inside(token, at);
                if is_name || goes_on && (!begun || is_part) {
                    Step::Pass(at + 1)
                } else if !opened && token.span.len() > 3 && !self.reading.entry(token.span, acts) {
                    // 2万名选手: a verb that no table knows is a noun behind a number.
                    Step::Take(at + 1)
                } else {
                    Step::Stop
                }
            }
            Pos::Position if goes_on => Step::Pass(at + 1),
            Pos::Position if token.span.len() >= 6 => Step::Take(at + 1),
            Pos::Pronoun if goes_on && !begun => Step::Restart(at + 1),
            Pos::Adverb if goes_on && (!begun || self.object) => Step::Pass(at + 1),
            _ => Step::Stop,
        }
    }

    /// Whether a character that no table knows stands before a mark, or before a verb that one knows.
    fn ends_name(&self, token: &Token, at: usize) -> bool {
        let acts =
            |entry: &Lexeme| entry.verb.is_some() || entry.predicate.is_some() || entry.ends_noun;
        token.span.len() == 3
            && !self
                .reading
                .entry(token.span, |entry| acts(entry) || entry.alone)
            && (self.tokens.get(at + 1))
                .is_none_or(|next| next.kind == Kind::Mark || self.reading.entry(next.span, acts))
    }

    /// 科研计划稳步推进: whether a word that may lead is the head of a noun, as no verb follows it (企业计划投资).
    fn is_plan(&self, token: &Token, at: usize) -> bool {
        let acts = |next: &Token| matches!(next.pos, Pos::Verb | Pos::VerbNoun);
        (self.reading).entry(token.span, |entry| entry.compares == Some(Compares::Base))
            && !self.tokens.get(at + 1).is_some_and(acts)
    }

    /// Whether a verb inside a noun belongs to it: no table knows it, and another verb follows the noun
    /// behind it (智慧应用场景上线运行).
    fn is_inside(&self, token: &Token, at: usize) -> bool {
        let acts = |entry: &Lexeme| entry.verb.is_some() || entry.predicate.is_some();
        let behind = self.tokens[at + 1..]
            .iter()
            .find(|token| !is_nominal(token));
        // 引领|性, 参与|度: a character behind it makes a noun of it.
        let makes_noun = |next: &Token| is_nominal(next) && next.span.len() == 3;
        let follows = |token: &Token| token.pos == Pos::Verb || token.pos == Pos::Adverb;
        token.span.len() > 3
            && !self.reading.entry(token.span, acts)
            && (behind.is_some_and(follows) || self.tokens.get(at + 1).is_some_and(makes_noun))
    }

    /// 亿元以上 in 亿元以上重大项目, 三级 in 省市县三级重点项目.
    fn size(&self, at: usize, begun: bool) -> Step {
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
        if self
            .tokens
            .get(at + 1)
            .is_some_and(|unit| unit.pos == Pos::Classifier)
            && !begun
            && self.begins_noun(at + 2)
        {
            return Step::Restart(at + 2);
        }
        Step::Stop
    }

    fn mark(&self, at: usize, begun: bool, opened: bool) -> Step {
        let close = match self.word(at) {
            "“" => "”",
            "《" => "》",
            "「" => "」",
            "（" => "）",
            "(" => ")",
            "·" | "-" | "+" if begun => return Step::Pass(at + 1),
            _ => return Step::Stop,
        };
        let Some(end) = (at + 1..self.tokens.len()).find(|&place| self.word(place) == close) else {
            return Step::Stop;
        };
        match close {
            "）" | ")" if opened && (self.begins_noun(end + 1) || self.begins_noun(end + 2)) => {
                Step::Pass(end + 1)
            }
            "）" | ")" => Step::Stop,
            _ => Step::Take(end + 1),
        }
    }
}

/// How the walk over a noun goes on.
enum Step {
    /// The noun may end here; so far.
    Take(usize),
    /// Part of it, if a noun follows.
    Pass(usize),
    /// What stands before is no part of it.
    Restart(usize),
    /// It ended before.
    Stop,
}

#[cfg(test)]
mod tests {
    use crate::model::Span;
    use crate::reading::{Reading, for_tests};

    fn noun(behind: &str, object: bool) -> Option<String> {
        let text = format!("建成5个{behind}。");
        let layouts = crate::layout::lay_out(&text);
        let layout = layouts.documents.first()?;
        let outline = crate::outline::outline(&layout.text, &layout.blocks);
        let reading = Reading::new(layout, &outline, &for_tests());
        let from = layout.text.find("个")? + "个".len();
        reading
            .noun_at(Span::new(from, layout.text.len()), object)
            .map(|span| span.of(&layout.text).to_owned())
    }

    #[test]
    fn a_noun_is_told_by_its_words() {
        for (behind, expected) in [
            ("示范村，", "示范村"),
            ("重点项目开工建设", "重点项目"),
            ("的文化广场", "文化广场"),
            ("以上企业", "企业"),
            ("贫困村如期退出", "贫困村"),
            ("以上独角兽、瞪羚企业", "独角兽、瞪羚企业"),
            ("以上引领行业发展的示范工厂", "示范工厂"),
            ("情节严重、影响恶劣的侵权案件挂牌督办", "侵权案件"),
            ("亿元以上重大项目", "重大项目"),
            ("左右行业（产品）电商平台", "行业（产品）电商平台"),
            ("投资10亿元以上的项目", "项目"),
            ("“专精特新”企业", "“专精特新”企业"),
            ("村庄、职工68万人", "村庄"),
            ("项目获批", "项目"),
            ("重大水利计划稳步推进", "重大水利计划"),
            ("企业计划投资", "企业"),
            ("创新性引领性重大平台", "创新性引领性重大平台"),
            ("总投资25亿元的物流项目", "物流项目"),
            ("新村改造建设，", "新村"),
            ("车间投入使用", "车间"),
        ] {
            assert_eq!(noun(behind, false).as_deref(), Some(expected), "{behind}");
        }
        for none in ["，", "、新建学校2所", "以上"] {
            assert_eq!(noun(none, false), None, "{none}");
        }
    }

    #[test]
    fn an_object_is_read_on_to_its_head() {
        for (behind, expected) in [
            ("老年助餐点，", "老年助餐点"),
            ("护林防火检查站，", "护林防火检查站"),
            ("土壤污染防治项目，", "土壤污染防治项目"),
            ("露营打卡点，", "露营打卡点"),
            ("河道入海口，", "河道入海口"),
            ("山村送水车队，", "山村送水车队"),
            ("山村通柏油路，", "山村"),
            ("重点河道治理，", "重点河道"),
            ("老人家庭适老化改造，", "老人家庭适老化改造"),
        ] {
            assert_eq!(noun(behind, true).as_deref(), Some(expected), "{behind}");
        }
    }
}
