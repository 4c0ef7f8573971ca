//! Where a text speaks of itself: what it is made for, and that its parts follow.

use super::document::Reading;
use super::marks::{ends_clause, ends_sentence};
use super::pos::Pos;
use crate::lexicon::announcing::{self, Role};
use crate::lexicon::cues::Role as Cue;
use crate::lexicon::{LEXICON, title_endings};
use crate::model::Span;
use crate::text::is_longer;

impl Reading<'_> {
    /// Whether a sentence says what the text is (为…，制定本方案。) or leads to what follows (提出以下意见：); whatever it
    /// names on the way is a purpose.
    pub fn presents_itself(&self, sentence: Span) -> bool {
        let words = sentence.of(self.text).trim_end();
        if words.ends_with(['：', ':']) {
            let last = self.last_clause(sentence);
            let mut tokens = self.tokens_in(last).iter();
            return tokens.any(|token| announcing::TABLE.is(token.span.of(self.text), Role::List));
        }
        let words = words.trim_end_matches(ends_sentence);
        // 为…，制定《…指南》。: its name stands for it.
        let is_name = words.ends_with('》') && self.opens_with_purpose(sentence);
        let own = words.rfind(if is_name { '《' } else { ITSELF });
        let own = own.filter(|&own| is_name || self.is_kind_of_text(&words[own..]));
        let Some(own) = own else {
            return false;
        };
        let before = Span::new(sentence.start, sentence.start + own);
        let verb = self.tokens_in(before).last();
        verb.is_some_and(|verb| announcing::TABLE.is(verb.span.of(self.text), Role::Issuing))
    }

    /// Whether words are what a text calls itself: 本实施方案.
    fn is_kind_of_text(&self, name: &str) -> bool {
        !is_longer(name, LONGEST_NAME) && title_endings::TABLE.longest_at_end(name).is_some()
    }

    /// Whether a sentence above all headings begins with a preposition: 为推动…, 根据….
    fn opens_with_purpose(&self, sentence: Span) -> bool {
        let first = self.tokens_in(sentence).first();
        first.is_some_and(|first| first.pos == Pos::Preposition)
            && self.section_at(sentence.start).is_none()
    }

    /// What kind of text a text first says that it is, at the head of a sentence: 本技术导则.
    pub fn calls_itself(&self) -> Option<&str> {
        let mut heads = self.running_sentences().filter_map(|(_, sentence)| {
            let name = sentence.of(self.text).strip_prefix(ITSELF)?;
            let longest = name.char_indices().nth(LONGEST_NAME);
            let name = &name[..longest.map_or(name.len(), |(at, _)| at)];
            let mut ends = name
                .char_indices()
                .map(|(at, mark)| &name[..at + mark.len_utf8()]);
            ends.rfind(|name| {
                title_endings::TABLE.longest_at_end(name).is_some()
                    || LEXICON.ends_with(name, Cue::TitleRules)
            })
        });
        heads.next()
    }

    /// The words of a sentence behind its last mark but the one that it ends with.
    fn last_clause(&self, sentence: Span) -> Span {
        let words = sentence.of(self.text).trim_end();
        let inside = words.trim_end_matches(ends_clause);
        let start = inside.rfind(ends_clause).unwrap_or(0);
        Span::new(sentence.start + start, sentence.start + inside.len())
    }
}

/// The most characters of what a text calls itself: 本实施方案.
const LONGEST_NAME: usize = 8;
/// What it calls itself with: 本方案.
const ITSELF: char = '本';

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Layout;
    use crate::reading::for_tests;

    #[test]
    fn what_a_text_is_made_for_is_told_from_what_it_orders() {
        for (text, presents) in [
            ("为落实上级部署，推动产业发展，特制定本方案。", true),
            ("为规范管理、提高效率，根据有关规定，编制本规划。", true),
            (
                "为充分发挥信息化的作用，推动转型升级，提出以下指导意见：",
                true,
            ),
            ("现将有关事项通知如下：", true),
            ("为加强保护，市政府研究制定了本实施意见。", false),
            ("结合本县实际，制定本实施细则。", true),
            ("为推动节水，促进转型，制定《青川县节水行动方案》。", true),
            ("青川县要加快转型，制定《青川县节水行动方案》。", false),
            ("各单位要认真落实本方案。", false),
            ("尽快制定实施方案。", false),
            ("重点建设以下工程：一是北河大桥；二是南山水库。", false),
        ] {
            let layout = Layout::of_lines(text);
            let reading = Reading::new(&layout, &[], &for_tests());
            let whole = Span::new(0, text.len());
            assert_eq!(reading.presents_itself(whole), presents, "{text}");
        }
    }

    #[test]
    fn a_text_without_a_title_is_what_it_calls_itself() {
        for (text, rules) in [
            ("本技术导则适用于小型水厂。水样应冷藏保存。", true),
            ("取水点要避开排污口。本规范由县水利局解释。", true),
            ("本方案自印发之日起施行。各乡镇要遵守本办法。", false),
            ("本县水厂要遵守技术导则。", false),
        ] {
            let layout = Layout::of_lines(text);
            let reading = Reading::new(&layout, &[], &for_tests());
            assert_eq!(reading.sets_rules(), rules, "{text}");
        }
    }
}
