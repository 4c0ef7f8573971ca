//! Sheets.

use super::packed;
use super::words::ole;

/// An xlsx of one sheet that is seen and one that is hidden.
pub fn xlsx(rows: &str) -> Vec<u8> {
    let types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{rel}'><sheets><sheet name='台账' sheetId='1' r:id='rId1'/><sheet name='旧表' sheetId='2' state='hidden' r:id='rId1'/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='{rel}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='{rel}/styles' Target='styles.xml'/></Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns='{main}'><numFmts count='2'><numFmt numFmtId='180' formatCode='0.0%'/><numFmt numFmtId='181' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/></numFmts><fonts count='1'><font/></fonts><fills count='1'><fill/></fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='180' applyNumberFormat='1'/><xf numFmtId='181' applyNumberFormat='1'/></cellXfs></styleSheet>"
    );
    let sheet = format!("<worksheet xmlns='{main}'><sheetData>{rows}</sheetData></worksheet>");
    let top = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='{rel}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    packed(&[
        ("_rels/.rels", top.as_bytes()),
        ("[Content_Types].xml", types.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// An ods of these sheets; its style `ta2` hides one.
pub fn ods(tables: &str) -> Vec<u8> {
    let namespace =
        |name: &str| format!("xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'");
    let names = ["office", "table", "text", "style"]
        .map(namespace)
        .join(" ");
    let content = format!(
        "<office:document-content {names}><office:automatic-styles><style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    packed(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

/// An xls of a sheet that is seen, made of its records, and one that is hidden. Its strings are `strings`, the last of
/// them broken over two records; styles are general, `0.0%` and the 57th built-in format.
pub fn xls(strings: [&str; 2], records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let units =
        |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let length = |text: &str| text.encode_utf16().count() as u16;
    let begin = |kind: u16| (0x809, [0x0600_u16, kind].map(u16::to_le_bytes).concat());
    let style = |format: u16| (0xE0, [0, format].map(u16::to_le_bytes).concat());
    let sheet = |start: usize, hidden: u8, name: &str| {
        let head = [
            &(start as u32).to_le_bytes()[..],
            &[hidden, 0, length(name) as u8, 1],
        ]
        .concat();
        (0x85, [head, units(name)].concat())
    };
    let [first, second] = strings;
    let half = second.char_indices().nth(1).unwrap().0;
    let mut shared = [2_u32.to_le_bytes(), 2_u32.to_le_bytes()].concat();
    // The first has a run of formatting and something for its sounds behind it.
    shared.extend(length(first).to_le_bytes());
    shared.push(1 | 4 | 8);
    shared.extend([1, 0, 2, 0, 0, 0]);
    shared.extend([units(first), vec![0; 6]].concat());
    shared.extend(
        [
            &length(second).to_le_bytes()[..],
            &[1],
            &units(&second[..half]),
        ]
        .concat(),
    );
    let more = [vec![1], units(&second[half..])].concat();
    let percent = [
        &164_u16.to_le_bytes()[..],
        &4_u16.to_le_bytes(),
        &[0],
        b"0.0%",
    ]
    .concat();
    let stream = |starts: [usize; 2]| {
        let globals = vec![
            begin(5),
            (0x41E, percent.clone()),
            style(0),
            style(164),
            style(57),
            sheet(starts[0], 0, "台账"),
            sheet(starts[1], 1, "旧表"),
            (0xFC, shared.clone()),
            (0x3C, more.clone()),
            (0x0A, Vec::new()),
        ];
        let seen = [
            vec![begin(0x10)],
            records.to_vec(),
            vec![(0x0A, Vec::new())],
        ]
        .concat();
        let hidden = vec![begin(0x10), (0x0A, Vec::new())];
        [globals, seen, hidden].map(|records| {
            let record = |(kind, data): (u16, Vec<u8>)| {
                [
                    &kind.to_le_bytes()[..],
                    &(data.len() as u16).to_le_bytes(),
                    &data,
                ]
                .concat()
            };
            records.into_iter().flat_map(record).collect::<Vec<u8>>()
        })
    };
    let [globals, seen, _] = stream([0; 2]).map(|part| part.len());
    let book = stream([globals, globals + seen]).concat();
    ole(&[("/Workbook", &book)])
}
