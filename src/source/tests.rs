//! What a reader's file may be, and what is made of it.

#![allow(clippy::unwrap_used)]

use super::*;

const SENTENCE: &str = "全县新修公路三百公里，群众出行更加方便。";

fn codes(decoded: &Decoded) -> Vec<WarningCode> {
    decoded
        .source
        .warnings
        .iter()
        .map(|warning| warning.code)
        .collect()
}

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let units = mark
        .then_some(0xfeff)
        .into_iter()
        .chain(text.encode_utf16());
    units
        .flat_map(|unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        })
        .collect()
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = format!("{SENTENCE}\n{SENTENCE}\n2024年1月\n");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let cases: [(Vec<u8>, Encoding); 7] = [
        (text.clone().into_bytes(), Encoding::Utf8),
        (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
        (utf16(&text, false, true), Encoding::Utf16Le),
        (utf16(&text, true, true), Encoding::Utf16Be),
        (utf16(&text, false, false), Encoding::Utf16Le),
        (utf16(&text, true, false), Encoding::Utf16Be),
        (gb.into_owned(), Encoding::Gb18030),
    ];
    for (bytes, encoding) in cases {
        let decoded = decode("a.txt", &bytes).unwrap();
        assert_eq!(decoded.text, text, "{encoding:?}");
        assert_eq!(decoded.source.encoding, encoding);
        assert_eq!(codes(&decoded), [], "{encoding:?}");
    }
}

#[test]
fn the_encodings_of_neighbours_are_found_where_the_text_makes_no_sense_in_ours() {
    let cases = [
        (
            "各級黨組織要認真學習貫徹會議精神，今年經濟成長5.2%。\n",
            encoding_rs::BIG5,
            Encoding::Big5,
        ),
        (
            "올해 목표는 5% 성장이다. 정부는 경제 성장을 추진한다.\n",
            encoding_rs::EUC_KR,
            Encoding::EucKr,
        ),
        (
            "今年度の目標は５％の成長である。政府は必要な施策を実施しなければならない。\n",
            encoding_rs::SHIFT_JIS,
            Encoding::ShiftJis,
        ),
        (
            "全县新修公路三百公里。\n",
            encoding_rs::GB18030,
            Encoding::Gb18030,
        ),
        // Nothing tells, and so it is ours.
        ("平山县粮食局\n", encoding_rs::GB18030, Encoding::Gb18030),
        (
            "各級黨組織要認真學習貫徹會議精神。\n",
            encoding_rs::GBK,
            Encoding::Gb18030,
        ),
    ];
    for (text, encoder, encoding) in cases {
        let (bytes, _, _) = encoder.encode(text);
        let decoded = decode("a.txt", &bytes).unwrap();
        assert_eq!(decoded.source.encoding, encoding, "{text}");
        assert_eq!(decoded.text, text);
        let cut = decode("a.txt", &bytes[..bytes.len() - 2]).unwrap();
        assert_eq!(cut.source.encoding, encoding, "{text}");
        assert!(text.starts_with(&cut.text), "{}", cut.text);
    }
}

#[test]
fn random_bytes_are_no_text() {
    // xorshift: the same bytes on every run.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    for length in [1000, 5000, 100_000] {
        for _ in 0..20 {
            let bytes: Vec<u8> = (0..length).map(|_| draw()).collect();
            assert!(decode("noise", &bytes).is_err(), "{length}");
        }
    }
}

#[test]
fn a_file_cut_inside_a_character_keeps_its_encoding() {
    let bytes = SENTENCE.as_bytes();
    for cut in 1..3 {
        let decoded = decode("a.txt", &bytes[..bytes.len() - cut]).unwrap();
        assert_eq!(decoded.source.encoding, Encoding::Utf8);
        assert_eq!(codes(&decoded), [WarningCode::CutOff]);
        assert!(SENTENCE.starts_with(&decoded.text));
    }
    let (gb, _, _) = encoding_rs::GB18030.encode(SENTENCE);
    let decoded = decode("a.txt", &gb[..gb.len() - 1]).unwrap();
    assert_eq!(decoded.source.encoding, Encoding::Gb18030);
    assert_eq!(codes(&decoded), [WarningCode::CutOff]);
}

#[test]
fn a_few_bad_bytes_do_not_change_the_encoding() {
    let mut bytes = SENTENCE.repeat(20).into_bytes();
    bytes[301] = 0xff;
    let decoded = decode("a.txt", &bytes).unwrap();
    assert_eq!(decoded.source.encoding, Encoding::Utf8);
    assert_eq!(codes(&decoded), [WarningCode::BadBytes]);
    let span = decoded.source.warnings[0].span.unwrap();
    assert_eq!(span.of(&decoded.text), "\u{fffd}");
}

#[test]
fn files_that_are_no_text_are_named() {
    let cases: [(&[u8], &str); 6] = [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04\x14\0\x06\0word/document.xml", "Word docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "Word/Excel 97"),
        (b"\x1f\x8b\x08\0\0\0", "GZIP"),
        (&[0; 64], ""),
    ];
    for (bytes, format) in cases {
        let error = decode("a", bytes).err().unwrap();
        assert_eq!(
            error,
            SourceError::Binary {
                format: format.to_owned()
            }
        );
        assert!(error.said().zh.contains("粘贴"), "{}", error.said().zh);
    }
}

#[test]
fn unusual_texts_are_read_with_a_warning() {
    let cases = [
        ("", WarningCode::Empty),
        (" \n\u{3000}\n", WarningCode::Empty),
        (
            "The quick brown fox jumps over the lazy dog.",
            WarningCode::NotChinese,
        ),
        (
            "各級黨組織要認真學習貫徹會議精神，統一思想，團結奮鬥。",
            WarningCode::Traditional,
        ),
        (
            "全县新修公路\u{1}三百公里。",
            WarningCode::ControlCharacters,
        ),
        ("<p>全县新修公路三百公里。</p>", WarningCode::Markup),
        (
            "全县新修公路<script>alert(1)</script>三百公里，群众出行更加方便，产业发展更有底气。",
            WarningCode::Markup,
        ),
    ];
    for (text, code) in cases {
        let decoded = decode("a.txt", text.as_bytes()).unwrap();
        assert_eq!(codes(&decoded), [code], "{text}");
        assert_eq!(decoded.text, text);
    }
}

#[test]
fn a_smaller_sign_is_no_markup() {
    let decoded = decode("a.txt", "当a<b时，产值<100万元的企业，利润>5%。".as_bytes()).unwrap();
    assert_eq!(codes(&decoded), []);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        if let Ok(decoded) = decode("any", &bytes) {
            for warning in decoded.source.warnings {
                if let Some(span) = warning.span {
                    proptest::prop_assert!(!span.of(&decoded.text).is_empty());
                }
            }
        }
    }
}

#[test]
fn a_stray_zero_byte_does_not_make_a_text_utf_16() {
    let encoding = |bytes: &[u8]| decode("page.txt", bytes).map(|text| text.source.encoding);
    assert!(encoding(b"\0<script>").is_err());
    assert_eq!(
        encoding(format!("\0{}", "<p>Bridge</p>".repeat(9)).as_bytes()).unwrap(),
        Encoding::Utf8
    );
}
