import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from '../annotation/drawn.laws.ts'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import { anEdit, copyOf, Device, held, text, timelineOf } from './lived.laws.ts'
import { Past } from './past.ts'

/** What happens: an edit, or somebody else's edit of the same file, on another device, that this one takes up. */
const aDay = fc.array(fc.record({ edit: anEdit, by: fc.constantFrom('here', 'here', 'here', 'there') }), {
  maxLength: 25,
})

/** Lives through a day; how the layer stood on its device after each line, by the line's time. */
function live(day: readonly { readonly edit: Edit; readonly by: string }[]) {
  const devices = new Map([['here', new Device('here', new Layer())]])
  const stood = new Map<string, unknown>()
  let at = 0
  let last = devices.get('here')!
  last.begin(at)
  for (const { edit, by } of day) {
    let device = devices.get(by)
    if (device !== last) {
      // The file came over from the other device.
      device ??= new Device(by, new Layer())
      devices.set(by, device)
      device.begin(++at, last.layer)
      stood.set(`${by} ${at}`, held(device.layer))
      last = device
    }
    device.edit(++at, edit)
    stood.set(`${by} ${at}`, held(device.layer))
  }
  return { devices, stood, layer: last.layer }
}

const minuteOf = (at: string) => (Date.parse(at) - Date.parse('2031-03-04T05:06:07.000Z')) / 60_000

test('a layer can be had back as it stood at every moment, in any order, and what differs from now is known', () => {
  fc.assert(
    fc.property(aDay, fc.array(fc.nat(1000), { maxLength: 12 }), (day, jumps) => {
      const { devices, stood, layer } = live(day)
      const timeline = timelineOf(
        [...devices.values()].map(device => device.source()),
        layer,
      )
      const past = new Past(layer, timeline, 'here')
      for (const jump of [...timeline.moments.keys(), ...jumps]) {
        const index = timeline.moments.length === 0 ? null : jump % timeline.moments.length
        past.goTo(index)
        const { device, at, line } = timeline.moments[index!]!
        const begun = minuteOf(at) === 0 ? held(new Layer()) : stood.get(`${device} ${minuteOf(at)}`)
        const expected = line === '' ? held(layer) : begun
        expect(held(past.layer)).toEqual(expected)
        const restored = copyOf(layer)
        const edit = past.restoreAll()
        if (edit) restored.apply(edit)
        expect(held(restored)).toEqual(expected)
        expect(past.differences.size === 0).toBe(edit === null)
      }
      past.goTo(null)
      expect(held(past.layer)).toEqual(held(layer))
      expect(past.differences.size).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('what the person does meanwhile is a moment too, and what is looked at stays as it stood', () => {
  fc.assert(
    fc.property(aDay, fc.array(anEdit, { maxLength: 10 }), fc.nat(1000), (day, meanwhile, jump) => {
      const { devices, layer } = live(day)
      const sources = [...devices.values()].map(device => device.source())
      const past = new Past(layer, timelineOf(sources, layer), 'here')
      const index = jump % past.moments.length
      past.goTo(index)
      const then = held(past.layer)
      const stood = new Map<number, unknown>([[index, then]])
      for (const edit of meanwhile) {
        const undo = layer.apply(edit)
        if (past.edited(edit, undo, { at: 'later', who: 'Alice' })) stood.set(past.moments.length - 1, held(layer))
        expect(held(past.layer)).toEqual(then)
      }
      for (const [at, expected] of [...stood, ...stood]) {
        past.goTo(at)
        expect(held(past.layer)).toEqual(expected)
      }
      const restored = past.restoreAll()
      if (restored) layer.apply(restored)
      expect(held(layer)).toEqual(held(past.layer))
    }),
    { numRuns: 60 },
  )
})

const catAt = text.indexOf('cat')
const cat = annotate(text, { start: catAt, end: catAt + 3 }, { id: 'cat', tag: 'actor', note: 'first' })
const mat = annotate(text, { start: text.indexOf('mat'), end: text.indexOf('mat') + 3 }, { id: 'mat' })
const link = { id: 'l', type: 'about', from: 'mat', to: { annotation: 'cat' }, attributes: {} } as const

function afterRemoval(gone: readonly string[]) {
  const here = new Device('here', new Layer())
  here.begin(0)
  for (const annotation of [cat, mat]) here.edit(1, { kind: 'put', annotation })
  here.edit(2, { kind: 'putLink', link })
  for (const id of gone) here.edit(3, here.layer.removal(id))
  const past = new Past(here.layer, timelineOf([here.source()], here.layer), 'here')
  past.goTo(3)
  return { past, layer: here.layer }
}

test('a deleted annotation comes back with its links, where the other end is there', () => {
  const { past, layer } = afterRemoval(['cat'])
  layer.apply(past.restoreOne('cat')!)
  expect(layer.annotations.get('cat')).toEqual(cat)
  expect([...layer.links.keys()]).toEqual(['l'])

  const both = afterRemoval(['cat', 'mat'])
  both.layer.apply(both.past.restoreOne('cat')!)
  expect([...both.layer.annotations.keys()]).toEqual(['cat'])
  expect(both.layer.links.size).toBe(0)
})

test('an annotation that was not there then goes with its links, and undo brings all of it back', () => {
  const { past, layer } = afterRemoval([])
  past.goTo(0)
  const before = held(layer)
  const undo = layer.apply(past.restoreOne('cat')!)
  expect([...layer.annotations.keys()]).toEqual(['mat'])
  expect(layer.links.size).toBe(0)
  layer.apply(undo)
  expect(held(layer)).toEqual(before)
})
