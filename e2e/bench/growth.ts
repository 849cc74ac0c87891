import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { disk } from '../../electron/disk/disk.ts'
import { raiseFence } from '../../electron/disk/fence.ts'
import { LayersInUse } from '../../electron/saving/layersInUse.ts'
import { OpenArticle } from '../../electron/saving/openArticle.ts'
import { inlineBenches } from '../faults/inline.ts'
import { quantile } from './measured.ts'
import { writeWorkload } from './onDisk.ts'
import { milliseconds, type Row } from './verdicts.ts'
import { makeWorkload } from './workload.ts'

/** What an edit of a layer costs that holds so many annotations, on one text. */
export interface Growth {
  readonly annotations: number
  /** Milliseconds of each edit, from its arrival at what saves until it is durable. */
  readonly edits: readonly number[]
  /** That were appended to the history, for each edit; what a checkpoint says there counts. */
  readonly bytesAppended: number
  /** Checkpoints meanwhile, of so many bytes each: the sidecar, which follows and which no edit waits for. */
  readonly checkpoints: number
  readonly sidecarBytes: number
}

/** Annotations on a text of a million characters. */
const COUNTS = [1_000, 5_000, 20_000] as const
/** The pace of a very fast hand, in milliseconds. */
const PACE_MS = 60
/** More than this many times the cost with the fewest annotations isn't flat. */
const FLAT = 1.5

/**
 * Edits of layers of three lengths, by the program's own saving and without a window, so that what grows with the
 * annotations is seen by itself. One annotation in the middle gets another note again and again.
 */
export async function runGrowth(edits: number, say: (what: string) => void): Promise<Growth[]> {
  const whole = makeWorkload('L')
  const grown: Growth[] = []
  for (const count of COUNTS) {
    say(`an edit among ${count} annotations`)
    const step = whole.annotations.length / count
    const annotations = Array.from({ length: count }, (_, i) => whole.annotations[Math.floor(i * step)]!)
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stet-growth-')))
    try {
      mkdirSync(join(folder, 'articles'))
      writeWorkload(join(folder, 'articles'), 'workload.txt', { ...whole, annotations })
      grown.push(await edit(join(folder, 'articles'), annotations, edits))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return grown
}

async function edit(
  folder: string,
  annotations: ReturnType<typeof makeWorkload>['annotations'],
  edits: number,
): Promise<Growth> {
  const article = await OpenArticle.open('workload.txt', {
    ...{ disk, fence: await raiseFence(disk, folder), workbench: inlineBenches.workbench, device: 'bench' },
    annotator: { id: 'ada', name: 'Ada', key: 'bench' },
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    ...{ inUse: new LayersInUse(), now: () => new Date(), told: () => {} },
  })
  await article.openLayer()
  const middle = annotations[Math.floor(annotations.length / 2)]!
  const record = (n: number) => article.record({ kind: 'put', annotation: { ...middle, note: `Note ${n % 10}` } })
  // The first edit begins the history.
  await record(0)
  await article.flush()
  const before = historyOf(folder)
  const times: number[] = []
  for (let n = 1; n <= edits; n++) {
    const begun = performance.now()
    await record(n)
    times.push(performance.now() - begun)
    await pause(PACE_MS)
  }
  await article.flush()
  const after = historyOf(folder)
  await article.close()
  return {
    annotations: annotations.length,
    edits: times,
    bytesAppended: (after.bytes - before.bytes) / edits,
    checkpoints: after.checkpoints - before.checkpoints,
    sidecarBytes: statSync(join(folder, 'workload.txt.ada.stet.json')).size,
  }
}

function historyOf(folder: string): { readonly bytes: number; readonly checkpoints: number } {
  const at = join(folder, '.stet', 'history')
  const file = join(at, readdirSync(at).find(name => name.startsWith('workload.txt.ada.') && name.endsWith('.ndjson'))!)
  const text = readFileSync(file, 'utf8')
  return { bytes: statSync(file).size, checkpoints: text.split('"kind":"kept"').length - 1 }
}

/** Each length beside the shortest: what an edit waits for, and what it writes before it counts as saved, must not grow. */
export function growthRows(grown: readonly Growth[]): Row[] {
  const least = grown[0]
  if (!least) return []
  const middle = ({ edits }: Growth) => quantile(sorted(edits), 0.5)
  return grown.flatMap(one => {
    const [time, bytes] = [middle(one) / middle(least), one.bytesAppended / least.bytesAppended]
    const isFirst = one === least
    const flat = { target: isFirst ? '' : `≤ ${FLAT}×` }
    return [
      {
        what: `an edit among ${one.annotations.toLocaleString('en')}, to on disk`,
        plain: '',
        stet: `${milliseconds(middle(one))} (p99 ${milliseconds(quantile(sorted(one.edits), 0.99))})`,
        ...{ ratio: time, by: 'time' as const, ...flat, reached: isFirst ? null : time <= FLAT },
      },
      {
        what: '… bytes appended',
        plain: '',
        stet: `${Math.round(one.bytesAppended)} (beside ${one.checkpoints} checkpoints of ${(one.sidecarBytes / 1e6).toFixed(1)} MB)`,
        ...{ ratio: bytes, by: '' as const, ...flat, reached: isFirst ? null : bytes <= FLAT },
      },
    ]
  })
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other)
}
