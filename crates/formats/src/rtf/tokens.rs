//! The signs of RTF.

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` or `\word-12`
    Word(&'a str, Option<i32>),
    /// `\*`, `\~` and the like.
    Sign(u8),
    /// A byte of text, written as it is or as `\'b2`.
    Byte(u8),
}

/// Signs one after another.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn take_while(&mut self, holds: impl Fn(u8) -> bool) -> &'a [u8] {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(|byte| holds(*byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.bytes.get(self.at)?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            if first != b'\'' {
                return Some(Token::Sign(first));
            }
            let digits = self.bytes.get(self.at..self.at + 2)?;
            let value = std::str::from_utf8(digits).ok();
            let value = value.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.at += if value.is_some() { 2 } else { 0 };
            return Some(Token::Byte(value.unwrap_or(b'?')));
        }
        let word = self.take_while(|byte| byte.is_ascii_alphabetic());
        let start = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        self.take_while(|byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(&self.bytes[start..self.at]).ok();
        let number: Option<i32> = number.and_then(|number| number.parse().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            // Bytes that are no text follow.
            let length = number
                .and_then(|length| usize::try_from(length).ok())
                .unwrap_or(0);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.control(),
                b'\r' | b'\n' | 0 => {}
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}
