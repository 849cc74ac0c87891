import { expect, test } from 'vitest'
import type { Annotation } from '../../../shared/annotation/annotation.ts'
import { cutsOf } from './cuts.ts'

function annotation(id: string, ...spans: (readonly [start: number, end: number])[]): Annotation {
  return { id, spans: spans.map(([start, end]) => ({ start, end })) } as unknown as Annotation
}

/** `0–4 a! b`: what covers each stretch, with ! where it begins. */
function drawn(start: number, end: number, annotations: readonly Annotation[]): string[] {
  return cutsOf({ start, end }, annotations).map(cut =>
    [
      `${cut.start}–${cut.end}`,
      ...cut.covering.map(({ annotation, begins }) => annotation.id + (begins ? '!' : '')),
    ].join(' '),
  )
}

test('text without annotations stays in one', () => {
  expect(drawn(10, 20, [annotation('far', [30, 40])])).toEqual(['10–20'])
})

test('what nests and what overlaps is cut where either begins or ends', () => {
  expect(
    drawn(0, 20, [annotation('claim', [2, 12]), annotation('actor', [4, 6]), annotation('event', [10, 15])]),
  ).toEqual(['0–2', '2–4 claim!', '4–6 claim actor!', '6–10 claim', '10–12 claim event!', '12–15 event', '15–20'])
})

test('an annotation begins with its first part, and only there; before the piece it has begun already', () => {
  expect(drawn(0, 10, [annotation('a', [1, 3], [5, 7])])).toEqual(['0–1', '1–3 a!', '3–5', '5–7 a', '7–10'])
  expect(drawn(6, 10, [annotation('a', [1, 8])])).toEqual(['6–8 a', '8–10'])
})

test('the larger is named before what lies in it', () => {
  expect(drawn(0, 9, [annotation('actor', [1, 3]), annotation('claim', [1, 8])])).toEqual([
    '0–1',
    '1–3 claim! actor!',
    '3–8 claim',
    '8–9',
  ])
})
