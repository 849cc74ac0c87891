import { counted } from './saying.ts'

/** What the planner says, in the window and on the command line. */
export const planning = {
  sources: {
    kappa:
      'Source: the large-sample variance of κ by Fleiss, Cohen and Everitt (1969), as Cantor (1996) uses it to plan; both annotators are taken to use the categories equally often. The design effect is Kish’s (1965).',
    alpha:
      'Source: Krippendorff (2019), Content Analysis, after formula 3.7 of Bloch and Kraemer (1989). It takes two annotators, nominal data, units drawn one by one, and a test at 0.05, one-sided; the rarest category decides. It says how many units can tell such an α from a smaller one, and nothing about the width of an interval.',
  },
  result: (articles: number, units: number, width: number) =>
    `${counted(articles, 'double-coded article', 'double-coded articles')} (${counted(units, 'unit', 'units')}) for ±${width}.`,
  table: 'Articles by the width of the interval',
  columns: { width: 'Interval', units: 'Units', articles: 'Articles' },
  alphaTitle: 'To tell an α of at least so much from less',
  alphaColumns: { alpha: 'α', units: 'Units', articles: 'Articles' },
  pilot: {
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
  noNames: 'A workspace stands behind --pilot.',
  expected: (agreement: number, categories: number, prevalence: number, units: number, effect: number) =>
    `It rests on an expected κ of ${agreement}, ${categories} categories of which one has a share of ${prevalence}, ${units} units in an article, and a design effect of ${effect}; 95 % intervals.`,
  title: (workspace: string, width: number) => `${workspace}: articles for ±${width}, by what is double-coded so far`,
  restsOn: (articles: number, annotators: readonly string[], samples: number) =>
    `It rests on ${counted(articles, 'article', 'articles')} with two layers or more, by ${annotators.join(', ')}; 95 % intervals, of ${counted(samples, 'sample', 'samples')} of articles.`,
  byTag: 'All tags together; --tags and --json have each.',
}
