import { createHash } from 'node:crypto'
import { type Annotation, extent, quoteOf } from '../../shared/annotation/annotation.ts'
import type { Comment } from '../../shared/annotation/comment.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { questionOf, type ToldQuestion } from '../../shared/discussion/question.ts'
import { type Thread, threadsOf } from '../../shared/discussion/threads.ts'
import type { ToldAnnotation, ToldVoice } from '../../shared/discussion/voice.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { annotationFromFile, untranslated } from '../../shared/sidecar/fileForm.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { placeLayer } from '../../shared/sidecar/placeLayer.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { entriesIn, holdsNoComment, type Remarks, remarksIn } from './remarksIn.ts'

/** A colleague's layer as its file has it. */
export interface LayerBytes {
  readonly annotator: string
  readonly bytes: Uint8Array
}

interface Named {
  readonly layer: string
  readonly id: string
}

/** What is in a layer that conversations need. */
interface Heard extends Remarks {
  readonly layer: string
  readonly name: string
  annotation(id: string): ToldAnnotation | undefined
}

/** What annotators wrote about one article, each comment at its words, as `discussion.article` tells it; and whose layers can't be read. */
export async function voicesTask({
  files,
  text,
  about,
  mine = null,
}: {
  readonly files: readonly LayerBytes[]
  readonly text: string
  readonly about: readonly Named[]
  /** Whose layer is in hand: what gold has otherwise than it is told. */
  readonly mine?: string | null
}): Promise<{ readonly voices: string; readonly unread: readonly string[] }> {
  const textSha256 = createHash('sha256').update(text).digest('hex')
  const ruler = makeRuler(text)
  const { heard, unread } = hear(files, (annotator, file) => {
    const layer = new Layer(placeLayer(file, text, textSha256, ruler))
    return {
      ...{ layer: annotator, name: headOf(file).annotator.name, comments: [...layer.comments.values()] },
      verdicts: layer.verdicts,
      annotation: id => {
        const placed = layer.annotations.get(id)
        const found = placed ?? layer.unplaced.get(id)
        return found && told(found, placed ? extent(placed) : null)
      },
    }
  })
  return {
    voices: JSON.stringify(voicesOf(heard, [...about, ...heard.flatMap(one => otherwiseIn(one, mine))])),
    unread,
  }
}

/** The questions of some articles, resolved ones too, the files of each as they stand; and how many of those can't be read. */
export async function questionsTask({
  articles,
}: {
  readonly articles: readonly (readonly LayerBytes[])[]
}): Promise<{ readonly found: readonly (readonly ToldQuestion[])[]; readonly unread: number }> {
  let cannot = 0
  const found = articles.map(files => {
    // Most files hold no comment, and needn't be understood to know that.
    if (files.every(({ bytes }) => holdsNoComment(bytes))) return []
    const { heard, unread } = hear(files, asItStands)
    cannot += unread.length
    return questionsOf(heard)
  })
  return { found, unread: cannot }
}

/** A layer without its article's text: it is known what is said, and not where. */
function asItStands(layer: string, file: JsonObject): Heard {
  return {
    ...{ layer, name: headOf(file).annotator.name, ...remarksIn(file) },
    annotation: id => {
      const entry = [...entriesIn(file, 'annotations'), ...entriesIn(file, 'unplaced')].find(one => one['id'] === id)
      return entry && told(annotationFromFile(entry, untranslated), null)
    },
  }
}

function told(annotation: Annotation, span: ToldAnnotation['span']): ToldAnnotation {
  return { id: annotation.id, tag: annotation.tag, quote: quoteOf(annotation), span }
}

function hear(files: readonly LayerBytes[], read: (annotator: string, file: JsonObject) => Heard) {
  const heard: Heard[] = []
  const unread: string[] = []
  for (const { annotator, bytes } of files) {
    try {
      heard.push(read(annotator, readSidecar(bytes)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      unread.push(annotator)
    }
  }
  return { heard, unread }
}

/** Verdicts in gold on what stands in a layer, by which it isn't taken as it is, and what is there instead. */
function otherwiseIn({ layer, verdicts }: Heard, mine: string | null): Named[] {
  if (mine === null || !isGold(layer)) return []
  const otherwise = [...verdicts.values()].filter(({ on, verdict }) => on.layer === mine && verdict !== 'accept')
  return otherwise.flatMap(({ id, gold }) => [{ layer, id }, ...(gold === undefined ? [] : [{ layer, id: gold }])])
}

function voicesOf(heard: readonly Heard[], about: readonly Named[]): ToldVoice[] {
  const wanted = [...about, ...heard.flatMap(({ comments }) => comments.flatMap(namedBy))]
  const judged = heard.flatMap(({ layer, verdicts }) =>
    wanted.flatMap(one => (one.layer === layer ? (verdicts.get(one.id)?.on ?? []) : [])),
  )
  const all = [...wanted, ...judged.map(({ layer, annotation }) => ({ layer, id: annotation }))]
  return heard.map(({ layer, name, comments, verdicts, annotation }) => {
    const ids = [...new Set(all.flatMap(one => (one.layer === layer ? [one.id] : [])))]
    return {
      ...{ layer, name, comments },
      annotations: ids.flatMap(id => annotation(id) ?? []),
      verdicts: ids.flatMap(id => verdicts.get(id) ?? []),
    }
  })
}

function namedBy({ on }: Comment): Named[] {
  if ('annotation' in on) return [{ layer: on.layer, id: on.annotation }]
  return 'verdict' in on ? [{ layer: on.layer, id: on.verdict }] : []
}

function questionsOf(heard: readonly Heard[]): ToldQuestion[] {
  const byLayer = new Map(heard.map(one => [one.layer, one]))
  const known = {
    nameOf: (layer: string) => byLayer.get(layer)?.name ?? layer,
    quoteOf: (about: Thread['about']) => quoteFor(about, byLayer),
  }
  return threadsOf(heard).flatMap(thread => questionOf(thread, known) ?? [])
}

function quoteFor(about: Thread['about'], byLayer: ReadonlyMap<string, Heard>): string {
  if ('span' in about) return about.span.quote
  if ('lost' in about) return about.lost.quote
  if ('annotation' in about) return byLayer.get(about.layer)?.annotation(about.annotation)?.quote ?? ''
  const judged = 'verdict' in about ? byLayer.get(about.layer)?.verdicts.get(about.verdict)?.on : undefined
  return judged ? (byLayer.get(judged.layer)?.annotation(judged.annotation)?.quote ?? '') : ''
}
