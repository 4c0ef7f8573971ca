//! A docx whose document is drawn; comments are put on all of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_formats::{Comment, Limits, Span};
use xushi_fuzz::{docx, read};

fuzz_target!(|bytes: &[u8]| {
    let file = docx(bytes, b"");
    read(&file);
    let limits = Limits::default();
    let Ok(text) = xushi_formats::read(&file, &limits) else {
        return;
    };
    let comments: Vec<Comment> = (0..text.text.len())
        .step_by(5)
        .map(|start| Comment {
            span: Span {
                start,
                end: start + 4,
            },
            author: String::new(),
            text: String::new(),
        })
        .collect();
    if let Ok(file) = xushi_formats::with_comments(&file, &comments, &limits) {
        let again = xushi_formats::read(&file, &limits).map(|again| again.text);
        assert_eq!(again, Ok(text.text));
    }
});
