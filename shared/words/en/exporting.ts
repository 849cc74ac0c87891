import type { Fitting, ToldWhy } from '../../dataset/format.ts'
import type { ProblemKind } from '../../problems/kinds.ts'
import { doneNames } from './names.ts'
import { counted, numbers } from './saying.ts'

export const exporting = {
  title: (workspace: string) => `Export a dataset of ${workspace}`,
  looking: 'Looking at what there is…',
  formats: 'Format',
  groups: {
    tables: 'Tables and statistics',
    tools: 'Annotation tools',
    learning: 'Machine learning',
    networks: 'Networks',
    reading: 'Reading and keeping',
  },
  /** By the format's id: what it is called, and what it is for. */
  names: {
    csv: 'CSV tables',
    xlsx: 'Excel workbook',
    dna: 'DNA statements',
    'refi-qda': 'REFI-QDA project',
    'refi-codebook': 'REFI-QDA codebook',
    brat: 'brat',
    'webanno-tsv': 'WebAnno TSV',
    'cas-xmi': 'UIMA CAS (XMI)',
    'cas-json': 'UIMA CAS (JSON)',
    'label-studio': 'Label Studio',
    doccano: 'doccano',
    w3c: 'Web Annotation',
    pubannotation: 'PubAnnotation',
    bioc: 'BioC (XML)',
    'bioc-json': 'BioC (JSON)',
    parquet: 'Parquet',
    spacy: 'spaCy',
    conll2003: 'CoNLL-2003',
    conll2012: 'CoNLL-2012',
    graphml: 'GraphML',
    gexf: 'GEXF',
    'network-csv': 'Nodes and edges (CSV)',
    html: 'Reading copy',
    jsonl: 'Stet JSON Lines',
  } as Readonly<Record<string, string>>,
  why: {
    csv: 'Statements, actors, events, links and entities as tables, for R, pandas or any spreadsheet.',
    xlsx: 'The same tables as one workbook, a sheet each.',
    dna: 'Who says what on which issue, as the Discourse Network Analyzer lists statements.',
    'refi-qda': 'The coded articles, for NVivo, MAXQDA, ATLAS.ti and other programs of qualitative research.',
    'refi-codebook': 'The codebook alone, for the same programs.',
    brat: 'A text and an annotation file for each article, for the brat annotation tool and what reads its files.',
    'webanno-tsv': 'For INCEpTION and WebAnno, as lines that can be compared and corrected.',
    'cas-xmi': 'For INCEpTION and UIMA pipelines, with its type system.',
    'cas-json': 'For INCEpTION and programs that read CAS as JSON.',
    'label-studio': 'Tasks with annotations, and the configuration that they need.',
    doccano: 'For going on in doccano.',
    w3c: 'The standard of the W3C, for archives and tools of the web.',
    pubannotation: 'For PubAnnotation and TextAE.',
    bioc: 'For tools of biomedical text mining.',
    'bioc-json': 'The same as JSON.',
    parquet: 'A row an article, as the Hugging Face hub shows it, with a card. DuckDB, pandas and Polars read it.',
    spacy: 'Documents with spans and entities, for training with spaCy.',
    conll2003: 'A tag a word, for training and comparing taggers of names.',
    conll2012: 'Who is who, for training and scoring coreference.',
    graphml: 'Who said what as a network, for igraph, NetworkX, Cytoscape or yEd.',
    gexf: 'Who said what as a network, for Gephi.',
    'network-csv': 'The same network as two tables.',
    html: 'Pages with every mark, to be read in any browser, offline, by whoever has no Stet.',
    jsonl: 'Everything that Stet knows, an article a line: for keeping, and for scripts.',
  } as Readonly<Record<string, string>>,
  unproven: 'Not yet read by anybody else’s program',
  readBy: 'Read by programs of others:',
  whatGoesIn: 'What goes in',
  layers: 'Annotations of',
  layer: (name: string, articles: number) => `${name} · ${counted(articles, 'article', 'articles')}`,
  me: (name: string) => `${name} (you)`,
  gold: (name: string) => `Gold by ${name}`,
  articles: 'Articles',
  articleChoices: {
    all: (count: number) => `All that have annotations (${numbers.format(count)})`,
    listed: (count: number) => `Those that the list shows now (${numbers.format(count)})`,
    open: 'The one that is open',
  },
  openHasNone: 'None of them has annotations that could go in.',
  tags: 'Tags',
  zones: 'Zones',
  zonesHint: 'Annotations that begin in these parts of an article.',
  all: 'all',
  some: (count: number, of: number) => `${numbers.format(count)} of ${numbers.format(of)}`,
  anonymous: 'Call annotators a1, a2 …',
  howWritten: 'How it is written',
  withText: 'With the articles’ texts',
  withoutText: 'Without them, whoever reads it needs the texts from elsewhere.',
  unit: 'Offsets count',
  units: {
    codepoint: 'characters (code points), as Python does',
    utf16: 'UTF-16 units, as JavaScript and Java do',
    utf8: 'bytes of UTF-8',
  },
  /** The choices of single formats, by their names. */
  options: {
    annotators: {
      label: 'Several annotators',
      values: { folders: 'a folder each', suffix: 'in the names of the files' },
    },
    formulas: {
      label: 'Cells that a spreadsheet would run',
      values: { exact: 'stay exactly as they are', apostrophe: 'get an apostrophe in front' },
    },
    mark: { label: 'Mark at the beginning of files', values: { none: 'none', bom: 'a byte order mark, for Excel' } },
    layout: {
      label: 'Files',
      values: { hub: 'as the Hugging Face hub has them', hive: 'in folders by shard and part' },
    },
    licence: { label: 'Licence', values: {} },
    scheme: {
      label: 'Labels',
      values: {
        IOB2: 'IOB2: every name begins with B',
        IOB1: 'IOB1: B only between neighbours',
        BIOES: 'BIOES: ends and single words too',
      },
    },
    pages: { label: 'Pages', values: { 'an-article': 'one an article, with a list', one: 'one for everything' } },
    tokens: { label: 'Words', values: { written: 'as Stet cuts them', none: 'left to spaCy' } },
    network: {
      label: 'Network',
      values: {
        'actor-claim': 'actors and what they claim',
        actors: 'actors who agree or disagree',
        'event-actor': 'events and who takes part',
      },
    },
    sign: {
      label: 'For and against',
      values: { apart: 'edges of their own', difference: 'one edge: for minus against', ignored: 'not told apart' },
    },
    window: {
      label: 'Time',
      values: { none: 'all in one', month: 'by month', quarter: 'by quarter', year: 'by year' },
    },
    count: {
      label: 'A claim counts',
      values: { article: 'once an article', annotation: 'as often as it was annotated' },
    },
  } as Readonly<Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>>,
  licenceHint: 'For instance CC BY 4.0. It stands on the card.',
  split: 'Divide into parts for training and testing',
  splitOn: 'Divide the articles',
  splitWhy:
    'Articles that are nearly the same never fall on both sides; outlets, months and tags are spread evenly. The same number gives the same parts again.',
  shares: 'Shares in per cent',
  sharesHint: 'As 80/10/10, or with names: train=90/test=10.',
  seed: 'Number to draw by',
  losses: 'What this format can’t say',
  weighing: (done: number, of: number) =>
    `Looking at ${numbers.format(done)} of ${counted(of, 'article', 'articles')}…`,
  weighingAll: 'Looking what it can’t say…',
  stopLooking: 'Stop looking',
  notLooked: 'What this format can’t say of it wasn’t looked at.',
  lookNow: 'Look now',
  nothingLost: 'Nothing: all of it can be said in this format.',
  lossHead: { what: 'What there is', becomes: 'What becomes of it' },
  becomes: ({ dropped, changed, without }: { dropped: number; changed: number; without: number }) =>
    dropped + changed === 0
      ? without > 0
        ? doneNames.without
        : 'stays'
      : [
          ...(dropped > 0 ? [`${numbers.format(dropped)} left out`] : []),
          ...(changed > 0 ? [`${numbers.format(changed)} changed`] : []),
          ...(without > 0 ? [`${numbers.format(without)} kept without it`] : []),
        ].join(', '),
  touched: (what: string, count: number) => `${numbers.format(count)} × ${what}`,
  wayOf: (what: string) => `What becomes of: ${what}`,
  ways: {
    'keep-longest': 'Keep the longest',
    'keep-shortest': 'Keep the shortest',
    'keep-first': 'Keep the first',
    hull: 'One stretch, gaps included',
    parts: 'An annotation a part',
    'first-part': 'Keep the first part',
    grow: 'Grow to whole words',
    trim: 'Without the space',
    drop: 'Leave out',
    words: 'Write as words',
  } satisfies Record<Fitting, string>,
  wayDoes: (way: string, becomes: string) => `${way} (${becomes})`,
  ofArticle: 'the article',
  ofLink: 'a link',
  ofRemark: 'a verdict without words',
  notAll: (count: number) => `The first ${numbers.format(count)} are shown; the receipt will name all.`,
  unplaced: (count: number) =>
    `${counted(count, 'annotation has', 'annotations have')} no place in the text, and ${count === 1 ? 'stays' : 'stay'} out.`,
  unread: (count: number) =>
    `${counted(count, 'file', 'files')} can’t be read, and ${count === 1 ? 'stays' : 'stay'} out.`,
  ahead: (count: number) =>
    `${counted(count, 'layer has', 'layers have')} edits that aren’t in ${count === 1 ? 'its file' : 'their files'} yet, for Stet was cut off. Open ${count === 1 ? 'its article' : 'their articles'}, and export again.`,
  told: {
    'would-run': (count: number) =>
      `${counted(count, 'cell begins', 'cells begin')} with =, +, -, @ or a tab: a spreadsheet may run ${count === 1 ? 'it' : 'them'} as a formula.`,
    'made-words': (count: number) =>
      `${counted(count, 'cell gets', 'cells get')} an apostrophe in front, so that no spreadsheet runs ${count === 1 ? 'it' : 'them'}.`,
    'goes-on': (count: number) =>
      `${counted(count, 'cell is', 'cells are')} longer than a cell can be, and ${count === 1 ? 'goes' : 'go'} on in the sheet “continued”.`,
    'no-row': (count: number) =>
      `${counted(count, 'annotation or link is', 'annotations or links are')} neither a statement nor a source of one, and no row.`,
    'own-words': (count: number) =>
      `${counted(count, 'comment or verdict goes', 'comments or verdicts go')} out in ${count === 1 ? 'its author’s' : 'their authors’'} own words: names in ${count === 1 ? 'it' : 'them'} stay, whatever annotators are called.`,
  } satisfies Record<ToldWhy, (count: number) => string>,
  summary: (articles: number, annotations: number, links: number) =>
    `${counted(annotations, 'annotation', 'annotations')} and ${counted(links, 'link', 'links')} in ${counted(articles, 'article', 'articles')}`,
  lossSummary: ({ dropped, changed }: { dropped: number; changed: number }) =>
    dropped + changed === 0
      ? ''
      : [
          ...(dropped > 0 ? [`${numbers.format(dropped)} left out`] : []),
          ...(changed > 0 ? [`${numbers.format(changed)} changed`] : []),
        ].join(', '),
  export: 'Export…',
  nobody: 'Nobody has annotated anything here yet',
  nobodyWhy: 'Select words in an article and press 1 for a claim, 2 for an actor or 3 for an event; then come back.',
  taken: (name: string) =>
    `“${name}” is there already, and nothing is ever written over. Choose another name or folder.`,
  inside: (name: string) =>
    `“${name}” would stand inside the workspace: texts in it would be listed as articles. A place outside is better.`,
  elsewhere: 'Choose another place…',
  insideAnyway: 'Write it there all the same',
  writing: {
    weighing: 'Looking at it',
    dividing: 'Comparing articles, to divide them',
    writing: 'Writing',
    'reading-back': 'Reading it back, and comparing',
  },
  progress: (what: string, done: number, of: number) =>
    `${what}: ${numbers.format(done)} of ${counted(of, 'article', 'articles')}`,
  starting: 'Beginning…',
  stop: 'Stop',
  stopped: 'Stopped. Nothing was left behind.',
  /** What failed, where the usual sentence speaks of work that isn’t saved. */
  failures: {
    'disk-full':
      'There is no room left on that disk. Nothing of the dataset was left behind. Make some room, or choose another place.',
    'not-permitted': 'That place can’t be written to. Choose another one.',
    'cannot-save':
      'It couldn’t be written there. Nothing of the dataset was left behind. Choose another place, or try again.',
    'not-there': 'That folder is not there any more. Choose another place.',
  } as Readonly<Partial<Record<ProblemKind, string>>>,
  written: (name: string) => `“${name}” is written`,
  equal: 'Read back and compared: every article says what it should.',
  notEqual: (count: number) =>
    `Read back, ${counted(count, 'article says', 'articles say')} something else than ${count === 1 ? 'it' : 'they'} should. Don’t rely on this file, and tell us.`,
  backUnread: 'Some of it couldn’t be read back. Don’t rely on this file, and tell us.',
  notReadBack: 'It is a view of the work, from which the work can’t be read again: it was not compared.',
  receiptAt: (name: string) =>
    `The receipt “${name}” stands beside it: every choice, every hash, everything that was left out.`,
  noReceipt: 'Its receipt couldn’t be written beside it.',
  leftOut: 'What was left out or changed',
  nothingLeftOut: 'Nothing was left out.',
  leftOutLine: (what: string, becomes: string, count: number) => `${numbers.format(count)} × ${what}: ${becomes}`,
  files: (count: number) => counted(count, 'file', 'files'),
  partsOf: (parts: readonly { readonly name: string; readonly articles: number }[]) =>
    parts.map(({ name, articles }) => `${name}: ${counted(articles, 'article', 'articles')}`).join(' · '),
  families: (count: number, articles: number) =>
    `${counted(count, 'family', 'families')} of near-duplicates (${counted(articles, 'article', 'articles')}) kept together.`,
  cell: (file: string, row: number, column: string, words: string) =>
    row === 0 ? `${column}: ${words}` : `${file}, row ${numbers.format(row)}, ${column}: ${words}`,
  show: 'Show in folder',
  copy: 'Copy this',
  copied: 'Copied.',
  another: 'Export another',
  close: 'Close',
  hash: 'SHA-256',
}
