import { expect, test } from 'vitest'
import type { Attribute, Codebook } from '../codebook/codebook.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { type Migration, migrateAnnotation, migrateCodebook } from '../codebook/migration.ts'
import { mergedIn } from '../project/merged.ts'
import { layer, link, on } from './drawnLayers.laws.ts'
import { standingLayer } from './standingLayer.ts'

const text = 'The mayor said that the bridge is safe.'
const ask = (tag: string, id: string, kind: Attribute['kind']): Attribute => {
  const choices = kind === 'choice' ? [{ id: 'yes', label: 'Yes' }] : []
  return { tag, id, label: id, kind, choices, key: '', guidance: '', folded: false }
}
const tag = (id: string) => ({ ...defaultCodebook.tags[0]!, id })
const merge = (from: string, into: string): Migration => ({ kind: 'merge-tags', from, into })
const entities = new Map()

test('a question that a tag took along under another name when it was merged is that question, through every merge', () => {
  const before: Codebook = {
    ...{ id: 'own', version: 1, rulesOff: [], links: [] },
    tags: ['said', 'statement', 'claim'].map(tag),
    attributes: [
      ...[ask('said', 'sure', 'choice'), ask('said', 'when', 'date'), ask('said', 'how', 'text')],
      ...[ask('statement', 'sure', 'text'), ask('statement', 'when', 'date')],
      ...[ask('claim', 'when', 'number'), ask('claim', 'sure', 'text')],
    ],
  }
  const answers = { sure: 'yes', when: '2031-03-04', how: 'aloud', strange: 'kept' }
  const written = on(text, 'the bridge is safe', 'said', { attributes: answers })
  // What the program makes of an annotation in hand, merge by merge, is what a colleague's file is taken for.
  let [codebook, annotation] = [
    before,
    { ...written, origin: { kind: 'manual' as const }, created: '', modified: '' } as never,
  ]
  for (const migration of [merge('said', 'statement'), merge('statement', 'claim')]) {
    annotation = migrateAnnotation(annotation, migration, codebook) as never
    codebook = migrateCodebook(codebook, migration)
  }
  const [taken] = standingLayer(layer('bo', [written]), mergedIn({ entities, codebook })).annotations
  const { tag: now, attributes } = annotation as { tag: string; attributes: object }
  expect({ tag: taken!.tag, attributes: { ...taken!.attributes } }).toEqual({ tag: now, attributes })
  expect(attributes).toEqual({ 'said-sure': 'yes', 'statement-when': '2031-03-04', how: 'aloud', strange: 'kept' })
})

test('choices of what is asked of links that were merged are the ones that stand', () => {
  const choices = [
    { id: 'direct', label: 'Direct' },
    { id: 'verbatim', label: 'Verbatim', mergedInto: 'direct' },
  ]
  const { tag: _, folded: __, ...question } = ask('', 'how', 'choice')
  const kind = { ...defaultCodebook.links[0]!, id: 'attributed-to', attributes: [{ ...question, choices }] }
  const codebook = { ...defaultCodebook, links: [kind] }
  const [claim, mayor] = [on(text, 'the bridge is safe', 'claim'), on(text, 'The mayor', 'actor')]
  const linked = (how: string, type = 'attributed-to') => ({
    ...link(type, claim.id, mayor.id),
    attributes: { how },
  })
  const said = (one: ReturnType<typeof linked>) =>
    standingLayer(layer('bo', [claim, mayor], [one]), mergedIn({ entities, codebook })).links[0]!.attributes
  expect(said(linked('verbatim'))).toEqual({ how: 'direct' })
  expect(said(linked('verbatim', 'about'))).toEqual({ how: 'verbatim' })
})
