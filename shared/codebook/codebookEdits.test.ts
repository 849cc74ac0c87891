import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { Project } from '../project/project.ts'
import { attributeKey } from '../project/projectEdit.ts'
import type { Codebook } from './codebook.ts'
import { codebookEdits } from './codebookEdits.ts'
import { defaultCodebook } from './defaultCodebook.ts'
import { addAttribute, addLink, addReason, addTag, drop, duplicate, type Item, move, retire, withTag } from './items.ts'
import { migrateCodebook } from './migration.ts'

const projectOf = (codebook: Codebook) => new Project({ formatVersion: 1, codebook: codebook as unknown as JsonObject })
const said = ({ version, ...codebook }: Codebook) => codebook

const items = (codebook: Codebook): Item[] => [
  ...codebook.tags.map(({ id }): Item => ({ of: 'tags', id })),
  ...codebook.attributes.map((one): Item => ({ of: 'attributes', id: attributeKey(one) })),
  ...codebook.links.map(({ id }): Item => ({ of: 'links', id })),
  ...(codebook.reasons ?? []).map(({ id }): Item => ({ of: 'reasons', id })),
]

const step = fc.record({
  what: fc.constantFrom(
    'tag',
    'attribute',
    'link',
    'reason',
    'copy',
    'up',
    'down',
    'drop',
    'retire',
    'words',
    'merge',
    'rules',
  ),
  at: fc.nat(),
  label: fc.string(),
})

function changed(codebook: Codebook, { what, at, label }: { what: string; at: number; label: string }): Codebook {
  const all = items(codebook)
  const item = all[at % all.length]!
  const tag = codebook.tags[at % codebook.tags.length]!
  switch (what) {
    case 'tag':
      return addTag(codebook, label).codebook
    case 'attribute':
      return addAttribute(codebook, tag.id, label).codebook
    case 'link':
      return addLink(codebook, label).codebook
    case 'reason':
      return addReason(codebook, label).codebook
    case 'copy':
      return duplicate(codebook, item, label)!.codebook
    case 'up':
      return move(codebook, item, -1)
    case 'down':
      return move(codebook, item, 1)
    case 'drop':
      return codebook.tags.length > 1 ? drop(codebook, item) : codebook
    case 'retire':
      return retire(codebook, item, at % 2 === 0)
    case 'words':
      return withTag(codebook, tag.id, one => ({ ...one, label, meaningChanged: label || 'x' }))
    case 'merge':
      return migrateCodebook(codebook, { kind: 'merge-tags', from: tag.id, into: codebook.tags[0]!.id })
    default:
      return { ...codebook, rulesOff: [label] }
  }
}

test('the edit that leads from one codebook to another leads there, and its undo back, to the letter', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.array(step, { minLength: 1, maxLength: 8 }), (first, then) => {
      const before = first.reduce(changed, defaultCodebook)
      const after = then.reduce(changed, before)
      const project = projectOf(before)
      const file = JSON.stringify(project.file())
      const edit = codebookEdits(before, after, (of, id) => project.record(of, id))
      if (!edit) {
        expect(said(after)).toEqual(said(before))
        return
      }
      const undo = project.apply(project.completed(edit))
      expect(said(project.codebook)).toEqual(said(after))
      expect(project.codebook.version).toBe(before.version + 1)
      project.apply(undo)
      expect(JSON.stringify(project.file())).toBe(file)
    }),
  )
})

test('keys that only the file knows stay, in an answer too', () => {
  const file = structuredClone(defaultCodebook) as unknown as { attributes: { choices: Record<string, unknown>[] }[] }
  file.attributes[0]!.choices[0]!['since'] = '2031'
  const project = projectOf(file as unknown as Codebook)
  const before = project.codebook
  const [first, ...others] = before.attributes
  const choices = first!.choices.map((choice, i) => (i === 0 ? { ...choice, label: 'stated as a fact' } : choice))
  const after = { ...before, attributes: [{ ...first!, choices: [...choices].reverse() }, ...others] }
  project.apply(codebookEdits(before, after, (of, id) => project.record(of, id))!)
  const kept = project.record('attributes', attributeKey(first!))!['choices'] as JsonObject[]
  expect(kept.at(-1)).toEqual({ id: 'factual', label: 'stated as a fact', since: '2031' })
})

test('a change of one field names that field alone', () => {
  const after = withTag(defaultCodebook, 'claim', tag => ({ ...tag, label: 'Statement' }))
  expect(codebookEdits(defaultCodebook, after)).toEqual({
    kind: 'set',
    of: 'tags',
    id: 'claim',
    fields: { label: 'Statement' },
  })
  expect(codebookEdits(defaultCodebook, defaultCodebook)).toBeNull()
})
