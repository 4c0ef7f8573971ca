//! The marks between sentences and between clauses.

/// The marks that end a sentence.
pub fn ends_sentence(mark: char) -> bool {
    matches!(mark, '。' | '！' | '？' | '!' | '?' | '…')
}

/// The marks that end a clause inside a sentence; 、 is not one of them.
pub fn ends_clause(mark: char) -> bool {
    matches!(mark, '，' | ',' | '；' | ';' | '：' | ':')
}
