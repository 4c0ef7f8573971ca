//! An xlsx whose sheet is drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xushi_fuzz::read_packed;

fuzz_target!(|bytes: &[u8]| {
    read_packed(&[
        ("[Content_Types].xml", b"<Types><Override PartName='/xl/workbook.xml' ContentType='spreadsheetml.sheet.main+xml'/></Types>"),
        ("xl/workbook.xml", b"<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"),
        ("xl/worksheets/sheet1.xml", bytes),
    ]);
});
