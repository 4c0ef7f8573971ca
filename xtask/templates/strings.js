// Written by `cargo xtask build` from data/strings/ and src/checks/; changes belong there.

/** @type {Readonly<Record<string, string>>} */
export const zh = Object.freeze({{ zh|tojson(2) }});

/** @type {Readonly<Record<string, string>>} */
export const en = Object.freeze({{ en|tojson(2) }});
