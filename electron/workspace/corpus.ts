import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of files of its own, for a test. */
export class Corpus {
  readonly root: string

  private constructor(root: string) {
    this.root = root
  }

  static async make(files: Readonly<Record<string, string>> = {}): Promise<Corpus> {
    const corpus = new Corpus(await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'stet-corpus-'))))
    for (const [path, text] of Object.entries(files)) await corpus.write(path, text)
    return corpus
  }

  at(path: string): string {
    return join(this.root, path)
  }

  async write(path: string, text: string): Promise<void> {
    await fs.mkdir(dirname(this.at(path)), { recursive: true })
    await fs.writeFile(this.at(path), text)
  }

  /** Every file below, hidden ones too, sorted. */
  async files(): Promise<string[]> {
    const entries = await fs.readdir(this.root, { recursive: true, withFileTypes: true })
    const files = entries.filter(entry => entry.isFile())
    return files.map(entry => join(entry.parentPath, entry.name).slice(this.root.length + 1)).sort()
  }

  remove(): Promise<void> {
    return fs.rm(this.root, { recursive: true, force: true, maxRetries: 10 })
  }
}

/** A sidecar's text: annotations by tag at the beginning of the article, and boilerplate up to an offset. */
export function sidecarOf(article: string, tags: readonly string[], boilerplate = 0, annotator = 'alice'): string {
  const time = '2031-03-01T09:00:00.000Z'
  const hash = createHash('sha256').update(article).digest('hex')
  const annotations = tags.map((tag, i) => ({
    id: `a${i}`,
    tag,
    spans: [{ start: i, end: i + 1, quote: article.slice(i, i + 1), before: '', after: '' }],
    attributes: {},
    origin: { kind: 'manual' },
    created: time,
    modified: time,
  }))
  return JSON.stringify({
    format: 'stet-sidecar',
    formatVersion: 1,
    revision: 1,
    article: {
      file: 'article.txt',
      sha256: hash,
      textSha256: hash,
      textLength: article.length,
      offsetUnit: 'codepoint',
      encoding: 'utf-8',
      reader: 'plain-text/1',
    },
    zoneRules: 1,
    zones: boilerplate > 0 ? [{ start: 0, end: boilerplate, zone: 'boilerplate', by: 'reader' }] : [],
    annotator: { id: annotator, name: annotator },
    codebook: { id: 'stet-default', version: 1, hash },
    status: 'done',
    created: time,
    modified: time,
    annotations,
    unplaced: [],
    links: [],
    comments: [],
    verdicts: [],
  })
}

/** Waits until something holds; fails, with what it last was, if it doesn't in good time. */
export async function until<T>(
  look: () => T | Promise<T>,
  holds: (seen: T) => boolean = Boolean,
  withinMs = 120_000,
): Promise<T> {
  const end = performance.now() + withinMs
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (performance.now() > end) throw new Error(`Still not: ${JSON.stringify(seen)}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
