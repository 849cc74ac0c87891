import type { Source } from '../../article/metadata.ts'
import type { Feature } from '../../dataset/features.ts'
import type { ToldWhy } from '../../dataset/format.ts'
import type { WayLoss } from '../../dataset/losses.ts'
import type { SplitReport } from '../../dataset/splits/splitReport.ts'
import type { CommandText } from '../commandText.ts'
import { doneNames, featureNames, fieldTitles } from './names.ts'
import { counted, numbers } from './saying.ts'

export const commandLine = {
  opening: [
    'Stet reads articles and what was annotated in them, without a window.',
    'Below, “stet” stands for:  npm run -s stet --',
  ],
  commandsTitle: 'Commands',
  closing: ['“stet COMMAND --help” tells more of each, with examples.'],
  usageTitle: 'Usage',
  optionsTitle: 'Options',
  examplesTitle: 'Examples',
  exitsTitle: 'Exit codes',
  exits: [
    'it is done',
    'something is wrong with what it was about; standard error says what',
    'its words mean nothing; standard error says which',
  ],
  helpOption: ['--help', 'print this, and do nothing'] as const,
  hint: (command: string | undefined) =>
    command === undefined ? '“stet help” lists what can be done.' : `“stet ${command} --help” says how it is called.`,
  commands: {
    text: {
      does: 'Prints the text of an article, letter for letter: exactly the one that offsets count.',
      more: [],
      usage: ['FILE [--encoding NAME]', '- [--as NAME.html] [--encoding NAME]'],
      options: {
        encoding: ['NAME', 'read it in this encoding, whatever was found or chosen'],
        as: ['NAME', 'read standard input (-) as a file of this name would be read; as plain text without it'],
      },
      examples: ['text summit.pdf', 'text moscow.txt --encoding koi8-r', 'text - --as page.html < page.html | wc -m'],
    },
    info: {
      does: 'Tells what is known of an article, or of every article in a folder and below it.',
      more: ['Layers of a sealed coding that isn’t open yet are named, and left out of everything that is told.'],
      usage: ['FILE [--encoding NAME] [--json]', '- [--as NAME.html] [--encoding NAME] [--json]', 'WORKSPACE [--json]'],
      options: {
        encoding: ['NAME', 'read it in this encoding, whatever was found or chosen'],
        as: ['NAME', 'read standard input (-) as a file of this name would be read; as plain text without it'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'info summit.txt',
        'info corpus',
        'info corpus --json > corpus.json',
        'info - --as page.html --json < page.html',
      ],
    },
    check: {
      does: 'Checks every file of a workspace, every annotation and every link, and says what is wrong.',
      more: [
        'Nothing is written. Errors are wrong; warnings wait for a person or may be meant.',
        'Layers of a sealed coding that isn’t open yet are checked and counted, and none of their words are shown.',
      ],
      usage: ['WORKSPACE [--strict] [--hints] [--all] [--json]'],
      options: {
        strict: ['exit with 1 where there are warnings, too'],
        hints: ['print what annotators may have forgotten, too: what the list of problems says'],
        all: ['print every finding; without it, ten of a kind for each file'],
        json: ['print one JSON object with all of them, and nothing else on standard output'],
      },
      examples: [
        'check corpus',
        'check corpus --strict && git commit',
        "check corpus --json | jq -r '.findings[] | [.severity, .kind, .file] | @tsv'",
      ],
      exits: [
        'nothing is wrong; there may be warnings',
        'there are errors, or with --strict warnings',
        'its words mean nothing; standard error says which',
      ],
    },
    review: {
      does: 'Says how many places annotators say something else of, by what they differ in, and how many are decided.',
      more: [
        'A case is a place of an article and what several layers say there. Without --layers all take part but gold. What is',
        'decided stands in the gold layer of a reviewer. A decision counts as long as what was judged says what it said then.',
        'Nothing is written.',
      ],
      usage: ['WORKSPACE [--layers a,b] [--gold ID] [--tags claim,actor] [--tolerance WORDS] [--ignore-ends] [--json]'],
      options: {
        layers: ['IDS', 'compare the layers of these annotators alone: alice,bob'],
        gold: ['ID', 'the layer in which the decisions stand: gold-carol; needed only where there are several'],
        tags: ['IDS', 'count only cases in which one of these tags is given'],
        tolerance: ['WORDS', 'how many words starts and ends may lie apart and count as the same; 0 without it'],
        'ignore-ends': ['quotation marks, other punctuation and white space at the ends of spans count for nothing'],
        json: ['all of it as JSON'],
      },
      examples: ['review corpus', 'review corpus --layers alice,bob --gold gold-carol --json'],
    },
    letters: {
      does: 'Writes each annotator a letter: what the final layer has otherwise than theirs, with the reasons.',
      more: [
        'A letter has every correction by kind: the words, what the annotator said, what is final, the reviewer’s reason and',
        'remark, and the codebook’s paragraph; and how much was right. A letter as a web page lets its reader disagree and saves',
        'a small file, which “stet answer” takes. FOLDER is made, and mustn’t be there. Nothing in the workspace is touched.',
        'Layers of a sealed coding that isn’t open yet are left out.',
      ],
      usage: ['WORKSPACE --gold ID --out FOLDER [--for bob,carol] [--format html|markdown] [--blind] [--json]'],
      options: {
        gold: ['ID', 'the final layer: gold-alice'],
        out: ['FOLDER', 'where the letters go'],
        for: ['IDS', 'write to these annotators alone; to all who have a layer beside the final one without it'],
        format: ['NAME', 'html, a page to answer in, or markdown; html without it'],
        blind: ['don’t say who decided'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'letters corpus --gold gold-alice --out letters',
        'letters corpus --gold gold-alice --for bob --format markdown --out to-bob',
      ],
    },
    packet: {
      does: 'Makes a review packet: one web page in which somebody without Stet accepts, rejects and comments.',
      more: [
        'The page has the texts of the articles, whole, and works without a network, in any browser. Its reader saves a small file,',
        'which “stet answer” takes. FILE.html is made, and mustn’t be there. Layers of a sealed coding that isn’t open yet are left out.',
      ],
      usage: ['WORKSPACE --layers bob,carol --out FILE.html [--articles FILTER] [--from NAME] [--blind] [--json]'],
      options: {
        layers: ['IDS', 'whose annotations are judged'],
        out: ['FILE', 'the page'],
        articles: ['FILTER', 'articles that fit alone, as in the list: outlet:herald status:done'],
        from: ['NAME', 'who asks for the review'],
        blind: ['call annotators A, B, …'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'packet corpus --layers bob --articles 2018/ --from Alice --out review.html',
        'packet corpus --layers bob,carol --blind --out review.html --json',
      ],
    },
    answer: {
      does: 'Brings in what somebody answered to a packet or a letter, as a layer of theirs.',
      more: [
        'The layer has their judgements and comments, and no annotations. What is about a text or an annotation that is otherwise by',
        'now is left out and told, one by one. Bringing the same answer in twice changes nothing, and another answer to the same',
        'packet takes the first one’s place. Only files that answers made are ever changed: where a layer of that id is somebody',
        'else’s, nothing is written, and --as gives the answer another id. With --take-back all that somebody answered is put into a',
        'folder inside .stet, where nothing is lost.',
      ],
      usage: ['WORKSPACE ANSWER.json [--as ID] [--dry-run] [--json]', 'WORKSPACE --take-back ID [--json]'],
      options: {
        as: ['ID', 'the annotator id of whoever answered; made of their name without it'],
        'take-back': ['ID', 'put what this person answered out of the way'],
        'dry-run': ['say what would be done, and write nothing'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'answer corpus review-answer-carol.json --dry-run',
        'answer corpus review-answer-carol.json --as carol',
        'answer corpus --take-back carol',
      ],
    },
    unpack: {
      does: 'Makes a file for each article of a file that holds many; run again, it knows what is there.',
      more: ['Nothing is ever written over. Articles that can’t be read are named on standard error.'],
      usage: [
        'ARCHIVE --to WORKSPACE [--into FOLDER] [--name PATTERN] [--column PART=COLUMN …] [--differing] [--json]',
      ],
      options: {
        to: ['WORKSPACE', 'the workspace that the articles go to'],
        into: ['FOLDER', 'a folder inside it; it is made where it isn’t there'],
        name: ['PATTERN', 'what the files are called; {date}_{outlet}_{slug} without it'],
        column: ['PART=COLUMN', 'which column of a table holds what, by its number or the name above it: text=3'],
        differing: ['put an article that is there with another text beside the first'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'unpack week.zip --to corpus',
        'unpack week.csv --to corpus --into week --column text=3 --column title=Headline',
        'unpack mails.mbox --to corpus --json > report.json',
      ],
    },
    seal: {
      does: 'Says whether layers of sealed codings say what they said when they were sealed. Nothing is encrypted.',
      more: [
        'The hashes stand in stet.json. A layer that was changed since is named with both, and it ends with 1. Everything that was',
        'sealed of a layer is named, with whether the others’ annotations could be seen by then.',
      ],
      usage: ['WORKSPACE [--json]'],
      options: { json: ['print one JSON object, and nothing else on standard output'] },
      examples: ['seal corpus', 'seal corpus --json > seals.json'],
    },
    merge: {
      does: 'Merges two versions of a file of Stet by id and field: of annotations, of facts or of stet.json.',
      more: [
        'BASE is what both began with; an empty file, or /dev/null, where both added it. What the files are stands in them.',
        'What both changed otherwise is named on standard error, and stands twice in the result, between git’s marks: Stet',
        'opens such a file as two versions. Nothing of either is lost. “stet git-setup” has git call it.',
      ],
      usage: ['BASE MINE THEIRS --out FILE|- [--as NAME] [--quiet] [--json]'],
      options: {
        out: ['FILE', 'where the result goes; it may be one of the three. - prints it'],
        as: ['NAME', 'what the file is called in sentences, where it has a name that says nothing'],
        quiet: ['say nothing where all could be merged'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'merge base.json mine.json theirs.json --out mine.json',
        'merge /dev/null a.stet.json b.stet.json --out - > both.stet.json',
        'merge base.json mine.json theirs.json --out merged.json --json > report.json',
      ],
    },
    'git-setup': {
      does: 'Has git merge the files of Stet by annotation and field, in this clone.',
      more: [
        'Adds lines to the .gitattributes of FOLDER, which are committed for everybody, and names this Stet in the',
        'configuration of this clone, which is nobody else’s: run it once in every clone. FOLDER is the workspace; without',
        'it, where it is called from. What stands in either stays, and run again it changes nothing.',
      ],
      usage: ['[FOLDER] [--undo] [--json]'],
      options: {
        undo: ['take out again what it put there'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: ['git-setup corpus', 'git-setup corpus --json', 'git-setup corpus --undo'],
    },
    import: {
      does: 'Takes what others annotated into a workspace, as layers of named annotators.',
      more: [
        'Nothing is ever written over: articles that are there with the same text get the layers, and a layer that is there',
        'stays. Tags, attributes and links that the codebook lacks are added to stet.json. What can’t be taken is named by',
        'file and line; the rest is taken.',
      ],
      usage: [
        'FILE|FOLDER|- … --to WORKSPACE [--format ID|auto] [--layer ID] [--map FILE] [--dry-run] [--json]',
        'FOLDER --to WORKSPACE --format brat --text PATTERN --annotations PATTERN [--dry-run] [--json]',
      ],
      options: {
        to: ['WORKSPACE', 'the workspace that it goes to'],
        format: ['ID', 'the format; without it, or with auto, the one that the files look like'],
        layer: ['ID', 'whose annotations they are, where the files don’t say it; imported without it'],
        text: ['PATTERN', 'where the texts stand: text/{article}.txt'],
        annotations: ['PATTERN', 'where the annotation files stand: attributions/{article}_{layer}.ann'],
        map: ['FILE', 'a map by which tags, answers, links and events become others'],
        as: ['NAME', 'what - , standard input, is called, where its ending or its name says something'],
        'dry-run': ['say what there is, and write nothing'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'import corpus.jsonl --to workspace',
        'import - --to workspace --format jsonl < corpus.jsonl',
        'import project.json --to workspace --format label-studio --layer ada',
        "import polnear --to workspace --format brat --text 'text/{article}.txt' --annotations 'attributions/{article}_{layer}.ann'",
      ],
    },
    export: {
      does: 'Writes a dataset of the annotated articles of a workspace, reads it back, and says what it could not hold.',
      more: [
        'Nothing is ever written over. Beside the dataset stands its receipt, OUT.receipt.json: hashes, choices, and',
        'everything that was left out, annotation by annotation. “stet formats” lists what each format can say, and',
        'which programs of others have read it; a format that none has read yet is marked there.',
      ],
      usage: [
        'WORKSPACE --format ID --out PATH [--layers a,b|all] [--tags a,b] [--zones a,b] [--articles FILTER] [--unit NAME]',
        '… [--no-text] [--anonymous] [--on-overlap WAY] [--on-crossing WAY] [--on-discontinuous WAY] [--on-cut-words WAY] [--with NAME=VALUE …]',
        '… [--sealed] [--shard 2/8] [--split 80/10/10 [--seed 7] [--earlier FILE]] [--json]',
        'WORKSPACE --format ID --dry-run [the same choices] [--json]',
      ],
      options: {
        format: ['ID', 'the format; “stet formats” lists them'],
        out: [
          'PATH',
          'the file or the folder to make; nothing may be there yet. - prints a dataset of one file, once it was read back',
        ],
        receipt: ['FILE', 'with --out -: where the receipt goes; without it there is none'],
        layers: ['LIST', 'whose annotations, by the annotators’ ids; everybody’s without it'],
        tags: ['LIST', 'annotations of these tags alone'],
        articles: [
          'FILTER',
          'articles that fit alone, as in the list of the window: words, outlet:gazette, by:roe, date:2031-03..2031-05, status:done …',
        ],
        zones: ['LIST', 'annotations that begin in these zones alone: title, body, quote …'],
        unit: ['NAME', 'what offsets count: codepoint, utf16 or utf8, as far as the format allows'],
        'no-text': ['leave the articles’ texts out, where the format makes sense without them'],
        anonymous: ['call annotators a1, a2 …'],
        'on-overlap': [
          'WAY',
          'what becomes of annotations that overlap: keep-longest, keep-shortest, keep-first, drop',
        ],
        'on-crossing': ['WAY', 'the same, where only those that cross can’t be said'],
        'on-discontinuous': ['WAY', 'what becomes of those with gaps: hull, parts, first-part, drop'],
        'on-cut-words': ['WAY', 'what becomes of those that cut a word: grow, drop'],
        'on-space-at-ends': ['WAY', 'what becomes of those that begin or end with a space: trim, drop'],
        'on-attributes': ['WAY', 'what becomes of attributes, where they can’t be said as they are: words, drop'],
        'on-several-answers': ['WAY', 'the same of attributes with several answers'],
        'on-typed-values': ['WAY', 'the same of numbers, and of yes and no'],
        with: ['NAME=VALUE', 'a choice of the format’s own; “stet formats” lists them'],
        sealed: [
          'take layers of sealed codings in that aren’t open yet, which are left out without it; whoever gets the dataset reads them',
        ],
        split: ['SHARES', 'put articles into train, validation and test, in per cent; near-duplicates stay together'],
        seed: ['NUMBER', 'another split of the same shares'],
        earlier: [
          'FILE',
          'with --split: the receipt of an earlier split; its articles keep their parts, and what resembles them follows',
        ],
        shard: ['I/N', 'the articles of the Ith of N shards alone, whatever process asks'],
        'dry-run': ['write nothing: say what the format can’t hold, whom it concerns, and what else could be chosen'],
        json: ['print the receipt as one JSON object, and nothing else on standard output'],
      },
      examples: [
        'export corpus --format jsonl --out corpus.jsonl',
        'export corpus --format brat --out brat --layers alice,gold-bob --anonymous',
        'export corpus --format conll2003 --out ner --tags actor --on-overlap keep-longest',
        'export corpus --format conll2003 --dry-run',
        'export corpus --format jsonl --out - --receipt corpus.receipt.json | gzip > corpus.jsonl.gz',
        "export corpus --format csv --out march --articles 'date:2031-03 outlet:gazette status:done'",
      ],
    },
    agree: {
      does: 'Says how far annotators agree: by their layers in a workspace, level by level, or by a table of ratings.',
      more: [
        'In a workspace the layers of each article are matched, two by two, as well as they can be, by place and tag. Without',
        '--layers all take part. Levels are told first, then every measure, by tag. Nothing is written but what --csv and --html name.',
        'What follows is about tables.',
        'Rows are units, columns annotators, and an empty cell is a rating that is missing. A first row of names is recognised, and',
        'so is a first column of units’ names where there is such a row above it, or where it is words. What was recognised is said.',
        'κ, π, S and AC1 know the same and not the same; AC2 and α count how far values are apart, as the level says. Ratings that',
        'are ordinal are numbers, or words of which --categories says the order.',
      ],
      usage: [
        'WORKSPACE [--layers a,b] [--tags claim,actor] [--tolerance WORDS] [--ignore-ends] [--gamma] [--json]',
        'WORKSPACE … [--csv FILE] [--html FILE]',
        '--table FILE|- --level nominal|ordinal|interval|ratio [--categories a,b,c] [--missing TEXT …] [--json]',
        '… [--first-row names|ratings] [--first-column names|ratings] [--explain MEASURE]',
        'WORKSPACE or --table … [--pairs] [--intervals [--samples N] [--seed N]]',
      ],
      options: {
        layers: ['IDS', 'compare the layers of these annotators alone: alice,gold-bob'],
        tags: ['IDS', 'count annotations of these tags alone'],
        tolerance: ['WORDS', 'how many words starts and ends may lie apart and count as the same; 0 without it'],
        'ignore-ends': ['quotation marks, other punctuation and white space at the ends of spans count for nothing'],
        gamma: [
          'measure γ too, which takes long: of three annotators a second an article, of six ten and more. Ctrl and C stop it',
        ],
        csv: [
          'FILE',
          'write every figure, of all pairs too, into a new table; each row says what it was computed from',
        ],
        html: ['FILE', 'write the same into a new page, to be read and printed'],
        table: ['FILE', 'the table: cells between commas, semicolons, tabs or bars. - is standard input'],
        level: [
          'NAME',
          'what values say: names (nominal), an order (ordinal), distances (interval), also from zero on (ratio)',
        ],
        categories: ['LIST', 'all categories, the lowest first where they have an order, with those that nobody chose'],
        missing: ['TEXT', 'what stands for a missing rating besides nothing: NA'],
        'first-row': ['WHAT', 'the first row is names or ratings, whatever it looks like'],
        'first-column': ['WHAT', 'the first column is names or ratings, whatever it looks like'],
        intervals: ['give the 95 % interval of each figure, by drawing articles anew, or units of a table (bootstrap)'],
        samples: ['N', 'so many samples are drawn for an interval; 1000 without it'],
        seed: ['N', 'other samples; the same number draws the same ones'],
        pairs: ['give every measure for every two of the annotators, too'],
        explain: ['MEASURE', 'say what a figure is made of, whose it is, and how to report it: krippendorff-alpha'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'agree corpus',
        'agree corpus --layers alice,bob --tags claim --tolerance 1 --ignore-ends --json',
        'agree corpus --pairs --intervals',
        'agree corpus --intervals --csv figures.csv --html figures.html',
        'agree --table ratings.csv --level nominal',
        'agree --table ratings.csv --level nominal --explain cohen-kappa',
        'agree --table ratings.csv --level ordinal --categories low,middle,high --intervals',
        'agree --table - --level interval --missing NA --json < ratings.csv',
      ],
    },
    plan: {
      does: 'Says how many articles two have to annotate, so that an interval around their agreement is as narrow as wished.',
      more: [
        'Before anything is annotated it goes by what is expected: κ, categories and how rare the rarest is, units in an article. With',
        '--pilot it goes by the intervals that “stet agree --intervals” has of a workspace, taken to become narrower with the root of the',
        'number of articles. Every figure says what it rests on. Nothing is written.',
      ],
      usage: [
        '[--width W] [--agreement K] [--categories N] [--prevalence P] [--units N] [--effect D] [--json]',
        '--pilot WORKSPACE [--width W] [--layers a,b] [--tags claim,actor] [--tolerance WORDS] [--ignore-ends] [--json]',
        '--pilot WORKSPACE … [--samples N] [--seed N]',
      ],
      options: {
        width: ['W', 'half the width of the interval: 0.1, as without it, is from 0.1 below to 0.1 above'],
        agreement: ['K', 'the κ that is expected; 0.7 without it'],
        categories: ['N', 'how many tags, or answers, a unit can get; 2 without it'],
        prevalence: [
          'P',
          'the share of the rarest category, 1/N at most; the others share the rest evenly. 0.3 without it, or as much of it as can be',
        ],
        units: ['N', 'how many units an article has on average; 10 without it'],
        effect: ['D', 'the design effect: 1 if units of one article are like any others; 2 without it'],
        pilot: ['WORKSPACE', 'go by what two or more have annotated here already'],
        layers: ['IDS', 'go by the layers of these annotators alone: alice,bob'],
        tags: ['IDS', 'count annotations of these tags alone'],
        tolerance: ['WORDS', 'how many words starts and ends may lie apart and count as the same; 0 without it'],
        'ignore-ends': ['quotation marks, other punctuation and white space at the ends of spans count for nothing'],
        samples: ['N', 'so many samples are drawn for an interval; 1000 without it'],
        seed: ['N', 'other samples; the same number draws the same ones'],
        json: ['print one JSON object, and nothing else on standard output'],
      },
      examples: [
        'plan --agreement 0.75 --categories 4 --prevalence 0.1 --units 12',
        'plan --pilot corpus --width 0.05',
        'plan --pilot corpus --layers alice,bob --tags claim --json',
      ],
    },
    formats: {
      does: 'Lists the formats of datasets: which are written and read, and what each can’t say.',
      more: [],
      usage: ['[--json]'],
      options: { json: ['print one JSON object, and nothing else on standard output'] },
      examples: ['formats', 'formats --json'],
    },
  } satisfies Record<string, CommandText>,
  noCommand: 'Say what to do.',
  unknownCommand: (name: string) => `There is no command called “${name}”.`,
  noFile: (command: string) => `Say which file “${command}” is to be about.`,
  notAWorkspace: 'A workspace is a folder; this is a file.',
  notOneFile: 'The text of one file can be printed, not that of a folder.',
  encodingOfOne: 'An encoding can be named for one file, not for a folder.',
  tooMany: (rest: string) => `This is more than one file: ${rest}`,
  unknownOption: (option: string) => `${option} means nothing here.`,
  wrongValue: (option: string) => `${option} wants a value where it has one, and none where it has none.`,
  asOfInput: 'Only standard input is told what to be read as: --as goes with - in place of a file.',
  unknownEncoding: (name: string, known: string) => `No encoding is called “${name}”. There are: ${known}.`,
  noTarget: 'Say into which workspace: --to FOLDER.',
  noPattern: (pattern: string, known: string) =>
    `“${pattern}” names no article. A name is made of these, and of letters between them: ${known}`,
  noColumn: (said: string, known: string) => `“${said}” names no column, as text=3 does. There are: ${known}.`,
  noTable: 'This file is no table: it has no columns to be named.',
  unknownColumn: (said: string, known: string) => `There is no column “${said}”. There are: ${known}.`,
  unpacking: (found: number, share: number) =>
    `${counted(found, 'article', 'articles')}, ${Math.floor(share * 100)} % of the file`,
  unpacked: (
    archive: string,
    workspace: string,
    of: { found: number; written: number; there: number; differ: number; unread: number },
  ) =>
    [
      `${archive} → ${workspace}: ${counted(of.found, 'article', 'articles')}, ${of.written} written, ${of.there} there already`,
      ...(of.differ > 0 ? [`${of.differ} there with another text`] : []),
      ...(of.unread > 0 ? [`${of.unread} that can’t be read`] : []),
    ].join(', '),
  unread: (name: string, why: string) => `${name}: ${why}`,
  mapped: (count: number, why: string) => `${counted(count, 'time', 'times')} the map ${why}`,
  notRead: (name: string) => `${name} is written, not read.`,
  formatUnclear: (name: string, likely: string) =>
    likely === ''
      ? `${name} looks like none of the formats: say which with --format.`
      : `${name} may be ${likely}: say which with --format.`,
  untaken: (place: string, why: string, what: string, detail: string, taken: boolean) =>
    [`${place}: ${why}`, what, detail, ...(taken ? ['it was taken all the same'] : [])].filter(Boolean).join(': '),
  wouldImport: (name: string, of: { articles: number; annotations: number; links: number }) =>
    `${name}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}; nothing was written`,
  imported: (
    name: string,
    of: { written: number; there: number; layers: number; annotations: number; links: number },
  ) =>
    `${name}: ${counted(of.written, 'article', 'articles')} written, ${of.there} there already, ${counted(of.layers, 'layer', 'layers')} with ${counted(of.annotations, 'annotation', 'annotations')} and ${counted(of.links, 'link', 'links')}`,
  needs: (option: string) => `${option} is missing.`,
  unknownFormat: (name: string, known: string) => `No format is called “${name}”. There are: ${known}.`,
  notWritten: (name: string) => `${name} is read, not written.`,
  oneOf: (option: string, said: string, known: string) => `${option} knows no “${said}”. There are: ${known}.`,
  noSuchLayers: (ids: string) => `Nobody here is called ${ids}.`,
  noSuchField: (names: string, known: string) =>
    `--articles knows no ${names}. A filter asks by ${known}; what has a colon of its own stands in quotation marks.`,
  noArticleFits: (filter: string) => `No article fits “${filter}”.`,
  textStays: (format: string) => `${format} makes no sense without the texts: leave --no-text out.`,
  notShares: (said: string) =>
    `“${said}” are no shares: they are numbers that make 100, as 80/10/10 or train=90/test=10.`,
  split: ({ parts, families }: Pick<SplitReport, 'parts' | 'families'>) =>
    [
      parts.map(({ name, articles }) => `${name} ${articles}`).join(', '),
      `${counted(families.count, 'family', 'families')} of near-duplicates (${counted(families.articles, 'article', 'articles')}) kept together`,
    ].join('; '),
  noEarlier: (file: string) =>
    `${file} has no split in it: --earlier wants the receipt of one, or a JSON object of paths with the names of their parts.`,
  otherParts: (file: string, theirs: string, ours: string) =>
    `${file} has parts that --split hasn’t: ${theirs}. There are: ${ours}.`,
  earlierKept: (count: number) =>
    `${counted(count, 'article is', 'articles are')} in the part that the earlier split put ${count === 1 ? 'it' : 'them'} in.`,
  earlierGone: (count: number) =>
    `${counted(count, 'article', 'articles')} of the earlier split ${count === 1 ? 'isn’t' : 'aren’t'} in this dataset.`,
  earlierMoved: (count: number) =>
    `${counted(count, 'article is', 'articles are')} in another part than before: articles that resemble each other were in several parts, and now stand where most of them were.`,
  notAShard: (said: string) => `“${said}” is no shard. The second of eight is 2/8.`,
  exporting: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')}`,
  exported: (out: string, of: { articles: number; layers: number; annotations: number; links: number }) =>
    `${out}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}`,
  readBackEqual: 'Read back: every article says what it should.',
  readBackDiffers: (paths: string) => `Read back, these articles say something else: ${paths}`,
  notReadBack: 'It was not read back: the work can’t be read again from this format.',
  /** What a person should know of cells of a table. */
  toldOf: {
    'would-run': (count: number) =>
      `${counted(count, 'cell begins', 'cells begin')} with =, +, -, @ or a tab: a spreadsheet that opens the file may run ${count === 1 ? 'it' : 'them'}. With --with formulas=apostrophe an apostrophe stands before ${count === 1 ? 'it' : 'them'}.`,
    'made-words': (count: number) =>
      `${counted(count, 'cell has', 'cells have')} an apostrophe in front that isn’t in the work, so that no spreadsheet runs ${count === 1 ? 'it' : 'them'}.`,
    'goes-on': (count: number) =>
      `${counted(count, 'cell is longer than a cell can be and goes', 'cells are longer than a cell can be and go')} on in the sheet “continued”.`,
    'no-row': (count: number) =>
      `${counted(count, 'annotation or link is', 'annotations or links are')} neither a statement nor a source of one, and not in it.`,
    'own-words': (count: number) =>
      `${counted(count, 'comment or verdict is', 'comments or verdicts are')} in it in ${count === 1 ? 'its author’s' : 'their authors’'} own words, whoever they name; --anonymous changes nothing in ${count === 1 ? 'it' : 'them'}.`,
  } satisfies Record<ToldWhy, (count: number) => string>,
  leftOut: (feature: Feature, done: 'dropped' | 'changed' | 'without', count: number) =>
    `${featureNames[feature]}: ${counted(count, 'time', 'times')} ${doneNames[done]}`,
  weighed: (
    workspace: string,
    format: string,
    of: { articles: number; layers: number; annotations: number; links: number },
    size: string,
  ) =>
    `${workspace} as ${format}: ${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}, ${counted(of.links, 'link', 'links')}, ${size}; nothing was written`,
  nothingLost: 'The format can say all of it.',
  endsMissing: 'since an annotation that they begin or end at is left out',
  aboutMissing: 'since what they are about isn’t in it, or they are of a kind that isn’t known',
  otherWay: (
    option: string,
    { done, annotations, links }: Pick<WayLoss, 'done' | 'annotations' | 'links'>,
    isTaken: boolean,
  ) => {
    const parts = (['dropped', 'changed', 'without'] as const).flatMap(how =>
      done[how] > 0 ? [`${numbers.format(done[how])} ${doneNames[how]}`] : [],
    )
    return `${option}${isTaken ? ' (as it is chosen)' : ''}: ${parts.join(', ')}; ${counted(annotations, 'annotation', 'annotations')} and ${counted(links, 'link', 'links')} in all`
  },
  lostAt: (path: string, annotator: string | null, quote: string) =>
    [path, ...(annotator === null ? [] : [`(${annotator})`]), ...(quote === '' ? [] : [`“${quote}”`])].join(' '),
  andMore: (count: number) => `and ${counted(count, 'more', 'more')}`,
  wouldNotReadBack: 'It would not be read back: the work can’t be read again from this format.',
  ahead: (name: string) =>
    `${name}: a history has edits that aren’t in the file yet, for Stet was cut off or is at work on it. They aren’t in the dataset: open the article in Stet, and export again.`,
  unplaced: (count: number) =>
    `${counted(count, 'annotation has', 'annotations have')} no place in the text and ${count === 1 ? 'is' : 'are'} not in it`,
  folderToPipe: (format: string) =>
    `${format} makes a folder of files, which can’t be printed: name the folder with --out.`,
  receiptOfPipe: '--receipt goes with --out -; beside a dataset that is a file the receipt stands by itself.',
  notPrinted: 'Nothing was printed, since what was written says something else than it should.',
  receiptAt: (path: string) => `What was left out, annotation by annotation: ${path}`,
  differs: (path: string) =>
    `${path} is there with another text and was left alone; --differing puts the other beside it.`,
  problem: (title: string, detail: string, remedy: string) =>
    [`${title}.`, detail, remedy].filter(part => part !== '').join(' '),
  merging: {
    threeFiles: 'Say which three files: BASE MINE THEIRS.',
    noOut: 'Say where the result goes: --out FILE.',
    outAndJson: '--out - and --json would both print: choose a file for the result.',
    merged: (file: string) => `${file}: merged.`,
    baseLost: (file: string) =>
      `${file}: what both versions began with can’t be read, so nothing counts as taken away.`,
    /** What a contradiction is about, by the list that it stands in. */
    things: {
      annotations: 'the annotation',
      links: 'the link',
      comments: 'the comment',
      verdicts: 'the verdict',
      fields: 'the field',
      zones: 'the paragraph',
      tags: 'the tag',
      attributes: 'the attribute',
      entities: 'the entity',
      people: 'the person',
      nevers: 'what is never tagged',
      assignments: 'who annotates what',
      rounds: 'the sealed coding',
      seals: 'the seal',
    } as Readonly<Record<string, string>>,
    thing: (thing: string, name: string, id: string) => (name === '' ? `${thing} ${id}` : `${thing} “${name}” (${id})`),
    field: (thing: string, field: string) => `${field} of ${thing}`,
    says: (file: string, what: string, mine: string, theirs: string) =>
      `${file}: ${what} is ${mine} in my version, ${theirs} in theirs.`,
    nothing: 'nothing',
    takenByMe: (file: string, what: string) =>
      `${file}: ${what} is taken away in my version; theirs has changed it, or links to it.`,
    takenByThem: (file: string, what: string) =>
      `${file}: ${what} is taken away in their version; mine has changed it, or links to it.`,
    left: (file: string, count: number, inStet: boolean) =>
      [
        `${file}: ${counted(count, 'thing is', 'things are')} for a person to decide; all else is merged.`,
        'Both versions of that stand in the file, between git’s marks:',
        inStet ? 'open it in Stet, which asks for each.' : 'leave one of the two there, without the marks.',
      ].join(' '),
    whole: (file: string, why: string) =>
      `${file}: not merged. ${why} Both versions stand in it whole, between git’s marks.`,
    untouched: (file: string, why: string) => `${file}: not merged, and nothing is written. ${why}`,
  },
  gitSetup: {
    driverName: 'Stet, by annotation and field',
    driverSet: 'Git merges files of Stet with this very Stet, in this clone. Run it again if Stet is moved.',
    linesAdded: (lines: readonly string[]) =>
      `Added to .gitattributes: ${lines.join('; ')}. Commit it, so that everybody has it.`,
    was: 'Everything is as it should be already; nothing was changed.',
    driverRemoved: 'Git merges files of Stet as any text again, in this clone.',
    linesRemoved: (lines: readonly string[]) => `Taken out of .gitattributes: ${lines.join('; ')}.`,
    wasNot: 'Nothing of this was set up here; nothing was changed.',
    lineEnds:
      'Git is told to change line ends. Annotations count letters, and so do line ends: add lines such as “*.txt -text” to .gitattributes for the articles.',
    problems: {
      'no-git': () =>
        'There is no git on this machine, or not where programs are looked for. Install it, then run this again.',
      'no-repository': (detail: string) =>
        [`This folder is in no repository of git: “git init” makes one.`, detail].filter(Boolean).join(' '),
      'other-driver': (detail: string) =>
        `Another merge driver is called “stet” in this clone, and was left alone: ${detail}. Take it out (git config --unset merge.stet.driver), then run this again.`,
      'other-attributes': (detail: string) =>
        `Git’s attributes say already how such files are merged, and were left alone: ${detail}. Take that line out, then run this again.`,
      'git-refused': (detail: string) => `Git could not be told: ${detail}`,
    },
  },
}

export const told = {
  fields: fieldTitles,
  foundIn: (by: Source) => `(${by})`,
  encoding: 'Encoding',
  encodingBy: {
    mark: '(the file’s mark says so)',
    valid: '(its bytes are valid)',
    declared: '(the file says so)',
    detected: '(a guess)',
    person: '(a person said so)',
  },
  reader: 'Reader',
  length: 'Length',
  codePoints: (count: number) => counted(count, 'code point', 'code points'),
  sha256: 'SHA-256',
  textSha256: 'SHA-256 of the text',
  zones: 'Zones',
  none: 'all body',
  invalidBytes: (count: number) => `${counted(count, 'byte means', 'bytes mean')} nothing in this encoding.`,
  facts: (why: string) => `The facts beside it can’t be read. ${why}`,
  layers: 'Layers',
  sealed: (annotators: readonly string[]) => `Sealed, and not told of: ${annotators.join(', ')}.`,
  sealedLayer: (annotator: string) => `${annotator} sealed`,
  noLayers: 'Nobody has annotated it.',
  layerTitles: ['annotator', 'status', 'revision', 'annotations', 'unplaced', 'links', 'codebook', 'sha256', 'tags'],
  articleTitles: ['article', 'code points', 'layers (annotations + unplaced)'],
  annotatorTitles: ['annotator', 'layers', 'status', 'annotations', 'unplaced', 'links'],
  status: { 'in-progress': 'in progress', done: 'done', adjudicated: 'adjudicated' },
  unread: 'damaged',
  totals: (of: {
    articles: number
    unread: number
    layers: number
    unreadLayers: number
    annotations: number
    unplaced: number
  }) =>
    [
      `${counted(of.articles, 'article', 'articles')}, ${counted(of.layers, 'layer', 'layers')}, ${counted(of.annotations, 'annotation', 'annotations')}`,
      ...(of.unplaced > 0 ? [`${of.unplaced} unplaced`] : []),
      ...(of.unread > 0 ? [`${counted(of.unread, 'file', 'files')} that can’t be read`] : []),
      ...(of.unreadLayers > 0 ? [`${counted(of.unreadLayers, 'layer', 'layers')} that can’t be read`] : []),
    ].join(', '),
  tags: (counts: string) => `Tags: ${counts}`,
  links: (counts: string) => `Links: ${counts}`,
  noProject: 'There is no stet.json: the default codebook holds.',
  project: (of: {
    name: string | null
    codebook: { id: string; version: number }
    tags: number
    entities: number
    sha256: string
  }) =>
    `stet.json: ${of.name === null ? '' : `${of.name}, `}codebook ${of.codebook.id} ${of.codebook.version} with ${counted(of.tags, 'tag', 'tags')}, ${counted(of.entities, 'entity', 'entities')}, sha256 ${of.sha256.slice(0, 12)}`,
  projectProblem: (why: string) => `stet.json: ${why}`,
}
