/**
 * The words that the parts of the page share. The shape of an analysis comes from the contract.
 *
 * @typedef {import('../../../schema/contract').Analysis} Analysis
 * @typedef {import('../../../schema/contract').Document} AnalysedDocument
 * @typedef {import('../../../schema/contract').Claim} Claim
 * @typedef {import('../../../schema/contract').Task} Task
 * @typedef {import('../../../schema/contract').Term} Term
 * @typedef {import('../../../schema/contract').Finding} Finding
 * @typedef {import('../../../schema/contract').Heading} Heading
 * @typedef {import('../../../schema/contract').Sentence} Sentence
 * @typedef {import('../../../schema/contract').Block} Block
 * @typedef {import('../../../schema/contract').Span} Span
 * @typedef {import('../../../schema/contract').Score} Score
 * @typedef {import('../../../schema/contract').ScoreSet} ScoreSet
 * @typedef {import('../../../schema/contract').Announcement} Announcement
 * @typedef {import('../../../schema/contract').Warning} Warning
 * @typedef {import('../../../schema/contract').SetAside} SetAside
 * @typedef {import('../../../schema/contract').Ledger} Ledger
 * @typedef {import('../../../schema/contract').TextComparison} TextComparison
 */

/** @typedef {'zh' | 'en'} Language */

/** @typedef {'auto' | 'light' | 'dark'} Theme */

/**
 * A sentence in both languages.
 * @typedef {{zh: string, en: string}} Said
 */

/**
 * One file or paste. `waiting`: not analysed yet; `done`: analysed; `failed`: refused, or the core broke down.
 * @typedef {object} Entry
 * @property {number} id
 * @property {string} name
 * @property {Blob} blob the bytes as they came
 * @property {boolean} pasted
 * @property {import('../office/types.js').FileNote | null} file what is told of the office file that it is from
 * @property {Blob | null} original the file itself, where it can be given back with comments
 * @property {'waiting' | 'done' | 'failed'} stage
 * @property {Analysis | null} analysis
 * @property {Said | null} error
 * @property {SetAside[]} kept what the reader put back into the text
 * @property {number} revision how often the text was changed; an analysis of an earlier state is not shown
 * @property {number} analysed the revision that the analysis is of
 * @property {import('../editing/history.js').History} history of its changes
 * @property {import('../ledger/types.js').SavedLedger | null} ledger what was kept of its ledger over a reload
 */

/** @typedef {'targets' | 'actuals' | 'dates' | 'phrases' | 'stock' | 'findings' | 'announced'} Layer */

/** @typedef {'targets' | 'actuals' | 'compare' | 'tasks' | 'findings' | 'terms' | 'scores'} TableName */

/** @typedef {keyof ScoreSet} ScoreName */

/**
 * What the reader chose: a row, and the place in the text that answers it.
 * @typedef {object} Choice
 * @property {TableName} table
 * @property {number} index place in the document's own list
 * @property {Span} span
 * @property {'text' | 'table' | 'keys'} from where it was chosen
 * @property {boolean} [stay] whether a narrow page goes on showing the table
 */

/**
 * The places that a part of a score counts, to be seen one after the other.
 * @typedef {object} Evidence
 * @property {ScoreName} score
 * @property {string} part
 * @property {Span[]} spans at least one
 * @property {number} at which of them is seen now
 */

/**
 * Something to tell the reader.
 * @typedef {object} Notice
 * @property {string} id
 * @property {'error' | 'warning' | 'info'} severity
 * @property {Said} said
 * @property {number} [entry] the file that it is about
 */

/**
 * What the page shows. Changed only through `State.set`.
 * @typedef {object} Shown
 * @property {Language} language
 * @property {Theme} theme
 * @property {'landing' | 'reading' | 'several' | 'ledger' | 'compare'} view
 * @property {Entry[]} entries
 * @property {number | null} current id of the entry that is read
 * @property {number} document index of the document that is read
 * @property {Record<Layer, boolean>} layers
 * @property {TableName} table
 * @property {Choice | null} choice
 * @property {Span | null} section what the scores are shown of; `null`: the whole document
 * @property {Evidence | null} evidence
 * @property {'outline' | 'text' | 'tables'} part what a narrow page shows
 * @property {Notice[]} notices
 * @property {boolean} keep whether texts outlive a reload
 * @property {boolean} editing whether the text can be changed in place
 * @property {import('../findings/dismissed.js').Dismissed} dismissed findings and rules that are not shown
 */

/**
 * What every part of the page is given.
 * @typedef {object} App
 * @property {import('./state.js').State<Shown>} state
 * @property {import('./say.js').Say} say
 * @property {Actions} actions
 */

/**
 * What a reader can do, wherever the button for it stands.
 * @typedef {object} Actions
 * @property {(text: string, html?: string) => void} paste a text, and what else the clipboard knows of it
 * @property {(files: Iterable<File>) => Promise<void>} open
 * @property {(file: string, title: string) => Promise<void>} sample
 * @property {() => void} cancel
 * @property {(entry: number, document?: number) => void} read
 * @property {(entry: number) => void} remove
 * @property {(entry: number, piece: SetAside, back: boolean) => void} putBack into the text, or aside again
 * @property {(entry: number, document: number, choice: Choice) => Promise<void>} show a place in a text
 * @property {(choice: Choice | null) => void} choose
 * @property {(on: boolean) => Promise<void>} edit the text in place, or no longer
 * @property {(entry: number, source: string) => void} revise the source as it is to be
 * @property {(way: 'undo' | 'redo') => void} step one change of the text back or forth
 * @property {(findings: readonly number[], done: string) => Promise<void>} fix does what findings of the document suggest,
 *   and announces what is `done`
 * @property {(kind: 'findings' | 'rules', id: string, away: boolean) => void} turnAway a finding, by its identity,
 *   or a rule; or brings it back
 * @property {(profile: string) => void} holdTo the rules of a profile, whichever text is read
 * @property {(evidence: Evidence | null) => void} prove
 * @property {() => void} compareTexts the documents of all texts, side by side
 * @property {() => void} openLedger of all texts
 * @property {(entry: number) => Promise<Ledger[]>} ledger of each document of a text
 * @property {(plan: import('../compare/types.js').Chosen, report: import('../compare/types.js').Chosen) => Promise<import('../../../schema/contract').Progress[][]>} progress
 *   what a report says of the rows of a ledger: by task, and by paragraph
 * @property {() => void} openCompare two of the texts, what the one promises and what the other makes of it
 * @property {(asked: import('../compare/types.js').Asked) => Promise<TextComparison>} compare two documents
 * @property {() => void} keepLedger over a reload, where the reader asked for that
 * @property {() => void} startAgain back to the field, keeping the files
 * @property {(entry: number) => Promise<Blob | null>} comment the entry's file with its findings as comments
 * @property {(entry: number) => Promise<string>} json the analysis as the command line prints it
 * @property {(words: string) => void} announce for those who hear the page
 * @property {(notice: Notice) => void} tell
 * @property {(id: string) => void} dismiss
 */

export {};
