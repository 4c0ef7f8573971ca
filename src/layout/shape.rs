//! What a stretch of text looks like: closed or hanging, running or short, a salutation, a title.

use std::sync::OnceLock;

use crate::lexicon::{Matcher, PAGE_LABELS, TITLE_ENDINGS};
use crate::outline::{Form, marker};

/// Whether `text` ends with a mark that closes a sentence, a list item or a quotation.
pub(super) fn is_closed(text: &str) -> bool {
    // 累计投入5.|3亿元: a point behind a figure is no end.
    if let Some(rest) = text.strip_suffix('.')
        && rest.ends_with(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    text.chars().next_back().is_some_and(|last| {
        matches!(
            last,
            '。' | '！'
                | '？'
                | '；'
                | '：'
                | '…'
                | '”'
                | '』'
                | '」'
                | '）'
                | '】'
                | '》'
                | '〉'
                | '!'
                | '?'
                | ';'
                | ':'
                | ')'
                | ']'
                | '.'
                | '’'
                | '〕'
                | '|'
                | '"'
        )
    })
}

/// Whether `text` begins with a mark that no sentence begins with.
pub(super) fn continues(text: &str) -> bool {
    text.starts_with([
        '，', '、', '。', '；', '：', '！', '？', '）', '”', '》', '』', '」', '%', '％', '’', ',',
        '〉',
    ])
}

/// Whether `text` stops where a sentence cannot: at a comma, an opening mark or a particle.
/// Prepositions are also the last characters of words (航向, 行为), so they count only in a line
/// that is longer than most headings.
pub(super) fn hangs(text: &str) -> bool {
    text.ends_with([
        '，', '、', ',', '（', '“', '《', '「', '—', '的', '和', '与', '及', '或', '把', '被',
    ]) && ![
        "目的", "参与", "普及", "涉及", "总和", "以及", "饱和", "缓和", "温和", "调和",
    ]
    .iter()
    .any(|word| text.ends_with(word))
        || text.chars().count() > 30
            && text.ends_with([
                '在', '是', '对', '将', '从', '并', '而', '使', '让', '以', '向', '于', '为', '不',
            ])
}

/// Whether `text` reads as running text: it has a comma or ends a sentence.
pub(super) fn is_running(text: &str) -> bool {
    text.contains(['，', '。', '；', '！', '？', ',']) || text.ends_with(['：', ':', '”'])
}

/// Whether `text` is short and without a closing mark: a title, a heading, a name.
pub(super) fn is_short(text: &str) -> bool {
    if text.len() > 240 || text.contains(['。', '；']) {
        return false;
    }
    let mut count = 0;
    let mut last = ' ';
    for character in text.chars() {
        count += 1;
        last = character;
    }
    count <= 72
        && !matches!(
            last,
            '。' | '；' | '：' | ':' | ';' | '，' | ',' | '、' | '…' | '|'
        )
}

/// Whether a new stretch begins with `text`: a numbered heading, a dash, an item of a list.
pub(super) fn opens(text: &str) -> bool {
    marker(text).is_some_and(|number| {
        // 一要 and 其一 may stand anywhere in a sentence, and lines break anywhere.
        !matches!(number.form, Form::Bare | Form::Sequence)
    })
}

/// Whether `text` closes a quotation or bracket that it did not open.
pub(super) fn closes_quotation(text: &str) -> bool {
    for character in text.chars().take(200) {
        match character {
            '“' | '《' | '（' | '「' | '『' => return false,
            '”' | '》' | '）' | '」' | '』' => return true,
            _ => {}
        }
    }
    false
}

/// 同志们：, 各位代表！
pub(super) fn is_salutation(text: &str) -> bool {
    if text.len() > 150 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':', '！', '!', '，', ',']) else {
        return matches!(text, "同志们" | "各位代表");
    };
    if words.contains(['。', '；', '：', '“']) {
        return false;
    }
    let closed = !text.ends_with(['，', ',']);
    let begins = [
        "各位",
        "尊敬的",
        "亲爱的",
        "同志们",
        "同学们",
        "老师们",
        "朋友们",
        "女士们",
        "先生们",
        "战友们",
        "乡亲们",
        "父老乡亲",
        "全体",
        "主席",
        "主任",
        "代表们",
        "委员们",
        "职工同志们",
        "青年朋友们",
        "家长",
    ];
    let ends = [
        "同志们",
        "代表",
        "委员",
        "同志",
        "朋友们",
        "朋友",
        "领导",
        "来宾",
        "嘉宾",
        "先生们",
        "女士们",
        "同学们",
        "老师们",
        "乡亲们",
        "乡亲",
        "战友们",
        "同仁",
        "同事",
        "工友们",
        "书记",
        "市长",
        "省长",
        "主席",
        "主任",
        "先生",
        "女士",
        "员工们",
        "家人们",
        "党员",
    ];
    let hall = [
        "同志们",
        "代表们",
        "委员们",
        "同学们",
        "老师们",
        "朋友们",
        "乡亲们",
        "战友们",
        "工友们",
        "家人们",
    ];
    closed
        && !words.contains(['，', ','])
        && words.chars().count() <= 20
        && hall.iter().any(|word| words.ends_with(word))
        || closed
            && begins.iter().any(|word| words.starts_with(word))
            && ends.iter().any(|word| words.ends_with(word))
        || matches!(
            words,
            "同志们" | "各位代表" | "同学们" | "朋友们" | "女士们、先生们"
        )
}

/// Bodies addressed by a notice (主送机关): 各区县人民政府，市直各部门：
pub(super) fn is_addressees(text: &str) -> bool {
    if text.len() > 900 {
        return false;
    }
    let Some(words) = text.strip_suffix(['：', ':']) else {
        return false;
    };
    let bodies = [
        "政府",
        "委员会",
        "管委会",
        "单位",
        "部门",
        "机构",
        "公司",
        "企业",
        "局",
        "厅",
        "委",
        "办",
        "办公室",
        "院",
        "中心",
        "学校",
        "高校",
        "医院",
        "街道",
        "乡镇",
        "镇",
        "区",
        "县",
        "市",
        "旗",
        "团体",
        "组织",
        "党组",
        "党委",
        "支部",
        "支队",
        "协会",
        "银行",
        "处",
        "科室",
        "部",
        "会",
        "农场",
        "幼儿园",
        "林场",
        "村",
        "社区",
        "大学",
        "学院",
        "办事处",
        "直属机关",
        "园区",
        "集团",
        "站",
        "所",
    ];
    let parts: Vec<&str> = words
        .split(['，', '、', ',', '；', ' ', '\u{3000}'])
        .filter(|part| !part.is_empty())
        .collect();
    let fitting = parts
        .iter()
        .filter(|part| {
            bodies
                .iter()
                .any(|body| part.trim_end_matches(['）', ')']).ends_with(body))
                || part.starts_with('各')
        })
        .count();
    !parts.is_empty()
        && fitting * 3 >= parts.len() * 2
        && !words.contains(['。', '“', '是'])
        && !words.ends_with("以下部门")
        && (parts.len() > 1
            || words.starts_with('各')
            || words.starts_with('市')
            || words.starts_with('县')
            || words.starts_with('省')
            || words.ends_with("政府")
            || words.ends_with("局")
            || words.ends_with("委员会")
            || words.ends_with("公司"))
}

/// The kind of text (`speech`, `notice`, …) by the last word of a title.
pub(super) fn title_kind(title: &str) -> Option<&'static str> {
    let mut bare = title.trim_end();
    // （试行）, （2024年修订）, (摘要) stand after the last word.
    while bare.ends_with(['）', ')', '》', '”']) {
        if bare.ends_with(['）', ')']) {
            let open = bare.rfind(['（', '('])?;
            bare = bare[..open].trim_end();
        } else {
            bare = bare.trim_end_matches(['》', '”']);
        }
    }
    let mut best: Option<(&str, &str)> = None;
    for (at, _) in bare.char_indices().rev().take(6) {
        if let Ok(found) = TITLE_ENDINGS.binary_search_by(|row| row[0].cmp(&bare[at..])) {
            best = Some((TITLE_ENDINGS[found][0], TITLE_ENDINGS[found][1]));
        }
    }
    best.map(|(_, kind)| kind)
}

/// Whether `text` is a row of document data: 索引号: | …
pub(super) fn is_label_row(text: &str) -> bool {
    label(text).is_some()
}

fn labels() -> &'static Matcher<2> {
    static LABELS: OnceLock<Matcher<2>> = OnceLock::new();
    LABELS.get_or_init(|| Matcher::new(PAGE_LABELS))
}

/// What a cell states that holds nothing but a label, without a colon: 索引号
pub(super) fn bare_label(cell: &str) -> Option<&'static str> {
    let words = cell.trim().trim_matches('*');
    PAGE_LABELS
        .binary_search_by(|row| row[0].cmp(words))
        .ok()
        .map(|at| PAGE_LABELS[at][1])
}

/// What a line states whose value stands on the next one: 索 引 号：
pub(super) fn lone_label(line: &str) -> Option<&'static str> {
    if line.len() > 48 {
        return None;
    }
    let dense: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    bare_label(dense.trim_end_matches(['：', ':']))
}

/// Whether `line` is a row of cells without colons: 发文机关 云河县教育局 成文日期 2024-03-08
pub(super) fn is_cells(line: &str) -> bool {
    if line.len() > 600 || line.contains('。') {
        return false;
    }
    let mut cells = line.split_whitespace();
    let first = cells
        .next()
        .filter(|cell| cell.chars().count() > 2 && bare_label(cell).is_some());
    first.is_some()
        && cells.next().is_some()
        && (line.contains('\t') || cells.any(|cell| bare_label(cell).is_some()))
}

/// The label that `text` begins with: what it states and the bytes of the label and its marks.
pub(super) fn label(text: &str) -> Option<(&'static str, usize)> {
    let bare = text.trim_start_matches(['【', '[', '|', ' ']);
    let skipped = text.len() - bare.len();
    let Some(row) = labels().longest(bare) else {
        return wide_label(text);
    };
    let after = &bare[row[0].len()..];
    let marked = after.trim_start_matches(['】', ']', ' ', '\u{3000}', '|']);
    let colon = marked.trim_start_matches(['：', ':']);
    let has_mark = colon.len() < marked.len() || after.trim_start().starts_with(['】', ']', '|']);
    if !has_mark || text.len() > 1200 || bare.contains('。') {
        return None;
    }
    let value = colon.trim_start_matches(['|', ' ', '\u{3000}', '】', '\t']);
    Some((row[1], skipped + bare.len() - value.len()))
}

/// A label set wide, as [`label`]: 标　　题：
fn wide_label(text: &str) -> Option<(&'static str, usize)> {
    let (at, colon) = text
        .char_indices()
        .take(12)
        .find(|(_, character)| matches!(character, '：' | ':'))?;
    let head = &text[..at];
    if !head.contains(char::is_whitespace) || text.len() > 1200 || text.contains('。') {
        return None;
    }
    let dense: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    let what = bare_label(&dense)?;
    let value = text[at + colon.len_utf8()..].trim_start();
    Some((what, text.len() - value.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn salutations_and_addressees_are_told_from_text() {
        for text in [
            "同志们：",
            "各位代表！",
            "尊敬的各位领导、各位来宾：",
            "女士们、先生们：",
            "同志们:",
        ] {
            assert!(is_salutation(text), "{text}");
        }
        for text in [
            "主要做法如下：",
            "各位代表要认真履职。",
            "同志们，过去一年成绩来之不易。",
            "各项工作：",
        ] {
            assert!(!is_salutation(text), "{text}");
        }
        for text in [
            "各区县人民政府，市直各部门：",
            "各镇（街道）、县直各单位：",
            "市发展改革委、市财政局：",
        ] {
            assert!(is_addressees(text), "{text}");
        }
        for text in ["主要做法如下：", "现将有关事项通知如下：", "今年的目标是："]
        {
            assert!(!is_addressees(text), "{text}");
        }
    }

    #[test]
    fn a_title_tells_the_kind_of_text() {
        for (title, kind) in [
            ("在全县经济工作会议上的讲话", Some("speech")),
            ("云河市政府工作报告", Some("work_report")),
            ("关于开展清查的通知", Some("notice")),
            ("养老服务管理办法（试行）", Some("notice")),
            ("让山更绿水更清", None),
        ] {
            assert_eq!(title_kind(title), kind, "{title}");
        }
    }
}
