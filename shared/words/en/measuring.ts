import type { EntityMeasure, Over, UnitizingMeasure } from '../../agreement/figures/figure.ts'
import { counted, numbers } from './saying.ts'

/** What a sentence for a methods section is told of a figure. */
interface Methods {
  readonly name: string
  readonly cite: string
  readonly value: string
  readonly annotators: number
  readonly articles: number
  readonly interval: {
    readonly low: string
    readonly high: string
    readonly confidence: number
    readonly samples: number
  } | null
}

/** The groups of measures in the sheet of agreement, and how each is explained. */
export const measuring = {
  groups: {
    annotations: 'Annotations',
    tokens: 'Tokens',
    units: 'Matched units',
    matched: 'Matched units, what one left out not rated',
    answers: 'Answers',
    continuum: 'Unitizing',
    entities: 'Entities',
  } satisfies Record<Over, string>,
  answersOf: (tag: string, question: string) => `Answers: ${tag}, ${question}`,
  why: {
    annotations: 'What was found by both, and what of it is the same.',
    tokens: 'Each word or sign: does it stand under the tag?',
    units: 'What annotators found, matched: which tag did each give it, or none?',
    matched: 'Places that two or more marked: which tag did each give?',
    answers:
      'Annotations of the same tag that were matched: how was the question answered? Leaving it open is an answer.',
    continuum:
      'The text as it runs, in units and the gaps between: where do they begin and end, and of which tag are they?',
    entities: 'Annotations that name somebody: do the same of them mean the same one?',
  } satisfies Record<Over, string>,
  tokenSets: 'Each word or sign: which tags does it stand under? Sets of tags differ as MASI says.',
  n: {
    annotations: (n: number) => counted(n, 'annotation of both sides', 'annotations of both sides'),
    tokens: (n: number) => counted(n, 'token', 'tokens'),
    units: (n: number) => counted(n, 'unit', 'units'),
    matched: (n: number) => counted(n, 'unit', 'units'),
    answers: (n: number) => counted(n, 'unit', 'units'),
    continuum: (n: number) => counted(n, 'character, of all annotators', 'characters, of all annotators'),
    entities: (n: number) => counted(n, 'mention of both sides', 'mentions of both sides'),
  } satisfies Record<Over, (n: number) => string>,
  measureAt: (name: string, level: string) => `${name}, ${level}`,
  shares: 'How often each was chosen',
  moreShares: (count: number) => `and ${numbers.format(count)} more`,
  noTag: 'no tag',
  open: 'left open',
  anotherTag: 'other tags',
  anyTag: 'any tag',
  together: (tags: readonly string[]) => tags.join(' + '),
  report: {
    title: (workspace: string) => `How far we agree: ${workspace}`,
    group: (group: string, tag: string) => `${group}: ${tag}`,
    nothing: 'nothing',
    name: (workspace: string, format: 'csv' | 'html') => `${workspace}-agreement.${format}`,
    csv: 'Save as a table (CSV)…',
    html: 'Save as a page (HTML)…',
    saved: (name: string) => `Saved as ${name}.`,
    saving: (done: number, of: number) => `Saving: ${done} of ${counted(of, 'group of figures', 'groups of figures')}`,
    stop: 'Stop saving',
    notSaved: 'Nothing was saved: it was stopped before all figures were there.',
    tags: (tags: readonly string[] | null) =>
      tags === null ? 'All tags were looked at.' : `Only these tags were looked at: ${tags.join(', ')}.`,
    sealed: (layers: number, articles: number) =>
      `Left out, since it is sealed until all annotators of that coding are done: ${counted(layers, 'layer', 'layers')} in ${counted(articles, 'article', 'articles')}.`,
    drawn: (samples: number, seed: number) =>
      `Intervals are 95 % intervals by a bootstrap over articles: percentiles of ${numbers.format(samples)} samples of articles (seed ${seed}).`,
    countsHidden: 'Counts of two annotators are left out, as their names are hidden.',
  },
  progress: (done: number, of: number) => `${done} of ${counted(of, 'group of figures', 'groups of figures')} computed`,
  stopped: 'Stopped before all figures were there.',
  goOn: 'Compute the figures',
  noGroups: 'There is nothing here that could be measured.',
  rated: {
    annotations: (tag: string) => `Annotations${tag === '' ? '' : ` of “${tag}”`} were compared.`,
    tokens: (tag: string) =>
      tag === ''
        ? 'Tokens were rated by the set of tags that they stand under.'
        : `Tokens were rated by whether they stand under “${tag}”.`,
    units: (tag: string) =>
      `Units, annotations matched between annotators, were rated by ${tag === '' ? 'their tag' : `whether they are of “${tag}”`}; what an annotator left out counted as a value of its own.`,
    matched: (tag: string) =>
      `Units, annotations matched between annotators, were rated by ${tag === '' ? 'their tag' : `whether they are of “${tag}”`}; what an annotator left out counted as missing.`,
    answers: (tag: string, question: string) =>
      `Answers to “${question}” were rated on matched annotations of “${tag}” that two annotators or more gave this tag; leaving it open counted as an answer.`,
    continuum: (tag: string) =>
      `Each article was taken as a continuum of characters, with units${tag === '' ? '' : ` of “${tag}”`} and the gaps between them; the counts of articles were added.`,
    entities: (tag: string) =>
      `Mentions are annotations${tag === '' ? '' : ` of “${tag}”`} that name an entity, matched between annotators; one that only one of two has counts as a mention that the other doesn’t put with any (Pradhan et al. 2014). The counts of articles and pairs of annotators were added.`,
  } satisfies Record<Over, (tag: string, question: string) => string>,
  inArticles: (articles: number) =>
    `They stand in ${counted(articles, 'article', 'articles')} that at least two of the annotators have.`,
  methods: ({ name, cite, value, annotators, articles, interval }: Methods) =>
    `${annotators === 2 ? 'Two' : annotators} annotators, ${counted(articles, 'article', 'articles')}: ${name} (${cite}) was ${value}${
      interval
        ? ` (${interval.confidence} % bootstrap interval ${interval.low} to ${interval.high}, ${interval.samples} samples of articles)`
        : ''
    }.`,
  symbols: {
    found: 'difference that was found',
    byChance: 'difference that is expected by chance',
  },
  lengths: 'How long each meets each, in characters',
  lengthInAll: 'length of all that meets, in characters',
  itself: 'what can’t meet by chance: squares of the lengths of units, and lengths of gaps',
  masi: 'Krippendorff’s α with MASI',
  masiCites: 'Krippendorff 2011; differences by MASI, Passonneau 2006',
  masiFormula:
    'α = 1 − Do / De, difference of two sets: 1 − m · |A ∩ B| / |A ∪ B|, m = 1 where they are the same, 2/3 where one holds the other, 1/3 where each has something of its own, 0 where they share nothing',
  masiCitation:
    'Passonneau, R. J. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation. Proceedings of LREC 2006, 831–836. And: Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, ScholarlyCommons 43.',
  unitizingFormulas: {
    'u-alpha':
      'uα = 1 − Do / De, Do = length on which two annotators’ sections differ, De = l (l² − Σ l(c)²) / (l² − s): units and gaps, by tag',
    'u-alpha-binary':
      '|uα = 1 − Do / De, Do = length on which a unit meets a gap, De = l (l² − Σ l(c)²) / (l² − s): units and gaps, whatever the tag',
    'cu-alpha':
      'cuα = 1 − Do / De, Do = length on which units of different tags meet, De = l (l² − Σ l(c)²) / (l² − s): only where units meet units',
    'ku-alpha':
      '(k)uα = 1 − Do / De, Do = share of what meets units of the tag that is of another, De = l(k) · l(others) / (l(k) · l − s(k)): only where units meet units',
  } satisfies Record<UnitizingMeasure, string>,
  unitizingCites: 'Krippendorff, Mathet, Bouvry and Widlöcher 2016',
  unitizingCitation:
    'Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of unitizing textual continua: Further developments. Quality & Quantity, 50(6), 2347–2364.',
  f1Of: (name: string) => `F₁ by ${name}`,
  recall: 'recall',
  precision: 'precision',
  common: {
    'b-cubed': 'sum over the first’s mentions: the share of their entity that the second puts with them',
    'ceaf-mentions': 'mentions in common of the entities that were put together',
    'ceaf-entities': 'sum of how alike the entities are that were put together',
  } satisfies Record<EntityMeasure, string>,
  commonSecond: 'the same, seen from the second’s mentions',
  ofFirst: {
    'b-cubed': 'mentions of the first',
    'ceaf-mentions': 'mentions of the first',
    'ceaf-entities': 'entities of the first',
  } satisfies Record<EntityMeasure, string>,
  ofSecond: {
    'b-cubed': 'mentions of the second',
    'ceaf-mentions': 'mentions of the second',
    'ceaf-entities': 'entities of the second',
  } satisfies Record<EntityMeasure, string>,
  entityFormulas: {
    'b-cubed':
      'F₁ = 2 P R / (P + R), R = 1/n₁ Σ |K ∩ E| / |K|, P = 1/n₂ Σ |K ∩ E| / |E|: over mentions, K and E the entities that the first and the second give each',
    'ceaf-mentions':
      'F₁ = 2 P R / (P + R), R = c / n₁, P = c / n₂: entities put together one to one, so that most mentions are in common (φ₃: each two counting |K ∩ E|)',
    'ceaf-entities':
      'F₁ = 2 P R / (P + R), R = c / n₁, P = c / n₂: entities put together one to one, each two counting φ₄ = 2 |K ∩ E| / (|K| + |E|)',
  } satisfies Record<EntityMeasure, string>,
  entityWorked: (precision: string, recall: string, f1: string) =>
    `F₁ = 2 · ${precision} · ${recall} / (${precision} + ${recall}) = ${f1}`,
  entityCites: {
    'b-cubed': 'Bagga and Baldwin 1998',
    'ceaf-mentions': 'Luo 2005',
    'ceaf-entities': 'Luo 2005',
  } satisfies Record<EntityMeasure, string>,
  entityCitations: {
    'b-cubed':
      'Bagga, A., & Baldwin, B. (1998). Algorithms for scoring coreference chains. Proceedings of the LREC 1998 Workshop on Linguistic Coreference, 563–566. Mentions of one alone: Pradhan, S., Luo, X., Recasens, M., Hovy, E., Ng, V., & Strube, M. (2014). Scoring coreference partitions of predicted mentions: A reference implementation. Proceedings of ACL 2014 (Short Papers), 30–35.',
    'ceaf-mentions':
      'Luo, X. (2005). On coreference resolution performance metrics. Proceedings of HLT/EMNLP 2005, 25–32. Mentions of one alone: Pradhan, S., Luo, X., Recasens, M., Hovy, E., Ng, V., & Strube, M. (2014). Scoring coreference partitions of predicted mentions: A reference implementation. Proceedings of ACL 2014 (Short Papers), 30–35.',
    'ceaf-entities':
      'Luo, X. (2005). On coreference resolution performance metrics. Proceedings of HLT/EMNLP 2005, 25–32. Mentions of one alone: Pradhan, S., Luo, X., Recasens, M., Hovy, E., Ng, V., & Strube, M. (2014). Scoring coreference partitions of predicted mentions: A reference implementation. Proceedings of ACL 2014 (Short Papers), 30–35.',
  } satisfies Record<EntityMeasure, string>,
}
