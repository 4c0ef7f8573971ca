//! RTF: groups of text and control words. Only what makes text is followed; destinations that are not known are skipped.

mod codes;
mod destinations;
mod paragraphs;
mod tokens;
mod walk;

use crate::error::OfficeError;
use crate::kind::Kind;
use crate::limits::Limits;
use crate::model::OfficeText;
use crate::writing::Writer;

use tokens::Tokens;
use walk::Walk;

/// Reads the document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<OfficeText, OfficeError> {
    let mut writer = Writer::new(limits);
    let mut walk = Walk::new(&mut writer, limits.depth * 4);
    for token in Tokens::new(bytes) {
        walk.token(token)?;
    }
    walk.finish();
    Ok(writer.finish(Kind::Rtf))
}
