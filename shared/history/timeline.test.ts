import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotate } from '../annotation/drawn.laws.ts'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { editToFile } from '../sidecar/fileEdit.ts'
import { keptSidecar } from '../sidecar/keptSidecar.ts'
import { makeRuler } from '../text/ruler.ts'
import { Contents, type Form } from './contents.ts'
import { fieldHistory } from './fields.ts'
import { anEdit, copyOf, Device, fileOf, ruler, sha256, text, timelineOf } from './lived.laws.ts'
import { Past } from './past.ts'
import { placedForm } from './placedForm.ts'
import { sumEdit, versionEdit } from './versions.ts'

const catAt = text.indexOf('cat')
const cat = annotate(text, { start: catAt, end: catAt + 3 }, { id: 'cat', tag: 'actor' })
const put = (more: object = {}): Edit => ({ kind: 'put', annotation: { ...cat, ...more } })

function working(): Device {
  const here = new Device('here', new Layer())
  here.begin(0)
  return here
}
const told = (device: Device, history?: string) =>
  timelineOf([device.source(history)], device.layer).moments.map(({ kind, version, isKnown }) =>
    [kind, version, isKnown ? null : 'unknown'].filter(Boolean).join(' '),
  )

test('contents follow the edits of a history as recovering does', () => {
  const asJson: Form<string> = {
    of: (place, value) => `${place === 'unplaced' ? 'unplaced' : ''}${textOf(value)}`,
    isSame: (one, other) => one === other,
  }
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 15 }), edits => {
      const file = fileOf(new Layer())
      const contents = new Contents(file, asJson)
      const recorded: JsonObject[] = edits.map(edit => editToFile(edit, ruler))
      for (const edit of recorded) contents.apply(edit)
      const entries = recorded.map(edit => ({ kind: 'edit' as const, at: 'x', revision: 1, edit }))
      const replayed = new Contents(keptSidecar.replay(file, entries), asJson)
      expect(contents.differences(replayed)).toEqual([])
      expect(contents.values()).toEqual(replayed.values())
    }),
  )
})

test('an edit that is none changes nothing, and how the layer stood after it is not known', () => {
  const here = working()
  here.edit(1, put())
  here.record(2, { kind: 'all', edits: [{ kind: 'remove', id: 'cat' }, { kind: 'fold' }] })
  here.record(3, { kind: 'put', annotation: { id: 'x' } })
  expect(told(here)).toEqual(['begun', 'edit', 'edit unknown', 'edit unknown'])
  const past = new Past(here.layer, timelineOf([here.source()], here.layer), 'here')
  past.goTo(0)
  expect(past.layer.annotations.size).toBe(0)
})

test('bytes that were not ours are a moment of their own, with the device they came from where that is known', () => {
  const [here, there] = [working(), new Device('there', new Layer())]
  here.edit(1, put())
  here.write({ kind: 'checkpoint', at: 'x', sha256: 'of-here', lacks: 0 })
  there.begin(2, here.layer, 'of-here')
  there.edit(3, put({ note: 'there' }))
  there.write({ kind: 'checkpoint', at: 'x', sha256: 'of-there', lacks: 0 })
  here.begin(4, there.layer, 'of-there')
  here.begin(5, new Layer(), 'of-nobody')
  const { moments } = timelineOf([here.source(), there.source()], here.layer)
  expect(moments.map(({ device, kind, from }) => [device, kind, from])).toEqual([
    ['here', 'begun', null],
    ['here', 'edit', null],
    ['there', 'begun', 'here'],
    ['there', 'edit', null],
    ['here', 'outside', 'there'],
    ['here', 'outside', null],
  ])
  expect(moments.at(-2)!.steps).toMatchObject([{ name: 'annotation cat', was: {}, now: { value: { note: 'there' } } }])
})

test('a history that begins anew with what it held already tells nothing of it', () => {
  const here = working()
  here.edit(1, put())
  here.begin(2)
  here.edit(3, put({ note: 'x' }))
  expect(told(here)).toEqual(['begun', 'edit', 'edit'])
})

test('what the file holds and no history tells yet is the last moment', () => {
  const here = working()
  here.edit(1, put())
  const outside = copyOf(here.layer)
  outside.apply(put({ note: 'from outside' }))
  const { moments } = timelineOf([here.source()], outside)
  expect(moments.at(-1)).toMatchObject({
    kind: 'outside',
    line: '',
    steps: [{ now: { value: { note: 'from outside' } } }],
  })
})

test('a cut and an alteration are seen, and what is before them can be had back', () => {
  const here = working()
  for (const note of ['one', 'two', 'three']) here.edit(1, put({ note }))
  expect(told(here, here.text.slice(0, -5))).toEqual(['begun', 'edit', 'edit', 'torn unknown', 'outside'])
  const altered = here.text.replace('"two"', '"six"')
  // What was altered or what comes after it: the chain says that one of them is wrong, and not which.
  expect(told(here, altered)).toEqual(['begun', 'edit', 'edit', 'broken unknown', 'outside'])
  const past = new Past(here.layer, timelineOf([here.source(altered)], here.layer), 'here')
  past.goTo(1)
  expect(past.layer.annotations.get('cat')!.note).toBe('one')
})

test('where the file that a history began with is lost, what is before and after it is still known', () => {
  const here = working()
  here.edit(1, put({ note: 'one' }))
  here.write({ kind: 'base', at: '2031-03-04T05:08:07.000Z', sha256: 'lost', parts: null })
  here.edit(3, put({ note: 'two' }))
  here.begin(4)
  here.edit(5, put({ note: 'three' }))
  const timeline = timelineOf([here.source()], here.layer)
  expect(timeline.moments.map(({ kind, isKnown }) => `${kind} ${isKnown}`)).toEqual([
    'begun true',
    'edit true',
    'outside false',
    'edit false',
    'outside true',
    'edit true',
  ])
  const past = new Past(here.layer, timeline, 'here')
  past.goTo(1)
  expect(past.layer.annotations.get('cat')!.note).toBe('one')
  past.goTo(4)
  expect(past.layer.annotations.get('cat')!.note).toBe('two')
})

test('a version has the name it was given last, also one that was named later', () => {
  const here = working()
  const { line } = here.edit(1, put())
  here.edit(2, put({ note: 'x' }))
  here.record(3, versionEdit({ name: 'Second reading', of: '' }))
  here.record(4, versionEdit({ name: 'First', of: line }))
  here.record(4, versionEdit({ name: 'First reading', of: line }))
  expect(told(here)).toEqual(['begun', 'edit First reading', 'edit Second reading'])
  here.record(5, versionEdit({ name: '', of: line }))
  expect(told(here)).toEqual(['begun', 'edit', 'edit Second reading'])
})

test('an earlier program replays a history with versions in it as if they were not there', () => {
  const file = fileOf(new Layer())
  const recorded = [put(), put({ note: 'x' })].map(edit => editToFile(edit, ruler))
  const named = [recorded[0]!, versionEdit({ name: 'First', of: '' }), recorded[1]!]
  const replayed = (edits: readonly JsonObject[]) =>
    keptSidecar.replay(
      file,
      edits.map(edit => ({ kind: 'edit' as const, at: 'x', revision: 2, edit })),
    )
  expect(replayed(named)).toEqual(replayed(recorded))
})

test('the sum of several edits says of how many it is', () => {
  const here = working()
  here.edit(1, put())
  const removed = { kind: 'remove', id: 'cat' } as const
  here.layer.apply(removed)
  here.record(2, sumEdit([removed], 7))
  expect(timelineOf([here.source()], here.layer).moments.at(-1)).toMatchObject({ kind: 'summed', edits: 7 })
})

test('who set a field, when, and what it was before', () => {
  const here = working()
  here.edit(1, put())
  here.edit(2, put({ note: 'one' }))
  here.edit(3, put({ note: 'one', tag: 'claim' }))
  here.edit(4, put({ note: 'two', tag: 'claim', attributes: { speech: 'direct' } }))
  const { moments } = timelineOf([here.source()], here.layer)
  const of = (field: string) =>
    fieldHistory(moments, 'cat', field).map(({ moment, was, now, isFirst }) => [
      moment.at.slice(14, 16),
      was,
      now,
      isFirst,
    ])
  expect(of('note')).toEqual([
    ['10', 'one', 'two', false],
    ['08', undefined, 'one', false],
  ])
  expect(of('tag')).toEqual([
    ['09', 'actor', 'claim', false],
    ['07', undefined, 'actor', true],
  ])
  expect(of('attributes speech')).toEqual([['10', undefined, 'direct', false]])
  expect(of('words')).toHaveLength(1)
  expect(fieldHistory(moments, 'cat', 'entity')).toEqual([])
})

test('in another text a past annotation is where its words stand now, or unplaced', () => {
  const here = working()
  here.edit(1, put())
  const file = fileOf(here.layer)
  const old = { ...file, article: { ...(file['article'] as JsonObject), textSha256: '0'.repeat(64) } }
  const later = `Today:\n${text}`
  const inText = (text: string) =>
    new Contents(old, placedForm(text, sha256(text), makeRuler(text))).values().get('annotation cat')
  expect(inText(later)).toMatchObject({ part: 'annotation', value: { spans: [{ start: catAt + 7 }] } })
  expect(inText('The dog.')).toMatchObject({ part: 'unplaced', value: { placement: 'lost' } })
})
