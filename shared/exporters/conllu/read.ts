import type { Span } from '../../annotation/span.ts'
import { byPlace, type DatasetAnnotation } from '../../dataset/dataset.ts'
import type { ReadArticle, ReadChoices, ReadEntity, ReadFiles, ReadItem } from '../../dataset/format.ts'
import { pathFor } from '../../dataset/pathFor.ts'
import { shortened } from '../../dataset/untakeable.ts'
import { placeIn } from '../conll/placing.ts'
import { type Mention, Mentions } from './mentions.ts'
import { type Sentence, sentencesIn, type TellLine } from './sentences.ts'

/** Documents of CoNLL-U: from one `# newdoc` to the next, else the file. Their text is that of the sentences, with a line's end between them. */
export async function* readConllu(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    if (file !== '' && !/\.(?:conllu|txt)$/i.test(file)) continue
    const untaken: ReadItem[] = []
    const tell: TellLine = (line, words, rule) =>
      void untaken.push({
        kind: 'untaken',
        untaken: { file, line, what: shortened(words), why: 'malformed', detail: rule },
      })
    let open: Document | null = null
    let number = 0
    for await (const sentence of sentencesIn(files.parts(file), tell)) {
      const id = sentence.comments.get('newdoc id') ?? (sentence.comments.has('newdoc') ? '' : null)
      if (id !== null || open === null) {
        if (open) yield { kind: 'article', article: { ...(await open.article(choices)), file } }
        yield* untaken.splice(0)
        number++
        open = new Document(id ? `${id}.txt` : pathFor(file, id === null ? null : number), tell)
      }
      open.take(sentence)
    }
    if (open) yield { kind: 'article', article: { ...(await open.article(choices)), file } }
    yield* untaken
  }
}

class Document {
  readonly #path: string
  readonly #tell: TellLine
  readonly #mentions: Mentions
  /** The letters of each surface, and which one each word is in. */
  readonly #forms: string[] = []
  readonly #spans: Span[] = []
  readonly #surfaceOf: number[] = []
  #text = ''

  constructor(path: string, tell: TellLine) {
    this.#path = path
    this.#tell = tell
    this.#mentions = new Mentions(tell)
  }

  take(sentence: Sentence): void {
    for (const [key, value] of sentence.comments)
      if (key.startsWith('global.')) this.#mentions.declare(key.slice('global.'.length), value)
    if (this.#text !== '')
      this.#text += sentence.comments.has('newpar') || sentence.comments.has('newpar id') ? '\n\n' : '\n'
    const { text, units, surfaceOf } = this.#placed(sentence)
    const [from, before] = [this.#text.length, this.#forms.length]
    for (const { form, span } of units) {
      this.#forms.push(form)
      this.#spans.push({ start: from + span.start, end: from + span.end })
    }
    for (const at of surfaceOf) this.#surfaceOf.push(before + at)
    this.#text += text
    this.#mentions.takeSentence(sentence.words)
  }

  /** A sentence's own text with its runs of letters, or else with its words; where neither stands in it, one made of them. */
  #placed({ comments, textLine, surfaces, words }: Sentence) {
    const said = comments.get('text')
    const ofSurfaces = { forms: surfaces.map(({ form }) => form), surfaceOf: words.map(({ surface }) => surface) }
    const ofWords = { forms: words.map(({ form }) => form), surfaceOf: words.map((_, at) => at) }
    if (said !== undefined) {
      for (const { forms, surfaceOf } of [ofSurfaces, ofWords]) {
        const { spans } = placeIn(said, forms)
        if (!spans.includes(null)) return { text: said, units: unitsOf(forms, spans as Span[]), surfaceOf }
      }
      this.#tell(textLine, said, 'the text is that of the words')
    }
    let text = ''
    const spans = surfaces.map(({ form, misc }, i) => {
      const span = { start: text.length, end: text.length + form.length }
      text += form
      if (i < surfaces.length - 1 && misc.get('SpaceAfter') !== 'No') text += ' '
      return span
    })
    return { text, units: unitsOf(ofSurfaces.forms, spans), surfaceOf: ofSurfaces.surfaceOf }
  }

  async article(choices: ReadChoices): Promise<Omit<ReadArticle, 'file'>> {
    const known = await choices.textOf(this.#path)
    const there = known === null ? null : placeIn(known, this.#forms).spans
    const isThere = known !== null && there !== null && !there.includes(null)
    const text = isThere ? known : this.#text
    const spans = isThere ? (there as Span[]) : this.#spans
    const annotations = this.#mentions.end().map((one, i) => this.#annotationOf(one, i, spans))
    const entities = entitiesIn(text, annotations)
    return {
      ...{ path: this.#path, text, metadata: {}, zones: [] },
      ...(isThere ? {} : { rebuilt: true }),
      layers: [{ annotator: choices.annotator, annotations: annotations.sort(byPlace), links: [] }],
      ...(entities.length > 0 ? { entities } : {}),
    }
  }

  #annotationOf({ tag, parts, cluster, attributes }: Mention, i: number, spans: readonly Span[]): DatasetAnnotation {
    const over = parts
      .map(({ first, last }) => ({
        start: spans[this.#surfaceOf[first]!]!.start,
        end: spans[this.#surfaceOf[last]!]!.end,
      }))
      .sort((one, other) => one.start - other.start)
    // Parts within one run of letters are the same letters.
    const apart = over.filter((span, at) => at === 0 || span.start >= over[at - 1]!.end)
    return {
      ...{ id: `n${i + 1}`, tag, spans: apart, attributes },
      ...(cluster === undefined ? {} : { entity: `${this.#path}#${cluster}` }),
    }
  }
}

function unitsOf(forms: readonly string[], spans: readonly Span[]) {
  return forms.map((form, at) => ({ form, span: spans[at]! }))
}

/** Entities that only mentions tell of, each by the longest words that refer to it. */
function entitiesIn(text: string, annotations: readonly DatasetAnnotation[]): ReadEntity[] {
  const names = new Map<string, string>()
  for (const { entity, spans } of annotations) {
    const words = text.slice(spans[0]!.start, spans.at(-1)!.end)
    if (entity !== undefined && words.length > (names.get(entity) ?? '').length) names.set(entity, words)
  }
  return [...names].map(([id, name]) => ({ id, name }))
}
