//! The data that a page of Markdown begins with, between two lines of dashes (front matter of YAML, as site generators read it).

/// The most lines of it.
const MOST_LINES: usize = 60;

/// The bytes of it that a source begins with, its last line of dashes included; `None` where there is none.
pub(super) fn front_matter(source: &str) -> Option<usize> {
    let bare = source.trim_start_matches(['\u{feff}', '\n', '\r']);
    let mut end = source.len() - bare.len();
    let mut lines = bare.split_inclusive('\n').take(MOST_LINES);
    let first = lines.next()?;
    if first.trim_end() != FENCE {
        return None;
    }
    end += first.len();
    let mut has_data = false;
    for line in lines {
        end += line.len();
        if line.trim_end() == FENCE {
            return has_data.then_some(end);
        }
        let is_data = states(line);
        let goes_on = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if !is_data && !goes_on {
            return None;
        }
        has_data |= is_data;
    }
    None
}

const FENCE: &str = "---";

/// title: …, page_order: 3
fn states(line: &str) -> bool {
    let key = line.split_once(':').map_or("", |(key, _)| key);
    key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_between_dashes_is_read() {
        for (source, rest) in [
            ("---\nsidebar: auto\n---\n\n# 云河县条例\n", "\n# 云河县条例\n"),
            (
                "\u{feff}---\r\ntitle: 云河县\r\ntags:\r\n  - 水利\r\n---\r\n正文",
                "正文",
            ),
        ] {
            assert_eq!(front_matter(source).map(|end| &source[end..]), Some(rest), "{source}");
        }
    }

    #[test]
    fn rules_and_dashes_of_a_text_are_none() {
        for source in [
            "---\n修渠清塘。\n---\n",
            "---\n---\n云河县条例",
            "---\ntitle: 云河县\n修渠清塘。",
            "云河县条例\n---\na: b\n---\n",
        ] {
            assert_eq!(front_matter(source), None, "{source}");
        }
    }
}
