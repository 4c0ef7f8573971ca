/**
 * Joins what two workers found: the analysis of one, the words of the other.
 *
 * @typedef {import('./types.js').Analysis} Analysis
 * @typedef {import('./types.js').Vocabulary} Vocabulary
 * @typedef {import('./types.js').Score} Score
 */

/**
 * An analysis that was made without words, with what the words of each document tell; it is the same as one
 * that was made with them. What is given stays as it is.
 *
 * @param {Analysis} analysis
 * @param {Vocabulary[]} vocabularies one a document
 * @returns {Analysis}
 */
export function addVocabularies(analysis, vocabularies) {
  const { source, documents } = analysis;
  return {
    ...analysis,
    source: { ...source, warnings: source.warnings.filter(({ code }) => code !== 'no-dictionary') },
    documents: documents.map((document, index) => {
      const vocabulary = vocabularies[index];
      if (!vocabulary) return document;
      const { words, keywords, readability, sections } = vocabulary;
      const { scores, statistics, terms } = document;
      return {
        ...document,
        terms: [...terms, ...keywords],
        statistics: { ...statistics, words },
        scores: {
          ...scores,
          document: {
            ...scores.document,
            readability: {
              ...withParts(scores.document.readability, readability),
              // Where the reference set does not fit the text, nothing is compared with it.
              ...(scores.warnings.length === 0 && readability.part_percentiles
                ? { part_percentiles: { ...scores.document.readability.part_percentiles, ...readability.part_percentiles } }
                : {}),
            },
          },
          sections: scores.sections.map((section, at) => ({
            ...section,
            scores: { ...section.scores, readability: withParts(section.scores.readability, sections[at]) },
          })),
        },
      };
    }),
  };
}

/** @param {Score} score @param {Score | undefined} more @returns {Score} */
function withParts(score, more) {
  return { ...score, parts: { ...score.parts, ...more?.parts } };
}
