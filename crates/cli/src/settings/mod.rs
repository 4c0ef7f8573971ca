//! `xushi.toml`: what holds for the files of a folder and of those below it, unless the command line says otherwise.

mod profile;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::Deserialize;
use xushi::checks::RULES;
use xushi::model::DocumentKind;
use xushi::strings::say;

use crate::arguments::{FailOn, Language};
use crate::paths::resolved;
use crate::tell;
pub use profile::Profile;

/// The name of the file.
const NAME: &str = "xushi.toml";

/// What the file says; what it does not say is as without one.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The language of heads and messages.
    pub language: Option<Language>,
    /// The least severity that makes the exit code of `check` 1.
    pub fail_on: Option<FailOn>,
    /// Which rules a text is held to.
    pub profile: Option<Profile>,
    /// Rules that are on or off whatever the profile.
    rules: BTreeMap<String, bool>,
    /// The same for texts of a profile.
    profiles: BTreeMap<Profile, BTreeMap<String, bool>>,
}

impl Settings {
    /// What a file's text says.
    ///
    /// # Errors
    ///
    /// In words.
    fn read(text: &str, language: Language) -> Result<Self, String> {
        let wrong = |error: toml::de::Error| {
            let line = error
                .span()
                .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            let error = format!("{NAME}:{line}: {}", error.message());
            language.of(say("cli.settings.wrong", &[("error", &error)]))
        };
        let settings: Self = toml::from_str(text).map_err(wrong)?;
        let of_profiles = settings.profiles.values().flatten();
        let mut named = settings.rules.iter().chain(of_profiles);
        match named.find(|(id, _)| !is_rule(id)) {
            Some((id, _)) => Err(language.of(say("cli.settings.rule", &[("id", id)]))),
            None => Ok(settings),
        }
    }

    /// Whether a rule applies to a text of such a kind.
    pub fn applies(&self, rule: &str, asked: Option<Profile>, kind: DocumentKind) -> bool {
        let profile = asked.or(self.profile).unwrap_or_default().of(kind);
        let said = self.rules.get(rule);
        let of_profile = || self.profiles.get(&profile)?.get(rule);
        let said = said.or_else(of_profile).copied();
        said.unwrap_or_else(|| profile.has(rule))
    }
}

/// Whether it is the id of a rule.
pub fn is_rule(id: &str) -> bool {
    RULES.iter().any(|rule| rule.id == id)
}

type Read = Result<Arc<Settings>, String>;

/// The settings of each folder, looked for once.
pub struct Folders {
    language: Language,
    known: Mutex<HashMap<PathBuf, Read>>,
}

impl Folders {
    /// None is known yet.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            known: Mutex::default(),
        }
    }

    /// The settings for a file: those of the nearest folder above it that has some.
    ///
    /// # Errors
    ///
    /// In words, where they cannot be read.
    pub fn of(&self, file: &OsStr) -> Read {
        let path = resolved(Path::new(file));
        let folder = path.parent().unwrap_or(&path);
        // Nothing panics while the lock is held; were it so, the map would still be whole.
        let mut known = match self.known.lock() {
            Ok(known) => known,
            Err(poisoned) => poisoned.into_inner(),
        };
        if let Some(read) = known.get(folder) {
            return read.clone();
        }
        let read = self.nearest(folder);
        known.insert(folder.to_owned(), read.clone());
        read
    }

    fn nearest(&self, folder: &Path) -> Read {
        for folder in folder.ancestors() {
            let path = folder.join(NAME);
            let said = |why: &str| tell::of_file(path.as_os_str(), why);
            match fs::read_to_string(&path) {
                Ok(text) => {
                    let settings = Settings::read(&text, self.language);
                    return settings.map(Arc::new).map_err(|why| said(&why));
                }
                Err(error) if is_absent(&error) => {}
                Err(error) => return Err(said(&tell::failure(&error, self.language))),
            }
        }
        Ok(Arc::default())
    }
}

/// Nothing is there; also where what is named as a folder is a file, an archive for instance.
fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DocumentKind::{News, Notice, Other, Speech};

    fn read(text: &str) -> Result<Settings, String> {
        Settings::read(text, Language::Zh)
    }

    #[test]
    fn rules_go_before_profiles_and_those_before_their_table() -> Result<(), String> {
        let settings = read(
            "profile = 'auto'\n[rules]\nsum-mismatch = false\ndocument-date = true\n[profiles.speech]\ndocument-number = true\nstray-latin = false\n",
        )?;
        let applies = |rule, kind| settings.applies(rule, None, kind);
        assert!(!applies("sum-mismatch", Notice) && !applies("sum-mismatch", Speech));
        assert!(applies("document-date", Speech) && applies("document-number", Speech));
        assert!(!applies("stray-latin", Speech) && applies("stray-latin", News));
        assert!(!applies("document-number", News) && applies("document-number", Other));
        assert!(!settings.applies("document-number", Some(Profile::Press), Notice));
        assert!(settings.applies("stray-latin", Some(Profile::All), Speech));
        Ok(())
    }

    #[test]
    fn the_settings_that_the_docs_show_can_be_read() {
        let page = include_str!("../../../../docs/command-line.md");
        let shown = page
            .split_once("```toml\n")
            .and_then(|(_, rest)| rest.split_once("```"));
        let read = read(shown.map_or("", |(shown, _)| shown));
        assert!(read.is_ok_and(|settings| settings.profile == Some(Profile::Auto)));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let said = |text| read(text).err().unwrap_or_default();
        assert!(said("language = 'en'\nfail-on = 'never'\ncolour = 1\n").contains("xushi.toml:3"));
        assert!(said("[rules]\nno-such = false\n").contains("“no-such”"));
        assert!(said("[profiles.speech]\nno-such = false\n").contains("“no-such”"));
        assert!(said("profile = 'letter'").contains("xushi.toml:1"));
    }
}
