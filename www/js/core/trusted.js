/**
 * The content policy takes no string for a script (`require-trusted-types-for`). The one exception: the addresses of the
 * page's own workers.
 *
 * @typedef {{createPolicy: (name: string, rules: {createScriptURL: (address: string) => string}) => void}} TrustedTypes
 */
const { trustedTypes } = /** @type {{trustedTypes?: TrustedTypes}} */ (/** @type {unknown} */ (globalThis));

trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const { origin } = new URL(address, import.meta.url);
    if (origin !== new URL(import.meta.url).origin) throw new TypeError(`no script of this page: ${address}`);
    return address;
  },
});
