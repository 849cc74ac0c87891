/** Every number that bounds what comes in, with its reason. Sizes in bytes unless the name says otherwise. */
const MiB = 1024 * 1024

/** Lines in one article: a book has tens of thousands, and what holds millions is a table or a log. A reader's heap holds as many. */
export const MAX_LINES = 2_000_000
/** A plain-text file of this size (ten million words) still opens; above it a person cannot read it as a page anyway. */
export const MAX_ARTICLE_BYTES = 64 * MiB
/** 100,000 annotations of about 900 bytes each, and room for the text of an article that isn't plain UTF-8. */
export const MAX_SIDECAR_BYTES = 256 * MiB
/** A project file with tens of thousands of entities. */
/** A review packet beyond this is told to be large: 1,000 annotations of 50 articles are 1.4 MB, and open in a second; mail servers refuse 10 to 25 MB, and what is attached grows by a third. */
export const LARGE_PACKET_BYTES = 5_000_000
export const MAX_PROJECT_BYTES = 64 * MiB
/** Entities, and strings that are never tagged, in one project; a register of a country's politics has some tens of thousands. */
export const MAX_ENTITIES = 200_000
/** The bridge refuses 1,000 levels, a person never nests five. */
export const MAX_JSON_DEPTH = 64
/** A field of a record in an edit: what was read from a file may go back, and the record around it is three levels. */
export const MAX_FIELD_DEPTH = MAX_JSON_DEPTH - 3
/** Size XL has 100,000 annotations; five times that is still listed in seconds. */
export const MAX_ANNOTATIONS = 500_000
/** A note longer than this is a document of its own. */
export const MAX_NOTE_CHARACTERS = 100_000
/** One value of an attribute, one id, one tag: words, not texts. */
export const MAX_VALUE_CHARACTERS = 10_000
/** A row of a table of articles: several books. A longer one is passed over, and told. */
export const MAX_ROW_CHARACTERS = 16 * MiB
/** How much text from the clipboard becomes an article at once. */
export const MAX_PASTE_CHARACTERS = 16 * MiB
/** How long reading one file may take in the worker before it is given up. */
export const READ_DEADLINE_MS = 20_000
/** The same from the command line, where readers are loaded from their sources and no window waits. */
export const COMMAND_DEADLINE_MS = 120_000
/** Characters of a text that are shown in every encoding, for a person to choose by. */
export const MAX_SAMPLE_CHARACTERS = 80

/** How long the annotations of a changed text may be searched for in it; a book with 20,000 takes about one second. */
export const PLACING_MS = 5_000
/** How long they are searched for once more when a person reviews them: short of `READ_DEADLINE_MS`. */
export const REVIEW_MS = 15_000
/** Earlier versions of one article that its annotations are compared with at once. */
export const MAX_OLD_TEXTS = 8
/** The heap a reader may use. Buffers are not counted by it, which is why bytes have limits of their own. */
export const WORKER_HEAP_MIB = 2048
/** Files listed in one workspace. */
export const MAX_ARTICLES = 100_000
/** Folders deep; a loop of links is never followed, so this only bounds honest trees. */
export const MAX_FOLDER_DEPTH = 32
/** Annotations handed to the window in one piece: small enough that no piece is a long task. */
export const ANNOTATIONS_A_PIECE = 1_000
/** What the search remembers of the texts and layers that it has read: 10,000 articles of 5,000 characters, folded too. */
export const SEARCH_SHELF_BYTES = 256 * MiB
/** Hits that one search gives: more than a person looks through. */
export const MAX_HITS = 100_000
/** Cases of a review that are told: more than a person decides. The others are counted. */
export const MAX_CASES = 100_000
/** Comments that are being written, in one workspace, and the UTF-16 units of one: so many are remembered when it is left. */
export const MAX_DRAFTS = 50
export const MAX_DRAFT_CHARACTERS = 100_000
/** Problems that somebody said are right as they are, in one workspace: more are forgotten, the oldest first. */
export const MAX_RIGHT_AS_IS = 2_000
/** Conflict copies that somebody has dealt with, in one workspace: more are forgotten, the oldest first, and offered again. */
export const MAX_SETTLED_COPIES = 2_000
/** So many words searched for are remembered. */
export const MAX_RECENT_SEARCHES = 12
/** So many of the articles and layers that a search couldn't read are named; the others are counted. */
export const MAX_UNREAD_NAMED = 100
/** How long a regular expression may take over one article before the search is given up. */
export const PATTERN_DEADLINE_MS = 4_000
/** How long a search by a regular expression may take in all. */
export const PATTERN_SEARCH_MS = 60_000
/** All histories of one layer that are read together, and what they began with: twice the largest layer. What is older isn't read, and that is told. */
export const HISTORY_READ_BYTES = 2 * MAX_SIDECAR_BYTES
/** What a piece of a timeline weighs about, as text: a millisecond or two of a window's time. */
export const HISTORY_PIECE_CHARACTERS = 256 * 1024
/** The name of a version: a few words. */
export const MAX_VERSION_CHARACTERS = 200
/** A history of this size is worth the offer to shorten it: some ten thousand edits, and a noticeable part of an opening. */
export const HISTORY_LONG_BYTES = 8 * MiB
/** The last edits that a shortening leaves as they are: a week of a diligent person's work on one article. */
export const SHORTENED_EDITS = 1_000
/** How long a worker may take over the next batch of an archive's articles; the whole of it may take much longer. */
export const UNPACK_BATCH_MS = 120_000
/** The heap of the worker that takes archives apart: tables that can't be read in parts are bounded by their bytes. */
export const UNPACK_HEAP_MIB = 1024
/** So much of what a dataset can't hold is named before it is written, of each feature: more than a person looks through. The receipt names all of it. */
export const MAX_LOSSES_LISTED = 200
/** What is read of a file that says how articles were divided before: two million of them. */
export const MAX_EARLIER_BYTES = 200 * MiB
/** What is taken of a dataset on standard input, which is held in memory until it stands in a file. */
export const MAX_PIPED_BYTES = 512 * MiB

/** Pairs of annotations of two layers that share words, in one article: a hundred thousand annotations of each of four annotators are below it, five thousand of each of two on the same words aren't. */
export const MAX_MEETINGS = 3_000_000
/** Steps in which such pairs are matched: some seconds. What people write takes thousands. */
export const MAX_MATCHING_STEPS = 10_000_000
/** What stands over each stretch of a text, in characters of tags' ids, all stretches together: it is held as text. A hundred thousand annotations of each of three annotators, five deep, are below it. */
export const MAX_STACKED_CHARACTERS = 100_000_000
/** Tags of an article times its annotations' parts: each tag is told from all others. A thousand tags on two hundred thousand parts. */
export const MAX_TAGS_BY_PARTS = 200_000_000
/** Characters that stand under annotations of one article, each as often as it does: some seconds of counting tokens. */
export const MAX_COVERED_CHARACTERS = 2_000_000_000
/** Different sets of tags that stand over words of a workspace, for measures that set each beside each. */
export const MAX_CATEGORIES = 2_000
/** Two ends that lie further apart than so many words nobody calls the same place. */
export const MOST_WORDS_APART = 10
