//! A docx whose lists are drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::{docx, read};

fuzz_target!(|bytes: &[u8]| {
    let item = |level: u8| {
        format!(
            "<p><pPr><numPr><ilvl val='{level}'/><numId val='1'/></numPr></pPr><r><t>a</t></r></p>"
        )
    };
    let items: String = [0, 1, 2, 1, 0, 8].map(item).concat();
    let document = format!("<document><body>{items}</body></document>");
    read(&docx(document.as_bytes(), bytes));
});
