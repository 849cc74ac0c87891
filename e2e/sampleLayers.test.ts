import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codebookMarkOf } from '../electron/saving/codebookMark.ts'
import { makeAnchor } from '../shared/annotation/anchor.ts'
import type { Annotation, Link } from '../shared/annotation/annotation.ts'
import { Layer } from '../shared/annotation/layer.ts'
import type { Span } from '../shared/annotation/span.ts'
import { defaultCodebook } from '../shared/codebook/defaultCodebook.ts'
import { plainText } from '../shared/importers/plainText.ts'
import { placeLayer } from '../shared/sidecar/placeLayer.ts'
import { readSidecar } from '../shared/sidecar/readSidecar.ts'
import { type ArticleOnDisk, writeSidecar } from '../shared/sidecar/writeSidecar.ts'
import { makeRuler } from '../shared/text/ruler.ts'

/** The sample's annotations as they are written down by hand: quotes with the number of their occurrence. */
interface Fixture {
  readonly article: string
  readonly layers: readonly {
    readonly annotator: { readonly id: string; readonly name: string }
    readonly annotations: readonly {
      readonly key: string
      readonly tag: string
      readonly quotes: readonly (readonly [words: string, occurrence: number])[]
      readonly attributes?: Record<string, string>
      readonly note?: string
    }[]
    readonly links: readonly {
      readonly type: string
      readonly from: string
      readonly to: string
      readonly attributes?: Record<string, string>
      readonly cue?: readonly [words: string, occurrence: number]
    }[]
  }[]
}

const root = new URL('..', import.meta.url)
const { article: path, layers } = JSON.parse(
  readFileSync(new URL('e2e/fixtures/sample-annotations.json', root), 'utf8'),
) as Fixture
const file = path.split('/').at(-1)!
const bytes = readFileSync(new URL(`resources/sample/${path}`, root))
const article: ArticleOnDisk = {
  ...plainText.read(bytes),
  file,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  textSha256: '',
}
const textSha256 = createHash('sha256').update(article.text).digest('hex')

test.each(layers)('the sample’s layer by $annotator.name is what the program writes', async layer => {
  const written = writeSidecar(headOf(layer), layerOf(layer), { ...article, textSha256 }, makeRuler(article.text))
  await expect(written).toMatchFileSnapshot(`../resources/sample/${path}.${layer.annotator.id}.stet.json`)
  const placed = placeLayer(readSidecar(Buffer.from(written)), article.text, textSha256, makeRuler(article.text))
  expect(placed).toMatchObject({ moved: 0, displaced: 0, annotations: { length: layer.annotations.length } })
})

function layerOf({ annotator, annotations, links }: Fixture['layers'][number]): Layer {
  const idOf = (key: string) => `${annotator.id}-${key}`
  return new Layer({
    annotations: annotations.map(
      ({ key, tag, quotes, attributes = {}, note }, i): Annotation => ({
        id: idOf(key),
        tag,
        spans: quotes.map(([words, n]) => makeAnchor(article.text, find(words, n))),
        attributes,
        ...(note === undefined ? {} : { note }),
        origin: { kind: 'manual' },
        created: minute(i),
        modified: minute(i),
      }),
    ),
    links: links.map(
      ({ type, from, to, attributes = {}, cue }, i): Link => ({
        id: idOf(`l${i + 1}`),
        type,
        from: idOf(from),
        to: to === 'author' ? { author: true } : { annotation: idOf(to) },
        attributes,
        ...(cue ? { cue: makeAnchor(article.text, find(...cue)) } : {}),
      }),
    ),
  })
}

function headOf({ annotator, annotations }: Fixture['layers'][number]) {
  const [created, modified] = [minute(0), minute(annotations.length)]
  const codebook = codebookMarkOf(defaultCodebook)
  return {
    revision: annotations.length,
    created,
    modified,
    annotator,
    codebook,
    zoneRests: new Map(),
  }
}

function find(words: string, occurrence: number): Span {
  let start = -1
  for (let n = 0; n <= occurrence; n++) start = article.text.indexOf(words, start + 1)
  if (start === -1) throw new RangeError(`"${words}" does not stand there ${occurrence + 1} times`)
  return { start, end: start + words.length }
}

function minute(n: number): string {
  return new Date(Date.UTC(2031, 2, 5, 9, n)).toISOString()
}
