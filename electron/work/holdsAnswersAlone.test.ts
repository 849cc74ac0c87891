import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import type { Answer } from '../../shared/packet/answer.ts'
import { codebookMarkOf } from '../saving/codebookMark.ts'
import { answeredLayer } from './answeredLayer.ts'
import { answererOf } from './answererOf.ts'
import { ANSWER_KEY } from './holdsAnswersAlone.ts'
import { isAnswerers } from './isAnswerers.ts'

const path = '2031-03-04_harbour-gazette_ferry-deal.txt'
const given = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../resources/sample/2031-03/${name}`, import.meta.url)))
const nadia = JSON.parse(given(`${path}.nadia.stet.json`).toString())
const judged = { layer: 'nadia', annotation: nadia.annotations[0].id, revision: 1 }
const verdict = { id: 'v1', on: judged, verdict: 'accept', created: '2031-04-01T09:00:00.000Z' }
const bytesOf = (layer: object) => new Uint8Array(Buffer.from(JSON.stringify(layer)))

const key = `${ANSWER_KEY}carol`
const [to, from] = [{ kind: 'packet' as const, id: 'p1' }, { name: 'Carol' }]
const at = '2031-05-01T10:00:00.000Z'

/** What an answer of Carol's comes to where her layer is this. */
function answered(text: string, carol: object | null) {
  const comment = { on: { layer: 'nadia', verdict: 'v1' }, kind: 'note' as const, text }
  const article = { path, textSha256: nadia.article.textSha256, verdicts: [], comments: [comment] }
  const answer: Answer = { format: 'stet-answer', formatVersion: 1, to, from, made: at, articles: [article] }
  const layers = [{ annotator: 'nadia', bytes: bytesOf({ ...nadia, verdicts: [verdict] }) }]
  if (carol) layers.push({ annotator: 'carol', bytes: bytesOf(carol) })
  const source = { path, name: path, bytes: new Uint8Array(given(path)), facts: null, layers }
  const annotator = { id: 'carol', name: 'Carol', key }
  return answeredLayer({ answer, place: 0, source, annotator, codebook: codebookMarkOf(defaultCodebook), at })
}

let made: Record<string, unknown>
beforeAll(async () => {
  made = JSON.parse((await answered('Yes.', null)).sidecar!)
})

test('a layer that answers made, and nobody worked in, is one that the next answer changes and that is taken back', async () => {
  expect(answererOf({ bytes: bytesOf(made) })).toEqual({ name: 'Carol', verdicts: 0, comments: 1 })
  expect(isAnswerers({ bytes: bytesOf(made), to, from, key })).toBe(true)
  expect((await answered('No.', made)).becomes).toBe('changed')
})

test('a comment says when it came in, which stays so where a later answer has it as it was', async () => {
  expect(made['comments']).toMatchObject([{ text: 'Yes.', came: at }])
  const earlier = [{ ...(made['comments'] as object[])[0], came: '2031-05-01T11:00:00.000Z' }]
  const again = await answered('Yes.', { ...made, comments: earlier })
  expect(again.becomes).toBe('same')
  expect(JSON.parse((await answered('No.', { ...made, comments: earlier })).sidecar!).comments).toMatchObject([
    { text: 'No.', came: at },
  ])
})

describe('a layer that answers made is its owner’s alone, whatever its key, once they', () => {
  const [annotation] = nadia.annotations
  const lost = { ...annotation, placement: 'lost', textSha256: nadia.article.textSha256 }
  const remark = { id: 'c1', kind: 'note', on: { article: true }, text: 'Mine.', created: at }
  test.each<[string, { [key: string]: unknown }]>([
    ['annotate', { annotations: [annotation] }],
    ['have an annotation without a place', { unplaced: [lost] }],
    ['link', { links: [{ id: 'l', type: 'attributed-to', from: 'a', to: { author: true } }] }],
    ['say that it is done', { status: 'done' }],
    ['say that it is settled', { status: 'adjudicated' }],
    ['comment', { comments: [remark] }],
    ['judge', { verdicts: [verdict] }],
    ['change what they answered', { changed: true }],
  ])('%s', async (_what, { changed = false, ...work }) => {
    if (changed) work['comments'] = (made['comments'] as object[]).map(one => ({ ...one, modified: at }))
    const bytes = bytesOf({ ...made, ...work })
    const next = await answered('No.', { ...made, ...work })
    expect({
      answerer: answererOf({ bytes }),
      isTheirs: isAnswerers({ bytes, to, from, key }),
      ...{ becomes: next.becomes, sidecar: next.sidecar },
    }).toEqual({ answerer: null, isTheirs: false, becomes: 'taken', sidecar: null })
  })
})
