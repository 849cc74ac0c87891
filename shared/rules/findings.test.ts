import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation, Link } from '../annotation/annotation.ts'
import { annotate, anySpan } from '../annotation/drawn.laws.ts'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import type { Block } from '../article/article.ts'
import { defaultCodebook } from '../codebook/defaultCodebook.ts'
import { compareFindings } from './findingOrder.ts'
import { Findings, findAll } from './findings.ts'
import { blocksOf } from './givenView.laws.ts'
import { heldBy } from './nameOfTwo.ts'
import { Names } from './names.ts'
import { type Finding, type Subject, unknownRegister, type View } from './rule.ts'
import { rulesOn } from './rules.ts'

const text =
  'Ana Prado said “it will rain today”.\n\nPrado, she said, “was told «nothing at all» then”. Ana’s car.\nPrado Ana\n'
const ids = ['a', 'b', 'c', 'd']

const someId = fc.constantFrom(...ids)
const someAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: someId,
    tag: fc.constantFrom('claim', 'actor', 'actor', 'event'),
    // Names that stand there twice, and any other words.
    span: fc.oneof(
      fc.constantFrom('Ana', 'Prado', 'Ana Prado', 'it will rain').chain(words => {
        const at = [text.indexOf(words), text.lastIndexOf(words)]
        return fc.constantFrom(...at.map(start => ({ start, end: start + words.length })))
      }),
      anySpan(text),
    ),
    attributes: fc.constantFrom({}, { mention: 'name' }, { type: 'other' }, { source: 'author' }),
    entity: fc.constantFrom(undefined, 'e1', 'e2'),
  })
  .map(({ span, entity, ...more }) => annotate(text, span, { ...more, ...(entity === undefined ? {} : { entity }) }))
const someLink: fc.Arbitrary<Link> = fc.record({
  id: fc.constantFrom('l', 'm'),
  type: fc.constantFrom('attributed-to', 'about'),
  from: someId,
  to: fc.oneof(
    someId.map(annotation => ({ annotation })),
    fc.constant({ author: true as const }),
  ),
  attributes: fc.constant({}),
})
const single = fc.oneof(
  { weight: 4, arbitrary: someAnnotation.map(annotation => ({ kind: 'put' as const, annotation })) },
  { weight: 2, arbitrary: someId.map(id => ({ kind: 'remove' as const, id })) },
  { weight: 2, arbitrary: someLink.map(link => ({ kind: 'putLink' as const, link })) },
  fc.constantFrom('l', 'm').map(id => ({ kind: 'removeLink' as const, id })),
  someAnnotation.map(one => ({
    kind: 'putUnplaced' as const,
    unplaced: { ...one, placement: 'lost' as const, textSha256: '' },
  })),
  someId.map(id => ({ kind: 'removeUnplaced' as const, id })),
)
type Step = { readonly edit: Edit } | { readonly zoned: number }
const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: single.map((edit: Edit) => ({ edit })) },
  fc.array(single, { maxLength: 4 }).map(edits => ({ edit: { kind: 'all' as const, edits } })),
  fc.nat(3).map(zoned => ({ zoned })),
)

test('problems that are kept up with the edits are those that a fresh look finds, whenever there was time to look', () => {
  fc.assert(
    fc.property(
      fc.array(someAnnotation, { maxLength: 6 }),
      fc.array(someLink, { maxLength: 2 }),
      fc.array(fc.tuple(someStep, fc.boolean(), fc.nat(12)), { maxLength: 12 }),
      (annotations, links, steps) => {
        const layer = new Layer({ annotations, links })
        let blocks: readonly Block[] = blocksOf(text)
        const view = {
          text,
          get blocks() {
            return blocks
          },
          layer,
          codebook: defaultCodebook,
          register: unknownRegister,
        }
        const findings = new Findings(view)
        for (const [step, isUndone, patience] of steps) {
          if ('edit' in step) {
            const undo = layer.apply(step.edit)
            findings.follow(step.edit, undo)
            if (isUndone) findings.follow(undo, layer.apply(undo))
          } else {
            const was = blocks
            blocks = blocks.map((block, i) => (i === step.zoned ? { ...block, zone: 'boilerplate' } : block))
            findings.rezoned(was)
          }
          let looks = 0
          findings.work(() => looks++ >= patience)
        }
        findings.work(() => false)
        const fresh = oneByOne(findings.view)
        expect(findings.order.all).toEqual(fresh)
        expect([...findings.order.all].sort(compareFindings)).toEqual(findings.order.all)
        for (const [rule, count] of findings.order.counts) {
          expect(fresh.filter(one => one.rule === rule)).toHaveLength(count)
        }
      },
    ),
    { numRuns: 600 },
  )
})

/** Every rule asked of everything there is, without any of what keeps findings up. */
function oneByOne(view: View): Finding[] {
  const names = new Names()
  for (const [id, annotation] of view.layer.annotations) names.set(id, heldBy(annotation))
  const { text, blocks, layer, codebook, register, quotationsIn } = view
  const fresh: View = { text, blocks, layer, codebook, register, names, quotationsIn }
  const subjects: Record<Subject, readonly string[]> = {
    annotation: [...layer.annotations.keys()],
    link: [...layer.links.keys()],
    quotation: blocks.flatMap((_, block) => quotationsIn(block).map((_, at) => `${block}:${at}`)),
    name: [...new Set([...layer.annotations.values()].flatMap(one => heldBy(one)?.name ?? []))],
  }
  return rulesOn(codebook)
    .flatMap(rule => subjects[rule.subject].flatMap(subject => rule.find(fresh, subject)))
    .sort(compareFindings)
}

test('every key names one problem', () => {
  fc.assert(
    fc.property(fc.array(someAnnotation, { maxLength: 6 }), annotations => {
      const layer = new Layer({ annotations })
      const all = findAll({ text, blocks: blocksOf(text), layer, codebook: defaultCodebook, register: unknownRegister })
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    }),
  )
})
