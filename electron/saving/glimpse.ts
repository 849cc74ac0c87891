import type { Annotation } from '../../shared/annotation/annotation.ts'
import { annotationAt } from '../../shared/sidecar/placeLayer.ts'
import type { Ruler } from '../../shared/text/ruler.ts'
import type { Disk } from '../disk/disk.ts'
import type { Fence } from '../disk/fence.ts'
import { type Stretches, withStretches } from '../disk/readStretch.ts'
import type { Workbench } from '../work/workbench.ts'

/** What a glimpse is taken of, and at which UTF-16 offset of which text. */
export interface GlimpsePlace {
  readonly disk: Disk
  readonly fence: Fence
  readonly workbench: Pick<Workbench, 'run'>
  /** Of the sidecar, absolute. */
  readonly path: string
  readonly text: string
  readonly ruler: Ruler
  readonly offset: number
}

/** Bytes that are read and parsed: annotations of several screens, however closely they stand. */
const STRETCH = 128 * 1024
/** Bytes that tell where a place in the file stands: longer than almost every annotation. */
const LOOK = 8 * 1024
/** How far before the place annotations begin that may reach it, in code points. */
const BEFORE = 3_000

/**
 * Annotations around a place of the article, as its sidecar says, before the
 * whole layer has been read and checked: for the eye alone, so that a very large
 * article is shown with its annotations at once. Each is whole, fits the schema
 * and stands at its words; where anything is otherwise than this program writes
 * it, there are fewer, or none. Never throws.
 */
export async function glimpse({
  disk,
  fence,
  workbench,
  path,
  text,
  ruler,
  offset,
}: GlimpsePlace): Promise<Annotation[]> {
  try {
    const before = ruler.toCodePoint(offset) - BEFORE
    const bytes = await withStretches(disk, fence, path, async file =>
      file.read(await startNear(file, before), STRETCH),
    )
    const entries = await workbench.run('glimpse', { bytes })
    return entries.map(entry => annotationAt(entry, text, ruler)).filter(one => one !== undefined)
  } catch {
    return [] // the whole layer comes soon, and says what is wrong
  }
}

/** The byte after which annotations begin that start at or after a code point. Halves the file until that is near. */
async function startNear(file: Stretches, position: number): Promise<number> {
  let low = 0
  let high = file.size
  while (position > 0 && high - low > STRETCH / 4) {
    const middle = Math.floor((low + high) / 2)
    const start = startOf(Buffer.from(await file.read(middle, LOOK)).toString('latin1'))
    if (start === 'before' || (typeof start === 'number' && start < position)) low = middle
    else high = middle
  }
  return low
}

/** Where the first annotation in a part of a sidecar starts; or whether the part lies before or after the annotations. */
function startOf(part: string): number | 'before' | 'after' {
  const entry = /\n {4}\{\n {6}"(\w+)": [^\n]*\n {6}"(\w+)": /.exec(part)
  if (!entry) return part.includes('"annotations": [') ? 'before' : 'after'
  if (entry[1] === 'start') return 'before' // a zone
  const start = /"start": (\d+)/.exec(part.slice(entry.index))
  return entry[2] === 'tag' && start ? Number(start[1]) : 'after'
}
