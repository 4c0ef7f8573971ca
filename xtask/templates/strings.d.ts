// Written by `cargo xtask build` from data/strings/ and src/checks/.

/** The key of a string. */
export type StringKey =
{%- for key in zh %}

  | "{{ key }}"
{%- endfor %};

/** Chinese, by key. */
export const zh: Readonly<Record<string, string>>;

/** English, by key. */
export const en: Readonly<Record<string, string>>;
