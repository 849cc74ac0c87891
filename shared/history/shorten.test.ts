import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import { textOf } from '../json/rest.ts'
import { keptSidecar } from '../sidecar/keptSidecar.ts'
import { readHistory, readLines } from './history.ts'
import { anEdit, copyOf, Device, fileOf, held, sha256, timelineOf } from './lived.laws.ts'
import { Past } from './past.ts'
import { recover } from './recover.ts'
import { shorten } from './shorten.ts'
import { versionEdit } from './versions.ts'

type Step =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'outside'; readonly edit: Edit }
  | { readonly kind: 'name'; readonly back: number }
  | { readonly kind: 'keep' }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anEdit.map(edit => ({ kind: 'edit' as const, edit })) },
  { weight: 1, arbitrary: anEdit.map(edit => ({ kind: 'outside' as const, edit })) },
  { weight: 2, arbitrary: fc.nat(8).map(back => ({ kind: 'name' as const, back })) },
  { weight: 3, arbitrary: fc.constant({ kind: 'keep' as const }) },
)

/** A device that lives through some steps; what stands on disk after them. */
function live(steps: readonly Step[]) {
  const here = new Device('here', new Layer())
  here.begin(0)
  const copies = new Map<string, string>()
  const lines: string[] = []
  let disk: string | null = null
  steps.forEach((step, i) => {
    const at = i + 1
    if (step.kind === 'edit') lines.push(here.edit(at, step.edit).line)
    else if (step.kind === 'name') {
      const of = step.back === 0 ? '' : (lines.at(-step.back) ?? '')
      here.record(at, versionEdit({ name: `v${i}`, of }))
    } else if (step.kind === 'keep') {
      disk = textOf(fileOf(here.layer, i + 2))
      here.write({ kind: 'checkpoint', at: `${at}`, sha256: sha256(disk), lacks: 0 })
      here.write({ kind: 'kept', at: `${at}`, sha256: sha256(disk) })
    } else {
      const outside = copyOf(here.layer)
      outside.apply(step.edit)
      disk = textOf(fileOf(outside, i + 2))
      // Its bytes stand beside the history.
      copies.set(sha256(disk), disk)
      here.layer = outside
      here.write({ kind: 'base', at: `${at}`, sha256: sha256(disk), parts: null })
    }
  })
  const copy = (hash: string) => {
    const bytes = copies.get(hash)
    return bytes === undefined ? undefined : keptSidecar.read(new TextEncoder().encode(bytes))
  }
  return { here, copy, disk }
}

const sidecarOf = (text: string) => ({ sha256: sha256(text), file: keptSidecar.read(bytesOf(text)) })
const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a shortened history gives the same file, and the first, every named and the last states exactly', () => {
  let shortened = 0
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 8, maxLength: 30 }), fc.nat(4), (steps, recent) => {
      const { here, copy, disk } = live(steps)
      const old = readLines(bytesOf(here.text), sha256)
      const made = disk === null ? null : shorten(old.lines, sidecarOf(disk), copy, sha256, recent)
      if (!made) return
      shortened++
      const read = readLines(bytesOf(made.text), sha256)
      expect(read).toMatchObject({ damage: 'none', last: made.last })

      const onDisk = disk === null ? null : { bytes: bytesOf(disk), sha256: sha256(disk) }
      const taken = (text: string) => {
        const history = readHistory(bytesOf(text), sha256)
        const base = history.entries.findLast(entry => entry.kind === 'base')!
        const file = base.kind === 'base' && base.sha256 !== null ? copy(base.sha256) : undefined
        return recover(onDisk, history, keptSidecar, file ? { bytes: bytesOf(textOf(file)), sha256: '' } : null)
      }
      expect(textOf(taken(made.text).file!)).toBe(textOf(taken(here.text).file!))
      expect(taken(made.text).due).toBe(taken(here.text).due)

      const states = (lines: typeof old.lines) => {
        const source = { device: 'here', files: [{ lines, damage: 'none' as const }], copyOf: copy }
        const timeline = timelineOf([source], here.layer)
        const past = new Past(here.layer, timeline, 'here')
        const all = timeline.moments.map((moment, i) => {
          past.goTo(i)
          return { version: moment.version, held: held(past.layer) }
        })
        return { all, named: all.filter(({ version }) => version !== null) }
      }
      const [before, after] = [states(old.lines), states(read.lines)]
      expect(after.named).toEqual(before.named)
      expect(after.all[0]!.held).toEqual(before.all[0]!.held)
      expect(after.all.at(-1)!.held).toEqual(before.all.at(-1)!.held)
      expect(after.all.length).toBeLessThanOrEqual(before.all.length)
      expect(made.kept).toBeGreaterThanOrEqual(recent)
    }),
    { numRuns: 150 },
  )
  expect(shortened).toBeGreaterThan(10)
})

test('a history that is short, of which the beginning is lost, or whose file is another, is left as it is', () => {
  const put: Step = { kind: 'edit', edit: { kind: 'status', status: 'done' } }
  const back: Step = { kind: 'edit', edit: { kind: 'status', status: 'in-progress' } }
  const { here, copy, disk } = live([put, back, put, { kind: 'outside', edit: back.edit }, put, back, { kind: 'keep' }])
  const { lines } = readLines(bytesOf(here.text), sha256)
  const sidecar = sidecarOf(disk!)
  expect(shorten(lines, sidecar, copy, sha256, 1)).not.toBeNull()
  expect(shorten(lines, sidecar, copy, sha256, 5)).toBeNull()
  expect(shorten(lines, sidecar, () => undefined, sha256, 1)).toBeNull()
  expect(shorten(lines, { ...sidecar, sha256: 'another' }, copy, sha256, 1)).toBeNull()
})

test('an edit that came after the last checkpoint is kept', () => {
  const steps: Step[] = [...'abcdef'].map((_, i) => ({
    kind: 'edit',
    edit: { kind: 'status', status: i % 2 === 0 ? 'done' : 'in-progress' },
  }))
  const { here, copy, disk } = live([...steps, { kind: 'keep' }, steps[0]!])
  const made = shorten(readLines(bytesOf(here.text), sha256).lines, sidecarOf(disk!), copy, sha256, 0)!
  const found = recover(
    { bytes: bytesOf(disk!), sha256: sha256(disk!) },
    readHistory(bytesOf(made.text), sha256),
    keptSidecar,
  )
  expect(found).toMatchObject({ due: true, file: { status: 'done' } })
})
