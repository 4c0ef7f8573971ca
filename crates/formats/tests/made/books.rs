//! Sheets.

use super::packed;

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
