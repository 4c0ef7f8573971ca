//! Names of people in bylines: 市长 王某某, 作者：李某, 陈 立 新.

use super::person_names::{count, is_common_word, is_name, is_of_han, is_surname};
use super::posts::{ends_with_role, is_body_name, is_post_or_body, post, post_and_name};
use super::shape::unspaced;
use crate::lexicon::byline_labels;
use crate::model::Span;

/// A person named in a byline; spans are bytes of the byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    /// The name without inner spaces.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The post.
    pub role: Option<String>,
    /// The body that the person belongs to.
    pub organisation: Option<String>,
    /// The number behind the name under which a journal lists the body: 吴启明1
    pub mark: Option<char>,
}

/// What a byline's line looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Byline {
    /// The people named.
    pub people: Vec<Person>,
    /// Whether a post, a body, a label or a set-wide name makes it sure; a bare name may be a word.
    pub sure: bool,
    /// Whether a label says so: 作者：…
    pub labelled: bool,
}

/// Reads a byline; `None` where the line names no person.
pub(super) fn byline(line: &str) -> Option<Byline> {
    if let Some(byline) = marked_names(line) {
        return Some(byline);
    }
    if line.len() > 300 || line.contains(['。', '；', ';', '，', '！', '!', '？', '?', '“'])
    {
        return None;
    }
    let (body, labelled) = body(line);
    let tokens: Vec<&str> = body
        .of(line)
        .split(|c: char| c.is_whitespace() || "、/／|（）()：:".contains(c))
        .filter(|token| !token.is_empty())
        .collect();
    if tokens.is_empty() || tokens.len() > 24 {
        return None;
    }
    let mut reader = Reader {
        line,
        tokens: &tokens,
        people: Vec::new(),
        before: None,
        sure: labelled,
        labelled,
    };
    let mut at = 0;
    while at < tokens.len() {
        at += reader.take(at)?;
    }
    reader.finish()
}

/// Reads a byline's words.
struct Reader<'r> {
    line: &'r str,
    /// The words between spaces.
    tokens: &'r [&'r str],
    people: Vec<Person>,
    /// The words before the next name.
    before: Option<Span>,
    sure: bool,
    labelled: bool,
}

impl Reader<'_> {
    /// Takes in what stands at a word and tells how many words that are; nothing in no byline.
    fn take(&mut self, at: usize) -> Option<usize> {
        let token = self.tokens[at];
        let span = Span::of_part(token, self.line);
        let end_of = |at: usize| Span::of_part(self.tokens[at], self.line).end;
        // A name set wide: single characters with spaces between.
        let wide = wide_from(self.tokens, at);
        if (2..=4).contains(&wide) {
            let span = Span::new(span.start, end_of(at + wide - 1));
            let name = self.tokens[at..at + wide].concat();
            // 国 务 院 is a body, set wide.
            if !is_name(&name, self.before.is_some()) || is_body_name(&name) {
                return None;
            }
            self.sure |= wide > 2 || self.before.is_some();
            self.person(name, span);
            return Some(wide);
        }
        // A name set wide after its post: 省长李　强
        let split = token.char_indices().next_back().map_or(0, |(last, _)| last);
        let size = wide_from(self.tokens, at + 1);
        if (1..=2).contains(&size)
            && ends_with_role(&token[..split]).is_some()
            && is_surname(&token[split..])
        {
            let name = Span::new(span.start + split, end_of(at + size));
            self.after_post(span.start, name);
            return Some(size + 1);
        }
        let after_post = |span: Span| ends_with_role(span.of(self.line)).is_some();
        if is_name(token, self.before.is_some_and(after_post)) && !is_post_or_body(token) {
            self.sure |= self.before.is_some();
            self.person(token.to_owned(), span);
        } else if let Some(split) = post_and_name(token) {
            self.after_post(span.start, Span::new(span.start + split, span.end));
        } else if is_post_or_body(token)
            || self.before.is_some()
            || at == 0 && self.tokens.len() > 1
        {
            let start = self.before.map_or(span.start, |before| before.start);
            self.before = Some(Span::new(start, span.end));
        } else {
            return None;
        }
        Some(1)
    }

    fn person(&mut self, name: String, span: Span) {
        let before = self.before.take();
        self.people.push(person(self.line, name, span, before));
    }

    /// A name behind its post, which begins at `post` or before.
    fn after_post(&mut self, post: usize, name: Span) {
        let start = self.before.map_or(post, |span| span.start);
        self.before = Some(Span::new(start, name.start));
        self.sure = true;
        self.person(unspaced(name.of(self.line)), name);
    }

    fn finish(mut self) -> Option<Byline> {
        // A post after the name: 王某某（市长）
        if let Some(rest) = self.before {
            let words = rest.of(self.line);
            let last = self.people.last_mut();
            let last = last.filter(|last| is_post_or_body(words) && last.role.is_none())?;
            (last.organisation, last.role) = post(words);
            self.sure = true;
        }
        // Words before a name that are neither post nor body make a sentence, not a byline.
        let fits = |person: &Person| {
            let body = person.organisation.as_deref();
            person.role.is_some() || body.is_none_or(is_post_or_body)
        };
        (!self.people.is_empty() && self.people.iter().all(fits)).then_some(Byline {
            people: self.people,
            sure: self.sure,
            labelled: self.labelled,
        })
    }
}

/// 吴启明1，何芳2: names with the numbers of their bodies, as journals print them.
fn marked_names(line: &str) -> Option<Byline> {
    let numbers = |c: char| mark(c).is_some() || matches!(c, '*' | '＊');
    if line.len() > 300 || !line.contains(numbers) {
        return None;
    }
    let (body, _) = body(line);
    let mut people = Vec::new();
    let mut marked = false;
    for part in body
        .of(line)
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；'))
    {
        let name = part.trim_end_matches(numbers);
        if name.is_empty() {
            continue;
        }
        if !is_name(name, false) {
            return None;
        }
        marked |= name.len() < part.len();
        people.push(Person {
            mark: part[name.len()..].chars().find_map(mark),
            ..person(line, name.to_owned(), Span::of_part(name, line), None)
        });
    }
    // One word and a figure is anything.
    (marked && people.len() > 1).then_some(Byline {
        people,
        sure: true,
        labelled: false,
    })
}

/// The digit that a number behind a name, or before its body, is.
pub(super) fn mark(character: char) -> Option<char> {
    match character {
        '1'..='9' => Some(character),
        '¹' | '①' => Some('1'),
        '²' | '②' => Some('2'),
        '³' | '③' => Some('3'),
        '⁴' | '④' => Some('4'),
        '⁵' | '⑤' => Some('5'),
        _ => None,
    }
}

/// A line of two to four characters where only a person can be named, whatever the surname.
pub(super) fn unknown_name(line: &str) -> Option<Byline> {
    let name = unspaced(line);
    let fits = (2..=4).contains(&count(&name)) && is_of_han(&name) && !is_post_or_body(&name);
    (fits && !is_common_word(&name)).then(|| Byline {
        people: vec![person(line, name, Span::new(0, line.len()), None)],
        sure: true,
        labelled: false,
    })
}

/// The number of single characters that stand from the token at `at` on.
fn wide_from(tokens: &[&str], at: usize) -> usize {
    let single = |token: &&&str| is_of_han(token) && count(token) == 1;
    tokens[at..].iter().take_while(single).count()
}

/// A byline's line without brackets and label: where its words stand.
fn body(line: &str) -> (Span, bool) {
    let text = line.trim_matches(|c: char| c.is_whitespace() || "（(）)【】—-□■◎○●".contains(c));
    let rest = byline_labels::TABLE.behind(text).and_then(|(row, rest)| {
        let marked = rest.strip_prefix(['：', ':', '/', '／', '|', '丨']);
        marked.or_else(|| rest.strip_prefix(' ').filter(|_| row.spaced))
    });
    let words = rest.map_or(text, str::trim_start);
    (Span::of_part(words, line), rest.is_some())
}

pub(super) fn person(line: &str, name: String, span: Span, before: Option<Span>) -> Person {
    let (organisation, role) = before.map_or((None, None), |before| post(before.of(line)));
    Person {
        name,
        span,
        role,
        organisation,
        mark: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[allow(clippy::type_complexity)]
    fn read(line: &str) -> Option<Vec<(String, Option<String>, Option<String>)>> {
        byline(line).map(|byline| {
            byline
                .people
                .into_iter()
                .map(|person| {
                    assert_eq!(
                        person.span.of(line).split_whitespace().collect::<String>(),
                        person.name
                    );
                    (person.name, person.role, person.organisation)
                })
                .collect()
        })
    }

    #[test]
    fn people_are_read_with_post_and_body() {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        for (line, people) in [
            ("陈 立 新", vec![("陈立新", "", "")]),
            ("王建国", vec![("王建国", "", "")]),
            ("县长 王建国", vec![("王建国", "县长", "")]),
            (
                "云河县人民政府县长　王 建 国",
                vec![("王建国", "县长", "云河县人民政府")],
            ),
            (
                "中共云河县委党校 李梅",
                vec![("李梅", "", "中共云河县委党校")],
            ),
            ("（作者：赵一鸣）", vec![("赵一鸣", "", "")]),
            (
                "本报记者 孙小红 通讯员 周大为",
                vec![("孙小红", "记者", "本报"), ("周大为", "通讯员", "")],
            ),
            ("云河市市长李　强", vec![("李强", "市长", "云河市")]),
            ("国务院总理李大同", vec![("李大同", "总理", "国务院")]),
            ("张三 李四", vec![("张三", "", ""), ("李四", "", "")]),
            (
                "云河县农牧局党组书记、局长 额尔敦",
                vec![("额尔敦", "党组书记、局长", "云河县农牧局")],
            ),
            (
                "县委常委、宣传部部长 方明",
                vec![("方明", "常委、宣传部部长", "县委")],
            ),
            (
                "吴启明1,2，何芳2*",
                vec![("吴启明", "", ""), ("何芳", "", "")],
            ),
            ("欧阳明月", vec![("欧阳明月", "", "")]),
            (
                "市委书记 买买提·艾力",
                vec![("买买提·艾力", "书记", "市委")],
            ),
        ] {
            let expected = people
                .into_iter()
                .map(|(name, role, body)| (name.to_owned(), some(role), some(body)))
                .collect();
            assert_eq!(read(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn headings_are_no_bylines() {
        for line in [
            "高质量",
            "强化安全生产",
            "凝心聚力 挺膺担当",
            "全面推进乡村振兴",
            "加快建设 美丽云河",
            "前言",
            "会议指出",
            "云河县人民政府",
            "王家河2",
            "高标准1，农田2",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
