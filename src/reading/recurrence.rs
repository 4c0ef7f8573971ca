//! How often something is to be done (频次): 每季度, 每月10日前, 按月.

use super::document::Reading;
use super::token::{Kind, Token};
use crate::lexicon::Set;
use crate::lexicon::duty_words::Role;
use crate::lexicon::time_words::{Role as TimeRole, TABLE};
use crate::model::Span;

impl Reading<'_> {
    /// The words that say how often, if a stretch begins with them; the day in them (每月|10日前, 每季度|末月|20日前) belongs
    /// to them.
    pub fn recurrence(&self, stretch: Span) -> Option<Span> {
        let mut hits = self.hits.starting(stretch.start);
        let often = hits.find(|hit| hit.lexeme.duties.has(Role::Recurs))?;
        let behind = Span::new(often.span.end, stretch.end.max(often.span.end));
        let is_part = |token: &Token| self.is_part_of_day(token);
        // 每年|100户: a number is no day unless one is said of it.
        let belongs = |token: &&Token| token.kind == Kind::Number || is_part(token);
        let day = self.tokens_in(behind).iter().take_while(belongs);
        let last = day.filter(|token| is_part(token)).last();
        let end = last.map_or(often.span.end, |token| token.span.end);
        Some(Span::new(often.span.start, end))
    }

    /// Whether a token tells of a day, a month or a bound to one: 10|日|前, 末.
    fn is_part_of_day(&self, token: &Token) -> bool {
        use TimeRole::{Before, End, MonthPart, Start};
        let word = token.span.of(self.text);
        let bounds = || {
            let row = TABLE.get(word);
            row.is_some_and(|row| row.roles.meets(Set::of([Before, End, MonthPart, Start])))
        };
        match token.kind {
            Kind::Time => true,
            Kind::Word => word.starts_with(UNITS) || bounds(),
            Kind::Number | Kind::Mark => false,
        }
    }
}

/// What a number of days or months stands before.
const UNITS: [char; 3] = ['日', '号', '月'];
