// Written by `cargo xtask build` from data/ and src/checks/; changes belong there.

/** @type {Readonly<Record<string, string>>} */
export const zh = Object.freeze({{ zh|tojson(2) }});

/** @type {Readonly<Record<string, string>>} */
export const en = Object.freeze({{ en|tojson(2) }});

/** @type {Readonly<Record<string, {kinds: readonly string[], leavesOut: readonly string[]}>>} which rules a kind of text is not held to */
export const profiles = Object.freeze({
{% for line in profiles|lines if "\t" in line and ":" not in line %}{% set cells = line|split("\t")|list %}  {{ cells[0] }}: { kinds: {{ cells[1]|split(" ")|list|tojson }}, leavesOut: {{ cells[2]|split(" ")|list|tojson }} },
{% endfor %}});

