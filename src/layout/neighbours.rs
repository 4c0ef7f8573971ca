//! What a paragraph is by its neighbours: an entry of a table of contents, a subtitle, a speaker.

use super::account::{author_of_imprint, imprint};
use super::attached;
use super::byline::unknown_name;
use super::classify::{Data, Look, look};
use super::labels;
use super::paragraph::Paragraph;
use super::posts::is_post_or_body;
use super::shape;
use crate::lexicon::title_endings::Kind;
use crate::numbering::{Form, Marker, marker};

/// What every paragraph looks like, with what its neighbours say.
pub(super) fn looks(paragraphs: &[Paragraph]) -> Vec<Look> {
    let mut looks: Vec<Look> = paragraphs.iter().map(look).collect();
    for at in 1..looks.len() {
        let name = matches!(&looks[at], Look::Names(byline) if byline.people.len() == 1 && byline.people[0].role.is_none() && byline.people[0].organisation.is_none());
        let text = &*paragraphs[at - 1].text;
        if name && looks[at - 1] == Look::Short && text.len() < 120 && is_post_or_body(text) {
            looks[at - 1] = Look::Post;
        }
    }
    accounts(paragraphs, &mut looks);
    cells(paragraphs, &mut looks);
    subtitles(paragraphs, &mut looks);
    speakers(paragraphs, &mut looks);
    contents(paragraphs, &mut looks);
    attachments(paragraphs, &mut looks);
    looks
}

/// 原创 方明 柳溪发布 names the author and the account that put the text up; the account's name may
/// stand again below.
fn accounts(paragraphs: &[Paragraph], looks: &mut [Look]) {
    for at in 0..looks.len() {
        let Some(names) = imprint(&paragraphs[at].text) else {
            continue;
        };
        looks[at] = match author_of_imprint(&paragraphs[at].text) {
            Some(byline) => Look::Names(byline),
            None => Look::Label(Data::Account),
        };
        let account = names.split_whitespace().next_back();
        if let Some(next) = paragraphs.get(at + 1)
            && account == Some(next.text.trim())
        {
            looks[at + 1] = Look::Label(Data::Account);
        }
    }
}

/// A table of document data whose labels and values have a line each: 索引号 / 0025-0031 / …
/// One label says nothing: another one stands two lines on, or such a table before it.
fn cells(paragraphs: &[Paragraph], looks: &mut [Look]) {
    let label = |at: usize| labels::lone_label(&paragraphs.get(at)?.text);
    // 标题 and 作者 are words of a text as well.
    let long = |at: usize| label(at).filter(|_| paragraphs[at].text.chars().count() > 2);
    let value = |look: &Look| *look == Look::Label(Data::Value);
    let mut at = 0;
    while at + 1 < looks.len() {
        let Some(what) = label(at) else {
            at += 1;
            continue;
        };
        let below_value = at > 0 && value(&looks[at - 1]);
        if below_value || long(at).is_some() && long(at + 2).is_some() {
            looks[at] = Look::Label(Data::Stated(what));
            let text = &*paragraphs[at + 1].text;
            let fits = text.len() < 300 && !text.contains('。') && labels::label(text).is_none();
            if fits && label(at + 1).is_none() {
                looks[at + 1] = Look::Label(Data::Value);
                at += 1;
            }
        }
        at += 1;
    }
}

/// A line after a dash below a title is its other half: ——云河县老旧小区改造走访记. A row of dashes
/// is a list.
fn subtitles(paragraphs: &[Paragraph], looks: &mut [Look]) {
    let dashed = |look: Option<&Look>| matches!(look, Some(Look::Numbered(number)) if number.form == Form::Dash);
    for at in 1..looks.len() {
        if !dashed(looks.get(at)) || dashed(looks.get(at + 1)) || dashed(looks.get(at - 1)) {
            continue;
        }
        let above = &*paragraphs[at - 1].text;
        let titled = matches!(looks[at - 1], Look::Short | Look::Collected(_))
            || looks[at - 1] == Look::Body
                && above.len() < 120
                && above.ends_with(['！', '？'])
                && !above.contains('。');
        let heads = !matches!(
            looks.get(at + 1),
            None | Some(Look::Numbered(_) | Look::Trailer)
        );
        if titled && heads && shape::is_short(&paragraphs[at].text) {
            looks[at] = Look::Short;
        }
    }
}

/// Two or three characters between a speech's title or date and 同志们： name its speaker, whatever
/// the surname.
fn speakers(paragraphs: &[Paragraph], looks: &mut [Look]) {
    for at in 1..looks.len() {
        let text = &*paragraphs[at].text;
        let above = match &looks[at - 1] {
            Look::Date => true,
            Look::Short => shape::title_kind(&paragraphs[at - 1].text) == Some(Kind::Speech),
            _ => false,
        };
        if !above
            || looks[at] != Look::Short
            || looks.get(at + 1) != Some(&Look::Salutation)
            || shape::title_kind(text).is_some()
        {
            continue;
        }
        if let Some(name) = unknown_name(text) {
            looks[at] = Look::Names(name);
        }
    }
}

/// The entries of a table of contents are document data, not headings.
fn contents(paragraphs: &[Paragraph], looks: &mut [Look]) {
    let Some(head) = looks.iter().position(|look| *look == Look::Contents) else {
        return;
    };
    let key = |at: usize| -> String {
        let text = paragraphs[at].text.trim_end_matches(|c: char| {
            c.is_ascii_digit()
                || c.is_whitespace()
                || matches!(c, '.' | '…' | '·' | '-' | '—' | '（' | '）' | '(' | ')')
        });
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .take(60)
            .collect()
    };
    let listed = |look: &Look| {
        matches!(
            look,
            Look::Heading(_) | Look::Numbered(_) | Look::Short | Look::Body
        )
    };
    let first = head + 1;
    if first >= looks.len() || !listed(&looks[first]) {
        return;
    }
    let own = key(first);
    // The list ends where its first entry stands again, as the first heading of the text.
    let again = (first + 1..looks.len()).find(|&at| key(at) == own);
    let mut end = first;
    while end < again.unwrap_or(looks.len()) && end < looks.len() {
        let text = &*paragraphs[end].text;
        let leads = text.ends_with(|c: char| c.is_ascii_digit() || c == '）')
            && text.contains(['…', '.', '·', '\t']);
        if !(matches!(looks[end], Look::Heading(_) | Look::Short) || leads) {
            break;
        }
        if again.is_none() && !leads {
            break;
        }
        end += 1;
    }
    for look in &mut looks[head..end] {
        *look = Look::Label(Data::Contents);
    }
}

/// The rows of a list of attachments (附件：1.…, 2.…) are no headings.
fn attachments(paragraphs: &[Paragraph], looks: &mut [Look]) {
    let mut last = None;
    for at in 0..looks.len() {
        let text = &*paragraphs[at].text;
        let list = attached::headed(text)
            .map(|rest| rest.trim_start_matches(['：', ':', ' ', '\u{3000}']));
        if let Some(first) = list.and_then(marker).filter(|_| text.len() < 240) {
            looks[at] = Look::Trailer;
            last = Some(first);
            continue;
        }
        let next = marker(text).filter(|number| {
            last.is_some_and(|last: Marker| {
                number.form == last.form && number.number == last.number + 1
            })
        });
        if next.is_some() && text.len() < 240 {
            looks[at] = Look::Trailer;
        }
        last = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&'static str]) -> Vec<Look> {
        let paragraphs: Vec<Paragraph> = lines
            .iter()
            .map(|line| Paragraph {
                text: (*line).into(),
                ..Paragraph::default()
            })
            .collect();
        looks(&paragraphs)
    }

    #[test]
    fn a_speaker_with_a_rare_surname_is_told_by_the_place() {
        let looks = of(&[
            "在全县春耕生产会议上的讲话",
            "（2022年2月9日）",
            "呙千里",
            "同志们：",
        ]);
        assert!(matches!(&looks[2], Look::Names(byline) if byline.people[0].name == "呙千里"));
        let looks = of(&["在全县春耕生产会议上的讲话", "动员令", "一年之计在于春。"]);
        assert_eq!(looks[1], Look::Short);
    }

    #[test]
    fn a_dash_below_a_title_is_its_other_half_and_a_row_of_them_a_list() {
        let looks = of(&[
            "果园飘香致富路",
            "——柏河镇林果业发展纪实",
            "本报记者 方明",
            "秋天到了。",
        ]);
        assert_eq!(looks[1], Look::Short);
        let looks = of(&["主要做法", "——调结构", "——拓市场", "成效明显。"]);
        assert!(matches!(looks[1], Look::Numbered(_)));
    }

    #[test]
    fn a_title_that_ends_as_a_body_does_is_no_post() {
        let looks = of(&["奋力开创乡村治理新布局", "方明", "治理要用心。"]);
        assert_eq!(looks[0], Look::Short);
        let looks = of(&["柏河县农业局局长", "方明", "治理要用心。"]);
        assert_eq!(looks[0], Look::Post);
    }
}
