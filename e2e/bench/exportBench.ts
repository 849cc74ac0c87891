import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { edge } from '../../electron/runtime/edge.ts'
import { corpus, hasCorpus, patterns } from '../../shared/exporters/brat/polnear.laws.ts'
import { formats } from '../../shared/exporters/formats.ts'
import { runStet } from './command.ts'
import { count, growth, head, lineOf, type Measured } from './exportTable.ts'
import { readExportWords } from './exportWords.ts'
import { writeNews } from './newsFolder.ts'

/**
 * Datasets out and in through the command line, each command in a process of
 * its own: articles a second, and the most memory that the process had. Two
 * sizes of one kind say whether memory is flat. Nothing fails by a figure:
 * other machines are other machines.
 */
await edge(async () => {
  const words = readExportWords(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-export-'))
  const all: Measured[] = []
  const run = async (what: string, articles: number, asked: readonly string[], dataset?: string) => {
    const { printed: _, ...ran } = await runStet(asked)
    const measured = { what, articles, ...ran, bytes: dataset === undefined ? null : bytesOf(dataset) }
    all.push(measured)
    console.log(lineOf(measured))
    return measured
  }
  console.log(
    `${cpus()[0]?.model ?? ''}, ${cpus().length} cores; ${process.platform}; Node ${process.version}; load ${load()}`,
  )
  console.log(head)
  try {
    const start = await run('stet formats (starting alone)', 0, ['formats', '--json'])
    if (words.corpus && !hasCorpus) console.log('PolNeAR is not on this machine: left out.')
    if (words.corpus && hasCorpus) {
      const ws = fresh(folder, 'polnear')
      const asked = ['--text', patterns.text, '--annotations', patterns.annotations]
      const articles = readdirSync(join(corpus, 'train', 'text')).length
      await run('PolNeAR in: brat', articles, [
        'import',
        join(corpus, 'train'),
        '--to',
        ws,
        '--format',
        'brat',
        ...asked,
      ])
      await run('PolNeAR: check', articles, ['check', ws])
      await throughFormats('PolNeAR', ws, articles)
      rmSync(ws, { recursive: true })
    }
    const sizes = words.articles === 0 ? [] : [Math.ceil(words.articles / 10), words.articles]
    for (const articles of sizes) {
      const ws = fresh(folder, 'generated')
      const { annotations, links } = writeNews(ws, articles)
      console.log(
        `${count(articles)} generated articles, ${count(annotations)} annotations, ${count(links)} links; load ${load()}`,
      )
      await throughFormats('generated', ws, articles)
      const out = join(folder, 'split.jsonl')
      const split = ['--split', '80/10/10', '--seed', '7']
      await run(
        'generated out: jsonl, split',
        articles,
        ['export', ws, '--format', 'jsonl', '--out', out, ...split],
        out,
      )
      rmSync(out, { force: true })
      rmSync(`${out}.receipt.json`, { force: true })
      rmSync(ws, { recursive: true })
    }
    for (const line of growth(all, sizes)) console.log(line)
    if (words.json)
      writeFileSync(
        words.json,
        `${JSON.stringify({ load: loadavg(), words, start: start.seconds, measured: all }, null, 1)}\n`,
      )
    return all.every(({ code }) => code === 0 || code === 1) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }

  /** Out to each format, and from there into an empty workspace. */
  async function throughFormats(kind: string, ws: string, articles: number): Promise<void> {
    for (const id of words.formats) {
      const { write, read, isView, makes } = await formats[id]!()
      if (!write) continue
      const out = join(folder, makes === 'file' ? `out.${id}` : `out-${id}`)
      await run(`${kind} out: ${id}`, articles, ['export', ws, '--format', id, '--out', out], out)
      if (read && !isView) {
        const target = fresh(folder, 'back')
        await run(`${kind} in: ${id}`, articles, ['import', out, '--to', target, '--format', id], out)
        rmSync(target, { recursive: true })
      }
      rmSync(out, { recursive: true, force: true })
      rmSync(`${out}.receipt.json`, { force: true })
    }
  }
})

function fresh(folder: string, name: string): string {
  const made = join(folder, name)
  mkdirSync(made)
  return made
}

/** The size of a file, or of all in a folder. */
function bytesOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0) : stat.size
}

function load(): string {
  return loadavg()
    .map(one => one.toFixed(1))
    .join(' ')
}
