//! What a notice issues, run into one line with the notice's signature: 云溪县人民政府|2031年3月5日|云溪县果业规划|为加快…

use super::{date, posts};
use crate::text::window_after;

/// The most characters of a body that signs, and of what stands between a signature and the title behind it.
const SIGNER: usize = 30;
const BETWEEN: usize = 60;
/// The most titles that a line gives, those that are kept before the last one, and the characters of one: at most and at
/// least.
const MOST: usize = 8;
const SHORTEST: usize = 4;
const TITLE: usize = 90;
/// The words of a notice that issues something.
const ISSUES: [&str; 4] = ["印发", "转发", "下发", "发给"];

/// The titles that the lines read so far say they issue.
#[derive(Default)]
pub(super) struct Issued(Vec<String>);

impl Issued {
    /// Takes in a line of the source.
    pub fn take(&mut self, line: &str) {
        if self.0.len() >= MOST || !ISSUES.iter().any(|word| line.contains(word)) {
            return;
        }
        let titles = line
            .match_indices('《')
            .take(MOST)
            .filter_map(|(open, mark)| {
                let rest = window_after(&line[open + mark.len()..], 0, TITLE);
                // 《关于印发〈…〉的通知》 ends with the outer mark.
                Some(rest[..rest.find('》')?].to_owned())
            });
        let known = &mut self.0;
        for title in titles {
            if title.chars().nth(SHORTEST).is_some() && !known.contains(&title) {
                known.push(title);
            }
        }
    }

    /// Where in `line` a new line begins: bytes, ascending.
    pub fn breaks(&self, line: &str) -> Vec<usize> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let Some(signed) = date::first_date(window_after(line, 0, BETWEEN)) else {
            return Vec::new();
        };
        let (start, end) = (signed.span.start, signed.span.end);
        // 县水利局2025年制定…: a signature has its day.
        if !line[start..end].ends_with(['日', '号']) {
            return Vec::new();
        }
        if line[..start].chars().count() > SIGNER || !posts::is_body_name(line[..start].trim()) {
            return Vec::new();
        }
        let near = window_after(&line[end..], 0, BETWEEN + TITLE);
        let titles = self
            .0
            .iter()
            .filter_map(|title| Some((end + near.find(&**title)?, title)));
        let first = titles.min_by_key(|(at, title)| (*at, std::cmp::Reverse(title.len())));
        let Some((at, title)) = first.filter(|(at, _)| line[end..*at].chars().count() <= BETWEEN)
        else {
            return Vec::new();
        };
        let between = line[end..at].trim();
        // （此件公开发布）
        let is_note = between.starts_with(['（', '(']) && between.ends_with(['）', ')']);
        if !between.is_empty() && !is_note && !between.ends_with(ISSUES[0]) {
            return Vec::new();
        }
        let mut places = vec![start, end, at, at + title.len()];
        places.retain(|at| (1..line.len()).contains(at));
        places.dedup();
        places
    }
}

#[cfg(test)]
mod tests {
    use super::Issued;
    use crate::layout::lines;

    #[test]
    fn what_is_issued_stands_behind_the_signature() {
        let mut issued = Issued::default();
        issued.take("现将《云溪县果业规划》印发给你们，请认真执行。");
        let pieces = |line| lines::pieces(line, &issued.breaks(line));
        assert_eq!(
            pieces("云溪县人民政府2031年3月5日云溪县果业规划为加快果业发展，制定本规划。"),
            [
                "云溪县人民政府",
                "2031年3月5日",
                "云溪县果业规划",
                "为加快果业发展，制定本规划。"
            ]
        );
        assert_eq!(
            pieces(
                "云溪县人民政府2031年3月5日云溪县人民政府办公室2031年3月6日印发云溪县果业规划为加快果业发展，制定本规划。"
            )[2],
            "云溪县人民政府办公室2031年3月6日印发"
        );
        assert_eq!(
            pieces(
                "云溪县人民政府2031年3月5日（此件公开发布）云溪县果业规划为加快果业发展，制定本规划。"
            )[3],
            "云溪县果业规划"
        );
        for whole in [
            "云溪县人民政府2031年3月5日印发了《云溪县果业规划》，各乡镇已经落实。",
            "果农王大山2031年3月5日云溪县果业规划出台后建了园。",
            "云溪县人民政府2031年3月5日决定抓好建园。",
        ] {
            assert_eq!(pieces(whole), [whole]);
        }
    }
}
