//! Where the text of a group goes.

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Text,
    /// The number of a list's item, as it is shown.
    Number,
    Note,
    Head,
    Foot,
    Comment,
    Fonts,
    Title,
    Author,
    /// Nowhere.
    Nothing,
}

/// Destinations that show no text, or show it again for old readers.
const SILENT: [&str; 24] = [
    "colortbl",
    "stylesheet",
    "pict",
    "fldinst",
    "nonshppict",
    "shprslt",
    "sp",
    "themedata",
    "colorschememapping",
    "datastore",
    "latentstyles",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "xmlnstbl",
    "bkmkstart",
    "bkmkend",
    "atnid",
    "atnauthor",
    "objdata",
    "filetbl",
    "revtbl",
    "pgptbl",
];

/// Destinations that are marked as new and show text all the same.
pub(super) const KNOWN: [&str; 6] = [
    "shpinst",
    "shptxt",
    "annotation",
    "ud",
    "pnseclvl",
    "listtext",
];

/// The destination that a word begins, if it does.
pub(super) fn of(word: &str) -> Option<Destination> {
    Some(match word {
        "fonttbl" => Destination::Fonts,
        "listtext" | "pntext" => Destination::Number,
        "footnote" => Destination::Note,
        "header" | "headerl" | "headerr" | "headerf" => Destination::Head,
        "footer" | "footerl" | "footerr" | "footerf" => Destination::Foot,
        "annotation" => Destination::Comment,
        "title" => Destination::Title,
        "author" => Destination::Author,
        "info" | "operator" | "subject" | "keywords" | "doccomm" | "company" | "category"
        | "creatim" | "revtim" | "printim" | "manager" | "pnseclvl" | "upr" => Destination::Nothing,
        "ud" => Destination::Text,
        word if SILENT.contains(&word) => Destination::Nothing,
        _ => return None,
    })
}
