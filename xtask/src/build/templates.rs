//! Texts that the build makes from the templates under `xtask/templates/`.

use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

use crate::Result;

/// A filled template; by its name's ending what is put in becomes no markup. A name that is not there
/// stops the build.
pub fn render(name: &str, template: &str, context: impl Serialize) -> Result<String> {
    let mut templates = Environment::new();
    templates.set_undefined_behavior(UndefinedBehavior::Strict);
    templates.set_keep_trailing_newline(true);
    templates.set_trim_blocks(true);
    templates.set_lstrip_blocks(true);
    Ok(templates.render_named_str(name, template, context)?)
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    #[test]
    fn nothing_that_is_put_in_becomes_markup_and_an_unknown_name_stops_the_build() {
        let filled = render("page.html", "{{ said }}", context! { said => "<b>&" });
        assert!(filled.is_ok_and(|filled| filled == "&lt;b&gt;&amp;"));
        assert!(render("page.html", "{{ unheard.of }}", context! {}).is_err());
    }
}
