import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { corpus, hasCorpus, patterns } from '../../shared/exporters/brat/polnear.laws.ts'
import { TriedCommands } from './tried.ts'

const commands = new TriedCommands()
afterAll(() => commands.close())

/** What `stet agree --json` says of six annotators of four articles, once for each list of options. */
async function agreed(...asked: readonly (readonly string[])[]) {
  const folder = mkdtempSync(join(tmpdir(), 'stet-agree-polnear-'))
  try {
    mkdirSync(join(folder, 'ws'))
    const brat = ['--format', 'brat', '--text', patterns.text, '--annotations', patterns.annotations]
    await commands.run(folder, ['import', join(corpus, 'annotator-training'), '--to', 'ws', ...brat])
    const reports = []
    for (const options of asked)
      reports.push(JSON.parse((await commands.run(folder, ['agree', 'ws', '--json', ...options])).printed))
    return reports
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.skipIf(!hasCorpus)(
  'six annotators of four articles of PolNeAR: figures that were looked at stay as they are',
  async () => {
    const [report] = await agreed([])
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
  },
)

test.skipIf(!hasCorpus)(
  'γ of PolNeAR, by tag, of six annotators and of two, is proven and stays as it is',
  async () => {
    const [six, three] = await agreed(['--gamma', '--tags', 'Cue'], ['--gamma', '--layers', '4b22,5fec,d473'])
    expect(six.gamma.byTag.Cue).toMatchObject({ articles: 4, isProven: true })
    expect(six.gamma.pairs.length).toBe(15)
    type Told = { readonly value: number; readonly isProven: boolean }
    const told = ({ value, isProven }: Told) => [value.toFixed(3), isProven]
    const { all, byTag, pairs } = three.gamma
    expect({
      six: told(six.gamma.byTag.Cue),
      three: [all, ...['Attribution', 'Content', 'Cue', 'Source'].map(tag => byTag[tag])].map(told),
      pairs: pairs.map(({ a, b, all }: { a: string; b: string; all: Told }) => [a, b, ...told(all)]),
    }).toEqual({
      six: ['0.838', true],
      three: [
        ['0.854', true],
        ['0.881', true],
        ['0.810', true],
        ['0.866', true],
        ['0.894', true],
      ],
      pairs: [
        ['4b22', '5fec', '0.820', true],
        ['4b22', 'd473', '0.890', true],
        ['5fec', 'd473', '0.845', true],
      ],
    })
  },
)
