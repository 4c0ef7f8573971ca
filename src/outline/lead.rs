//! Whether a paragraph leads to a list: 要抓好以下几件事：

use crate::model::{Block, BlockKind};

/// Words that point to what follows.
const POINTING: &[&str] = &[
    "以下",
    "下列",
    "如下",
    "几个",
    "几件",
    "几点",
    "几条",
    "几项",
    "几方面",
    "这样",
];

/// Classifiers that a number of parts is counted with.
const CLASSIFIERS: &[char] = &['个', '件', '点', '条', '项', '方', '大', '句', '种', '类'];

/// Whether the paragraph before block `index` announces the list that begins there.
pub(super) fn leads(text: &str, blocks: &[Block], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|at| blocks.get(at)) else {
        return false;
    };
    if before.kind != BlockKind::Paragraph {
        return false;
    }
    leads_on(before.span.of(text))
}

/// Whether a paragraph ends with words that lead to a list.
pub(crate) fn leads_on(paragraph: &str) -> bool {
    let words = paragraph.trim_end();
    if words.ends_with(['：', ':']) {
        return true;
    }
    let bare = words.trim_end_matches(['。', '；', '！', ' ']);
    let from = bare.rfind(['。', '！', '？', '；']).unwrap_or(0);
    let last = &bare[from..];
    POINTING.iter().any(|word| last.contains(word)) || counts_parts(last)
}

/// Whether a number of parts stands in a sentence: 三件事, 五项工作.
fn counts_parts(sentence: &str) -> bool {
    let mut characters = sentence.chars().peekable();
    while let Some(character) = characters.next() {
        let number = "两二三四五六七八九十".contains(character);
        if number
            && characters
                .peek()
                .is_some_and(|next| CLASSIFIERS.contains(next))
        {
            return true;
        }
    }
    false
}
