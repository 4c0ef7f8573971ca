//! Documents and laws: 《…》, 〔2024〕12号, and roads and standards by their code (G1817).

/// Whether `text` names a document.
pub fn any(text: &str) -> bool {
    titled(text) || numbered(text) || coded(text)
}

/// 《…》 with at least two characters inside.
fn titled(text: &str) -> bool {
    text.split('《').skip(1).any(|rest| {
        rest.split_once('》')
            .is_some_and(|(title, _)| title.chars().count() >= 2)
    })
}

/// 〔2024〕12号
fn numbered(text: &str) -> bool {
    text.split('〔').skip(1).any(|rest| {
        rest.split_once('〕')
            .is_some_and(|(year, tail)| year.len() == 4 && tail.contains('号'))
    })
}

/// A capital letter and at least two digits: G1817, S315, GB/T 9704.
fn coded(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).enumerate().any(|(at, window)| {
        window[0].is_ascii_uppercase()
            && window[1].is_ascii_digit()
            && window[2].is_ascii_digit()
            && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
    })
}
