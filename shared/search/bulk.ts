import { makeAnchor } from '../annotation/anchor.ts'
import type { Anchor, Annotation, Attributes, AttributeValue, Link } from '../annotation/annotation.ts'
import { asOne, type SingleEdit } from '../annotation/asOne.ts'
import type { Edit } from '../annotation/edit.ts'
import { snapTo } from '../annotation/snap.ts'
import type { Span } from '../annotation/span.ts'
import type { Codebook } from '../codebook/codebook.ts'
import { isSame } from '../json/isSame.ts'
import { snapToGraphemes, trimSpace } from '../text/characters.ts'
import { anchorOf, type Hit } from './hit.ts'

/** One thing that is done to many hits. */
export type HitAction =
  /** New annotations on the words, found by a rule and confirmed by a person. */
  | {
      readonly kind: 'tag'
      readonly tag: string
      readonly attributes: Attributes
      readonly entity?: string
      readonly rule: 'search' | 'tag-all'
    }
  | { readonly kind: 'retag'; readonly tag: string }
  /** `value` null takes the answer back. */
  | { readonly kind: 'attribute'; readonly tag: string; readonly id: string; readonly value: AttributeValue | null }
  | { readonly kind: 'entity'; readonly entity: string | null }
  | { readonly kind: 'remove' }

/** Why nothing is done to a hit. */
export type LeftOut =
  | 'already-tagged'
  | 'colleague'
  | 'not-placed'
  | 'not-annotation'
  | 'other-tag'
  | 'as-it-is'
  | 'no-words'
  /** It isn't there any more, or not as it was found. */
  | 'gone'

export interface Planned {
  /** One edit an article, what was seen of what it changes (null for nothing), and to how many of its hits it does something. */
  readonly changes: readonly {
    readonly article: string
    readonly edit: Edit
    readonly seen: Edit | null
    readonly count: number
  }[]
  /** How many hits something is done to. */
  readonly count: number
  readonly leftOut: ReadonlyMap<LeftOut, number>
}

interface Ground {
  /** The annotator who does it. */
  readonly me: string
  readonly codebook: Pick<Codebook, 'tags' | 'attributes'>
  readonly now: string
  readonly randomId: () => string
  /** An article's text and blocks where they are at hand: rules of a tag see no more than a hit's surroundings otherwise. */
  readonly textOf: (article: string) => { readonly text: string; readonly blocks: readonly Span[] } | null
  /** The person's own links of an article: those of what is removed go with it. */
  readonly linksOf: (article: string) => readonly Link[]
}

/** What is done to hits, as edits, and what isn't, with the reasons. */
export function planOf(action: HitAction, hits: readonly Hit[], ground: Ground): Planned {
  const edits = new Map<string, Made & { count: number }>()
  const leftOut = new Map<LeftOut, number>()
  const done = new Set<string>()
  let count = 0
  for (const hit of hits) {
    const made = action.kind === 'tag' ? tagged(action, hit, ground, done) : changed(action, hit, ground, done)
    if (typeof made === 'string') leftOut.set(made, (leftOut.get(made) ?? 0) + 1)
    else if (made) {
      const of = edits.get(hit.article) ?? { parts: [], seen: [], count: 0 }
      of.parts.push(...made.parts)
      of.seen.push(...made.seen)
      of.count++
      edits.set(hit.article, of)
      count++
    }
  }
  const changes = [...edits].map(([article, { parts, seen, count: ofArticle }]) => ({
    article,
    count: ofArticle,
    edit: asOne(parts)!,
    seen: asOne(seen),
  }))
  return { changes, count, leftOut }
}

/** What is done, and edits that leave things as they were seen before. */
interface Made {
  readonly parts: SingleEdit[]
  readonly seen: SingleEdit[]
}
type Of<K extends HitAction['kind']> = Extract<HitAction, { kind: K }>

/** `done` holds what was made in this very plan: hits that the rules draw together are one annotation. */
function tagged(action: Of<'tag'>, hit: Hit, ground: Ground, done: Set<string>): Made | LeftOut {
  if (hit.start >= hit.end) return 'not-placed'
  if (hit.covering.some(({ tag }) => tag === action.tag)) return 'already-tagged'
  const anchor = snapped(action.tag, hit, ground)
  if (!anchor) return 'no-words'
  const place = `${hit.article} ${anchor.start} ${anchor.end}`
  if (done.has(place)) return 'already-tagged'
  done.add(place)
  const annotation: Annotation = {
    id: ground.randomId(),
    tag: action.tag,
    spans: [anchor],
    attributes: action.attributes,
    ...(action.entity === undefined ? {} : { entity: action.entity }),
    origin: { kind: 'suggested', rest: JSON.stringify({ rule: action.rule }) },
    created: ground.now,
    modified: ground.now,
  }
  return { parts: [{ kind: 'put', annotation }], seen: [] }
}

/** The words of a hit as the rules of a tag want them; null where nothing would be left. */
function snapped(tag: string, hit: Hit, { codebook, textOf }: Ground): Anchor | null {
  const rules = codebook.tags.find(({ id }) => id === tag)?.snap ?? []
  const whole = textOf(hit.article)
  const text = whole?.text ?? hit.before + hit.quote + hit.after
  const offset = whole ? 0 : hit.start - hit.before.length
  const asFound = { start: hit.start - offset, end: hit.end - offset }
  const words = trimSpace(text, snapToGraphemes(text, asFound))
  if (!words) return null
  const { span } = snapTo(rules, text, words, whole?.blocks ?? linesOf(text))
  if (span.start === asFound.start && span.end === asFound.end) return anchorOf(hit)
  const anchor = makeAnchor(text, span)
  return { ...anchor, start: anchor.start + offset, end: anchor.end + offset }
}

function linesOf(text: string): Span[] {
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => Math.min(text.length, index + 1))
  return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end })).filter(({ start, end }) => start < end)
}

/** Null for an annotation that an earlier hit stood for. */
function changed(
  action: Exclude<HitAction, { kind: 'tag' }>,
  hit: Hit,
  ground: Ground,
  done: Set<string>,
): Made | LeftOut | null {
  const { annotation } = hit
  if (hit.annotator !== undefined && hit.annotator !== ground.me) return 'colleague'
  if (!annotation) return hit.unplaced ? 'not-placed' : 'not-annotation'
  if (done.has(annotation.id)) return null
  done.add(annotation.id)
  if (action.kind === 'remove') {
    const links = ground
      .linksOf(hit.article)
      .filter(
        ({ id, from, to }) =>
          !done.has(id) && (from === annotation.id || ('annotation' in to && to.annotation === annotation.id)),
      )
    for (const { id } of links) done.add(id)
    return {
      parts: [...links.map(({ id }) => ({ kind: 'removeLink', id }) as const), { kind: 'remove', id: annotation.id }],
      seen: [...links.map(link => ({ kind: 'putLink', link }) as const), { kind: 'put', annotation }],
    }
  }
  if (action.kind === 'attribute' && annotation.tag !== action.tag) return 'other-tag'
  const next = withAction(action, annotation, ground)
  if (!next) return 'as-it-is'
  return {
    parts: [{ kind: 'put', annotation: { ...next, modified: ground.now } }],
    seen: [{ kind: 'put', annotation }],
  }
}

/** The annotation as an action leaves it; null where it is so already. */
function withAction(
  action: Of<'retag'> | Of<'attribute'> | Of<'entity'>,
  annotation: Annotation,
  { codebook }: Ground,
): Annotation | null {
  switch (action.kind) {
    case 'retag': {
      if (annotation.tag === action.tag) return null
      const asked = new Set(codebook.attributes.filter(({ tag }) => tag === annotation.tag).map(({ id }) => id))
      const kept = Object.entries(annotation.attributes).filter(([id]) => !asked.has(id))
      return { ...annotation, tag: action.tag, attributes: Object.fromEntries(kept) }
    }
    case 'attribute': {
      const { [action.id]: was, ...others } = annotation.attributes
      if (action.value === null) return was === undefined ? null : { ...annotation, attributes: others }
      if (was !== undefined && isSame(was, action.value)) return null
      return { ...annotation, attributes: { ...annotation.attributes, [action.id]: action.value } }
    }
    case 'entity': {
      const { entity: was, ...others } = annotation
      if ((was ?? null) === action.entity) return null
      return action.entity === null ? others : { ...annotation, entity: action.entity }
    }
  }
}
