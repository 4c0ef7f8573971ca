//! A whole document on one line without a space between its paragraphs: its head, the numbers of its headings and its
//! signature tell where they begin: …的意见|云政发〔2031〕7号|各乡镇人民政府：|为…。|一、总体要求|（一）目标。…|云溪县人民政府2031年3月5日

use super::address;
use super::document_number::is_document_number;
use super::run_on;
use super::shape;
use crate::numbering::{Form, counts_on, marker};
use crate::text::{window_after, window_before};

/// The fewest bytes of a line that is a document.
const SHORTEST: usize = 2400;
/// The most characters of a document's title, of what stands before the bracket of its number, of its number, of those
/// whom it addresses, of a heading that the number of the next one follows without a mark, and of a signature.
const TITLE: usize = 90;
const AGENCY: usize = 10;
const NUMBER: usize = 30;
const ADDRESSEES: usize = 90;
const HEADING: usize = 40;
const SIGNATURE: usize = 60;

/// The forms of headings, the outer before the inner.
const FORMS: [Form; 5] = [
    Form::Part,
    Form::Chapter,
    Form::Clause,
    Form::Section,
    Form::Article,
];

/// Where in `line` a new line begins: bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    if line.len() < SHORTEST {
        return Vec::new();
    }
    let mut places = head(line);
    let numbers = numbers(line);
    let chain = chain(&numbers, &FORMS);
    let is_deep = chain.windows(2).any(|pair| pair[0].form != pair[1].form);
    // 一、…；二、… in a long paragraph are items of a list, where nothing tells a document.
    if !places.is_empty() || is_deep {
        places.extend(chain.iter().map(|number| number.at));
        places.extend(signature(line));
    }
    places.retain(|at| *at > 0);
    places.sort_unstable();
    places.dedup();
    places
}

/// A number that a heading may begin with.
#[derive(Clone, Copy)]
struct Number {
    at: usize,
    form: Form,
    number: u32,
}

/// The numbers behind the end of a sentence, and those of inner headings right behind the words of an outer one.
fn numbers(line: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut is_behind = true;
    // Where the words of a heading begin that no mark has ended yet.
    let mut open: Option<usize> = None;
    for (at, character) in line.char_indices() {
        let near = open.filter(|from| (*from..=*from + HEADING * '一'.len_utf8()).contains(&at));
        let rest = &line[at..];
        if (is_behind || near.is_some())
            && let Some(number) = marker(rest)
            && FORMS.contains(&number.form)
            && !counts_on(rest, number)
            && (is_behind
                || found
                    .last()
                    .is_some_and(|outer| rank(outer.form) < rank(number.form)))
        {
            found.push(Number {
                at,
                form: number.form,
                number: number.number,
            });
            open = Some(at + number.length);
        }
        is_behind = matches!(
            character,
            '。' | '！' | '!' | '？' | '?' | '；' | ';' | '：' | '”' | '）'
        ) || is_behind && character == ' ';
        if matches!(
            character,
            '。' | '！' | '!' | '？' | '?' | '；' | ';' | '：' | '，'
        ) {
            open = open.filter(|from| *from > at);
        }
    }
    found
}

fn rank(form: Form) -> Option<usize> {
    FORMS.iter().position(|one| *one == form)
}

/// The numbers of headings: those of the outermost form that counts on from one, and of inner ones between them. The
/// articles of a rule count on over its chapters.
fn chain(numbers: &[Number], forms: &[Form]) -> Vec<Number> {
    let Some((form, inner)) = forms.split_first() else {
        return Vec::new();
    };
    let mut own = numbers.iter().filter(|number| number.form == *form);
    let mut wanted = match form {
        Form::Clause => own.clone().next().map_or(1, |first| first.number),
        _ => 1,
    };
    let mut places = Vec::new();
    while let Some(next) = own.find(|number| number.number == wanted) {
        places.push(next.at);
        wanted += 1;
    }
    if places.len() < 2 {
        return chain(numbers, inner);
    }
    let index = |at: usize| numbers.partition_point(|number| number.at < at);
    let ends = places[1..]
        .iter()
        .map(|at| index(*at))
        .chain([numbers.len()]);
    let mut found = Vec::new();
    for (start, end) in places.iter().map(|at| index(*at)).zip(ends) {
        found.push(numbers[start]);
        found.extend(chain(&numbers[start + 1..end], inner));
    }
    found
}

/// Where the parts of a document's head begin: its number or those whom it addresses behind its title, and its text.
fn head(line: &str) -> Vec<usize> {
    let near = window_after(line, 0, TITLE + NUMBER);
    let numbered = near.find('〔').and_then(|bracket| {
        let end = bracket + near[bracket..].find('号')? + '号'.len_utf8();
        let start = behind_title(line, bracket, |at| is_document_number(&line[at..end]))?;
        Some((start, end))
    });
    let from = numbered.map_or(0, |(_, end)| end);
    let window = match numbered {
        Some(_) => window_after(line, from, ADDRESSEES),
        None => window_after(line, 0, TITLE + ADDRESSEES),
    };
    let colon = window.find('：').map(|at| from + at + '：'.len_utf8());
    let mut places = Vec::new();
    if let Some((start, end)) = numbered {
        places.extend([start, end]);
        let addresses = |end: &usize| address::is_addressees(line[from..*end].trim());
        places.extend(colon.filter(addresses));
    } else if let Some(colon) = colon {
        // …的通知|各乡镇人民政府：|…
        let addresses = |at: usize| address::is_addressees(&line[at..colon]);
        let ends = line[..colon].char_indices().map(|(at, _)| at).skip(4);
        let start = ends
            .filter(|&at| shape::title_kind(&line[..at]).is_some())
            .find(|&at| addresses(at));
        places.extend(start.into_iter().flat_map(|start| [start, colon]));
    }
    places
}

/// Where the words before `bracket` begin that stand behind a title and are as they should be.
fn behind_title(line: &str, bracket: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let near = window_before(line, bracket, AGENCY);
    let from = bracket - near.len();
    let mut places = near.char_indices().map(|(at, _)| from + at);
    // 根据《…的通知》（云政发〔2031〕7号），…: another text's.
    let is_named = |at: usize| {
        let (title, behind) = line.split_at(at);
        title.ends_with(['》', '（', '('])
            || title.contains(['。', '，', '；', ';'])
            || behind.starts_with(['和', '及', '与'])
            || !behind.starts_with(char::is_alphabetic)
    };
    places.find(|&at| shape::title_kind(&line[..at]).is_some() && !is_named(at) && fits(at))
}

/// Where the signature begins behind the last sentence, and its date: …。|云溪县人民政府|2031年3月5日
fn signature(line: &str) -> Vec<usize> {
    let near = window_before(line, line.len(), SIGNATURE);
    let from = line.len() - near.len();
    let Some(end) = near.rfind('。').map(|at| from + at + '。'.len_utf8()) else {
        return Vec::new();
    };
    let dated = run_on::signed(&line[end..]);
    let dated = dated.into_iter().map(|at| end + at);
    let mut places = dated.peekable();
    match places.peek() {
        Some(_) => std::iter::once(end).chain(places).collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::breaks;
    use crate::layout::lines;

    fn pieces(line: &str) -> Vec<&str> {
        lines::pieces(line, &breaks(line))
    }

    #[test]
    fn a_document_on_one_line_is_taken_apart() {
        let text = "要抓好建园和管护，办好果业合作社，让群众增收。".repeat(10);
        let line = format!(
            "云溪县人民政府关于加快果业发展的意见云政发〔2031〕7号各乡镇人民政府，县直各部门：为加快发展，提出如下意见。\
             一、总体要求（一）指导思想。{text}（二）目标。到2033年，果园达到3万亩。二、主要任务（一）建园。{text}\
             （二）管护。1.修剪。{text}2.浇水。{text}云溪县人民政府2031年3月5日"
        );
        let found: Vec<String> = (pieces(&line).iter())
            .map(|piece| piece.chars().take(8).collect())
            .collect();
        assert_eq!(
            found,
            [
                "云溪县人民政府关",
                "云政发〔2031",
                "各乡镇人民政府，",
                "为加快发展，提出",
                "一、总体要求",
                "（一）指导思想。",
                "（二）目标。到2",
                "二、主要任务",
                "（一）建园。要抓",
                "（二）管护。",
                "1.修剪。要抓好",
                "2.浇水。要抓好",
                "云溪县人民政府",
                "2031年3月5",
            ]
        );
    }

    #[test]
    fn a_long_paragraph_with_a_list_is_one() {
        let text = "要抓好建园和管护，办好果业合作社，让群众增收。".repeat(20);
        let line = format!("全县要做到以下几点：一、建园。{text}二、管护。{text}三、销售。{text}");
        assert_eq!(pieces(&line), [&*line]);
        let line = format!("根据《关于做好建园工作的通知》（云政办〔2031〕7号），{text}{text}");
        assert_eq!(pieces(&line), [&*line]);
    }
}
