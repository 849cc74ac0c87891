import { counted, numbers } from './saying.ts'

/** A share that isn't larger than that one, with three places: what is told as the most can be typed. */
const shareBelow = (share: number) => numbers.format(Math.floor(1000 * share + 1e-9) / 1000)

/** What the planner says, in the window and on the command line. */
export const planning = {
  sources: {
    kappa:
      'Source: the large-sample variance of κ by Fleiss, Cohen and Everitt (1969), as Cantor (1996) uses it to plan; both annotators are taken to use the categories equally often. The design effect is Kish’s (1965).',
    alpha:
      'Source: Krippendorff (2019), Content Analysis, after formula 3.7 of Bloch and Kraemer (1989). It takes two annotators, nominal data, units drawn one by one, and a test at 0.05, one-sided; the rarest category decides. It says how many units can tell such an α from a smaller one, and nothing about the width of an interval.',
    pilot:
      'Source: the estimation of sample size from a pilot, Cochran (1977), Sampling Techniques, chapter 4; the intervals are percentiles of a bootstrap over articles, Efron and Tibshirani (1993).',
  },
  result: (articles: number, units: number, width: number) =>
    `${counted(articles, 'double-coded article', 'double-coded articles')} (${counted(units, 'unit', 'units')}) for ±${width}.`,
  tooLarge: (categories: number, most: number) =>
    `Of ${numbers.format(categories)} categories the rarest has a share of ${shareBelow(most)} at most.`,
  tooRare: (units: number) =>
    `Of the rarest category only ${numbers.format(units)} of these units are to be expected. The formula is for large numbers and can’t be relied on with fewer than five: plan for more articles, or for articles in which that category is more frequent.`,
  table: 'Articles by the width of the interval',
  columns: { width: 'Interval', units: 'Units', articles: 'Articles' },
  alphaTitle: 'To tell an α of at least so much from less',
  alphaColumns: { alpha: 'α', units: 'Units', articles: 'Articles' },
  ground: 'What it rests on',
  grounds: { expected: 'What I expect', pilot: 'What is double-coded here so far' },
  pilot: {
    what: 'What two or more have annotated here has intervals of its own, and they tell how many articles like these give the interval that you want.',
    width: 'Interval, ±',
    measure: 'Measure',
    option: (title: string, level: string | null) => (level === null ? title : `${title}, ${level}`),
    again: 'Measure it again',
    figures: (done: number, of: number) => `${numbers.format(done)} of ${counted(of, 'group', 'groups')} of figures`,
    stop: 'Stop',
    stopped: 'Stopped before it was measured.',
    nobody: 'No article here was annotated by two people whose layers may be compared.',
    sealed: (layers: number) =>
      `${counted(layers, 'person’s layers are', 'people’s layers are')} sealed until all are done, and left out.`,
    leftOut: (count: number) => `${counted(count, 'file', 'files')} couldn’t be read or compared, and are left out.`,
    result: (needed: number, width: number, measure: string, more: number) =>
      `${counted(needed, 'double-coded article', 'double-coded articles')} in all for ±${width} around ${measure}: ${more === 0 ? 'that many are there.' : `${numbers.format(more)} more than there are.`}`,
    noResult: (measure: string) =>
      `Nothing can be planned by ${measure}: its interval has no width, as where everybody says the same, or there are too few articles to have one.`,
    soFar: (measure: string, figure: string, over: string) =>
      `${measure} so far: ${figure}. All tags; ${over.charAt(0).toLowerCase()}${over.slice(1)}.`,
    table: 'Articles by the width of the interval, by what is double-coded so far',
    widths: { width: 'Interval', articles: 'Articles in all', more: 'Still to come' },
    restsOn: (articles: number, annotators: number) =>
      `It rests on ${counted(articles, 'article', 'articles')} that two or more of ${counted(annotators, 'annotator', 'annotators')} have; extents letter for letter, without gold.`,
    extrapolated:
      'It is an extrapolation: an interval is taken to become narrower with the root of the number of articles (1/√n), and the articles to come to be like these.',
    few: (articles: number) =>
      `${counted(articles, 'article is', 'articles are')} few: intervals of fewer than twenty tend to be narrower than they should be, so plan for more.`,
    columns: { measure: 'Measure', figure: 'So far', articles: 'Articles in all', more: 'Still to come' },
    figure: (value: number, low: number, high: number) =>
      `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    value: (value: number) => value.toFixed(2),
    none: '–',
    noWidth: 'no interval to go by',
  },
}

/** `stet plan`. */
export const planCommand = {
  notBoth: (option: string) => `--${option} is about what is expected, and goes without --pilot.`,
  onlyOfPilot: (option: string) => `--${option} goes with --pilot.`,
  noNumber: (option: string, said: string, least: number, most: number) =>
    `--${option} is a number from ${least} to ${most}, not “${said}”.`,
  tooLarge: (said: string, categories: number, most: number) =>
    `--prevalence is the share of the rarest: of ${numbers.format(categories)} categories that is ${shareBelow(most)} at most, not “${said}”.`,
  noNames: 'A workspace stands behind --pilot.',
  expected: (agreement: number, categories: number, prevalence: number, units: number, effect: number) =>
    `It rests on an expected κ of ${agreement}, ${categories} categories of which one has a share of ${prevalence}, ${units} units in an article, and a design effect of ${effect}; 95 % intervals.`,
  title: (workspace: string, width: number) => `${workspace}: articles for ±${width}, by what is double-coded so far`,
  restsOn: (articles: number, annotators: readonly string[], samples: number) =>
    `It rests on ${counted(articles, 'article', 'articles')} with two layers or more, by ${annotators.join(', ')}; 95 % intervals, of ${counted(samples, 'sample', 'samples')} of articles.`,
  byTag: 'All tags together; --tags and --json have each.',
}
