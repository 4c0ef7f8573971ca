//! The columns of a table: what their types are, and whether a value fits.

/// A column: `name:type` in the header.
pub struct Column {
    /// Its name, which is the field's.
    pub name: String,
    kind: Kind,
}

/// What a column holds.
enum Kind {
    /// `key`: a word that stands once in the table.
    Key,
    /// `text`: any text, empty too.
    Text,
    /// `list`, `list(；)`: texts divided by 、 or the mark named; empty for none.
    List(char),
    /// `number`, `number?`: a whole number; with `?` it may be missing.
    Number(bool),
    /// `weight`: a whole number, which may be below 0.
    Weight,
    /// `years`: first and last year, `1996-2000`; a missing last one is open.
    Years,
    /// `flag`: `yes`, or empty.
    Flag,
    /// `enum(a,b)`, `enum?(a,b)`: one of the words; with `?` it may be missing.
    One(Vec<String>, bool),
    /// `set(a,b)`: words of these divided by spaces.
    Set(Vec<String>),
}

/// Whether cells are a header: each is `name:type`.
pub fn is_header(cells: &[String]) -> bool {
    cells.iter().all(|cell| {
        cell.split_once(':').is_some_and(|(name, kind)| {
            !name.is_empty()
                && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                && kind.starts_with(|c: char| c.is_ascii_lowercase())
        })
    })
}

/// A word of a header as a Rust type or variant: `at_least` → `AtLeast`.
pub fn camel(word: &str) -> String {
    word.split(['_', '-'])
        .filter_map(|part| {
            let mut letters = part.chars();
            let first = letters.next()?.to_ascii_uppercase();
            Some(std::iter::once(first).chain(letters).collect::<String>())
        })
        .collect()
}

impl Column {
    /// Reads a header's cell.
    pub fn parse(cell: &str) -> Result<Self, String> {
        let (name, kind) = cell.split_once(':').unwrap_or((cell, ""));
        let (kind, inside) = match kind.split_once('(') {
            Some((kind, inside)) => (kind, inside.strip_suffix(')').unwrap_or(inside)),
            None => (kind, ""),
        };
        let words = || -> Result<Vec<String>, String> {
            let words: Vec<String> = inside
                .split(',')
                .map(|word| word.trim().to_owned())
                .collect();
            if words.iter().any(String::is_empty) {
                return Err(format!("{name}: an empty word in its type"));
            }
            let mut seen = words.clone();
            seen.sort();
            seen.dedup();
            if seen.len() < words.len() {
                return Err(format!("{name}: a word stands twice in its type"));
            }
            if words.len() > 128 {
                return Err(format!(
                    "{name}: {} words in its type, and a set holds 128: take one out that no row has any more",
                    words.len()
                ));
            }
            Ok(words)
        };
        let kind = match kind {
            "key" => Kind::Key,
            "text" => Kind::Text,
            "list" => Kind::List(inside.chars().next().unwrap_or('、')),
            "number" => Kind::Number(false),
            "number?" => Kind::Number(true),
            "weight" => Kind::Weight,
            "years" => Kind::Years,
            "flag" => Kind::Flag,
            "enum" => Kind::One(words()?, false),
            "enum?" => Kind::One(words()?, true),
            "set" => Kind::Set(words()?),
            other => return Err(format!("{name}: there is no type {other}")),
        };
        Ok(Self {
            name: name.to_owned(),
            kind,
        })
    }

    /// The enum that the column's words need; empty where it needs none.
    pub fn types(&self) -> String {
        let (words, is_set) = match &self.kind {
            Kind::One(words, _) => (words, false),
            Kind::Set(words) => (words, true),
            _ => return String::new(),
        };
        let name = self.type_name();
        let variants: String = words
            .iter()
            .map(|word| format!("    /// `{word}`\n    {},\n", camel(word)))
            .collect();
        let mut types = format!(
            "/// What the column `{}` says.\n#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, \
             Ord, Hash)]\npub enum {name} {{\n{variants}}}\n",
            self.name
        );
        if is_set {
            types.push_str(&format!(
                "impl Member for {name} {{ fn bit(self) -> u128 {{ 1 << (self as u32) }} }}\n"
            ));
        }
        types
    }

    /// That a row plays what its column says; empty where the column has no words of its own.
    pub fn plays(&self) -> String {
        let plays = match &self.kind {
            Kind::One(_, false) => format!("self.{} == role", self.name),
            Kind::One(_, true) => format!("self.{} == Some(role)", self.name),
            Kind::Set(_) => format!("self.{}.has(role)", self.name),
            _ => return String::new(),
        };
        let name = self.type_name();
        format!(
            "impl Plays<{name}> for Row {{ fn plays(&self, role: {name}) -> bool {{ {plays} }} }}\n"
        )
    }

    /// The field's type.
    pub fn rust_type(&self) -> String {
        let name = self.type_name();
        match &self.kind {
            Kind::Key | Kind::Text => "&'static str".into(),
            Kind::List(_) => "&'static [&'static str]".into(),
            Kind::Number(false) => "u32".into(),
            Kind::Number(true) => "Option<u32>".into(),
            Kind::Weight => "i32".into(),
            Kind::Years => "(i32, i32)".into(),
            Kind::Flag => "bool".into(),
            Kind::One(_, false) => name,
            Kind::One(_, true) => format!("Option<{name}>"),
            Kind::Set(_) => format!("Set<{name}>"),
        }
    }

    /// A value as a Rust expression.
    pub fn value(&self, cell: &str) -> Result<String, String> {
        let unfit = |what: &str| format!("{}: {cell:?} is {what}", self.name);
        match &self.kind {
            Kind::Key if cell.is_empty() || cell.trim() != cell => {
                Err(unfit("no key: it is empty, or has white space around it"))
            }
            Kind::Key | Kind::Text => Ok(format!("{cell:?}")),
            Kind::List(_) if cell.is_empty() => Ok("&[]".into()),
            Kind::List(mark) => {
                let parts: Vec<&str> = cell.split(*mark).collect();
                Ok(format!("&{parts:?}"))
            }
            Kind::Number(optional) => match (cell.parse::<u32>(), optional) {
                (Ok(number), false) => Ok(number.to_string()),
                (Ok(number), true) => Ok(format!("Some({number})")),
                (Err(_), true) if cell.is_empty() => Ok("None".into()),
                _ => Err(unfit("no whole number")),
            },
            Kind::Weight => match cell.parse::<i32>() {
                Ok(number) => Ok(number.to_string()),
                Err(_) => Err(unfit("no whole number")),
            },
            Kind::Years => years(cell).ok_or_else(|| unfit("no range of years")),
            Kind::Flag => match cell {
                "yes" => Ok("true".into()),
                "" => Ok("false".into()),
                _ => Err(unfit("neither yes nor empty")),
            },
            Kind::One(_, true) if cell.is_empty() => Ok("None".into()),
            Kind::One(words, optional) => {
                if !words.iter().any(|word| word == cell) {
                    return Err(unfit("none of the words of its type"));
                }
                let value = format!("{}::{}", self.type_name(), camel(cell));
                Ok(if *optional {
                    format!("Some({value})")
                } else {
                    value
                })
            }
            Kind::Set(words) => {
                let mut bits = 0_u128;
                for word in cell.split_whitespace() {
                    let at = words
                        .iter()
                        .position(|known| known == word)
                        .ok_or_else(|| format!("{}: {word:?} is none of its words", self.name))?;
                    bits |= 1 << at;
                }
                Ok(format!("Set::of_bits({bits})"))
            }
        }
    }

    /// The column's enum: its name, without the s of several.
    fn type_name(&self) -> String {
        let name = match &self.kind {
            Kind::Set(_) => self.name.strip_suffix('s').unwrap_or(&self.name),
            _ => &self.name,
        };
        camel(name)
    }
}

/// `1996-2000`, `2024` or `2012-` as an expression.
fn years(cell: &str) -> Option<String> {
    let (first, last) = match cell.split_once('-') {
        Some((first, "")) => (first.parse().ok()?, i32::MAX),
        Some((first, last)) => (first.parse().ok()?, last.parse().ok()?),
        None => {
            let year: i32 = cell.parse().ok()?;
            (year, year)
        }
    };
    (first <= last).then(|| format!("({first}, {last})"))
}
