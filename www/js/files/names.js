import { periodName } from '../wording/period.js';

/**
 * Names by which documents are told apart where their titles alone do not.
 *
 * @typedef {import('../core/types.js').AnalysedDocument} AnalysedDocument
 */

/** So long a beginning that titles share is left out. */
const SHARED = 3;
/** So much of a name stays in any case. */
const LEAST = 5;
const BEFORE_SIGN = ' · ';

/**
 * What a document is known by beside its title: whose it is, who speaks, where, when.
 *
 * @param {AnalysedDocument} document
 * @param {import('../core/say.js').Say} say
 * @returns {string[]}
 */
export function signsOf({ metadata }, say) {
  const authors = metadata.authors.map(({ name }) => name).join(say.text('meta.between'));
  return [metadata.issuer?.value ?? '', authors, metadata.occasion?.value ?? '', periodName(metadata.date?.value, say)];
}

/**
 * The titles, and behind those that others bear as well the first of their signs in which they differ.
 *
 * @param {{title: string, signs: string[]}[]} documents
 * @returns {string[]}
 */
export function toldApart(documents) {
  return documents.map(({ title, signs }, at) => {
    const others = documents.filter((other, index) => index !== at && other.title === title);
    if (others.length === 0) return title;
    const sign = signs.find((words, kind) => words !== '' && others.every((other) => other.signs[kind] !== words));
    return sign ? `${title}${BEFORE_SIGN}${sign}` : title;
  });
}

/**
 * Names without the beginning that they share with another: what differs is seen in little room.
 *
 * @param {string[]} names
 * @returns {string[]}
 */
export function shortened(names) {
  return names.map((name, at) => {
    const shared = Math.max(0, ...names.filter((other, index) => index !== at && other !== name).map((other) => common(name, other)));
    const sign = name.lastIndexOf(BEFORE_SIGN);
    if (sign > 0 && shared > sign) return name.slice(sign + BEFORE_SIGN.length);
    const left = Math.min(shared, name.length - LEAST);
    return left >= SHARED ? `…${name.slice(left)}` : name;
  });
}

/** How long a beginning two names share. @param {string} one @param {string} other */
function common(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
