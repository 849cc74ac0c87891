import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { corpus, hasCorpus, patterns } from '../../shared/exporters/brat/polnear.laws.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

test.skipIf(!hasCorpus)(
  'six annotators of four articles of PolNeAR: figures that were looked at stay as they are',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-agree-polnear-'))
    try {
      mkdirSync(join(folder, 'ws'))
      const asked = ['--format', 'brat', '--text', patterns.text, '--annotations', patterns.annotations]
      await commands.run(folder, ['import', join(corpus, 'annotator-training'), '--to', 'ws', ...asked])
      const report = JSON.parse((await commands.run(folder, ['agree', 'ws', '--json'])).printed)
      expect(report).toMatchObject({ articles: 4, alone: 0 })
      expect(report.annotators.length).toBe(6)
      expect(report.pairs.length).toBe(15)
      const value = (over: string, tag: string | null, measure: string) =>
        report.coefficients
          .find(
            (one: { over: string; tag: string | null; measure: string; pair: object | null }) =>
              one.over === over && one.tag === tag && one.measure === measure && one.pair === null,
          )
          .value.toFixed(3)
      expect(
        ['Content', 'Source', 'Cue'].map(tag => [
          value('annotations', tag, 'f1-found'),
          value('annotations', tag, 'f1-exact'),
          value('tokens', tag, 'fleiss-kappa'),
          value('units', tag, 'krippendorff-alpha'),
          value('continuum', tag, 'u-alpha'),
          value('continuum', tag, 'ku-alpha'),
        ]),
      ).toEqual([
        ['0.823', '0.625', '0.858', '0.787', '0.847', '0.964'],
        ['0.831', '0.788', '0.726', '0.801', '0.729', '0.980'],
        ['0.809', '0.742', '0.666', '0.772', '0.664', '0.912'],
      ])
      expect(value('continuum', null, 'cu-alpha')).toBe('0.933')
      expect(value('tokens', null, 'krippendorff-alpha')).toBe('0.791')
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
