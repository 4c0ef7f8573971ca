//! What a paragraph is by its neighbours: an entry of a table of contents, a subtitle, a speaker.

use super::account::{author_of_imprint, imprint};
use super::attached;
use super::byline::{Byline, unknown_name};
use super::class::{Class, Data};
use super::classify::classify;
use super::contents;
use super::data_rows;
use super::labels;
use super::lone_cells;
use super::paragraph::{Paragraph, class_at};
use super::posts::is_post_or_body;
use super::shape;
use super::statements;
use super::tables;
use crate::lexicon::page_labels::States;
use crate::lexicon::title_endings::Kind;
use crate::numbering::{Form, Marker, marker};
use crate::text::is_han;

/// Tells what every paragraph is, by itself and by its neighbours.
pub(super) fn classify_all(paragraphs: &mut [Paragraph]) {
    for paragraph in &mut *paragraphs {
        paragraph.class = classify(paragraph);
    }
    for at in 0..paragraphs.len() {
        if is_cell(paragraphs, at) {
            paragraphs[at].class = Class::Short;
        }
    }
    for at in 1..paragraphs.len() {
        let name = bare_name(&paragraphs[at].class).is_some();
        let above = &mut paragraphs[at - 1];
        let short = name && above.class == Class::Short && above.text.len() < 120;
        if short && is_post_or_body(&above.text) {
            above.class = Class::Post;
        }
    }
    accounts(paragraphs);
    values(paragraphs);
    data_rows::tell(paragraphs);
    subtitles(paragraphs);
    speakers(paragraphs);
    contents::tell(paragraphs);
    tables::tell(paragraphs);
    lone_cells::tell(paragraphs);
    attachments(paragraphs);
    statements::tell_apart(paragraphs);
}

/// The byline of one person, without post or body, that a line is.
fn bare_name(class: &Class) -> Option<&Byline> {
    match class {
        Class::Names(byline) => match &byline.people[..] {
            [only] if only.role.is_none() && only.organisation.is_none() => Some(byline),
            _ => None,
        },
        _ => None,
    }
}

/// 初级工 above 10: whether what looks like a name is a cell of a table with a figure below it.
fn is_cell(paragraphs: &[Paragraph], at: usize) -> bool {
    let names = bare_name(&paragraphs[at].class).is_some_and(|byline| !byline.labelled);
    let below = paragraphs.get(at + 1).filter(|_| names);
    below.is_some_and(|below| {
        let text = below.text.trim();
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_numeric() || matches!(c, '.' | '%' | '％'))
    })
}

/// 原创 方明 柳溪发布 names the author and the account that put the text up; the account's name may
/// stand again below.
fn accounts(paragraphs: &mut [Paragraph]) {
    for at in 0..paragraphs.len() {
        let text = &*paragraphs[at].text;
        let Some(names) = imprint(text) else {
            continue;
        };
        let account = names.split_whitespace().next_back();
        let next = paragraphs.get(at + 1);
        let again = next.is_some_and(|next| account == Some(next.text.trim()));
        let author = author_of_imprint(text).map(Class::Names);
        paragraphs[at].class = author.unwrap_or(Class::Label(Data::Account));
        if again {
            paragraphs[at + 1].class = Class::Label(Data::Account);
        }
    }
}

/// A table of document data whose labels and values have a line each: 索引号 / 0025-0031 / …
/// One label says nothing: another one stands two lines on, or such a table before it.
fn values(paragraphs: &mut [Paragraph]) {
    let lines = paragraphs.iter();
    let labels: Vec<Option<States>> = lines.map(|line| labels::lone_label(&line.text)).collect();
    let mut at = 0;
    let mut title = String::new();
    while at + 1 < paragraphs.len() {
        // 标题 and 作者 are words of a text as well.
        let long = |at: usize| {
            let line = paragraphs.get(at).filter(|_| labels[at].is_some());
            line.is_some_and(|line| line.text.chars().count() > 2)
        };
        let value = Class::Label(Data::Value);
        let below_value = at > 0 && paragraphs[at - 1].class == value;
        // 载体形式 between labels that are known.
        let unknown =
            (below_value && long(at + 2) && is_name(&paragraphs[at].text)).then_some(States::Other);
        let between = || {
            long(at + 4)
                && paragraphs
                    .get(at + 2)
                    .is_some_and(|line| is_name(&line.text))
        };
        let known = labels[at].filter(|_| below_value || long(at) && (long(at + 2) || between()));
        if let Some(what) = known.or(unknown) {
            paragraphs[at].class = Class::Label(Data::Stated(what));
            let text = &*paragraphs[at + 1].text;
            let fits = text.len() < 300 && !text.contains('。') && labels::label(text).is_none();
            // The title that was stated stands below a label without a value.
            let own = shape::dense(text);
            let is_title = own.chars().count() > 5 && title.starts_with(&own);
            if fits && labels[at + 1].is_none() && !is_title {
                if what == States::Title {
                    title = own;
                }
                paragraphs[at + 1].class = value;
                at += 1;
            }
        }
        at += 1;
    }
}

/// Whether a line is as short as a label, and has no mark.
fn is_name(line: &str) -> bool {
    (2..=6).contains(&line.chars().count()) && line.chars().all(is_han)
}

/// A line after a dash below a title is its other half: ——云河县老旧小区改造走访记. A row of dashes
/// is a list.
fn subtitles(paragraphs: &mut [Paragraph]) {
    for at in 1..paragraphs.len() {
        let dashed = |at| matches!(class_at(paragraphs, at), Some(Class::Numbered(number)) if number.form == Form::Dash);
        if !dashed(at) || dashed(at + 1) || dashed(at - 1) {
            continue;
        }
        let above = &*paragraphs[at - 1].text;
        let titled = matches!(paragraphs[at - 1].class, Class::Short | Class::Collected(_))
            || paragraphs[at - 1].class == Class::Body
                && above.len() < 120
                && above.ends_with(['！', '？'])
                && !above.contains('。');
        let heads = !matches!(
            class_at(paragraphs, at + 1),
            None | Some(Class::Numbered(_) | Class::Trailer)
        );
        if titled && heads && shape::is_short(&paragraphs[at].text) {
            paragraphs[at].class = Class::Short;
        }
    }
}

/// Two or three characters between a speech's title or date and 同志们： name its speaker, whatever
/// the surname.
fn speakers(paragraphs: &mut [Paragraph]) {
    for at in 1..paragraphs.len() {
        let text = &*paragraphs[at].text;
        let above = match &paragraphs[at - 1].class {
            Class::Date => true,
            Class::Short => shape::title_kind(&paragraphs[at - 1].text) == Some(Kind::Speech),
            _ => false,
        };
        if !above
            || paragraphs[at].class != Class::Short
            || class_at(paragraphs, at + 1) != Some(&Class::Salutation)
            || shape::title_kind(text).is_some()
        {
            continue;
        }
        if let Some(name) = unknown_name(text) {
            paragraphs[at].class = Class::Names(name);
        }
    }
}

/// The rows of a list of attachments (附件：1.…, 2.…) are no headings.
fn attachments(paragraphs: &mut [Paragraph]) {
    let mut last: Option<Marker> = None;
    for at in 0..paragraphs.len() {
        let text = &*paragraphs[at].text;
        let list = attached::headed(text)
            .map(|rest| rest.trim_start_matches(['：', ':', ' ', '\u{3000}']));
        let first = list.and_then(|list| match class_at(paragraphs, at + 1) {
            // 附件： may stand on a line of its own.
            Some(Class::Heading(below)) if list.is_empty() && below.number == 1 => Some(Marker {
                number: 0,
                ..*below
            }),
            _ => marker(list),
        });
        let follows = |at: usize| {
            let number = marker(&paragraphs.get(at)?.text)?;
            last.is_some_and(|last| number.follows(last))
                .then_some(number)
        };
        let next = first.or_else(|| follows(at));
        // An entry may go on on the next line.
        let wrapped = next.is_none() && follows(at + 1).is_some();
        if (next.is_some() || wrapped) && text.len() < 240 {
            paragraphs[at].class = Class::Trailer;
        }
        if !wrapped {
            last = next;
        }
    }
}

/// What each of these lines is.
#[cfg(test)]
pub(super) fn of(lines: &[&'static str]) -> Vec<Class> {
    let mut paragraphs: Vec<Paragraph> = lines
        .iter()
        .map(|line| Paragraph {
            text: (*line).into(),
            ..Paragraph::default()
        })
        .collect();
    classify_all(&mut paragraphs);
    let classes = paragraphs.into_iter().map(|line| line.class);
    classes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_with_a_rare_surname_is_told_by_the_place() {
        let classes = of(&[
            "在全县春耕生产会议上的讲话",
            "（2022年2月9日）",
            "呙千里",
            "同志们：",
        ]);
        assert!(matches!(&classes[2], Class::Names(byline) if byline.people[0].name == "呙千里"));
        let classes = of(&["在全县春耕生产会议上的讲话", "动员令", "一年之计在于春。"]);
        assert_eq!(classes[1], Class::Short);
    }

    #[test]
    fn a_dash_below_a_title_is_its_other_half_and_a_row_of_them_a_list() {
        let classes = of(&[
            "果园飘香致富路",
            "——柏河镇林果业发展纪实",
            "本报记者 方明",
            "秋天到了。",
        ]);
        assert_eq!(classes[1], Class::Short);
        let classes = of(&["主要做法", "——调结构", "——拓市场", "成效明显。"]);
        assert!(matches!(classes[1], Class::Numbered(_)));
    }

    #[test]
    fn a_title_that_ends_as_a_body_does_is_no_post() {
        let classes = of(&["奋力开创乡村治理新布局", "方明", "治理要用心。"]);
        assert_eq!(classes[0], Class::Short);
        let classes = of(&["柏河县农业局局长", "方明", "治理要用心。"]);
        assert_eq!(classes[0], Class::Post);
    }
}
