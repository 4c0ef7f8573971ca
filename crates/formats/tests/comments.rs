//! Comments in a docx: they stand at their words, and nothing else of the package changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod made;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use made::words::{NUMBERING, docx, item, paragraph};
use made::{error_of, text_of};
use xushi_formats::{Comment, Limits, OfficeError, SetAsideKind, Span, with_comments};
use zip::ZipArchive;

/// The parts of a package.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut part = Vec::new();
        file.read_to_end(&mut part).unwrap();
        parts.insert(file.name().unwrap().into_owned(), part);
    }
    parts
}

/// Comments on the first place of each of `words`.
fn on(bytes: &[u8], words: &[&str]) -> Vec<u8> {
    let text = text_of(bytes).text;
    let comments: Vec<Comment> = words
        .iter()
        .map(|words| {
            let start = text.find(words).unwrap();
            let end = start + words.len();
            Comment {
                span: Span { start, end },
                author: "虚实".to_owned(),
                text: format!("关于“{words}”\n1 < 2 & 3"),
            }
        })
        .collect();
    with_comments(bytes, &comments, &Limits::default()).unwrap()
}

/// The characters between the marks of each comment, by its id.
fn marked(bytes: &[u8]) -> Vec<String> {
    let document = String::from_utf8(parts(bytes)["word/document.xml"].clone()).unwrap();
    let ids = document.split("commentRangeStart ").skip(1).map(|rest| {
        let id = rest.split("w:id=\"").nth(1).unwrap();
        id.split('"').next().unwrap().to_owned()
    });
    let mut ids: Vec<String> = ids.collect();
    ids.sort_by_key(|id| id.parse::<usize>().unwrap());
    let between = |id: &String| {
        let after = |mark: &str| format!("{mark} w:id=\"{id}\"/>");
        let rest = document.split(&after("commentRangeStart")).nth(1).unwrap();
        let inside = rest.split(&after("commentRangeEnd")).next().unwrap();
        assert!(document.contains(&after("commentReference")));
        let inside = inside.replace("<w:txbx", "<");
        let texts = inside.split("<w:t").skip(1).map(|text| {
            let (_, text) = text.split_once('>').unwrap();
            text.split("</w:t>").next().unwrap().to_owned()
        });
        texts.collect::<String>()
    };
    ids.iter().map(between).collect()
}

/// Nothing but the parts that comments need has changed.
fn check(before: &[u8], after: &[u8]) {
    const CHANGED: [&str; 4] = [
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    ];
    let (old, new) = (parts(before), parts(after));
    for (name, part) in &old {
        let same = new.get(name) == Some(part);
        assert!(same || CHANGED.contains(&name.as_str()), "{name}");
    }
    assert!(
        new.keys()
            .all(|name| old.contains_key(name) || CHANGED.contains(&name.as_str()))
    );
    let (old, new) = (text_of(before), text_of(after));
    assert_eq!(old.text, new.text);
    assert_eq!(old.stretches, new.stretches);
    assert_eq!(old.hints, new.hints);
}

#[test]
fn words_in_one_run_and_over_several_are_marked() {
    let runs = "<w:p><w:r w:rsidR='1'><w:rPr><w:b/></w:rPr><w:t>会议 &amp; 讨论定于2</w:t></w:r><w:r><w:t>月3</w:t></w:r><w:hyperlink><w:r><w:tab/><w:t>0日</w:t><w:t>召开</w:t></w:r></w:hyperlink></w:p>";
    let table = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("事项"),
        paragraph("年底前完成")
    );
    let before = docx(&format!("{runs}{table}"), &[]);
    let words = [
        "&",
        "定于2月3",
        "讨论定",
        "2月3\t0日",
        "召开",
        "底前",
        "会议 ",
    ];
    let after = on(&before, &words);
    check(&before, &after);
    let expected = [
        "&amp;",
        "定于2月3",
        "讨论定",
        "2月30日",
        "召开",
        "底前",
        "会议 ",
    ];
    assert_eq!(marked(&after), expected);
    let document = String::from_utf8(parts(&after)["word/document.xml"].clone()).unwrap();
    assert!(
        document.contains(
            "<w:r w:rsidR='1'><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">会议 </w:t></w:r>"
        ),
        "{document}"
    );
    let set_aside = text_of(&after).set_aside;
    let comments = set_aside
        .iter()
        .filter(|set| set.kind == SetAsideKind::Comment);
    let comments: Vec<_> = comments.map(|set| set.text.clone()).collect();
    assert_eq!(comments.len(), words.len());
    assert_eq!(comments[1], "关于“定于2月3”\n1 < 2 & 3");
}

#[test]
fn comments_that_are_there_stay() {
    let old = "<x:comments xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><x:comment x:id='4' x:author='甲'><x:p><x:r><x:t>旧</x:t></x:r></x:p></x:comment></x:comments>";
    let body = "<w:p><w:commentRangeStart w:id='4'/><w:r><w:t>青山县</w:t></w:r><w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r></w:p>";
    let before = docx(body, &[("comments.xml", "comments", old)]);
    let after = on(&before, &["山"]);
    check(&before, &after);
    let (old, new) = (parts(&before), parts(&after));
    assert_eq!(old["[Content_Types].xml"], new["[Content_Types].xml"]);
    assert_eq!(
        old["word/_rels/document.xml.rels"],
        new["word/_rels/document.xml.rels"]
    );
    let comments = String::from_utf8(new["word/comments.xml"].clone()).unwrap();
    assert!(
        comments.contains("旧") && comments.contains("w:id=\"5\""),
        "{comments}"
    );
    // Comments on top of comments.
    check(&after, &on(&after, &["青", "县"]));
}

#[test]
fn numbers_boxes_and_notes_are_commented_where_they_hang() {
    let draw = "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r><w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:t>以后</w:t></w:r></w:p>";
    let notes = "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p><w:r><w:t>脚注文字</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let before = docx(
        &format!("{}{draw}", item(0, "修路")),
        &[
            ("numbering.xml", "numbering", NUMBERING),
            ("footnotes.xml", "footnotes", notes),
        ],
    );
    let after = on(&before, &["一、", "框中", "脚注", "后"]);
    check(&before, &after);
    assert_eq!(marked(&after), ["修路", "框中文字", "", "后"]);
    let document = String::from_utf8(parts(&after)["word/document.xml"].clone()).unwrap();
    let outside = document.split("<w:txbxContent>").nth(1).unwrap();
    assert!(
        !outside
            .split("</w:txbxContent>")
            .next()
            .unwrap()
            .contains("comment")
    );
    assert!(document.contains("<w:commentRangeStart w:id=\"2\"/><w:r><w:footnoteReference w:id='1'/></w:r><w:commentRangeEnd"));
}

#[test]
fn other_files_take_no_comments() {
    let comment = Comment {
        span: Span { start: 0, end: 3 },
        author: String::new(),
        text: String::new(),
    };
    let odt = made::words::odt("<t:p>青山</t:p>");
    let error = with_comments(&odt, &[comment], &Limits::default());
    assert_eq!(error, Err(OfficeError::NoComments));
    assert_eq!(error_of(&docx("", &[])[..60]), OfficeError::Damaged);
}

/// The samples and, where there are any, the files beside the repository: a comment every so many characters.
#[test]
fn every_docx_keeps_its_text_and_its_parts() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/fixtures", "../../../shared/files"].map(|folder| root.join(folder));
    let files = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok());
    for entry in files.flatten() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "docx") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let text = text_of(&bytes).text;
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let comments = places.chunks(70).map(|chunk| Comment {
            span: Span {
                start: chunk[chunk.len() / 3],
                end: chunk[chunk.len() - 1],
            },
            author: "虚实".to_owned(),
            text: "看".to_owned(),
        });
        let comments: Vec<Comment> = comments.collect();
        let after = with_comments(&bytes, &comments, &Limits::default()).unwrap();
        check(&bytes, &after);
    }
}
