import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { reportFiles } from './reports.ts'
import type { Skipped, Tally } from './tally.ts'

/**
 * Writes what the unit tests came to. Vitest's own JSON has not the reasons of skipped tests, nor the
 * errors outside of tests, which fail a run as well.
 */
export class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const passed = tests.filter(test => test.result().state === 'passed').length
    const failed = tests.filter(test => test.result().state === 'failed').length
    const broken = modules.filter(module => module.errors().length > 0).length
    const skipped = tests.filter(test => !['passed', 'failed'].includes(test.result().state)).map(skippedTest)
    const tally: Tally = { passed, failed: failed + broken + errors.length, skipped }
    mkdirSync(dirname(reportFiles.unit), { recursive: true })
    writeFileSync(reportFiles.unit, JSON.stringify(tally))
  }
}

function skippedTest(test: TestCase): Skipped {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return { name: `${test.module.relativeModuleId}: ${test.fullName}`, reason: note ?? 'no reason was given' }
}
