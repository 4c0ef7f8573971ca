//! A whole text on one line, its paragraphs divided by spaces alone, and a head that is run together:
//! 新华社北京3月5日电在…的讲话（2031年3月5日，北京）市长　王大山各位来宾：

use super::address;
use super::byline::byline;
use super::date;
use super::dispatch;
use super::document_number;
use super::occasion;
use super::posts;
use super::shape;
use crate::lexicon::page_labels::{self, States};
use crate::lexicon::salutations::{Stand, TABLE};
use crate::lexicon::title_endings::Kind;
use crate::lexicon::trailers;
use crate::text::{window_after, window_before};

/// The fewest bytes of a line that may be several, and how many divisions it has at least; one stands behind a
/// sentence.
const SHORTEST: usize = 300;
const DIVISIONS: usize = 3;

/// The most characters before the stamp of a page; the bytes of a year and of a day in it.
const STAMP: usize = 160;
const YEAR: usize = 4;
const DAY: usize = 10;

/// The half characters of the space between two paragraphs, where it alone divides them.
const WIDE: usize = 4;

/// The most characters of a title, of the bracket with date and place, of the speaker, of a salutation.
const TITLE: usize = 80;
const BRACKET: usize = 40;
const SPEAKER: usize = 40;
const SALUTATION: usize = 120;

/// Where in `line` a new line begins: bytes, ascending.
pub(super) fn breaks(line: &str) -> Vec<usize> {
    // Most long lines are told off by a search for what divides.
    let divided = || {
        ["\u{3000}", "\u{2003}", "    "]
            .iter()
            .any(|space| line.contains(space))
    };
    if line.len() < SHORTEST {
        let signed = signed(line);
        return match signed.is_empty() {
            true => behind_occasion(line).into_iter().collect(),
            false => signed,
        };
    }
    if !divided() {
        return stamped_head(line);
    }
    let Some(mut places) = [WIDE, WIDE / 2]
        .into_iter()
        .map(|width| divisions(line, width))
        .find(|places| divides(line, places))
    else {
        return Vec::new();
    };
    let starts = std::iter::once(0).chain(places.clone());
    let ends = places.iter().copied().chain([line.len()]);
    let heads: Vec<usize> = starts
        .zip(ends)
        .flat_map(|(start, end)| {
            head(&line[start..end])
                .into_iter()
                .map(move |at| start + at)
        })
        .collect();
    places.extend(heads);
    places.sort_unstable();
    places.dedup();
    places
}

/// Where the parts of a head begin that stands before the text on one line, with the stamp of its page or without:
/// …上的致辞2031-03-0608:30来源：…（2031年3月5日，云溪）…
fn stamped_head(line: &str) -> Vec<usize> {
    let mut places = stamp(line).unwrap_or_default();
    let title = &line[..places.first().copied().unwrap_or_default()];
    go_on(&mut places, line, |rest| {
        again(title, rest).into_iter().collect()
    });
    go_on(&mut places, line, numbered);
    go_on(&mut places, line, head);
    places.retain(|at| (1..line.len()).contains(at));
    places.dedup();
    places
}

/// Looks for the next part of a head behind those that were found.
fn go_on(places: &mut Vec<usize>, line: &str, part: impl Fn(&str) -> Vec<usize>) {
    let from = places.last().copied().unwrap_or_default();
    places.extend(part(&line[from..]).into_iter().map(|at| from + at));
}

/// Where the number of a document ends that a line begins with, and those whom it addresses:
/// 云政发〔2031〕7号|各乡镇人民政府，县直各部门：|…
fn numbered(line: &str) -> Vec<usize> {
    /// The most characters of the number, and of the addressees.
    const NUMBER: usize = 30;
    const ADDRESSEES: usize = 80;
    let near = window_after(line, 0, NUMBER);
    let Some(end) = near.find('号').map(|at| at + '号'.len_utf8()) else {
        return Vec::new();
    };
    if !document_number::is_document_number(line[..end].trim()) {
        return Vec::new();
    }
    let behind = window_after(&line[end..], 0, ADDRESSEES);
    let colon = behind
        .char_indices()
        .find(|(_, sign)| matches!(sign, '：' | ':'));
    let colon = colon.map(|(at, sign)| end + at + sign.len_utf8());
    let addresses = |&at: &usize| address::is_addressees(line[end..at].trim());
    std::iter::once(end)
        .chain(colon.filter(addresses))
        .collect()
}

/// Where the title of a page stands again behind its stamp, without who spoke: 来源：云溪网|在云溪果业大会上的致辞
fn again(title: &str, rest: &str) -> Option<usize> {
    /// The most characters between the two.
    const BETWEEN: usize = 20;
    let own = &title[title.find(OCCASION)?..];
    let own = own.split(['（', '(']).next().unwrap_or(own).trim();
    let at = rest
        .find(own)
        .filter(|_| own.chars().count() > BETWEEN / 2)?;
    (at > 0 && rest[..at].chars().count() <= BETWEEN && dispatch::wire_end(&rest[..at]).is_none())
        .then_some(at)
}

/// What an occasion begins with in a title.
const OCCASION: &str = "在";

/// Where the stamp of a page begins and ends near the head of a line: 2031-03-0608:30, 发布日期:2031-03-06.
fn stamp(line: &str) -> Option<Vec<usize>> {
    let head = window_after(line, 0, STAMP);
    let mut dates = head.match_indices('-').filter_map(|(mark, _)| {
        let start = mark.checked_sub(YEAR)?;
        date::date_at(head.get(start..start + DAY)?, 0).filter(|date| date.span.end == DAY)?;
        let end = start + DAY + hour(&line[start + DAY..]);
        let before = line[..start].trim_end_matches([':', '：', ' ']);
        let label = page_labels::TABLE.longest_at_end(before);
        let label = label.filter(|row| matches!(row.states, States::Date | States::Posted));
        let label = label.map(|row| before.len() - row.label.len());
        (label.is_some() || end > start + DAY).then(|| vec![label.unwrap_or(start), end])
    });
    dates.next()
}

/// The bytes of an hour at the beginning of a text: 08:30, 08:30:15.
fn hour(text: &str) -> usize {
    let is_part = |part: &[u8]| part.iter().all(u8::is_ascii_digit);
    let mut end = 0;
    let bytes = text.trim_start_matches(' ').as_bytes();
    while let Some([first @ .., mark]) = bytes.get(end..end + 3)
        && is_part(first)
        && *mark == b':'
        && bytes.get(end + 3..end + 5).is_some_and(is_part)
    {
        end += 3;
    }
    match end {
        0 => 0,
        end => text.len() - bytes.len() + end + 2,
    }
}

/// Where the date and the note behind it begin on a line that signs a text: 云溪县人民政府 2031年3月5日 （此件公开发布）
pub(super) fn signed(line: &str) -> Vec<usize> {
    let Some(date) = date::first_date(line) else {
        return Vec::new();
    };
    let issuer = line[..date.span.start].trim();
    let rest = line[date.span.end..].trim();
    let note = rest.trim_start_matches(['（', '(']);
    let is_note = rest.is_empty()
        || note.len() < rest.len()
            && trailers::TABLE
                .beginning(note, trailers::Stand::Begins)
                .is_some();
    if !is_note || !posts::is_body_name(issuer) {
        return Vec::new();
    }
    let behind = line.len() - line[date.span.end..].trim_start().len();
    let places = [date.span.start, behind].into_iter();
    places.filter(|at| *at < line.len()).collect()
}

/// Where a line that tells an occasion goes on with who spoke: 2031年3月5日在云溪县第九届人民代表大会上|县长 王大山
fn behind_occasion(line: &str) -> Option<usize> {
    let end = line
        .match_indices(OCCASION_END)
        .map(|(at, end)| at + end.len());
    end.filter(|&end| line[end..].starts_with(char::is_whitespace))
        .find(|&end| {
            occasion::occasion_line(&line[..end])
                && byline(line[end..].trim()).is_some_and(|name| name.sure)
        })
}

/// What an occasion ends with: 在…会议上.
const OCCASION_END: &str = "上";

/// Whether spaces at these places divide paragraphs: they are several, and one stands behind a sentence.
fn divides(line: &str, places: &[usize]) -> bool {
    let ends = |&at: &usize| line[..at].ends_with(['。', '！', '？']);
    places.len() >= DIVISIONS && places.iter().any(ends)
}

/// Where spaces of this `width` or more begin behind words. One of less than [`WIDE`] divides where a sentence or a
/// bracket ends before it, or a number, a bracket or a salutation begins there; so does that behind a heading.
fn divisions(line: &str, width: usize) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    // Where the space began, and its width.
    let (mut start, mut run) = (0, 0);
    for (at, character) in line.char_indices() {
        if character.is_whitespace() {
            start = if run == 0 { at } else { start };
            run += if character == ' ' { 1 } else { 2 };
            continue;
        }
        let from = places.last().copied().unwrap_or_default();
        let (words, rest) = (line[from..start].trim(), &line[at..]);
        let told = || {
            shape::is_closed(words)
                || shape::opens(rest)
                || shape::opens(words)
                || rest.starts_with(['（', '('])
                || TABLE.beginning(rest, Stand::Alone).is_some()
        };
        if run >= width && !words.is_empty() && (width == WIDE || told()) {
            places.push(start);
        }
        run = 0;
    }
    places
}

/// Where the parts of a head begin that is run together with its date in brackets: the title, the bracket, the
/// speaker, the salutation, the text.
fn head(piece: &str) -> Vec<usize> {
    let from = wire(piece);
    let start = from + dispatch::wire_end(&piece[from..]).unwrap_or(0);
    let rest = &piece[start..];
    let dated = |open: usize, mark: &str| {
        let inside = &rest[open + mark.len()..];
        date::date_at(inside, 0)?;
        let close = window_after(inside, 0, BRACKET).find(['）', ')'])?;
        // Both are as wide.
        Some(open + mark.len() + close + mark.len())
    };
    let brackets = window_after(rest, 0, TITLE + 1).match_indices(['（', '(']);
    let Some((open, close)) = brackets
        .filter_map(|(open, mark)| Some((open, dated(open, mark)?)))
        .find(|&(_, close)| rest.is_char_boundary(close))
    else {
        return Vec::new();
    };
    let Some(named) = title_end(&rest[..open]) else {
        return Vec::new();
    };
    let mut places = vec![from, start, start + named, start + open, start + close];
    let behind = &rest[close..];
    if let Some((speaker, salutation)) = speaker(behind) {
        places.extend([speaker, salutation].map(|at| start + close + at));
    }
    places.retain(|at| (1..piece.len()).contains(at));
    places
}

/// Where the agency's sign begins near the head of a piece, behind the source that a page names: 来源：新华社|新华社北京3月5日电
fn wire(piece: &str) -> usize {
    /// The most characters before it.
    const SOURCE: usize = 16;
    let near = window_after(piece, 0, SOURCE);
    let wired = |at: &usize| {
        let behind_source = *at == 0 || !piece[..*at].trim().is_empty();
        behind_source && dispatch::wire_end(&piece[*at..]).is_some()
    };
    near.char_indices()
        .map(|(at, _)| at)
        .rfind(wired)
        .unwrap_or(0)
}

/// Where the title of a speech ends that stands before its date, with who spoke behind it or without: 在…会议上的讲话|王大山
fn title_end(lead: &str) -> Option<usize> {
    let is_title = |words: &str| {
        !words.contains('。') && shape::title_kind(words.trim()) == Some(Kind::Speech)
    };
    if is_title(lead) {
        return Some(lead.len());
    }
    let near = window_before(lead, lead.len(), SPEAKER);
    let from = lead.len() - near.len();
    let ends = near.char_indices().map(|(at, _)| from + at);
    let mut ends = ends.filter(|&at| byline(lead[at..].trim()).is_some());
    ends.find(|&at| is_title(&lead[..at]))
}

/// Where the speaker's name ends, and the salutation behind it: bytes of `text`.
fn speaker(text: &str) -> Option<(usize, usize)> {
    let window = window_after(text, 0, SPEAKER);
    let ends = window
        .char_indices()
        .map(|(at, _)| at)
        .skip(2)
        .chain([window.len()]);
    let mut named = ends.filter(|&end| byline(text[..end].trim()).is_some_and(|name| name.sure));
    let greets = |&end: &usize| {
        let stands = [Stand::Begins, Stand::Alone];
        stands
            .iter()
            .any(|stand| TABLE.beginning(&text[end..], *stand).is_some())
    };
    let Some(end) = named.find(greets) else {
        let alone = window.len() == text.len() && byline(text.trim()).is_some();
        return alone.then_some((text.len(), text.len()));
    };
    let near = window_after(&text[end..], 0, SALUTATION);
    let mut marks = near.char_indices();
    let (salutation, mark) = marks.find(|(_, sign)| matches!(sign, '：' | '！' | ':' | '!'))?;
    Some((end, end + salutation + mark.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::lines;

    fn pieces(line: &str) -> Vec<&str> {
        lines::pieces(line, &breaks(line))
    }

    #[test]
    fn paragraphs_divided_by_spaces_are_told() {
        let text = "我们要把果业做成富民产业，把村庄建成宜居家园。".repeat(8);
        let line = format!(
            "同志们：\u{3000}\u{3000}{text}\u{3000}\u{3000}一、抓好建园\u{3000}\u{3000}{text}"
        );
        assert_eq!(pieces(&line), ["同志们：", &text, "一、抓好建园", &text]);
        let single = line.replace("\u{3000}\u{3000}", "\u{3000}");
        assert_eq!(pieces(&single), ["同志们：", &text, "一、抓好建园", &text]);
        let plain = line.replace("\u{3000}\u{3000}", "    ");
        assert_eq!(pieces(&plain), ["同志们：", &text, "一、抓好建园", &text]);
    }

    #[test]
    fn a_head_that_is_run_together_is_taken_apart() {
        let text = "很高兴来到云溪，同大家共商果业发展大计。".repeat(12);
        let line = format!(
            "\u{2003}\u{2003}新华社云溪3月5日电携手兴果业\u{3000}共走富民路——在云溪果业大会上的致辞（2031年3月5日，云溪）\
             云溪市市长\u{3000}王大山各位来宾，女士们，先生们：\u{2003}\u{2003}{text}\u{2003}\u{2003}{text}\u{2003}\u{2003}{text}"
        );
        assert_eq!(
            pieces(&line)[..6],
            [
                "新华社云溪3月5日电",
                "携手兴果业\u{3000}共走富民路——在云溪果业大会上的致辞",
                "（2031年3月5日，云溪）",
                "云溪市市长\u{3000}王大山",
                "各位来宾，女士们，先生们：",
                &text,
            ]
        );
    }

    #[test]
    fn the_stamp_of_a_page_is_taken_out_of_a_head() {
        let text = "很高兴来到云溪，同大家共商果业发展大计。".repeat(12);
        let line = format!("王大山在云溪果业大会上的致辞2031-03-0608:30来源：云溪网{text}");
        let stamped = ["王大山在云溪果业大会上的致辞", "2031-03-0608:30"];
        assert_eq!(pieces(&line)[..2], stamped);
        let line = format!(
            "王大山在云溪果业大会上的致辞2031-03-0608:30来源：云溪网在云溪果业大会上的致辞王大山（2031年3月5日）{text}"
        );
        assert_eq!(
            pieces(&line)[2..5],
            ["来源：云溪网", "在云溪果业大会上的致辞", "王大山"]
        );
        let line = format!(
            "王大山在云溪果业大会上的致辞2031-03-0608:30来源：新华社新华社云溪3月5日电在云溪果业大会上的致辞王大山（2031年3月5日）{text}"
        );
        assert_eq!(pieces(&line)[3..5], ["在云溪果业大会上的致辞", "王大山"]);
        let line = format!("关于抓好春耕的通知发布日期：2031-03-06各乡镇：{text}");
        assert_eq!(pieces(&line)[1], "发布日期：2031-03-06");
        let line = format!("2031-03-06 08:30 云溪网：{text}");
        assert_eq!(pieces(&line)[0], "2031-03-06 08:30");
        let line = format!("云溪果业2031-03-06年会综述：{text}");
        assert_eq!(pieces(&line).len(), 1);
    }

    #[test]
    fn the_signature_of_a_text_is_taken_apart() {
        let line = "云溪县人民政府办公室　　2031年3月5日　　（此件公开发布）";
        assert_eq!(
            pieces(line),
            ["云溪县人民政府办公室", "2031年3月5日", "（此件公开发布）"]
        );
        assert_eq!(pieces("云溪县人民政府2031年3月5日会议纪要").len(), 1);
    }

    #[test]
    fn an_occasion_and_the_speaker_behind_it_are_two_lines() {
        let line = "2031年3月5日在云溪县第九届人民代表大会第二次会议上 云溪县县长\u{3000}王大山";
        assert_eq!(pieces(line)[1], "云溪县县长\u{3000}王大山");
        assert_eq!(
            breaks("2031年3月5日在云溪县上 游河段 开工"),
            Vec::<usize>::new()
        );
    }

    #[test]
    fn a_long_paragraph_and_a_name_set_wide_are_one_line() {
        let text = "市长李\u{3000}\u{3000}强在会上强调，要抓好春耕。".repeat(2)
            + &"各地要备足种子。".repeat(40);
        assert_eq!(breaks(&text), Vec::<usize>::new());
    }
}
