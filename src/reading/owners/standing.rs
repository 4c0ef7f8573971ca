//! Owners whom a text names once for all that follows: 以下均需各县（区）人民政府落实，不再列出.

use super::list::bodies;
use super::named::{owner, role};
use crate::lexicon::duty_words::{Role, TABLE};
use crate::model::{Owner, Span};
use crate::reading::Reading;
use crate::reading::standing::{AllStanding, Standing};
use crate::text::{open_bracket, window_before};

/// The most characters before the words that say that they are not named again in which they are named.
const NEAR: usize = 120;
/// The words among which it names what it is said of: 以下|任务.
const WORDS_TO_WORK: usize = 2;
/// The marks that such a sentence stands between.
const MARKS: [char; 7] = ['。', '；', ';', '\n', '：', '！', '!'];

/// The most sentences of one text that name others than those before.
const MOST: usize = 16;

/// Those that a text names so.
pub(in crate::reading) fn standing(reading: &Reading) -> AllStanding {
    let text = reading.text;
    let words = TABLE.words(|row| row.roles.has(Role::Once));
    let mut ends: Vec<usize> = (words.iter())
        .flat_map(|word| text.match_indices(*word).map(|(at, _)| at))
        .collect();
    ends.sort_unstable();
    let mut all = AllStanding::default();
    for end in ends {
        let span = Span::new(start(text, end), end);
        let (owners, is_own) = named(reading, span);
        if owners.is_empty() {
            continue;
        }
        all.sentences.push(span);
        let names = |owner: &Owner| (owner.name.clone(), owner.role);
        let again = |known: &Standing| {
            known.reach.contains(end) && known.owners.iter().map(names).eq(owners.iter().map(names))
        };
        if all.named.len() < MOST && !all.named.iter().any(again) {
            let reach = Span::new(end, reach(reading, span));
            all.named.push(Standing {
                span,
                reach,
                is_own,
                owners,
            });
        }
    }
    all
}

/// Where the sentence begins that ends at a place: behind a mark, or the bracket that it stands in; that of a name (县（区）)
/// is closed before.
fn start(text: &str, end: usize) -> usize {
    let words = window_before(text, end, NEAR);
    let near = end - words.len();
    let behind = |at: usize| at + words[at..].chars().next().map_or(0, char::len_utf8);
    let bracket = open_bracket(words).map_or(0, behind);
    let mark = words[bracket..]
        .rfind(MARKS)
        .map_or(0, |at| behind(bracket + at));
    near + bracket.max(mark)
}

/// Whom a sentence names behind 均需, or before 均为责任单位; whether before.
fn named(reading: &Reading, sentence: Span) -> (Vec<Owner>, bool) {
    let mut words = reading.hits.within(sentence);
    let Some(all) = words.find(|hit| hit.lexeme.duties.has(Role::All)) else {
        return (Vec::new(), false);
    };
    let all = all.span;
    let behind = Span::new(all.end, sentence.end);
    let duty = (reading.hits.within(behind)).find(|hit| hit.lexeme.duties.has(Role::Duty));
    let end = duty.map_or(behind.end, |duty| duty.span.start);
    let role = duty.map_or_else(|| role(Default::default()), |duty| role(duty.lexeme.duties));
    let list = without_lead(reading, Span::new(behind.start, end));
    let found = |list: Span| {
        let parts = list.of(reading.text).split(['，', ',']);
        let parts = parts.map(|part| Span::of_part(part.trim(), reading.text));
        let names = parts.flat_map(|part| bodies(reading, part));
        // 均为|责任单位: what they are made.
        let names = names.filter(|name| !TABLE.is(name.of(reading.text), Role::Label));
        names.map(|name| owner(reading, name, role)).collect()
    };
    let owners: Vec<Owner> = found(list);
    match owners.is_empty() {
        true => (found(Span::new(sentence.start, all.start)), true),
        false => (owners, false),
    }
}

/// 需|各县人民政府, 包括|县教育局: a list without the words that lead to it.
fn without_lead(reading: &Reading, mut list: Span) -> Span {
    let lead = |at: usize| {
        let mut hits = reading.hits.starting(at);
        hits.find(|hit| hit.lexeme.duties.has(Role::LeadsStanding))
    };
    while let Some(hit) = lead(list.start).filter(|hit| hit.span.end < list.end) {
        list.start = hit.span.end;
    }
    list
}

/// Where it ends: with the chapter, where it is said of its work (以下任务均需…), else with the text.
fn reach(reading: &Reading, sentence: Span) -> usize {
    let mut tokens = reading.tokens_in(sentence).iter().take(WORDS_TO_WORK);
    let of_work =
        tokens.any(|token| reading.entry(token.span, |entry| entry.duties.has(Role::Work)));
    let chapter = reading.upwards(reading.section_at(sentence.start)).last();
    let chapter = chapter.filter(|_| of_work);
    chapter.map_or(reading.text.len(), |chapter| {
        reading.sections[chapter].heading.section.end
    })
}
