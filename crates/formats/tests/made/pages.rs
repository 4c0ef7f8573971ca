//! Fixed pages: ofd and pdf.

use lopdf::{Document, Object, Stream, dictionary};

use super::packed;

/// An ofd; each page is its lines with left edge, baseline and size in millimetres.
pub fn ofd(pages: &[Vec<(f32, f32, f32, &str)>]) -> Vec<u8> {
    let root = "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let mut listed = String::new();
    let mut parts = Vec::new();
    for (index, lines) in pages.iter().enumerate() {
        listed.push_str(&format!(
            "<ofd:Page ID='{index}' BaseLoc='Pages/Page_{index}/Content.xml'/>"
        ));
        let lines: String = lines.iter().map(|(x, y, size, text)| {
            let gaps = text.chars().count() - 1;
            format!("<ofd:TextObject Boundary='{x} {y} 100 9' Size='{size}'><ofd:TextCode X='0' Y='0' DeltaX='g {gaps} {size}'>{text}</ofd:TextCode></ofd:TextObject>")
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

/// A pdf of one page with a Chinese font that has no table of its own, and a form that holds itself.
pub fn pdf(lines: &[(f32, f32, &str)]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let descendant = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "SimSun", "DW" => 1000,
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
    let shown: String = lines
        .iter()
        .map(|(x, y, text)| {
            let (bytes, ..) = encoding_rs::GBK.encode(text);
            let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            format!("BT /F1 16 Tf 1 0 0 1 {x} {y} Tm <{digits}> Tj ET\n")
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
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! {
            "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
        }),
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
