import type { Measure } from '../../agreement/coefficients/coefficients.ts'
import type { Reason } from '../../agreement/coefficients/measured.ts'
import type { Level } from '../../agreement/coefficients/ratings.ts'
import type { Weighting } from '../../agreement/coefficients/weights.ts'
import type { FigureLevel, FigureMeasure, Over } from '../../agreement/figures/figure.ts'
import { aboutLevel, annotatedBy, intervalSaid, type LevelMethods } from './methods.ts'
import { counted, numbers, spokenDate } from './saying.ts'

export const coefficients = {
  /** By the name of the measure in files. */
  measures: {
    observed: 'Observed agreement',
    'cohen-kappa': 'Cohen’s κ',
    'scott-pi': 'Scott’s π',
    'bennett-s': 'Bennett’s S',
    'fleiss-kappa': 'Fleiss’ κ',
    'gwet-ac1': 'Gwet’s AC1',
    'gwet-ac2': 'Gwet’s AC2',
    'krippendorff-alpha': 'Krippendorff’s α',
  } satisfies Record<Measure, string>,
  weights: {
    identity: 'unweighted',
    linear: 'linear weights',
    quadratic: 'quadratic weights',
    ordinal: 'ordinal weights',
    ratio: 'ratio weights',
  } satisfies Record<Weighting, string>,
  reasons: {
    'no-ratings': 'There are no ratings.',
    'one-annotator': 'Only one annotator rated anything.',
    'no-pairs': 'No unit was rated by two annotators.',
    'not-two-annotators': 'It is a measure of exactly two annotators.',
    'no-variation': 'Every rating is the same: chance alone would agree everywhere, and nothing is left to measure.',
    'not-numbers': 'Some values are no numbers.',
    'below-zero': 'Some values are below zero, where no value is so many times another.',
    'too-many-values': 'There are too many different values to compare each with each.',
    'nothing-annotated': 'There is nothing on either side.',
    'one-article': 'An interval needs two articles at least, or two units where there are no articles.',
    'rarely-defined': 'In many of the samples it can’t be computed, so an interval would say too much.',
  } satisfies Record<Reason, string>,
  levels: { nominal: 'nominal', ordinal: 'ordinal', interval: 'interval', ratio: 'ratio' } satisfies Record<
    Level,
    string
  >,
  letters: {
    observed: 'Po',
    'cohen-kappa': 'κ',
    'scott-pi': 'π',
    'bennett-s': 'S',
    'fleiss-kappa': 'κ',
    'gwet-ac1': 'AC1',
    'gwet-ac2': 'AC2',
    'krippendorff-alpha': 'α',
  } satisfies Record<Measure, string>,
  /** As the head of a column, where Scott’s and Fleiss’ letters stand side by side. */
  pairTitles: {
    observed: 'Po',
    'cohen-kappa': 'Cohen κ',
    'scott-pi': 'Scott π',
    'bennett-s': 'S',
    'fleiss-kappa': 'Fleiss κ',
    'gwet-ac1': 'AC1',
    'gwet-ac2': 'AC2',
    'krippendorff-alpha': 'α',
  } satisfies Record<Measure, string>,
  symbols: {
    found: 'agreement that was found',
    byChance: 'agreement that is expected by chance',
    differenceFound: 'difference that was found within units',
    differenceByChance: 'difference that is expected by chance',
    units: 'units that two annotators or more rated',
    categories: 'categories: what the codebook offers, and what else was chosen',
    weights: 'sum of the weights of all pairs of categories: 1 for each with itself',
    categoriesOfTable: 'categories: those that occur in the table, or all that were named for it',
  },
  formulas: {
    observed: (_level, isTwo) =>
      isTwo
        ? 'Po = units that both rated the same / units that both rated'
        : 'Po = mean over units of pairs that agree / pairs',
    'cohen-kappa': () =>
      'κ = (Po − Pe) / (1 − Pe), Pe = Σ p₁(k) p₂(k): each chooses categories as often as he or she did',
    'scott-pi': () => 'π = (Po − Pe) / (1 − Pe), Pe = Σ ((p₁(k) + p₂(k)) / 2)²: both choose as the two did together',
    'bennett-s': () => 'S = (Po − Pe) / (1 − Pe), Pe = 1 / q: all categories are chosen as often',
    'fleiss-kappa': () => 'κ = (Po − Pe) / (1 − Pe), Pe = Σ π(k)²: everybody chooses as all did together',
    'gwet-ac1': () =>
      'AC1 = (Po − Pe) / (1 − Pe), Pe = Σ π(k) (1 − π(k)) / (q − 1): only part of the choices is by chance',
    'gwet-ac2': () =>
      'AC2 = (Po − Pe) / (1 − Pe), pairs weighed, Pe = T / (q (q − 1)) Σ π(k) (1 − π(k)), T the sum of all weights',
    'krippendorff-alpha': level =>
      ({
        nominal: 'α = 1 − Do / De, difference of two values: 1 if they aren’t the same',
        ordinal: 'α = 1 − Do / De, difference of two values: (ratings between them, each end by half)²',
        interval: 'α = 1 − Do / De, difference of two values: (c − k)²',
        ratio: 'α = 1 − Do / De, difference of two values: ((c − k) / (c + k))²',
      })[level],
  } satisfies Record<Measure, (level: Level, isTwo: boolean) => string>,
  /** As a text refers to them. */
  cites: {
    'cohen-kappa': 'Cohen 1960',
    'scott-pi': 'Scott 1955',
    'bennett-s': 'Bennett, Alpert and Goldstein 1954',
    'fleiss-kappa': 'Fleiss 1971',
    'gwet-ac1': 'Gwet 2008',
    'gwet-ac2': 'Gwet 2014',
    'krippendorff-alpha': 'Krippendorff 2011',
  } satisfies Record<Exclude<Measure, 'observed'>, string>,
  citations: {
    observed:
      'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
    'cohen-kappa':
      'Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20(1), 37–46.',
    'scott-pi':
      'Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. Public Opinion Quarterly, 19(3), 321–325.',
    'bennett-s':
      'Bennett, E. M., Alpert, R., & Goldstein, A. C. (1954). Communications through limited-response questioning. Public Opinion Quarterly, 18(3), 303–308.',
    'fleiss-kappa':
      'Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, 76(5), 378–382.',
    'gwet-ac1':
      'Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.',
    'gwet-ac2': 'Gwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Advanced Analytics.',
    'krippendorff-alpha':
      'Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, ScholarlyCommons 43.',
  } satisfies Record<Measure, string>,
  methods: (of: {
    readonly name: string
    readonly cite: string | null
    readonly level: string
    readonly weights: string | null
    readonly isLevelUsed: boolean
    readonly annotators: number
    readonly units: number
    readonly pairedUnits: number
    readonly value: string
    readonly found: string | null
    readonly byChance: string | null
    readonly interval:
      | {
          readonly low: string
          readonly high: string
          readonly confidence: number
          readonly samples: number
          readonly over: 'articles' | 'units'
        }
      | undefined
  }) => {
    const units = `${of.units} ${of.units === 1 ? 'unit' : 'units'}`
    const rated = of.units === of.pairedUnits ? units : `${units}, of which ${of.pairedUnits} had two ratings or more`
    const about = [of.cite, of.isLevelUsed ? `${of.level} level` : null, of.weights].filter(one => one !== null)
    const parts = [
      of.found === null ? null : `observed agreement ${of.found}`,
      of.byChance === null ? null : `expected by chance ${of.byChance}`,
      of.interval
        ? `${of.interval.confidence} % bootstrap interval ${of.interval.low} to ${of.interval.high}, ${of.interval.samples} samples of ${of.interval.over}`
        : null,
    ].filter(one => one !== null)
    return `${of.annotators === 2 ? 'Two' : of.annotators} annotators rated ${rated}. ${of.name}${about.length > 0 ? ` (${about.join('; ')})` : ''} was ${of.value}${parts.length > 0 ? ` (${parts.join('; ')})` : ''}.`
  },
  noFigure: (name: string, why: string) => `${name} can’t be computed. ${why}`,
}

export const agreeLayers = {
  notBoth: (name: string) => `Say a workspace or a --table, not both: ${name}`,
  onlyOfTables: (option: string) => `--${option} goes with --table.`,
  onlyOfLayers: (option: string) => `--${option} goes with a workspace.`,
  noTolerance: (said: string) => `--tolerance is a number of words, 0 or more, not “${said}”.`,
  nobody: 'No article here has two layers to be compared.',
  progress: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} compared`,
  title: (workspace: string, articles: number, annotators: readonly string[]) =>
    `${workspace}: ${counted(articles, 'article', 'articles')} with two layers or more, by ${annotators.join(', ')}`,
  tolerated: (words: number, ignoreEnds: boolean) =>
    `Extents are the same ${words === 0 && !ignoreEnds ? 'letter for letter' : [...(words > 0 ? [`up to ${counted(words, 'word', 'words')} apart`] : []), ...(ignoreEnds ? ['whatever punctuation stands at their ends'] : [])].join(', ')}.`,
  byTag: 'By tag, all pairs of annotators added',
  byPair: 'By pair of annotators, all tags',
  all: 'all',
  pair: (a: string, b: string) => `${a} – ${b}`,
  columns: ['Found', 'Exact', 'Tokens', 'Extent', 'Attributes', 'Entity', 'Links', 'Statement'],
  n: 'n',
  legend:
    'Found, exact, tokens, links and statement are F₁: 1 where both have the same. Extent, attributes and entity are the share that is the same of what was found. n is how many annotations the pairs have.',
  ofAll: 'all annotators',
  measured: (over: string, who: string) => `${over} — ${who}`,
  tag: 'Tag',
  question: 'Question',
  level: 'Level',
  prevalence: 'share',
  interval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
  /** Under a table: why some of its figures aren’t there. */
  why: (figures: string, reason: string) => `  Where there is no ${figures}: ${reason}`,
  partingWays: (
    what: string,
    observed: string,
    kappa: string | null,
    even: string | null,
    value: string,
    share: string,
  ) =>
    `  Look twice at ${what}: ${observed} of the pairs of ratings agree, and κ ${kappa === null ? 'can’t be computed' : `is only ${kappa}`}. “${value}” is ${share} of what was chosen, so chance alone would agree often.${even === null ? '' : ` Were all as frequent, κ would be ${even}.`}`,
  gammaProgress: (done: number, of: number) => `γ of ${done} of ${counted(of, 'article', 'articles')}`,
  gamma: (whom: string) =>
    `γ, each article a continuum of its own: the disorders of all articles added, weighed by units, as we generalise it — ${whom}`,
  gammaColumns: ['Tag', 'articles', 'units', 'γ', 'observed', 'expected', 'γcat', 'γk'],
  gammaUnproven: (tag: string, between: { readonly least: string; readonly most: string }) =>
    `  Not every alignment of ${tag} is proven to be the best, those drawn for chance among them: in some article there was too much to search. ${wereAllBest(between)}`,
  unmarked: 'nothing',
  drawn: (samples: string, confidence: string) =>
    `In brackets are ${confidence} % intervals, of ${samples} samples of articles drawn anew.`,
  nothing: '–',
}

/** What γ is, whatever better alignments there may be. */
function wereAllBest({ least, most }: { readonly least: string; readonly most: string }): string {
  return least === most
    ? `Were all the best, γ would be ${least} nevertheless.`
    : `Were all the best, γ would lie between ${least} and ${most}.`
}

/** The sheet that tells how far annotators agree. */
export const agreement = {
  title: 'How far we agree',
  looking: 'Looking at what there is…',
  who: (articles: number, names: readonly string[]) =>
    `${counted(articles, 'article', 'articles')} that two or more annotated: ${names.join(', ')}`,
  progress: {
    reading: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} read`,
    comparing: (done: number, of: number) => `${done} of ${counted(of, 'article', 'articles')} compared`,
    gamma: (done: number, of: number) => `γ of ${done} of ${counted(of, 'article', 'articles')}`,
  },
  stop: 'Stop',
  stopped: 'Stopped. The figures are those of before.',
  stoppedFirst: 'Stopped before there were any figures.',
  goOn: 'Compare',
  computed: (articles: number) => `Compared in ${counted(articles, 'article', 'articles')}.`,
  stale: 'These figures are being computed anew.',
  leftOut: (unread: number, unplaced: number) =>
    [
      ...(unread > 0 ? [`${counted(unread, 'file', 'files')} can’t be read or compared`] : []),
      ...(unplaced > 0 ? [`${counted(unplaced, 'annotation has', 'annotations have')} no place in the text`] : []),
    ].join(', '),
  leftOutEnd: (what: string) => `Not compared: ${what}.`,
  sealed: (names: readonly string[]) => `Sealed until both are done, and left out: ${names.join(', ')}.`,
  sealedSome: (layers: number) => `Sealed until both are done, and left out: ${counted(layers, 'person', 'people')}.`,
  controls: 'What is compared',
  layers: 'Annotators',
  layerOf: (name: string, articles: number) => `${name}, ${counted(articles, 'article', 'articles')}`,
  gold: (name: string) => `${name} (final)`,
  tags: 'Tags',
  allTags: 'All tags',
  extent: 'Same extent',
  wordsApart: 'Words that two ends may lie apart',
  apart: (words: number) => (words === 0 ? 'letter for letter' : `up to ${counted(words, 'word', 'words')} apart`),
  ignoreEnds: 'Overlook punctuation, quotation marks and blanks at the ends',
  nobody: 'Nobody has annotated anything here yet.',
  one: (name: string) =>
    `Only ${name} has annotated here. To see how far people agree, somebody else annotates some of the same articles: they open this folder under their own name, or their annotations are imported.`,
  noneInCommon:
    'These annotators have no article in common. Choose others, or have somebody annotate what another has.',
  chooseTwo: 'Choose two annotators or more.',
  noTags: 'Choose a tag.',
  nothingFound: 'Nobody has given any of these tags.',
  views: {
    levels: 'Levels',
    measures: 'Measures',
    anatomy: 'What differs',
    confusion: 'Which tags',
    time: 'Time and outlets',
  },
  viewsLabel: 'What is shown',
  pairLabel: 'Annotators',
  tagLabel: 'Tag',
  everybody: 'All pairs',
  pair: (a: string, b: string) => `${a} and ${b}`,
  anyTag: 'All tags',
  levels: {
    found: { name: 'Found', why: 'The same tag on words that overlap (F₁)' },
    extent: { name: 'Extent', why: 'Of what was found: the same beginning and end' },
    attributes: { name: 'Attributes', why: 'Of what was found and asked: every question answered alike' },
    entity: { name: 'Entity', why: 'Of what was found and names somebody: the same entity' },
    links: { name: 'Links', why: 'The same kind of link between the same ends (F₁)' },
    statement: { name: 'Statement', why: 'The claim with its source, its event and its polarity (F₁)' },
    exact: { name: 'F₁, same extent', why: 'The same tag with the same beginning and end' },
    tokens: { name: 'F₁, by token', why: 'Words and signs under the same tag' },
  },
  overlapping: 'F₁, overlapping',
  foundOverlapping: 'Found (F₁, overlapping)',
  byTag: 'By tag',
  byPair: 'By pair of annotators',
  levelShown: 'Level',
  level: 'Level',
  value: (value: number | null) => (value === null ? '–' : value.toFixed(2)),
  of: (n: number) => `n ${numbers.format(n)}`,
  interval: (low: number, high: number) => `${low.toFixed(2)} to ${high.toFixed(2)}`,
  noInterval: 'no interval',
  intervalComing: '…',
  intervalWhy: '95 % interval, by a bootstrap over articles',
  legend:
    'Each figure with its 95 % interval (a bootstrap over articles) and of how much it is. Found, links and statement are F₁; extent, attributes and entity are shares of what was found. Choose a figure to have it explained.',
  figure: (row: string, level: string, value: string, interval: string, n: string) =>
    `${row}, ${level}: ${[value, interval, n].filter(one => one !== '').join(', ')}`,
  measure: (name: string, value: string, interval: string, n: string) => `${name}: ${value}, ${interval}, ${n}`,
  nothingToCompare: 'nothing to compare',
  measures: {
    columns: ['Measure', 'Value', '95 % interval', 'n'],
    tagShare: (tag: string, share: string) => `${tag} ${share}`,
  },
  anatomy: {
    title: 'What the differences are made of',
    places: (places: number, same: number, differences: number) =>
      `${counted(places, 'place', 'places')} compared, ${numbers.format(same)} the same; ${counted(differences, 'difference', 'differences')}`,
    none: 'There is no difference at all.',
    why: 'A place that differs in several things counts in each. Notes count for nothing.',
    columns: ['Difference', 'How often', 'Share'],
    parts: {
      missed: 'Missed',
      tag: 'Tag',
      extent: 'Extent',
      attribute: 'Attribute',
      source: 'Source',
      event: 'Event',
      entity: 'Entity',
      link: 'Other link',
    },
    whys: {
      missed: 'only one of the two has anything there',
      tag: 'the same words under another tag',
      extent: 'the same tag with another beginning or end',
      attribute: 'a question answered otherwise',
      source: 'linked to somebody else as the source',
      event: 'linked to another event',
      entity: 'another entity is meant',
      link: 'linked otherwise',
    },
    part: (name: string, count: number | null, share: string) =>
      `${name}: ${count === null ? '' : `${numbers.format(count)}, `}${share}`,
  },
  cases: {
    ofPart: (part: string, count: number | null) =>
      `${part}: ${count === null ? 'cases' : counted(count, 'case', 'cases')}`,
    ofCell: (row: string, column: string, count: number | null) =>
      `${row} – ${column}: ${count === null ? 'cases' : counted(count, 'case', 'cases')}`,
    first: (shown: number) => `The first ${numbers.format(shown)} are listed.`,
    looking: 'Looking for the cases…',
    side: (name: string, tag: string) => `${name}: ${tag}`,
    nothing: (name: string) => `${name}: nothing`,
    close: 'Close the list',
    gone: 'These words don’t stand there any more: the article was changed since.',
    opened: (quote: string) => `Selected: ${quote}`,
  },
  confusion: {
    title: 'Which tags meet which',
    rows: (name: string) => `Rows: ${name}`,
    columns: (name: string) => `columns: ${name}`,
    bothSides:
      'Nobody is first: a cell counts how often its two tags meet, whichever annotator gave which, so rows and columns say the same.',
    pairWhy: (rows: string, columns: string) =>
      `Rows are the tags of ${rows}, columns those of ${columns}: a cell counts how often these two tags meet.`,
    nothing: 'nothing',
    sum: 'all',
    cell: (row: string, column: string, howOften: string) => `${row} meets ${column}: ${howOften}`,
    sharesOnly: 'Shares of a row stand in place of counts, which are hidden with the names.',
  },
  time: {
    title: 'Over time',
    outlets: 'By outlet',
    period: 'By',
    periods: { month: 'month', week: 'week' },
    columns: ['When', 'Articles'],
    outletColumns: ['Outlet', 'Articles'],
    tooFew: (fewest: number) => `too few (under ${fewest})`,
    undated: {
      month: (articles: number) => `${counted(articles, 'article', 'articles')} without a date that names the month.`,
      week: (articles: number) => `${counted(articles, 'article', 'articles')} without a date that names the week.`,
    },
    unknown: (articles: number) => `${counted(articles, 'article', 'articles')} whose outlet isn’t known.`,
    nothing: 'No article has a date.',
    noOutlets: 'No article names its outlet.',
    chart: (level: string, from: string, to: string) => `${level}, from ${from} to ${to}`,
    when: (key: string) => spokenDate(key),
  },
  gamma: {
    title: 'γ',
    why: 'γ (Mathet, Widlöcher and Métivier 2015) weighs places and tags together, article by article. It takes long: of three annotators a second an article, of six ten seconds and more.',
    compute: 'Compute γ',
    computeAnew: 'Compute γ anew',
    stop: 'Stop γ',
    stopped: 'Stopped.',
    measured: (articles: number) => counted(articles, 'article', 'articles'),
    ofWhom: (names: readonly string[], tags: readonly string[] | null) =>
      `Of ${names.join(', ')}; ${tags === null ? 'all tags' : `tags: ${tags.join(', ')}`}.`,
    another: 'Something else is chosen by now.',
    columns: ['Tag', 'γ', 'γcat, γk', 'Articles', 'Units', 'Best alignment'],
    figure: (row: string, value: string, articles: number) =>
      `γ, ${row}: ${value}, ${counted(articles, 'article', 'articles')}`,
    ofPair: (pair: string, row: string) => `${pair}: ${row}`,
    proven: 'proven',
    unproven: 'not proven',
    between: (between: { readonly least: string; readonly most: string }) =>
      `Not every alignment is proven to be the best, those drawn for chance among them: in some article there was too much to search. ${wereAllBest(between)}`,
    noPair: 'These two weren’t measured. Compute γ anew to measure them.',
    noValue: 'chance knows no disorder here',
    legend:
      'Articles are each measured by themselves, their disorders added, weighed by units: so we generalise it. γcat, of all tags, and γk, of each, compare the tags of units that are aligned; a place that an annotator left empty counts as a difference in them, too, as in pygamma-agreement. Not proven: in some article there was too much to search for the best alignment, and a better one might be there.',
    unread: (articles: number) => `${counted(articles, 'article', 'articles')} couldn’t be measured.`,
    none: 'No article has what γ could be computed of.',
    formula: 'γ = 1 − observed / expected disorder',
    counts: {
      observed: 'disorder of the best alignments, mean over units',
      expected: 'disorder of annotators who mark as these do, elsewhere',
      units: 'units that an annotator has, added over articles',
      samples: 'continua that were drawn for chance',
      articles: 'articles in which anybody marked anything',
    },
    cat: 'γcat: of the tags of aligned units; a place left empty is a difference, too',
    k: 'γk: the same of units of this tag and what is aligned with them',
    citation:
      'Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment. Computational Linguistics, 41(3), 437–479. γcat and γk: Mathet, Y. (2017). The agreement measure γcat, a complement to γ focused on categorization of a continuum. Computational Linguistics, 43(3), 661–681.',
    methods: (of: {
      readonly annotators: number
      readonly articles: number
      readonly tag: string | null
      readonly value: string
      readonly own: string | null
      readonly samples: number
      /** What it lies between, where not every alignment is proven. */
      readonly between: { readonly least: string; readonly most: string } | null
    }) =>
      `${of.annotators === 2 ? 'Two' : of.annotators} annotators, ${counted(of.articles, 'article', 'articles')}: γ (Mathet, Widlöcher and Métivier 2015; dissimilarities of place and of category weighed alike, ${numbers.format(of.samples)} sampled continua in all, the disorders of articles added, weighed by units)${of.tag === null ? '' : ` of “${of.tag}”`} was ${of.value}${of.own === null ? '' : `, ${of.tag === null ? 'γcat' : 'γk'} (Mathet 2017) ${of.own}`}.${of.between ? ` Not every alignment is proven to be the best one, those of samples among them. ${wereAllBest(of.between)}` : ''}`,
  },
  countsHidden: 'Counts are hidden, as names are: how much somebody has says who they are.',
  explain: 'How this figure comes about',
  closeExplain: 'Close the explanation',
  copyMethods: 'Copy these words',
  copied: 'Copied.',
  copyReport: 'Copy the report',
  reportCopied: 'The report was copied, as Markdown.',
  methodsTitle: 'For a methods section',
  citationTitle: 'Source',
  countsTitle: 'Counts',
  formulaTitle: 'Formula',
  explained: {
    both: {
      found: 'annotations that both have: the same tag on words that overlap',
      exact: 'annotations that both have: the same tag and the same extent',
      tokens: 'tokens under the tag in both',
      links: 'links that both have',
      statement: 'statements that both have whole',
    },
    onlyFirst: 'only the first of two annotators',
    onlySecond: 'only the second',
    same: {
      extent: 'with the same extent',
      attributes: 'with every question answered alike',
      entity: 'with the same entity',
    },
    of: {
      extent: 'found by both',
      attributes: 'found by both, of which either answered a question',
      entity: 'found by both, of which either names an entity',
    },
    /** How what stands on both sides was brought together. */
    matched: {
      found: (n: string) => `annotations matched by an optimal assignment; ${n} in all`,
      exact: (n: string) => `annotations matched by an optimal assignment; ${n} in all`,
      tokens: (n: string) => `each token where it stands; ${n} in all`,
      links: (n: string) => `links whose ends were matched by an optimal assignment; ${n} in all`,
      statement: (n: string) => `annotations and their links matched by an optimal assignment; ${n} in all`,
    },
    f1Formula: 'F₁ = 2 · both / (2 · both + only the first + only the second)',
    f1Worked: (both: number, first: number, second: number, value: string) =>
      `F₁ = 2 · ${both} / (2 · ${both} + ${first} + ${second}) = ${value}`,
    shareFormula: 'share = the same / all that it is asked of',
    shareWorked: (same: number, of: number, value: string) => `share = ${same} / ${of} = ${value}`,
    f1Citation:
      'van Rijsbergen, C. J. (1979). Information retrieval (2nd ed.). Butterworths. As agreement: Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information retrieval. Journal of the American Medical Informatics Association, 12(3), 296–298.',
    shareCitation:
      'Artstein, R., & Poesio, M. (2008). Inter-coder agreement for computational linguistics. Computational Linguistics, 34(4), 555–596 (observed agreement, which chance isn’t taken out of).',
    noFigure: (name: string) => `${name}: there is nothing to compare.`,
    f1Methods: (of: LevelMethods & { readonly what: string; readonly matched: string }) =>
      `${annotatedBy(of)} Agreement at ${aboutLevel(of)} was measured as F₁${of.annotators === 2 ? '' : ', pairs of annotators added,'} over ${of.what} (${of.matched}): ${of.value}${intervalSaid(of)}. ${of.extent}`,
    shareMethods: (of: LevelMethods & { readonly of: number; readonly asked: string; readonly same: string }) =>
      `${annotatedBy(of)} Of ${counted(of.of, 'pair', 'pairs')} of annotations (${of.asked}; matched by an optimal assignment${of.annotators === 2 ? '' : ', pairs of annotators added'}), the share ${of.same}, ${aboutLevel(of)}, was ${of.value}${intervalSaid(of)}. ${of.extent}`,
  },
}

export const figures = {
  /** By the name of the measure in files. */
  measures: {
    'f1-found': 'F₁ found',
    'f1-exact': 'F₁ same extent',
    'f1-tokens': 'F₁ by token',
    'same-extent': 'Same extent',
    'same-attributes': 'Same attributes',
    'same-entity': 'Same entity',
    'f1-links': 'F₁ links',
    'f1-statement': 'F₁ whole statement',
    'u-alpha': 'Krippendorff’s uα',
    'u-alpha-binary': 'Krippendorff’s |uα',
    'cu-alpha': 'Krippendorff’s cuα',
    'ku-alpha': 'Krippendorff’s (k)uα',
    'b-cubed': 'B³',
    'ceaf-mentions': 'CEAF of mentions',
    'ceaf-entities': 'CEAF of entities',
  } satisfies Record<Exclude<FigureMeasure, Measure>, string>,
  /** As the head of a column. */
  titles: {
    'f1-found': 'Found',
    'f1-exact': 'Exact',
    'f1-tokens': 'Tokens',
    'same-extent': 'Extent',
    'same-attributes': 'Attributes',
    'same-entity': 'Entity',
    'f1-links': 'Links',
    'f1-statement': 'Statement',
    observed: 'Po',
    'cohen-kappa': 'Cohen κ',
    'scott-pi': 'Scott π',
    'bennett-s': 'S',
    'fleiss-kappa': 'Fleiss κ',
    'gwet-ac1': 'AC1',
    'gwet-ac2': 'AC2',
    'krippendorff-alpha': 'α',
    'u-alpha': 'uα',
    'u-alpha-binary': '|uα',
    'cu-alpha': 'cuα',
    'ku-alpha': '(k)uα',
    'b-cubed': 'B³',
    'ceaf-mentions': 'CEAF mentions',
    'ceaf-entities': 'CEAF entities',
  } satisfies Record<FigureMeasure, string>,
  overs: {
    annotations: 'Annotations',
    tokens: 'Tokens, under the tag or not',
    units: 'Matched units; what one left out is a value',
    matched: 'Matched units that two or more marked; what one left out isn’t rated',
    answers: 'Answers about matched units',
    continuum: 'The text as a continuum of units and gaps',
    entities: 'Entities of matched mentions',
  } satisfies Record<Over, string>,
  levels: {
    nominal: 'nominal',
    ordinal: 'ordinal',
    interval: 'interval',
    ratio: 'ratio',
    sets: 'sets (MASI)',
  } satisfies Record<Exclude<FigureLevel, null>, string>,
}

export const agreeTable = {
  noTable: 'Say a workspace, or which table: --table FILE, or --table - for standard input.',
  noLevel: (levels: string) => `Say what the ratings are: --level ${levels}.`,
  unknownLevel: (said: string, levels: string) => `“${said}” is no level. There are: ${levels}.`,
  unknownEdge: (option: string, said: string) => `--${option} is “names” or “ratings”, not “${said}”.`,
  unknownMeasure: (said: string, known: string) => `“${said}” is no measure of a table. There are: ${known}.`,
  contingency: (rows: string, columns: string) => `Rows: ${rows}; columns: ${columns}`,
  coincidences: 'Coincidences of values within units',
  shares: ['Category', 'Ratings', 'Share of the units'],
  sum: 'all',
  pair: (one: string, other: string) => `${one} and ${other}`,
  pairColumns: ['Annotators', 'Units'],
  twice: (category: string) => `--categories names “${category}” twice.`,
  noCategory: '--categories names no category.',
  noNumber: (option: string, said: string) => `--${option} wants a whole number above 0, not “${said}”.`,
  withIntervals: (option: string) => `--${option} goes with --intervals.`,
  refused: {
    empty: 'There are no ratings in this table.',
    ragged: (row: number, cells: number, wanted: number) =>
      `Row ${row} has ${cells} ${cells === 1 ? 'cell' : 'cells'}, where others have ${wanted}. A missing rating is an empty cell between its commas.`,
    notANumber: (row: number, cell: string, level: string) =>
      `“${cell}” in row ${row} is no number, and ${level} ratings are numbers. If it stands for nothing, say --missing ${/\s/u.test(cell) ? `'${cell}'` : cell}.`,
    notANumberListed: (cell: string, level: string) =>
      `“${cell}” among --categories is no number, and ${level} ratings are numbers.`,
    notACategory: (row: number, cell: string) => `“${cell}” in row ${row} is none of the --categories.`,
    noOrder: (words: string) =>
      `These ratings are words, and nothing says which is lower. Say so, the lowest first: --categories ${words}`,
  },
  looksMissing: (value: string) =>
    `“${value}” counts as a category here. If it stands for a missing rating, say --missing '${value}'.`,
  notSure:
    'The first column counts up as names of units do, and was taken for ratings. If it is names, say --first-column names.',
  title: (file: string, level: string) => `${file}, ${level}`,
  laidOut: (row: boolean, column: boolean) =>
    row && column
      ? 'The first row and the first column are names.'
      : row
        ? 'The first row is names.'
        : column
          ? 'The first column is names.'
          : 'No row or column of names: everything is ratings.',
  counts: (units: string, annotators: string, ratings: string, paired: string) =>
    `${units} by ${annotators}: ${ratings}; ${paired}`,
  units: (count: number) => (count === 1 ? '1 unit' : `${count} units`),
  annotators: (count: number) => (count === 1 ? '1 annotator' : `${count} annotators`),
  ratings: (count: number, missing: number) =>
    `${count === 1 ? '1 rating' : `${count} ratings`}${missing > 0 ? `, ${missing} missing` : ''}`,
  paired: (count: number) => `${count === 1 ? '1 unit' : `${count} units`} rated by two or more`,
  categories: (list: string) => `Categories: ${list}`,
  more: (count: number) => `and ${count} more`,
  columns: ['Measure', 'Value', 'Found', 'By chance'],
  interval: (per: string) => `${per} % interval`,
  intervalOf: (low: string, high: string) => `${low} to ${high}`,
  alphaParts: 'Of α, found and by chance are disagreement; of all others agreement.',
  partingWays: (observed: string, kappa: string | null, even: string | null, category: string, share: string) =>
    `Look twice: ${observed} of the pairs of ratings agree, and κ ${kappa === null ? 'can’t be computed' : `is only ${kappa}`}. “${category}” is ${share} of what was chosen, so chance alone would agree often.${even === null ? '' : ` Were all categories as frequent, κ would be ${even}.`}`,
}
