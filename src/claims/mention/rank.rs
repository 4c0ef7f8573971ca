//! 第一位, 前三名, 翻一番.

use std::borrow::Cow;

use super::found::{Form, Mention, UnitKind};
use super::tokens::Tokens;
use crate::lexicon::predicates::Role;
use crate::lexicon::units::Kind;
use crate::model::Span;
use crate::reading::Pos;
use crate::text::numeral;

/// The most tokens between a word of rank and the rank itself: 居全国同类地区第一.
const FAR: usize = 8;

/// No rank in a text is lower.
const LOWEST: f64 = 1000.0;

/// The most times that anything doubles.
const MOST_DOUBLINGS: f64 = 20.0;

impl Tokens<'_> {
    /// 第一位, 居全市第二; not 第三次会议, 第一产业, 第一书记. With the token behind what was read. `listed`
    /// where a rank stands before it in the same list.
    pub(super) fn rank(&self, start: usize, at: usize, listed: bool) -> (Option<Mention>, usize) {
        let leading = self.reading.text[start..].starts_with('前');
        let Some((span, value, next)) = self.place(start, at) else {
            return (None, at + 1);
        };
        let last = span.of(self.reading.text).chars().next_back();
        let is_place = matches!(last, Some('位' | '名' | '强'));
        let names = |at: usize| self.token(at).is_some_and(|token| token.pos.is_nominal());
        // 第二、三产业: the list goes on with what is no rank.
        let closed = self.is_closed(next) && !(self.number(next + 1).is_some() && names(next + 2));
        let (kind, counts) = match leading {
            true => (UnitKind::LeadingRank, is_place || closed),
            // 放在第一位: what comes first need be no rank.
            false if is_place && value > 1.0 => (UnitKind::Rank, !names(next)),
            false => {
                let ranked = || listed || self.is_ranked(start, at);
                (UnitKind::Rank, (is_place || closed) && ranked())
            }
        };
        if !counts {
            // The whole ordinal is passed, so that 第三次 leaves no 三次; 前5个 counts five.
            let behind = match leading {
                true => at + 1,
                false => self.unit(next).map_or(next, |unit| unit.next),
            };
            return (None, behind);
        }
        let mention = Mention {
            span,
            value,
            unit: Some(Cow::Borrowed("位")),
            kind,
            form: Form::Rank,
            ..Mention::default()
        };
        (Some(mention), next)
    }

    /// The ordinal that begins at `start`, with 位 or 名 behind it: where it stands, its number and the
    /// token behind it.
    fn place(&self, start: usize, at: usize) -> Option<(Span, f64, usize)> {
        let text = Span::new(start, self.sentence.end).of(self.reading.text);
        let head = text.chars().next()?.len_utf8();
        let read = numeral::read(&text[head..])?;
        let bare = start + head + read.length;
        let placed = text[head + read.length..].chars().next();
        let is_place = |end: usize| {
            let next = at
                + self.tokens[at..]
                    .iter()
                    .position(|token| token.span.end >= end)?;
            (self.tokens[next].span.end == end).then_some((Span::new(start, end), next + 1))
        };
        let (span, next) = placed
            .filter(|c| matches!(c, '位' | '名' | '强'))
            .and_then(|c| is_place(bare + c.len_utf8()))
            .or_else(|| is_place(bare))?;
        (1.0..=LOWEST)
            .contains(&read.value)
            .then_some((span, read.value, next))
    }

    /// Whether a word of rank (位列), or the place that a rank is in, stands before.
    fn is_ranked(&self, end: usize, at: usize) -> bool {
        let start = self.tokens[at.saturating_sub(FAR)].span.start;
        let ranks = |role: Role| matches!(role, Role::Rank | Role::Reach);
        let hits = &self.reading.hits;
        let in_place = hits
            .ending(end)
            .any(|hit| hit.lexeme.predicate == Some(Role::Place))
            || at > 0 && self.tokens[at - 1].pos == Pos::Place;
        in_place
            || (hits.within(Span::new(start, end)))
                .any(|hit| hit.lexeme.predicate.is_some_and(ranks))
    }

    /// 翻番, 翻一番, 翻两番, 翻了一番. With the token behind it.
    pub(super) fn doubling(&self, at: usize) -> Option<(Mention, usize)> {
        let text = self.from(at);
        let start = self.tokens[at].span.start;
        let mut tail = text.strip_prefix('翻')?;
        tail = tail.strip_prefix('了').unwrap_or(tail);
        let near = tail.starts_with('近');
        tail = tail.strip_prefix('近').unwrap_or(tail);
        let mut times = 1.0;
        if let Some(read) = numeral::read(tail) {
            times = read.value;
            tail = &tail[read.length..];
        }
        tail = tail.strip_prefix('番')?;
        if let Some(half) = tail.strip_prefix('半') {
            times += 0.5;
            tail = half;
        }
        if !(1.0..=MOST_DOUBLINGS).contains(&times) {
            return None;
        }
        let end = start + text.len() - tail.len();
        let mention = Mention {
            span: Span::new(start, end),
            value: 2_f64.powf(times),
            unit: Some(Cow::Borrowed("倍")),
            kind: UnitKind::Of(Kind::Multiple),
            form: Form::Doubling,
            near,
            ..Mention::default()
        };
        let next = self.tokens.partition_point(|token| token.span.start < end);
        Some((mention, next))
    }
}
