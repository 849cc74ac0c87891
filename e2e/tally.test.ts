import { expect, test } from 'vitest'
import { closingLines, type StoryReport, sum, tallyStories } from './tally.ts'

const story = (title: string, status: string, annotations: { type: string; description?: string }[] = []) => ({
  title,
  tests: [{ status, annotations }],
})

const report: StoryReport = {
  stats: { expected: 2, unexpected: 1, flaky: 1 },
  errors: ['a file that cannot be loaded'],
  suites: [
    {
      title: 'tag.story.ts',
      specs: [
        story('with the mouse', 'expected'),
        story('with a pen', 'skipped', [{ type: 'skip', description: 'no pen' }]),
      ],
      suites: [{ title: 'deep', specs: [story('later', 'skipped'), story('never', 'skipped', [{ type: 'fixme' }])] }],
    },
  ],
}

test('everything that went wrong counts as failed', () => {
  expect(tallyStories(report)).toMatchObject({ passed: 2, failed: 3 })
})

test('each skipped story is named, however deep, with its reason', () => {
  expect(tallyStories(report).skipped).toEqual([
    { name: 'tag.story.ts: with a pen', reason: 'no pen' },
    { name: 'tag.story.ts: deep: later', reason: 'the run ended before it' },
    { name: 'tag.story.ts: deep: never', reason: 'no reason was given' },
  ])
})

test('the three numbers stand alone on the last line, after what was skipped', () => {
  const unit = { passed: 5, failed: 0, skipped: [{ name: 'seeds', reason: 'the folder is not here' }] }
  expect(closingLines(sum([unit, { passed: 1, failed: 0, skipped: [] }]))).toEqual([
    'skipped: seeds (the folder is not here)',
    '6 passed, 0 failed, 1 skipped',
  ])
})
