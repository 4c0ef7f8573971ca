#![allow(clippy::unwrap_used)]

use super::*;

/// What the page's tests hold the browser to.
const SUMS: &str = include_str!("../../../../tests/fixtures/encodings.tsv");

/// Every pair of bytes, and what GB 18030 has in four, each on a line of its own.
fn codes(name: &str) -> Vec<u8> {
    let mut codes = Vec::new();
    for first in (0x80..=0xFF).filter(|first| name != "big5" || *first != 0x88) {
        for second in 0x30..=0xFF {
            codes.extend([first, second, b'\n', b'\n']);
        }
    }
    let digits = 0x30..=0x39;
    for first in (0x81..=0x84).filter(|_| name == "gb18030") {
        for third in 0x81..=0xFE {
            for (second, fourth) in digits
                .clone()
                .flat_map(|one| digits.clone().map(move |two| (one, two)))
            {
                codes.extend([first, second, third, fourth, b'\n']);
            }
        }
    }
    codes
}

#[test]
fn the_tables_are_those_of_browsers() {
    let rows = SUMS.lines().filter(|line| !line.starts_with('#')).skip(1);
    for (name, sum) in rows.filter_map(|row| row.split_once('\t')) {
        let encoding = Encoding::named(name.as_bytes()).unwrap();
        let units = encoding.text(&codes(name));
        let told = units.encode_utf16().fold(0x811C_9DC5_u32, |sum, unit| {
            (sum ^ u32::from(unit)).wrapping_mul(0x0100_0193)
        });
        assert_eq!(format!("{told:x}"), sum, "{name}");
    }
}

#[test]
fn names_are_those_of_the_standard() {
    let name = |label: &str| Encoding::named(label.as_bytes());
    assert_eq!(name("GB2312"), Some(GBK));
    assert_eq!(name(" utf8 "), Some(UTF_8));
    assert_eq!(name("latin1"), Some(WESTERN));
    // Known, and never decoded.
    assert_eq!(name("hz-gb-2312"), None);
    assert_eq!(name("甲"), None);
}

#[test]
fn a_text_is_whole_or_has_marks_for_what_is_not() {
    assert_eq!(
        GB18030.whole_text(b"\xC7\xE0\xC9\xBD").as_deref(),
        Some("青山")
    );
    assert_eq!(GB18030.whole_text(b"\xC7\xE0\xFF"), None);
    assert_eq!(GB18030.text(b"\xC7\xE0\xFF"), "青\u{FFFD}");
    assert_eq!(UTF_16LE.text(b"\x52\x97a\0"), "青a");
    assert_eq!(UTF_8.text(b"\xEF\xBB\xBFa\xFF"), "\u{FEFF}a\u{FFFD}");
}
