//! docx, odt, rtf and doc.

use std::io::{Cursor, Write};

use super::packed;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A docx of a body, with further parts and their relations.
pub fn docx(body: &str, parts: &[(&str, &str, &str)]) -> Vec<u8> {
    let document = format!(
        "<w:document xmlns:w='{MAIN}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>{body}</w:body></w:document>"
    );
    let relations: String = (1..)
        .zip(parts)
        .map(|(at, (name, kind, _))| {
            format!("<Relationship Id='rId{at}' Type='{RELATION}/{kind}' Target='{name}'/>")
        })
        .collect();
    let relations = format!("<Relationships xmlns='{RELATIONS}'>{relations}</Relationships>");
    let top = format!(
        "<Relationships xmlns='{RELATIONS}'><Relationship Id='rId1' Type='{RELATION}/officeDocument' Target='word/document.xml'/></Relationships>"
    );
    let overrides: String = parts
        .iter()
        .map(|(name, kind, _)| {
            format!("<Override PartName='/word/{name}' ContentType='{CONTENT}.{kind}+xml'/>")
        })
        .collect();
    let types = format!(
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml' ContentType='{CONTENT}.document.main+xml'/>{overrides}</Types>"
    );
    let names: Vec<String> = parts
        .iter()
        .map(|(name, ..)| format!("word/{name}"))
        .collect();
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", top.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    all.extend(
        names
            .iter()
            .zip(parts)
            .map(|(name, (_, _, xml))| (name.as_str(), xml.as_bytes())),
    );
    packed(&all)
}

pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>")
}

pub fn item(level: usize, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// 一、 （一） 1. with a second list of the same definition that begins anew.
pub const NUMBERING: &str = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='7'>\
<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>\
<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='Two'/><w:lvlText w:val='（%2）'/></w:lvl>\
<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>\
<w:lvl w:ilvl='3'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%4'/></w:lvl>\
</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>\
<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='3'/></w:lvlOverride></w:num></w:numbering>";

pub fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<o:document-content xmlns:o='o' xmlns:t='t'><o:automatic-styles><t:list-style s:name='L1' xmlns:s='s'>\
<t:list-level-style-number t:level='1' s:num-format='一, 二, 三, ...' s:num-suffix='、'/>\
<t:list-level-style-number t:level='2' s:num-format='1' s:num-suffix='.' t:display-levels='2'/>\
</t:list-style></o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document-content>"
    );
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A doc whose text stands in pieces: each its characters, and whether they are GBK bytes.
pub fn doc(pieces: &[(&str, bool)]) -> Vec<u8> {
    let mut main = vec![0_u8; 0x800];
    let mut put = |at: usize, bytes: &[u8]| main[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, &0xA5EC_u16.to_le_bytes());
    put(2, &0x00C1_u16.to_le_bytes());
    put(6, &0x0804_u16.to_le_bytes());
    let mut places = Vec::new();
    let mut ends = vec![0_u32];
    let mut text = Vec::new();
    // The pieces stand in the file in another order than in the text.
    for (index, (piece, is_gbk)) in pieces.iter().enumerate().rev() {
        let at = 0x800 + text.len() as u32;
        let count = if *is_gbk {
            let bytes = encoding_rs::GBK.encode(piece).0.into_owned();
            text.extend(&bytes);
            bytes.len()
        } else {
            let units: Vec<u16> = piece.encode_utf16().collect();
            text.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
            units.len()
        };
        let place = if *is_gbk { (at * 2) | 0x4000_0000 } else { at };
        places.push((index, count as u32, place));
    }
    places.sort_unstable();
    let mut clx = vec![2];
    let mut table = Vec::new();
    for (_, count, _) in &places {
        ends.push(ends.last().unwrap() + count);
    }
    ends.iter().for_each(|end| table.extend(end.to_le_bytes()));
    for (_, _, place) in &places {
        table.extend([0, 0]);
        table.extend(place.to_le_bytes());
        table.extend([0, 0]);
    }
    clx.extend((table.len() as u32).to_le_bytes());
    clx.extend(&table);
    main[0x4C..0x50].copy_from_slice(&ends.last().unwrap().to_le_bytes());
    main[0x1A2..0x1A6].copy_from_slice(&0_u32.to_le_bytes());
    main[0x1A6..0x1AA].copy_from_slice(&(clx.len() as u32).to_le_bytes());
    main.extend(text);
    ole(&[("/WordDocument", &main), ("/0Table", &clx)])
}

pub fn ole(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

pub fn rtf(body: &str) -> Vec<u8> {
    let head = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}}";
    format!("{head}{body}}}").into_bytes()
}

/// Characters as RTF writes the bytes of GBK.
pub fn gbk(text: &str) -> String {
    let (bytes, ..) = encoding_rs::GBK.encode(text);
    bytes.iter().map(|byte| format!("\\'{byte:02x}")).collect()
}
