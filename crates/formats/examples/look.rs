//! Shows what a file gives: `cargo run -p xushi-formats --features pdf --example look -- FILE…`.

use std::error::Error;
use std::fs;

use xushi_formats::{Content, Language, Limits, read_files};

fn main() -> Result<(), Box<dyn Error>> {
    for name in std::env::args().skip(1) {
        let bytes = fs::read(&name)?;
        for file in read_files(&name, &bytes, &Limits::default()) {
            println!("== {}", file.name);
            match file.content {
                Content::Office(text) => {
                    println!("{:?} {:?}", text.kind, text.properties);
                    println!("{}", text.text);
                    for hint in &text.hints {
                        let words = text.text.get(hint.span.start..hint.span.end);
                        println!("-- {:?} {:?}", hint.kind, words.unwrap_or("?"));
                    }
                    for aside in &text.set_aside {
                        println!("-- {:?} {:?}", aside.kind, aside.text);
                    }
                    for warning in &text.warnings {
                        println!("-- {}", warning.message(Language::Chinese));
                    }
                    for unread in &text.unread {
                        println!("-- {}", unread.message(Language::Chinese));
                    }
                }
                Content::Plain(bytes) => println!("plain, {} bytes", bytes.len()),
                Content::Skipped(kind) => println!("skipped: {kind:?}"),
                Content::Refused(error) => println!("{}", error.message(Language::Chinese)),
            }
        }
    }
    Ok(())
}
