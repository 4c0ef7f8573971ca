//! A Word document of one table (ECMA-376, WordprocessingML) on A4 across: its head stands on every page, no row is
//! divided between two.

mod body;
mod styles;

use crate::error::WriteError;
use crate::package::pack;
use crate::table::Table;
use crate::xml::HEAD;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>"#;

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const RELATED: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;

/// The document of a table.
pub fn write(table: &Table) -> Result<Vec<u8>, WriteError> {
    let with_head = |part: &str| format!("{HEAD}{part}");
    pack(&[
        ("[Content_Types].xml", &with_head(TYPES)),
        ("_rels/.rels", &with_head(ROOT)),
        ("word/document.xml", &with_head(&body::part(table))),
        ("word/_rels/document.xml.rels", &with_head(RELATED)),
        ("word/styles.xml", &with_head(styles::STYLES)),
        ("word/settings.xml", &with_head(styles::SETTINGS)),
        ("word/footer1.xml", &with_head(styles::FOOTER)),
    ])
}
