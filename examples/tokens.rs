//! Prints the tokens of each line of the standard input, for those who write rules over words.

#![allow(clippy::unwrap_used)]

use std::io::Read;
use xushi::reading::{Dictionary, Reading};

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let dictionary = Dictionary::built_in().unwrap();
    for layout in xushi::layout::lay_out(&text).documents {
        let outline = xushi::outline::outline(&layout.text, &layout.blocks);
        let reading = Reading::new(&layout, &outline, &dictionary);
        for sentence in &reading.sentences {
            for token in reading.tokens_in(*sentence) {
                print!("{}/{:?} ", token.span.of(reading.text), token.pos);
            }
            println!();
        }
    }
}
