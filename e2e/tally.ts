/** What a run of tests came to. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
}

/** A test that did not run, and why. */
export interface Skipped {
  readonly name: string
  readonly reason: string
}

/** The part of Playwright's JSON report that we read. */
export interface StoryReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
  readonly suites: readonly StorySuite[]
}

interface StorySuite {
  readonly title: string
  readonly suites?: readonly StorySuite[]
  readonly specs: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: string
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}

/**
 * What Playwright's report comes to. A story that passed at a second try has failed once, which counts;
 * so does an error outside of any story, such as a file that cannot be loaded.
 */
export function tallyStories(report: StoryReport): Tally {
  return {
    passed: report.stats.expected,
    failed: report.stats.unexpected + report.stats.flaky + report.errors.length,
    skipped: report.suites.flatMap(suite => skippedIn(suite, [])),
  }
}

function skippedIn(suite: StorySuite, above: readonly string[]): Skipped[] {
  const titles = [...above, suite.title]
  const here = suite.specs.flatMap(spec =>
    spec.tests
      .filter(test => test.status === 'skipped')
      .map(test => ({ name: [...titles, spec.title].join(': '), reason: reasonOf(test.annotations) })),
  )
  return [...here, ...(suite.suites ?? []).flatMap(inner => skippedIn(inner, titles))]
}

function reasonOf(annotations: readonly { readonly type: string; readonly description?: string }[]): string {
  const mark = annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  if (mark === undefined) return 'the run ended before it'
  return mark.description || 'no reason was given'
}

/** Several runs as one. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.flatMap(tally => tally.skipped),
  }
}

/** The closing lines of a whole run: each skipped test with its reason, then the three numbers, alone on the last line. */
export function closingLines({ passed, failed, skipped }: Tally): string[] {
  return [
    ...skipped.map(({ name, reason }) => `skipped: ${name} (${reason})`),
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ]
}
