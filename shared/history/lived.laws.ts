import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { makeAnchor } from '../annotation/anchor.ts'
import type { CommentTarget } from '../annotation/comment.ts'
import { annotate } from '../annotation/drawn.laws.ts'
import type { Edit } from '../annotation/edit.ts'
import { Layer } from '../annotation/layer.ts'
import type { JsonObject } from '../json/json.ts'
import { textOf } from '../json/rest.ts'
import { editToFile } from '../sidecar/fileEdit.ts'
import { readSidecar } from '../sidecar/readSidecar.ts'
import { type ArticleOnDisk, writeSidecar } from '../sidecar/writeSidecar.ts'
import { makeRuler } from '../text/ruler.ts'
import { type NewEntry, readLines, writeEntry } from './history.ts'
import { placedForm } from './placedForm.ts'
import type { StrandSource } from './strand.ts'
import type { Thing } from './thing.ts'
import { readTimeline, type Timeline } from './timeline.ts'

/** Test ground: layers that people work on for a while, on one device or several, and the histories that are left of it. */

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
export const text = 'The 💩 cat sat on the mat, all day long, and the dog said nothing. Nobody asked the cat.\n'
export const ruler = makeRuler(text)
export const textSha256 = sha256(text)
const begun = '2031-03-04T05:06:07.000Z'

const article: ArticleOnDisk = {
  reader: 'plain-text/1',
  zoneRules: 1,
  text,
  blocks: [],
  title: '',
  encoding: 'utf-8',
  metadata: {},
  encodingBy: 'valid',
  invalidBytes: 0,
  unseen: 0,
  textInSidecar: false,
  file: 'cats.txt',
  sha256: textSha256,
  textSha256,
}

/** The file of a layer. */
export function fileOf(layer: Layer, revision = 1): JsonObject {
  const head = {
    revision,
    created: begun,
    modified: begun,
    annotator: { id: 'alice', name: 'Alice Novak', key: 'k' },
    codebook: { id: 'stet-default', version: 1, hash: sha256('codebook') },
    zoneRests: new Map(),
  }
  return readSidecar(new TextEncoder().encode(writeSidecar(head, layer, article, ruler)))
}

/** Minutes after the beginning, as a time. */
export const minute = (n: number): string => new Date(Date.parse(begun) + n * 60_000).toISOString()

/** One device at work. */
export class Device {
  readonly name: string
  layer: Layer
  /** The good lines of its history. */
  text = ''
  #last = ''
  #edits = 0

  constructor(name: string, layer: Layer) {
    this.name = name
    this.layer = layer
  }

  write(entry: NewEntry): string {
    const { line, last } = writeEntry(entry, this.#last, sha256)
    this.text += line
    this.#last = last
    return last
  }

  /** Takes up a file as it stands. */
  begin(at: number, layer = this.layer, hash: string | null = null): void {
    this.layer = copyOf(layer)
    this.write({ kind: 'base', at: minute(at), sha256: hash, parts: [textOf(fileOf(this.layer))] })
  }

  edit(at: number, edit: Edit): { readonly undo: Edit; readonly line: string } {
    const file = editToFile(edit, ruler)
    const undo = this.layer.apply(edit)
    return { undo, line: this.record(at, file) }
  }

  record(at: number, edit: JsonObject): string {
    return this.write({ kind: 'edit', at: minute(at), revision: ++this.#edits, edit })
  }

  source(history = this.text): StrandSource {
    const { lines, damage } = readLines(new TextEncoder().encode(history), sha256)
    return { device: this.name, files: [{ lines, damage }], copyOf: () => undefined }
  }
}

export function copyOf(layer: Layer): Layer {
  return new Layer(layer.contents())
}

/** What a layer holds, to be compared. */
export function held({ annotations, links, unplaced, remarks, status }: Layer): unknown {
  const byId = (things: Iterable<{ id: string }>) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    annotations: byId(annotations.values()),
    links: byId(links.values()),
    unplaced: byId(unplaced.values()),
    comments: byId(remarks.comments.all()),
    verdicts: byId(remarks.verdicts.all()),
    status,
  }
}

export const form = placedForm(text, textSha256, ruler)

export function timelineOf(sources: readonly StrandSource[], layer: Layer, own = 'here'): Timeline<Thing> {
  return readTimeline(sources, fileOf(layer), own, form)
}

const words = ['cat', 'mat', 'dog', 'day', 'Nobody'].map(word => text.indexOf(word))
const anId = fc.constantFrom('a', 'b', 'c', 'd')
const anAnnotation = fc
  .record({
    id: anId,
    word: fc.nat(words.length - 1),
    tag: fc.constantFrom('claim', 'actor'),
    note: fc.constantFrom('', 'one', 'two'),
    speech: fc.constantFrom('', 'direct', 'indirect'),
  })
  .map(({ id, word, tag, note, speech }) => {
    const start = words[word]!
    const attributes = speech === '' ? {} : { speech }
    return annotate(text, { start, end: start + 3 }, { id, tag, attributes, ...(note === '' ? {} : { note }) })
  })
const aTarget: fc.Arbitrary<CommentTarget> = fc.oneof(
  anId.map(annotation => ({ layer: 'bob', annotation })),
  fc.nat(words.length - 1).map(word => ({ span: makeAnchor(text, { start: words[word]!, end: words[word]! + 3 }) })),
  fc.constant({ article: true as const }),
)
const single = fc.oneof(
  anAnnotation.map(annotation => ({ kind: 'put' as const, annotation })),
  anId.map(id => ({ kind: 'remove' as const, id })),
  fc.tuple(anId, anId, anId).map(([id, from, to]) => ({
    kind: 'putLink' as const,
    link: { id, type: 'about', from, to: { annotation: to }, attributes: {} },
  })),
  anId.map(id => ({ kind: 'removeLink' as const, id })),
  anAnnotation.map(annotation => ({
    kind: 'putUnplaced' as const,
    unplaced: {
      ...annotation,
      spans: [{ ...annotation.spans[0]!, quote: 'gone' }],
      placement: 'lost' as const,
      textSha256,
    },
  })),
  anId.map(id => ({ kind: 'removeUnplaced' as const, id })),
  fc.tuple(anId, aTarget, fc.constantFrom('note', 'question', 'later')).map(([id, on, kind]) => ({
    kind: 'putComment' as const,
    comment: { id, kind, on, text: `Comment ${id}`, created: begun },
  })),
  anId.map(id => ({ kind: 'putComment' as const, comment: { id, json: `{"id":"${id}","strange":[1.50]}` } })),
  anId.map(id => ({ kind: 'removeComment' as const, id })),
  fc.tuple(anId, fc.constantFrom('accept', 'reject', 'later'), fc.nat(9)).map(([id, verdict, revision]) => ({
    kind: 'putVerdict' as const,
    verdict: { id, on: { layer: 'bob', annotation: id, revision }, verdict, created: begun },
  })),
  anId.map(id => ({ kind: 'removeVerdict' as const, id })),
  fc
    .constantFrom('in-progress', 'done')
    .map(status => ({ kind: 'status' as const, status }) as Edit & { kind: 'status' }),
)

/** Any edit of a small layer, of one thing or of several. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc.array(single, { minLength: 2, maxLength: 4 }).map(edits => ({ kind: 'all' as const, edits })),
  },
)
