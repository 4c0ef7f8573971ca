//! Text as it stands in XML.

/// Adds text to XML: its marks are no markup, and what no XML can hold is left out.
pub fn push(into: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            other => into.push(other),
        }
    }
}

/// Text as it stands in XML.
pub fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    push(&mut written, text);
    written
}

/// What every part begins with.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_are_no_markup_and_control_characters_are_left_out() {
        assert_eq!(
            escaped("<甲>&\"\u{1}\t乙\u{b}"),
            "&lt;甲&gt;&amp;&quot;\t乙"
        );
    }
}
