import type { UntakenWhy } from '../../dataset/format.ts'
import type { MappedWhy } from '../../dataset/map/tagMap.ts'
import { doneNames, featureNames } from './names.ts'
import { counted, listed, numbers } from './saying.ts'

/** Every failure that we expect, in a person's words. */
export const unpack = {
  title: (file: string) => `Unpack ${file}`,
  begin: 'Unpack…',
  tryIt: 'See whether it can be unpacked',
  kind: (kind: string): string =>
    ({
      zip: 'A ZIP archive',
      mbox: 'A mailbox',
      csv: 'A table',
      json: 'Objects in JSON',
      xlsx: 'A workbook',
      parquet: 'A Parquet table',
      warc: 'A web archive',
      feed: 'A feed',
      newsml: 'News items in NewsML-G2',
      nitf: 'News items in NITF',
      ninjs: 'News items in ninjs',
      nexisText: 'A download from Nexis',
      nexisPage: 'A download from Nexis',
      nexisDocx: 'A download from Nexis',
      nexisRtf: 'A download from Nexis',
      factivaPage: 'A download from Factiva',
      factivaRtf: 'A download from Factiva',
      factivaXml: 'A download from Factiva',
      europresse: 'A download from Europresse',
      proquestText: 'A download from ProQuest',
      proquestPage: 'A download from ProQuest',
    })[kind] ?? 'A file of many articles',
  holdsMany: (kind: string) => `${kind}: unpacked, each of its articles is a file of its own.`,
  columnsTitle: 'What each column holds',
  columnsWhy: 'What each column holds is a guess; only columns that are named go into the articles.',
  column: 'Column',
  holds: 'Holds',
  holdsOf: (column: string) => `What “${column}” holds`,
  unnamedColumn: (place: number) => `Column ${place}`,
  firstRows: 'First rows',
  nothing: '–',
  parts: {
    text: 'Text',
    title: 'Title',
    outlet: 'Outlet',
    byline: 'Byline',
    published: 'Date',
    section: 'Section',
    page: 'Page',
    language: 'Language',
    address: 'Address',
    key: 'Its number',
  },
  firstArticle: 'The first article would be',
  noText: 'No column holds the text yet.',
  next: 'Next',
  back: 'Back',
  looking: (found: number) => `Looking through it: ${counted(found, 'article', 'articles')} so far`,
  found: (kind: string, found: number) => `${kind} with ${counted(found, 'article', 'articles')}.`,
  fresh: (fresh: number, there: number) =>
    there === 0
      ? `${counted(fresh, 'article goes', 'articles go')} into the workspace.`
      : fresh === 0
        ? 'All of them are in the workspace already.'
        : `${counted(fresh, 'article goes', 'articles go')} into the workspace; ${numbers.format(there)} are there already.`,
  none: 'There is nothing in it that can be unpacked.',
  differing: (count: number) =>
    `Also ${counted(count, 'article that is', 'articles that are')} there with another text, in files of their own`,
  firstOf: (shown: number, all: number) =>
    shown < all ? `The first ${numbers.format(shown)} of ${numbers.format(all)}` : 'The articles',
  articleTitle: 'Title',
  outlet: 'Outlet',
  date: 'Date',
  state: 'In the workspace',
  states: { new: 'new', there: 'there', differs: 'there, with another text' },
  unreadable: (count: number) => `${counted(count, 'article', 'articles')} can’t be read`,
  notAll: (count: number) => `The first ${numbers.format(count)} are named.`,
  cut: 'Not all of it could be read.',
  folder: 'Folder in the workspace',
  folderHint: (workspace: string) => `Inside “${workspace}”; left empty, at its top.`,
  pattern: 'Names of the files',
  patternHint: (example: string) => `For instance “${example}”`,
  patternParts: (parts: string) => `Made of ${parts}, and what stands between them.`,
  write: (count: number) => `Unpack ${counted(count, 'article', 'articles')}`,
  writeNone: 'Unpack',
  writing: (done: number, all: number) => `${numbers.format(done)} of ${counted(all, 'article', 'articles')} written`,
  stop: 'Stop',
  stopped: (count: number) => `Stopped. ${counted(count, 'article was', 'articles were')} written, each of them whole.`,
  done: (count: number) =>
    count === 0 ? 'Nothing new was written.' : `${counted(count, 'article was', 'articles were')} written.`,
  wereThere: (count: number) => `${counted(count, 'was', 'were')} there already.`,
  differ: (count: number) =>
    `${counted(count, 'is', 'are')} there with another text and ${count === 1 ? 'was' : 'were'} left alone.`,
  goOn: 'Unpacked again, it goes on where it stopped.',
  open: 'Open the first',
  close: 'Close',
}

/** Bringing in what others annotated. */
export const bring = {
  title: (file: string) => (file === '' ? 'Import annotations' : `Import ${file}`),
  about:
    'What others annotated comes into this workspace, as layers of their own. Nothing that is there is written over, and nothing is left out in silence.',
  chooseFile: 'Choose a file…',
  chooseFolder: 'Choose a folder…',
  another: 'Another file…',
  anotherFolder: 'Another folder…',
  format: 'Format',
  noFormat: 'Choose a format',
  formatCertain: 'It looks like this.',
  formatUnclear: (count: number) =>
    count === 0
      ? 'It looks like no format that Stet knows. If you know which it is, choose it.'
      : `It may be any of ${numbers.format(count)} formats, which come first in the list.`,
  mayBe: 'It may be',
  others: 'All others',
  annotator: 'Whose annotations they are',
  annotatorHint: 'Where the files don’t say it themselves.',
  annotatorMissing: 'Somebody must have made them: write a name.',
  hasPatterns: 'Texts and annotations don’t stand beside each other',
  textPattern: 'Where the texts stand',
  annotationsPattern: 'Where the annotations stand',
  patternHint: '{article} stands for the article’s name, and {layer}, if it is there, for who annotated.',
  patternWrong: 'It has to name {article} once, and {layer} at most once.',
  look: 'Look at it',
  back: 'Back',
  close: 'Close',
  reading: (articles: number) =>
    `Reading it: ${counted(articles, 'article', 'articles')} so far. Nothing is written yet.`,
  stop: 'Stop',
  found: (of: { articles: number; annotations: number; links: number }, layers: number) =>
    `${counted(of.articles, 'article', 'articles')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}, by ${counted(layers, 'annotator', 'annotators')}.`,
  foundNone: 'There is nothing in it that can be imported in this format.',
  standing: ({ fresh, there }: { fresh: number; there: number }) =>
    fresh === 0
      ? 'All the articles are in the workspace already; they get the layers.'
      : there === 0
        ? `${counted(fresh, 'article is', 'articles are')} new here.`
        : `${counted(fresh, 'article is', 'articles are')} new here; ${numbers.format(there)} are in the workspace already and get the layers.`,
  otherText: (count: number) =>
    `${counted(count, 'article has', 'articles have')} another text in the workspace, and will be left as ${count === 1 ? 'it is' : 'they are'}.`,
  yours: (called: string) => `“${called}” becomes your own layer, since that is your id.`,
  cut: 'Not all of it could be read.',
  untaken: (count: number) => `${counted(count, 'entry', 'entries')} can’t be taken`,
  mended: (count: number) => `${counted(count, 'entry is', 'entries are')} damaged and will be taken all the same`,
  group: (count: number, why: string) => `${numbers.format(count)} ×: ${why}`,
  trouble: (place: string, what: string, why: string, detail: string) =>
    [`${place}: ${why}`, what && `“${what}”`, detail].filter(Boolean).join(' · '),
  notAll: (shown: number, all: number) =>
    `The first ${numbers.format(shown)} of ${numbers.format(all)}; the report has all of them.`,
  away: (count: number) => `The map leaves out, or says otherwise, ${counted(count, 'thing', 'things')}`,
  awayOne: (path: string, annotator: string, why: string, what: string) => `${path} (${annotator}): ${why} · “${what}”`,
  adds: 'Added to the workspace',
  addsNothing: 'The codebook and the register have all that is needed.',
  addsTags: (names: readonly string[], count: number) => `${counted(count, 'tag', 'tags')}: ${listed(names, count)}`,
  addsAttributes: (names: readonly string[], count: number) =>
    `${counted(count, 'question', 'questions')}, new or with more answers: ${listed(names, count)}`,
  addsLinks: (names: readonly string[], count: number) =>
    `${counted(count, 'type of link', 'types of links')}, new or with more ends: ${listed(names, count)}`,
  addsEntities: (count: number) => `${counted(count, 'entity', 'entities')} in the register`,
  layers: 'Who annotated',
  layer: 'Annotator',
  layerId: 'Layer',
  articles: 'Articles',
  annotations: 'Annotations',
  links: 'Links',
  types: 'What comes in',
  type: 'Name',
  count: 'How often',
  number: (count: number) => numbers.format(count),
  kindTag: 'tag',
  kindLink: 'link',
  kind: 'Is a',
  examples: 'Examples',
  exampleOf: (path: string, annotator: string) => `${path}, ${annotator}`,
  noExamples: 'No annotation comes in.',
  map: 'Change what becomes of what…',
  mapTitle: 'What becomes of what',
  mapWhy:
    'On the left what the files call it, and how often. What isn’t changed keeps its name, and the codebook learns it.',
  mapTags: 'Tags',
  mapAttributes: 'Answers',
  mapLinks: 'Links',
  mapFrames: 'Events with roles',
  mapNothing: 'Nothing in it can be mapped.',
  theirs: 'In the files',
  becomes: 'Becomes',
  becomesOf: (name: string) => `What “${name}” becomes`,
  stays: (name: string) => `stays “${name}”`,
  staysNew: (name: string) => `stays “${name}”, new in the codebook`,
  drop: 'is left out',
  anotherName: 'another name…',
  newName: (name: string) => `New name of “${name}”`,
  newNameMissing: 'Write a name.',
  also: (answers: string) => `with ${answers}`,
  turned: 'turned around',
  turnedOf: (name: string) => `“${name}” leads the other way`,
  values: (name: string, count: number) => `${counted(count, 'answer', 'answers')} to “${name}”`,
  valueBecomes: (value: string) => `What “${value}” becomes`,
  valueStays: 'stays as it is',
  frameStays: 'stays an annotation, with its roles as links',
  frameLinks: 'becomes links',
  frameLink: 'Type of the link',
  frameFrom: 'From the role',
  frameTo: 'To the role',
  frameCue: 'Cue: the role',
  frameNoCue: 'the event’s own words',
  frameWithout: (role: string) => `Where nothing is “${role}”`,
  withoutTold: 'no link, and that is told',
  withoutAuthor: 'the link leads to the article’s own voice',
  withoutMap: 'as the map says',
  frameSame: 'A link needs two roles: from one to another.',
  loadMap: 'Load a map…',
  saveMap: 'Save this map…',
  mapLoaded: (file: string) => `The map ${file} is loaded.`,
  mapSaved: (file: string) => `The map stands in ${file}.`,
  lookAgain: 'See what it makes',
  write: (annotations: number) => `Import ${counted(annotations, 'annotation', 'annotations')}`,
  writeNone: 'Import',
  writing: (done: number, all: number) => `${numbers.format(done)} of ${counted(all, 'article', 'articles')} imported`,
  done: (of: { layers: number; annotations: number; links: number }) =>
    of.layers === 0
      ? 'Nothing new was imported.'
      : `${counted(of.layers, 'layer was', 'layers were')} imported, with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}.`,
  doneStopped: (layers: number) =>
    `Stopped. ${counted(layers, 'layer was', 'layers were')} imported, each of them whole. Imported again, it goes on where it stopped.`,
  doneArticles: ({ written, there }: { written: number; there: number }) =>
    written === 0
      ? `${counted(there, 'article was', 'articles were')} there already.`
      : `${counted(written, 'article was', 'articles were')} written${there > 0 ? `, ${numbers.format(there)} were there already` : ''}.`,
  doneThere: (count: number) => `${counted(count, 'layer was', 'layers were')} there already, saying just this.`,
  doneNothingOver: 'Nothing that was there has been written over.',
  notImported: (count: number) => `${counted(count, 'thing was', 'things were')} not imported`,
  notImportedOne: (name: string, why: string) => `${name}: ${why}`,
  open: 'Open the first article',
  copyReport: 'Copy the report',
  copied: 'The report is in the clipboard.',
  saveReport: 'Save the report…',
  reportSaved: (file: string) => `The report stands in ${file}.`,
  takeBack: 'Take back this import',
  takeBackWhy:
    'The files that it made are put into a folder inside .stet, where nothing is lost. What somebody has worked on since stays, and so does what the codebook and the register gained.',
  takenBack: (put: number, folder: string) =>
    put === 0 ? 'No file was taken back.' : `${counted(put, 'file was', 'files were')} put into ${folder}.`,
  takenBackKept: (count: number) => `${counted(count, 'file stays', 'files stay')}`,
  keptWhy: {
    changed: 'it has been changed since',
    'in-use': 'somebody works with it',
    gone: 'it isn’t there any more',
    problem: 'it can’t be moved',
  },
  /** The report of an import, in lines. */
  report: {
    title: (file: string, format: string) => `Import of ${file} (${format})`,
    read: (of: { articles: number; annotations: number; links: number }) =>
      `Read: ${counted(of.articles, 'article', 'articles')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}. Annotators and their layers:`,
    layer: (called: string, id: string) => `- ${called}: ${id}`,
    done: (of: {
      written: number
      there: number
      layers: number
      layersThere: number
      annotations: number
      links: number
    }) =>
      `Written: ${counted(of.written, 'article', 'articles')} (${numbers.format(of.there)} there already) and ${counted(of.layers, 'layer', 'layers')} (${numbers.format(of.layersThere)} there already) with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}.`,
    nothingOver: 'Nothing that was there has been written over.',
    untakenTitle: (count: number) => `Could not be taken (${numbers.format(count)}):`,
    mendedTitle: (count: number) => `Damaged, and taken all the same (${numbers.format(count)}):`,
    awayTitle: (count: number) => `Left out, or said otherwise, by the map (${numbers.format(count)}):`,
    notImportedTitle: (count: number) => `Not imported (${numbers.format(count)}):`,
    untaken: (place: string, why: string, what: string, detail: string) =>
      [`${place}: ${why}`, what, detail].filter(Boolean).join(' | '),
    away: (path: string, annotator: string, why: string, what: string) => `${path} (${annotator}): ${why} | ${what}`,
    cut: 'The rest is in the report that you can save.',
  },
}

export const datasets = {
  /** By the format's id. */
  formats: {
    jsonl: 'Stet’s own JSON Lines: everything, an article a line',
    csv: 'Tables as CSV: statements, actors, events, links, entities, articles',
    xlsx: 'The same tables as one workbook, a sheet each',
    parquet: 'Parquet as the Hugging Face hub expects it, with a card',
    dna: 'Statements as the Discourse Network Analyzer lists them',
    conll2003: 'CoNLL-2003 columns: a tag a word, a file for each annotator',
    conll2012: 'CoNLL-2012 columns: who is who, a file for each annotator',
    conllu: 'CoNLL-U with entities and claims in its last column',
    spacy: 'spaCy documents, as JSON Lines',
    prodigy: 'Prodigy’s answers, as JSON Lines',
    'label-studio': 'Label Studio tasks with the configuration that they need',
    doccano: 'doccano’s JSON Lines, a file for each annotator',
    brat: 'brat standoff: a text and an annotation file for each article and annotator',
    w3c: 'W3C Web Annotation (JSON-LD), a file an article',
    hypothesis: 'Rows of the Hypothesis API',
    bioc: 'BioC XML',
    'bioc-json': 'BioC JSON',
    pubannotation: 'PubAnnotation JSON, a file an article',
    'webanno-tsv': 'WebAnno TSV 3.3, for INCEpTION: a file for each article and annotator',
    'cas-xmi': 'UIMA CAS as XMI with its type system, for INCEpTION: a file for each article and annotator',
    'cas-json': 'UIMA CAS as JSON: a file for each article and annotator',
    gate: 'GATE documents, in XML or JSON',
    'refi-qda': 'REFI-QDA project, for NVivo, MAXQDA, ATLAS.ti and others',
    'refi-codebook': 'REFI-QDA codebook alone, without articles',
    graphml: 'GraphML: a network of who said what',
    gexf: 'GEXF: a network of who said what, for Gephi',
    'network-csv': 'CSV: a network of who said what, as nodes and edges',
    html: 'A copy to be read in any browser',
  } as Readonly<Record<string, string>>,
  features: featureNames,
  done: doneNames,
  untaken: {
    malformed: 'can’t be understood',
    'outside-text': 'stands outside its text',
    'other-words': 'names other words than stand there',
    'end-missing': 'points at something that isn’t there',
    'unknown-kind': 'is of a kind that isn’t known',
    'no-text': 'has no text',
    'no-annotation': 'is no annotation',
    'not-labelled': 'has no label',
    twice: 'is there twice',
    'no-words': 'has no words',
  } satisfies Record<UntakenWhy, string> as Readonly<Record<UntakenWhy, string>>,
  mapped: {
    dropped: 'left out what it says to leave out',
    'end-dropped': 'left out a link, since one of its ends is gone',
    'about-dropped': 'left out a comment or a verdict, since what it is about is gone',
    'no-from': 'left out an event without the role that a link begins at',
    'no-to': 'left out an event without the role that a link leads to',
    'several-cues': 'kept the first of several cues',
    'cue-in-parts': 'kept the first part of a cue',
    'role-left': 'left out a role that it doesn’t name',
    'answer-left': 'left out an answer that had no place',
    'note-left': 'left out the note of an event',
    'entity-left': 'left out the entity of an event',
  } satisfies Record<MappedWhy, string> as Readonly<Record<MappedWhy, string>>,
  notImported: {
    'other-text': 'the workspace has another text under this name',
    'layer-there': 'the workspace has a layer of this name, which stays as it is',
    problem: 'it can’t be read or written',
  },
  notReadByOthers: 'No reader by others has read it yet.',
  readBy: (names: readonly string[], inTests: readonly string[]) => {
    const once = names.filter(name => !inTests.includes(name))
    const parts = [
      ...(inTests.length > 0 ? [`by ${inTests.join(', ')} in every run of the tests`] : []),
      ...(once.length > 0 ? [`by ${once.join(', ')} once, by hand`] : []),
    ]
    return `Also read ${parts.join(', and ')}.`
  },
  out: 'out',
  in: 'in',
  cannotSay: (features: string) => `can’t say: ${features}`,
  changes: (features: string) => `says otherwise: ${features}`,
}
