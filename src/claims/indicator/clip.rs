//! How long an indicator may be, and what the names of measures end with.

/// The most characters of an indicator.
pub(super) const LONGEST: usize = 24;

/// At most so many characters, cut at the front: the head noun comes last.
pub(super) fn clip(subject: &str) -> String {
    let subject = subject.trim().trim_matches(['、', '，', '：', ':']);
    let count = subject.chars().count();
    if count <= LONGEST {
        return subject.to_owned();
    }
    subject.chars().skip(count - LONGEST).collect()
}

/// What the names of things that are measured end with.
pub(super) const MEASURES: [char; 28] = [
    '率', '重', '量', '额', '值', '数', '度', '入', '积', '比', '费', '金', '资', '润', '耗', '出',
    '产', '款', '价', '力', '模', '幅', '速', '长', '口', '本', '债', '字',
];
