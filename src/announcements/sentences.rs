//! Sentences that announce parts: 我讲四点意见, 抓好以下三项工作, 处理好三个关系：.

use super::count::{Count, counts, named_again};
use super::finder::{Finder, Lead, Quoted};
use super::{run, unnumbered};
use crate::lexicon::Set;
use crate::lexicon::announcing::{Role, Row, TABLE};
use crate::model::{AnnouncementState, Span};
use crate::reading::Reading;
use crate::text::window_before;

/// Finds the announcements of a sentence and notes its counts in quotation marks.
pub(super) fn sentence<'a>(finder: &mut Finder<'a>, sentence: usize, quoted: &mut Vec<Quoted<'a>>) {
    let reading = finder.reading;
    for clause in reading.clauses_of(sentence) {
        let words = clause.span.of(reading.text);
        let found = counts(words, clause.span.start);
        let Some(&last) = found.last() else { continue };
        quoted.extend(
            found
                .into_iter()
                .filter(|count| count.quoted && count.names_parts())
                .map(|count| Quoted {
                    sentence,
                    clause: clause.span,
                    count,
                }),
        );
        announce(finder, sentence, clause.span, words, &last);
    }
}

fn announce(finder: &mut Finder, sentence: usize, clause: Span, words: &str, count: &Count) {
    let reading = finder.reading;
    // The count stands at the end of its clause: 从三个方面抓好落实 may, 三个方面的同志 may not.
    let tail = words
        .get(count.end.saturating_sub(clause.start)..)
        .unwrap_or_default();
    let at_the_end = tail.chars().all(|c| matches!(c, '”' | '"' | '’'));
    let lead = match lead_of(reading, sentence, words, clause, count) {
        Some(Lead::Plain | Lead::Echo) if !at_the_end => Lead::Bare,
        Some(lead) => lead,
        None => Lead::Bare,
    };
    if lead == Lead::Bare && !count.names_parts() {
        return;
    }
    let Some(from) = parts_begin(reading.text, clause.end) else {
        return;
    };
    let must = matches!(lead, Lead::Speaker | Lead::Following);
    if let Some(run) = run::follow(finder, from, lead) {
        let items = finder.items(&run);
        if lead == Lead::Echo && !named_again(reading.text, count.noun, &items) {
            return;
        }
        // 一 alone counts nothing, and so do parts that are not announced to follow.
        let state = finder.state(count, &run);
        if lead == Lead::Bare && run.parts.len() != count.number as usize {
            return;
        }
        if must || state != AnnouncementState::Open || items.len() > 1 {
            finder.push(count, clause, state, items);
        }
    } else if let Some(items) = unnumbered::follow(finder, count, from, lead) {
        finder.push(count, clause, AnnouncementState::Kept, items);
    } else if must {
        // Reported only where the text is too short to hold the parts.
        let rest = reading.sentences.len() - sentence - 1;
        let state = if rest < 2 && (rest as u32) < count.number {
            AnnouncementState::Missing
        } else {
            AnnouncementState::Open
        };
        finder.push(count, clause, state, Vec::new());
    }
}

fn lead_of(
    reading: &Reading,
    sentence: usize,
    words: &str,
    clause: Span,
    count: &Count,
) -> Option<Lead> {
    let at = count.span.start - clause.start;
    let head = &words[..at];
    // 做了以下六方面工作 has them before it, whatever 了 says.
    let pointed = TABLE.endings(head).any(|row| row.roles.has(Role::Ahead));
    let told = |row: &Row| row.roles.has(Role::Told) || row.roles.has(Role::Done) && !pointed;
    if TABLE.inside(words).any(told) {
        return None;
    }
    let near = roles_in(window_before(words, at, 5));
    if near.has(Role::Ahead) && !near.has(Role::Speaking) {
        return Some(Lead::Following);
    }
    let sentence_head = &reading.text[reading.sentences[sentence].start..clause.end];
    if count.names_parts()
        && TABLE
            .endings(head.trim_end_matches(['“', '"', '以', '下', '如']))
            .any(|row| row.roles.has(Role::Speaking))
        && roles_in(sentence_head).has(Role::Own)
    {
        return Some(Lead::Speaker);
    }
    let colon = reading.text[clause.end..].starts_with(['：', ':']);
    let only_the_count = count.quoted && head.chars().all(|c| matches!(c, '“' | '"' | '‘'));
    if colon || only_the_count || roles_in(head).has(Role::Acting) && count.names_parts() {
        return Some(Lead::Plain);
    }
    count.quoted.then_some(Lead::Echo)
}

/// What the words of announcements tell that stand in `text`.
fn roles_in(text: &str) -> Set<Role> {
    let rows = TABLE.inside(text);
    rows.fold(Set::default(), |roles, row| roles.or(row.roles))
}

/// Where the parts may begin that a clause announces: after the mark that ends it.
fn parts_begin(text: &str, clause_end: usize) -> Option<usize> {
    let mark = text[clause_end..].chars().next()?;
    ['。', '：', ':', '；', ';', '！', '，', ',', '\n']
        .contains(&mark)
        .then(|| clause_end + mark.len_utf8())
}
