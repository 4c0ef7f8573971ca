//! Whatever the bytes are, reading ends, and spans are of the text. Files are cut, and bytes of them changed; parts of
//! packages are changed before they are packed, for a changed ZIP is refused before a reader sees it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use made::books::{ods, xls, xlsx};
use made::pages::{ofd, pdf};
use made::words::{NUMBERING, doc, docx, gbk, item, odt, paragraph, rtf};
use proptest::prelude::*;
use xushi_formats::{Content, Limits, read_files};

fn files() -> Vec<Vec<u8>> {
    let rows = "<row r='2'><c r='B2' t='inlineStr'><is><t>事项</t></is></c><c r='C2' s='1'><v>0.1</v></c></row>";
    vec![
        docx(&format!("{}{}", item(0, "修路"), paragraph("青山县")), &[("numbering.xml", "numbering", NUMBERING)]),
        doc(&[("云水市\r", false), ("投资12亿元。\r", true)]),
        odt("<t:p>青山</t:p>"),
        rtf(&format!("\\f1 {}\\par\\u26032?", gbk("修路"))),
        xlsx(rows),
        xls(["修路", "架桥二"], &[(0xFD, vec![0, 0, 0, 0, 0, 0, 1, 0, 0, 0]), (0xE5, vec![1, 0, 0, 0, 1, 0, 0, 0, 1, 0])]),
        ods("<t:table t:name='甲'><t:table-row t:number-rows-repeated='3'><t:table-cell t:number-columns-spanned='2'><p>修路</p></t:table-cell></t:table-row></t:table>"),
        ofd(&[vec![(30.0, 50.0, 5.0, "今年以来")]]),
        pdf(&[(100.0, 700.0, "云水市")]),
        "<html><body><table><tr><td rowspan=9 colspan=3>青</td></tr></table><ol><li>山</ol></body>".as_bytes().to_vec(),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA==\n--b--".to_vec(),
    ]
}

fn read_all(bytes: &[u8]) {
    for file in read_files("x", bytes, &Limits::default()) {
        if let Content::Office(text) = file.content {
            made::check(&text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_files_end(
        which in 0_usize..11,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = files().swap_remove(which);
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        read_all(&bytes);
    }

    #[test]
    fn changed_parts_end(xml in "(<w:(p|r|t|tbl|tr|tc|ins|pPr|numPr|br)( w:val='-?[0-9]{1,3}')?/?>|</w:(p|r|t|tbl|tr|tc)>|青|&[a-z#]{1,3};){0,40}") {
        read_all(&docx(&xml, &[("numbering.xml", "numbering", &xml)]));
        read_all(&odt(&xml.replace("w:tbl", "t:table").replace("w:tr", "t:table-row").replace("w:", "t:")));
    }

    #[test]
    fn any_words_of_rtf_end(body in "([{}]|\\\\[a-z]{1,6}-?[0-9]{0,9} ?|\\\\'[0-9a-f]{2}|\\\\\\*|青|x){0,60}") {
        read_all(&rtf(&body));
        read_all(format!("{{\\rtf{body}").as_bytes());
    }

    #[test]
    fn any_tags_end(body in "(</?(p|div|td|tr|table|ol|li|ul|h1|br|b|a|body|html)( (rowspan|colspan)=[0-9]{1,9})?>|青山。|，，| ){0,80}") {
        read_all(format!("<html>{body}").as_bytes());
    }
}
