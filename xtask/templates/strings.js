// Written by `cargo xtask build` from data/strings/ and src/checks/; changes belong there.

export const zh = Object.freeze({{ zh|tojson(2) }});

export const en = Object.freeze({{ en|tojson(2) }});
