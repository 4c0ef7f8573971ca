// Written by `cargo xtask build` from seeds/.

/**
 * A sample document: its address from the page, the shape it stands for, its title, and its
 * length in characters without white space.
 * @typedef { {file: string, shape: string, title: string, characters: number} } Sample
 */

/** @type {ReadonlyArray<Readonly<Sample>>} */
export const samples = Object.freeze({{ samples|tojson(2) }});
