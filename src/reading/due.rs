//! Points to be reached (时限): 6月底前, 到2027年, 完成时限：12月, 三年内.

use super::document::Reading;
use super::modality::{Modality, PERFECT};
use super::pos::Pos;
use super::tense::Tense;
use super::time::{BINDING, IN, Time};
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::cues::Role as Cue;
use crate::lexicon::duty_words::Role;
use crate::model::Span;
use crate::text::numeral::is_digit;

impl Reading<'_> {
    /// Whether a time is a point to be reached: by its own words (6月底前, 三年内), or by the label before it (完成时限：12月), or
    /// at the head of its column.
    pub fn is_due(&self, span: Span, time: &Time) -> bool {
        let colon = self.text[..span.start].trim_end();
        let label = colon.trim_end_matches(['：', ':']).trim_end();
        let cell = self.cell_at(span.start);
        // 于8月1日前报送: a point in time, and none that is compared with.
        let at = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let before = at.checked_sub(1).map(|before| self.tokens[before]);
        let is_wanted = self.is_wanted_point(span, time);
        let at_point = (time.deadline || is_wanted)
            && before.is_some_and(|before| {
                before.span.end == span.start && before.span.of(self.text) == AT
            });
        // 截至6月底: what was reached by then.
        let is_until = || (self.hits.ending(colon.len())).any(|hit| hit.lexeme.is(Cue::Until));
        // 比“十三五”末下降2%: what is compared with is no point to be reached.
        (time.deadline
            || self.is_term(span, time)
            || self.is_subjects_term(span)
            || self.is_year_ahead(span, time)
            || is_wanted)
            && !is_until()
            && !self.describes(span)
            && (at_point || !self.hits.compare(span.start))
            || cell.is_some_and(|cell| cell.duties.has(Role::TimeLabel)) && !self.begins(span)
            || (self.hits.ending(label.len())).any(|hit| hit.lexeme.duties.has(Role::TimeLabel))
    }

    /// 对6月底前报名的企业，给予补助: a time behind the preposition, which only says of whom a sentence speaks.
    fn describes(&self, time: Span) -> bool {
        let at = (self.clauses).partition_point(|clause| clause.span.end <= time.start);
        let Some(clause) = self.clauses.get(at) else {
            return false;
        };
        let lead = &self.text[clause.span.start..time.start.max(clause.span.start)];
        // 对未达标的企业6月底前必须完成…: of whom was said before.
        let heads = lead.starts_with(TOWARDS) && !lead.contains(DESCRIBING);
        let behind = &self.text[time.end.min(clause.span.end)..clause.span.end];
        let next = self.clauses.get(at + 1);
        let is_followed = next.is_some_and(|next| next.sentence == clause.sentence);
        heads && is_followed && behind.contains(DESCRIBING)
    }

    /// 要提出意见，于4月上旬|报送, 确保2月5日|复工, 确保投资上半年|完成100亿元: a day, a month or a half of a year in which a sentence wants
    /// something done.
    fn is_wanted_point(&self, span: Span, time: &Time) -> bool {
        let period = time.period.as_ref();
        let Some(period) = period.filter(|period| period.text.len() > YEAR) else {
            return false;
        };
        let is_stretch = period.text.contains('/') || time.counted || time.looks == Tense::Past;
        let sentence = self.sentences[self.sentence_at(span.start)];
        let before = self
            .modalities
            .of_stretch(Span::new(sentence.start, span.start));
        if is_stretch || !before.meets(Set::of(WANTED)) {
            return false;
        }
        let at = (self.clauses).partition_point(|clause| clause.span.end <= span.start);
        let Some(clause) = self.clauses.get(at).map(|clause| clause.span) else {
            return false;
        };
        let is_half = period.text.ends_with(FIRST_HALF);
        let acts = || {
            let behind = Span::new(span.end, clause.end.max(span.end));
            (self.verb_at_head(behind)).is_some_and(|head| head.start == span.end)
        };
        let lead = self.text[..span.start].trim_end();
        let bound = || {
            lead.ends_with(AT)
                || (self.hits.ending(lead.len()))
                    .any(|hit| BINDING.iter().any(|role| hit.lexeme.is(*role)))
        };
        if is_half { acts() } else { bound() }
    }

    /// 2030年入洗率要达到50%: a year that is still to come, which a clause begins with; that of a text's title is the
    /// one that all of it is about.
    fn is_year_ahead(&self, span: Span, time: &Time) -> bool {
        let year = time
            .period
            .as_ref()
            .filter(|period| period.text.len() == YEAR);
        let Some(year) = year.filter(|year| Some(year.last_year) > self.clock.year) else {
            return false;
        };
        let at = self
            .clauses
            .partition_point(|clause| clause.span.start < span.start);
        let heads = (self.clauses.get(at)).is_some_and(|clause| clause.span.start == span.start);
        let is_named = self.title.is_some_and(|title| title.contains(&year.text));
        let by_number = span.of(self.text).starts_with(is_digit);
        self.clock.year.is_some() && heads && !is_named && by_number && !self.begins(span)
    }

    /// 2017年起: whether a time is when something begins.
    fn begins(&self, time: Span) -> bool {
        let at = self
            .tokens
            .partition_point(|token| token.span.start < time.end);
        let next = self
            .tokens
            .get(at)
            .filter(|next| next.span.start == time.end);
        next.is_some_and(|next| matches!(next.span.of(self.text), "起" | "后" | "以后"))
    }

    /// 全县到2027年，…: a point to be reached behind the bare subject of a clause, and a mark behind it.
    fn is_subjects_term(&self, time: Span) -> bool {
        let is_marked = self.text[time.end..].starts_with(['，', ',']);
        let lead = self.text[..time.start].strip_suffix(['到', '至']);
        let Some(lead) = lead.filter(|_| is_marked) else {
            return false;
        };
        let at = self
            .clauses
            .partition_point(|clause| clause.span.end <= lead.len());
        let start = self
            .clauses
            .get(at)
            .map_or(lead.len(), |clause| clause.span.start);
        let subject = self.tokens_in(Span::new(start.min(lead.len()), lead.len()));
        let acts = |token: &Token| {
            matches!(
                token.pos,
                Pos::Verb | Pos::Preposition | Pos::Conjunction | Pos::Particle
            ) || token.kind == Kind::Mark
        };
        (1..=LONGEST_SUBJECT).contains(&subject.len()) && !subject.iter().any(acts)
    }

    /// 三年内|建成, 力争三年内，…: so many years in which a clause has something done; not 离校两年内未就业的人员, 五年内完成了….
    fn is_term(&self, span: Span, time: &Time) -> bool {
        if !time.counted {
            return false;
        }
        let at = (self.clauses).partition_point(|clause| clause.span.end < span.end);
        let Some(clause) = self.clauses.get(at).map(|clause| clause.span) else {
            return false;
        };
        let lead = self.tokens_in(Span::new(clause.start.min(span.start), span.start));
        let binds = |last: &Token| {
            IN.contains(&last.span.of(self.text))
                || (self.hits.ending(last.span.end))
                    .any(|hit| BINDING.iter().any(|role| hit.lexeme.is(*role)))
        };
        if !lead.last().is_none_or(binds) {
            return false;
        }
        let behind = self.tokens_in(Span::new(span.end, clause.end.max(span.end)));
        let near = &behind[..behind.len().min(NEAR)];
        let Some((first, last)) = near.first().zip(near.last()) else {
            return true;
        };
        let is_done = near.iter().any(|token| token.span.of(self.text) == PERFECT);
        let acts = self
            .verb_at_head(Span::new(span.end, last.span.end))
            .is_some();
        first.kind == Kind::Mark || !is_done && acts
    }
}

/// The words behind a term that are looked at for what is done in it.
const NEAR: usize = 24;

/// The preposition before a point in time.
const AT: &str = "于";

/// The preposition before those to whom something is done, and the particle behind what describes them.
const TOWARDS: char = '对';
const DESCRIBING: char = '的';

/// The digits of a year, and the last ones of its first half.
const YEAR: usize = 4;
const FIRST_HALF: &str = "-H1";

/// What says that something is to be done by a point in time, which may lie behind as well.
const WANTED: [Modality; 3] = [Modality::Commits, Modality::Strives, Modality::Wants];

/// The most words of a subject that a point to be reached stands behind.
const LONGEST_SUBJECT: usize = 4;
