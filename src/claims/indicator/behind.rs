//! The noun behind a number: 示范村 in 50个示范村建成投用.

use super::list::is_joint;
use crate::claims::around::Around;
use crate::claims::mention::{Mention, UnitKind};
use crate::claims::scene::Scene;
use crate::lexicon::Lexeme;
use crate::lexicon::grammar::Role;
use crate::lexicon::predicates::Role as Links;
use crate::lexicon::units::Kind;
use crate::lexicon::verbs::Verb;
use crate::model::Span;
use crate::reading::{self, Pos, Token};
use crate::text::is_han;

/// What stands behind a number, and how it is joined to what stands before.
pub(super) struct Behind {
    /// From the number to the clause's end.
    stretch: Span,
    /// Whether the unit counts things or people.
    pub(super) counts: bool,
    /// Whether the number is an amount, and no part or rate.
    pub(super) is_amount: bool,
    /// What kind of unit it has.
    kind: UnitKind,
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
        // 、超150亿元销售额: a bound stands between the mark and the number.
        let bounds = scene.ending(around.left, |lexeme| {
            lexeme.links(&[Links::AtLeast, Links::AtMost, Links::About])
        });
        let before = around.left.end - bounds.map_or(0, |bound| bound.word.len());
        let last = scene
            .reading
            .tokens_in(Span::new(around.left.start, before))
            .last();
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
            kind: mention.kind,
            adjoins: adjoins(0),
            attributive: role(usize::from(bound)) == Some(Role::Of)
                || !is_amount && role(0).is_none() && adjoins(0)
                || !is_amount && role(0) == Some(Role::Over) && adjoins(1),
            is_joined,
            joins_list: is_joined || closes.is_some(),
        }
    }

    /// The noun, the `object` of a verb before the number or not; 大关 and 能力 name nothing there, nor do 工作 and 任务
    /// but where they are counted and nothing else is named (`only`).
    pub(super) fn noun(&self, scene: &Scene, object: bool, only: bool) -> Option<Span> {
        let mut noun = scene.reading.noun_at(self.stretch, object)?;
        // 投入2亿元扶持60个项目: a verb with a number of its own.
        let tokens = scene
            .reading
            .tokens_in(Span::new(noun.start, self.stretch.end));
        if let [act, next, ..] = tokens
            && act.span == noun
            && next.kind == reading::Kind::Number
            && scene.reading.entry(noun, |entry| entry.verb.is_some())
        {
            return None;
        }
        // 筹措2亿元实施惠民工程: money is for the work, and not for doing it.
        if self.kind == UnitKind::Of(Kind::Currency)
            && let Some(act) = scene.starting(noun, |lexeme| lexeme.verb == Some(Verb::Make))
            && act.noun.is_none()
            && noun.len() >= act.word.len() + 4 * '字'.len_utf8()
        {
            noun.start += act.word.len();
        }
        // 10亿元粮食援助: money is for what is done with it.
        let rest = Span::new(noun.end, self.stretch.end);
        if let [act, rest @ ..] = scene.reading.tokens_in(rest)
            && self.kind == UnitKind::Of(Kind::Currency)
            && matches!(act.pos, Pos::Verb | Pos::VerbNoun)
            && act.span.len() > '字'.len_utf8()
            && rest.first().is_none_or(|next| is_joint(scene, next))
        {
            noun.end = act.span.end;
        }
        noun.end += levels(&scene.text[noun.end..self.stretch.end]);
        if only && self.kind == UnitKind::Of(Kind::Classifier) {
            return Some(noun);
        }
        let names_nothing = scene.ending(noun, |lexeme| lexeme.alone && !lexeme.leads);
        let is_mark =
            names_nothing.is_some_and(|word| noun.len() <= word.word.len() + '新'.len_utf8());
        (!is_mark).then_some(noun)
    }

    /// 投资 in 完成400亿元投资: the act alone that an amount is of.
    pub(super) fn act(&self, scene: &Scene) -> Option<Span> {
        let tokens = scene.reading.tokens_in(self.stretch);
        let alone = tokens
            .get(1)
            .is_none_or(|next| next.kind == reading::Kind::Mark);
        let act = tokens.first().filter(|act| act.pos == Pos::VerbNoun)?;
        (self.is_amount && alone).then_some(act.span)
    }

    /// 水泥项目 in 华泽50万吨水泥项目, 重大项目 in 华泽等50亿元以上重大项目: the noun behind a number that says how large
    /// it is; a name is before it.
    pub(super) fn sized(&self, scene: &Scene) -> Option<Span> {
        let sizes = matches!(
            self.kind,
            UnitKind::Of(Kind::Mass | Kind::Power | Kind::Energy | Kind::Volume | Kind::Voltage)
        );
        let sums = self.kind == UnitKind::Of(Kind::Currency) && self.joins_list;
        let bound = scene.starting(self.stretch, Lexeme::bounds);
        let from = self.stretch.start + bound.map_or(0, |bound| bound.word.len());
        let first = (scene.reading.tokens_in(Span::new(from, self.stretch.end))).first()?;
        let describes = matches!(first.pos, Pos::Noun | Pos::Adjective);
        let noun = self.noun(scene, false, false)?;
        let adjoins = sizes && describes && noun.start == first.span.start;
        (adjoins || sums && (self.attributive || bound.is_some())).then_some(noun)
    }

    /// 技能大师工作室 in 1家国家级、2家省级技能大师工作室: the noun behind the next number of the unit, where what
    /// follows this one only describes; 农房 in 启动3户、完成2户农房.
    pub(super) fn shared(&self, scene: &Scene, mention: &Mention) -> Option<Span> {
        let is_next =
            |other: &&Mention| other.span.start >= mention.span.end && other.unit == mention.unit;
        let next = scene.mentions.iter().find(is_next)?;
        let between = Span::new(mention.span.end, next.span.start);
        let tokens = scene.reading.tokens_in(between);
        let joint = tokens.iter().position(|token| is_joint(scene, token))?;
        let (describing, acting) = (&tokens[..joint], &tokens[joint + 1..]);
        let length = tokens[joint].span.start - between.start;
        let names = |token: &Token| {
            let is_long = token.span.len() > '字'.len_utf8();
            token.pos.is_nominal() && is_long && !token.span.of(scene.text).ends_with('级')
        };
        let acts = |token: &Token| {
            token.pos == Pos::Verb
                || (scene.reading).entry(token.span, |entry| entry.verb.is_some())
        };
        let describes = length > '字'.len_utf8() && acting.is_empty();
        let is_shared = describes || describing.is_empty() && acting.len() == 1;
        let is_list = self.kind == UnitKind::Of(Kind::Currency) && length == 0 && acting.is_empty();
        // 新建5万亩、改造6万亩高标准农田
        let is_done = is_shared && self.is_amount && describing.is_empty();
        if !(self.counts && is_shared || is_done || is_list)
            || describing.iter().any(names)
            || !acting.iter().all(acts)
        {
            return None;
        }
        let mut noun = scene
            .reading
            .noun_at(Span::new(next.span.end, self.stretch.end), true)?;
        // What describes the next one (省级) stands where this one's does (国家级).
        let from = next.span.end + length;
        let head = (scene.reading.tokens_in(noun).iter()).find(|token| token.span.end > from);
        noun.start = head.map_or(noun.start, |head| head.span.start);
        (noun.len() > '字'.len_utf8()).then_some(noun)
    }

    /// 城市低保 in 3.2万人纳入城市低保: what those counted have got.
    pub(super) fn object(&self, scene: &Scene, around: &Around) -> Option<Span> {
        let verb = scene.reading.tokens_in(around.right).first()?;
        let takes =
            verb.pos == Pos::Verb && scene.reading.entry(verb.span, |entry| entry.ends_noun);
        let object = scene
            .reading
            .noun_at(Span::new(verb.span.end, around.right.end), true)?;
        (self.counts && takes && object.of(scene.text).chars().count() >= 2).then_some(object)
    }
}

/// The bytes of a bracket right behind a noun that only names more of its kind: （市、区） behind 县.
fn levels(behind: &str) -> usize {
    let inside = behind
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.split_once(['）', ')']));
    let names = inside.map(|(inside, _)| inside).filter(|inside| {
        let mut parts = inside.split('、');
        !inside.is_empty()
            && parts.all(|part| part.chars().count() == 1 && part.chars().all(is_han))
    });
    names.map_or(0, |inside| {
        let mark = behind.chars().next().map_or(0, char::len_utf8);
        inside.len() + 2 * mark
    })
}
