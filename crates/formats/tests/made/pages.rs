//! Fixed pages: ofd and pdf.

use lopdf::{Document, Object, Stream, dictionary};

use super::packed;

/// A line of a page.
#[derive(Clone)]
pub struct Line {
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size of the letters.
    pub size: f32,
    pub text: String,
}

/// An ofd; each page is its lines with left edge, baseline and size in millimetres.
pub fn ofd(pages: &[Vec<(f32, f32, f32, &str)>]) -> Vec<u8> {
    let line = |(x, y, size, text): &(f32, f32, f32, &str)| Line {
        x: *x,
        y: *y,
        size: *size,
        text: (*text).to_owned(),
    };
    let pages: Vec<Vec<Line>> = pages
        .iter()
        .map(|page| page.iter().map(line).collect())
        .collect();
    ofd_of(&pages)
}

/// An ofd of pages in millimetres.
pub fn ofd_of(pages: &[Vec<Line>]) -> Vec<u8> {
    let root = "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let mut listed = String::new();
    let mut parts = Vec::new();
    for (index, lines) in pages.iter().enumerate() {
        listed.push_str(&format!(
            "<ofd:Page ID='{index}' BaseLoc='Pages/Page_{index}/Content.xml'/>"
        ));
        let lines: String = lines.iter().map(|Line { x, y, size, text }| {
            let widths = text.chars().map(|c| if c.is_ascii() { size / 2.0 } else { *size });
            let mut widths: Vec<String> = widths.map(|width| format!("{width:.3}")).collect();
            widths.pop();
            let widths = widths.join(" ");
            format!("<ofd:TextObject Boundary='{x:.3} {y:.3} 100 9' Size='{size:.3}'><ofd:TextCode X='0' Y='0' DeltaX='{widths}'>{text}</ofd:TextCode></ofd:TextObject>")
        }).collect();
        parts.push((
            format!("Doc_0/Pages/Page_{index}/Content.xml"),
            format!("<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>{lines}</ofd:Layer></ofd:Content></ofd:Page>"),
        ));
    }
    let document = format!(
        "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    );
    let mut all: Vec<(&str, &[u8])> = vec![
        ("OFD.xml", root.as_bytes()),
        ("Doc_0/Document.xml", document.as_bytes()),
    ];
    all.extend(
        parts
            .iter()
            .map(|(name, xml)| (name.as_str(), xml.as_bytes())),
    );
    packed(&all)
}

/// A pdf of one page.
pub fn pdf(lines: &[(f32, f32, &str)]) -> Vec<u8> {
    let line = |(x, y, text): &(f32, f32, &str)| Line {
        x: *x,
        y: *y,
        size: 16.0,
        text: (*text).to_owned(),
    };
    pdf_of(&[lines.iter().map(line).collect()])
}

/// A pdf with a Chinese font that has no table of its own, and a form that holds itself.
pub fn pdf_of(all: &[Vec<Line>]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor", "FontName" => "SimSun", "Flags" => 4, "ItalicAngle" => 0, "Ascent" => 859,
        "Descent" => -141, "CapHeight" => 859, "StemV" => 80,
        "FontBBox" => vec![0.into(), (-141).into(), 1000.into(), 859.into()],
    });
    let collection = dictionary! {
        "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("GB1"), "Supplement" => 2,
    };
    let descendant = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "SimSun", "DW" => 1000,
        "CIDSystemInfo" => collection, "FontDescriptor" => descriptor,
        // ASCII is half as wide as the rest: its places in Adobe-GB1, and the space's.
        "W" => vec![
            814.into(), 907.into(), 500.into(), 7716.into(), 7716.into(), 500.into(),
        ],
    });
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "SimSun", "Encoding" => "GBK-EUC-H",
        "DescendantFonts" => vec![Object::Reference(descendant)],
    });
    let form = document.new_object_id();
    let resources = document.add_object(dictionary! {
        "Font" => dictionary! { "F1" => font },
        "XObject" => dictionary! { "X" => form },
    });
    let itself = dictionary! { "Subtype" => "Form", "Resources" => resources };
    document
        .objects
        .insert(form, Object::Stream(Stream::new(itself, b"/X Do".to_vec())));
    let mut kids = Vec::new();
    for lines in all {
        let shown: String = lines
            .iter()
            .map(|Line { x, y, size, text }| {
                let (bytes, ..) = encoding_rs::GBK.encode(text);
                let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
                format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{digits}> Tj ET\n")
            })
            .collect();
        let content = document.add_object(Stream::new(
            dictionary! {},
            format!("{shown}/X Do").into_bytes(),
        ));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        });
        kids.push(Object::Reference(page));
    }
    let count = kids.len() as i64;
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.compress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
