import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation, Attributes } from '../annotation/annotation.ts'
import { Codebook as CodebookShape } from '../contract/shapes.ts'
import type { Codebook } from './codebook.ts'
import { defaultCodebook } from './defaultCodebook.ts'
import { isOfOlderMeaning, type Migration, migrateAnnotation, migrateCodebook, resolveTag } from './migration.ts'

const annotate = (tag: string, attributes: Attributes = {}, modified = '2031-01-01'): Annotation => ({
  id: 'a',
  tag,
  spans: [{ start: 0, end: 3, quote: 'cat', before: '', after: '' }],
  attributes,
  origin: { kind: 'manual' },
  created: '2031-01-01',
  modified,
})
const person = { ...defaultCodebook.tags[1]!, id: 'person', label: 'Person', key: '4' }
const withPerson: Codebook = {
  ...defaultCodebook,
  tags: [...defaultCodebook.tags, person],
  attributes: [
    ...defaultCodebook.attributes,
    { ...question('person', 'mention'), choices: [choice('name'), choice('title')] },
    { ...question('person', 'office'), kind: 'text' },
  ],
}

function question(tag: string, id: string) {
  return { ...defaultCodebook.attributes[0]!, tag, id, label: id }
}
function choice(id: string) {
  return { id, label: id }
}

test('a tag that is merged away takes its annotations, its questions and its links along', () => {
  const merge: Migration = { kind: 'merge-tags', from: 'person', into: 'actor' }
  const linked = {
    ...withPerson,
    links: [{ id: 'knows', label: 'knows', from: ['person'], to: ['person', 'actor'], attributes: [] }],
  }
  const after = migrateCodebook(linked, merge)
  expect(after.tags.find(tag => tag.id === 'person')).toMatchObject({ mergedInto: 'actor', key: '' })
  const asked = after.attributes.filter(one => one.tag === 'actor')
  expect(asked.map(one => one.id)).toEqual(['mention', 'office'])
  expect(asked[0]!.choices.map(one => one.id)).toEqual(['name', 'nominal', 'pronoun', 'title'])
  expect(after.attributes.some(one => one.tag === 'person')).toBe(false)
  expect(after.links[0]).toMatchObject({ from: ['actor'], to: ['actor'] })

  const annotation = annotate('person', { mention: 'title', office: 'mayor' })
  expect(migrateAnnotation(annotation, merge, linked)).toEqual({ ...annotation, tag: 'actor' })
  expect(resolveTag(after.tags, 'person')).toBe('actor')
})

test('a question that both tags ask in different ways keeps its answers under a name of its own', () => {
  const merge: Migration = { kind: 'merge-tags', from: 'person', into: 'actor' }
  const clashing: Codebook = {
    ...withPerson,
    attributes: [...defaultCodebook.attributes, { ...question('person', 'mention'), kind: 'text', choices: [] }],
  }
  const annotation = migrateAnnotation(annotate('person', { mention: 'in passing' }), merge, clashing)
  expect(annotation.attributes).toEqual({ 'person-mention': 'in passing' })
  const asked = migrateCodebook(clashing, merge).attributes.filter(one => one.tag === 'actor')
  expect(asked.map(({ id, kind }) => [id, kind])).toEqual([
    ['mention', 'choice'],
    ['person-mention', 'text'],
  ])
})

test('a tag is split by the answers to one of its questions; what has no such answer stays', () => {
  const protest = { ...defaultCodebook.tags[2]!, id: 'protest', label: 'Protest' }
  const codebook = { ...defaultCodebook, tags: [...defaultCodebook.tags, protest] }
  const split: Migration = { kind: 'split-tag', from: 'event', attribute: 'type', parts: { protest: 'protest' } }
  const moved = migrateAnnotation(annotate('event', { type: 'protest', realis: 'actual' }), split, codebook)
  expect([moved.tag, moved.attributes]).toEqual(['protest', { realis: 'actual' }])
  for (const stays of [annotate('event', { type: 'aid' }), annotate('event'), annotate('claim', { type: 'protest' })])
    expect(migrateAnnotation(stays, split, codebook)).toBe(stays)
  const after = migrateCodebook(codebook, split)
  expect(after.attributes.filter(one => one.tag === 'protest').map(one => one.id)).toEqual(['realis', 'when', 'where'])
  expect(after.links.find(link => link.id === 'participant')!.from).toEqual(['event', 'protest'])
  expect(after.links.find(link => link.id === 'about')!.to).toEqual(['event', 'protest', 'actor'])
})

test('a choice that is merged away is answered by the other, also among several', () => {
  const merge: Migration = { kind: 'merge-choices', tag: 'event', attribute: 'type', from: 'aid', into: 'support' }
  const one = migrateAnnotation(annotate('event', { type: 'aid' }), merge, defaultCodebook)
  expect(one.attributes['type']).toBe('support')
  const several = migrateAnnotation(annotate('event', { type: ['support', 'aid', 'crime'] }), merge, defaultCodebook)
  expect(several.attributes['type']).toEqual(['support', 'crime'])
  const choices = migrateCodebook(defaultCodebook, merge).attributes.find(
    ({ tag, id }) => tag === 'event' && id === 'type',
  )!.choices
  expect(choices.find(({ id }) => id === 'aid')).toMatchObject({ mergedInto: 'support' })
})

test('tags that were merged into each other in a circle still have an end', () => {
  const circle = defaultCodebook.tags.map(tag => ({ ...tag, mergedInto: tag.id === 'claim' ? 'actor' : 'claim' }))
  expect(['claim', 'actor']).toContain(resolveTag(circle, 'event'))
})

test('an annotation is of an older meaning until it is looked at again', () => {
  const changed = {
    ...defaultCodebook,
    tags: defaultCodebook.tags.map(tag => (tag.id === 'claim' ? { ...tag, meaningChanged: '2031-02-01' } : tag)),
    attributes: defaultCodebook.attributes.map(one =>
      one.tag === 'event' && one.id === 'realis' ? { ...one, meaningChanged: '2031-02-01' } : one,
    ),
  }
  expect(isOfOlderMeaning(annotate('claim'), changed)).toBe(true)
  expect(isOfOlderMeaning(annotate('claim', {}, '2031-02-02'), changed)).toBe(false)
  expect(isOfOlderMeaning(annotate('event'), changed)).toBe(false)
  expect(isOfOlderMeaning(annotate('event', { realis: 'actual' }), changed)).toBe(true)
})

const anyMigration: fc.Arbitrary<Migration> = fc.oneof(
  fc.constantFrom<Migration>(
    { kind: 'merge-tags', from: 'person', into: 'actor' },
    { kind: 'merge-tags', from: 'actor', into: 'claim' },
    { kind: 'merge-tags', from: 'event', into: 'claim' },
    { kind: 'split-tag', from: 'event', attribute: 'type', parts: { aid: 'actor', crime: 'person' } },
    { kind: 'split-tag', from: 'actor', attribute: 'mention', parts: { name: 'person' } },
    { kind: 'merge-choices', tag: 'event', attribute: 'type', from: 'aid', into: 'support' },
  ),
)
const anyAnnotation = fc
  .record({
    tag: fc.constantFrom('claim', 'actor', 'event', 'person'),
    attributes: fc.dictionary(
      fc.constantFrom('type', 'mention', 'office', 'realis', 'unheard-of'),
      fc.constantFrom<string | readonly string[]>('aid', 'name', 'crime', 'other', ['aid', 'crime']),
    ),
  })
  .map(({ tag, attributes }) => annotate(tag, attributes))

test('no migration drops an answer but the one it splits by, and the codebook stays one', () => {
  fc.assert(
    fc.property(anyAnnotation, anyMigration, (annotation, migration) => {
      const after = migrateAnnotation(annotation, migration, withPerson)
      const lost = Object.keys(annotation.attributes).length - Object.keys(after.attributes).length
      expect(lost).toBe(migration.kind === 'split-tag' && after !== annotation ? 1 : 0)
      expect({ ...after, tag: '', attributes: {} }).toEqual({ ...annotation, tag: '', attributes: {} })
      const codebook = migrateCodebook(withPerson, migration)
      expect(CodebookShape.safeParse(codebook).success).toBe(true)
      const asked = codebook.attributes.map(({ tag, id }) => `${tag} ${id}`)
      expect(new Set(asked).size).toBe(asked.length)
    }),
  )
})
