/**
 * The words that the view of two texts shares. The shape of a comparison comes from the contract.
 *
 * @typedef {import('../../../schema/contract').TextComparison} TextComparison
 * @typedef {import('../../../schema/contract').Cited} Cited
 * @typedef {import('../core/say.js').Say} Say
 *
 * @typedef {{entry: number, document: number}} Chosen a document of a text that is open
 * @typedef {'promise' | 'level' | 'wording'} Kind
 * @typedef {object} Asked
 * @property {Chosen[]} sides two of them
 * @property {Kind | ''} kind empty where it is to be found
 * @property {boolean} isGiven whether the first is the earlier or upper one, whatever dates and places say
 *
 * A row as every kind of comparison shows it.
 * @typedef {object} Row
 * @property {string} head what it is about
 * @property {string[]} outcomes names of what became of it: keys behind `group`
 * @property {string} group the strings that name its outcomes
 * @property {string} told the outcomes in words
 * @property {string} note grounds, shares and doubts
 * @property {Cited | null} first
 * @property {Cited | null} second
 * @property {string} shownFirst what stands in the first cell
 * @property {string} shownSecond
 * @property {string} [next] the target that the second text has of it
 */

export {};
