import type { Codebook, Reason } from '../codebook/codebook.ts'
import { isDisputed, isOpposed, type Thread } from '../discussion/threads.ts'
import { hiddenId } from '../packet/takeAnswer.ts'
import type { Case } from '../review/case.ts'
import { reasonNamed } from '../review/reasons.ts'
import { type Correction, type CorrectionKind, correctionKinds, correctionsOf } from './corrections.ts'
import { type Row, rowsOf } from './rows.ts'

/** What corrections are told with: plain data, which goes to the worker. */
export interface LetterGround {
  readonly annotator: string
  /** The id of the final layer. */
  readonly gold: string
  readonly codebook: Pick<Codebook, 'tags' | 'attributes' | 'links' | 'reasons'>
  /** What entities are called, by id. */
  readonly entities: ReadonlyMap<string, string>
  /** Nothing tells whose the final layer is. */
  readonly isBlind: boolean
}

/** An article as an annotator is told of it. Offsets are UTF-16 of `text`. */
export interface LetterArticle {
  readonly path: string
  readonly title: string
  readonly text: string
  /** sha256 of the text. */
  readonly textSha256: string
  /** As the annotator's layer and gold meet in it. */
  readonly cases: readonly Case[]
  /** All that is said of the article. */
  readonly threads: readonly Thread[]
  /** Whether the annotator is still at it: what their layer hasn't isn't missed then. */
  readonly isUnfinished: boolean
}

/** A piece of the text around a correction; `isMarked` where it is what the correction is about. */
export interface Piece {
  readonly text: string
  readonly isMarked: boolean
}

/** A correction as it is read. */
export interface Told {
  readonly kind: CorrectionKind
  readonly context: readonly Piece[]
  readonly rows: readonly Row[]
  readonly hasSaid: boolean
  readonly hasFinal: boolean
  /** The codebook's reason by its name; '' for none. */
  readonly reason: string
  /** The reviewer's own words; '' for none. */
  readonly note: string
  /** Somebody disagreed with it, and nobody has resolved that. */
  readonly isDisputed: boolean
  /** What the codebook says of it. */
  readonly paragraphs: readonly { readonly name: string; readonly text: string }[]
  /** What a disagreement is about. */
  readonly on:
    | { readonly layer: string; readonly verdict: string }
    | { readonly layer: string; readonly annotation: string; readonly revision: number; readonly says: string }
}

/** All of a letter that is about one article. */
export interface LetterPart {
  readonly path: string
  readonly title: string
  readonly textSha256: string
  readonly told: readonly Told[]
  readonly right: number
  readonly undecided: number
  /** Whether gold has something that isn't told, since the annotator is still at the article. */
  readonly isUnfinished: boolean
}

export interface Person {
  readonly id: string
  readonly name: string
}

/** What a letter says of itself. */
export interface LetterHead {
  /** An answer names it: small letters, digits and hyphens. */
  readonly id: string
  /** What the workspace is called. */
  readonly workspace: string
  readonly to: Person
  /** Who decided, as they are called; '' where that stays hidden. */
  readonly from: string
  /** ISO 8601, in UTC. */
  readonly made: string
}

/** A correction in its letter. `article`: its place in the letter's articles. */
export interface Numbered extends Told {
  /** From 1, through the whole letter. */
  readonly number: number
  readonly article: number
  readonly title: string
}

/** All that one annotator is told. */
export interface Letter extends LetterHead {
  readonly articles: readonly { readonly path: string; readonly textSha256: string }[]
  readonly groups: readonly { readonly kind: CorrectionKind; readonly told: readonly Numbered[] }[]
  readonly count: number
  /** How many of them somebody disagreed with, which nobody has resolved. */
  readonly disputed: number
  readonly right: number
  readonly undecided: number
  /** Titles of articles that the annotator is still at, of which the letter doesn't say what they haven't. */
  readonly unfinished: readonly string[]
}

/** What one annotator is told of one article. */
export function letterPart(article: LetterArticle, ground: LetterGround): LetterPart {
  const { path, title, textSha256, cases } = article
  const { corrections, ...counts } = correctionsOf(cases, ground.annotator, ground.gold)
  const some = article.isUnfinished ? corrections.filter(({ kind }) => kind !== 'missed') : corrections
  const told = some.map(one => toldOf(one, article, ground))
  return { path, title, textSha256, told, ...counts, isUnfinished: some.length < corrections.length }
}

/** The letter of these parts, numbered kind by kind. Without any correction it says that. */
export function letterOf(head: LetterHead, parts: readonly LetterPart[]): Letter {
  const sum = (of: 'right' | 'undecided') => parts.reduce((sum, part) => sum + part[of], 0)
  const all = parts.flatMap(({ told, title }, article) => told.map(one => ({ ...one, title, article })))
  let number = 0
  return {
    ...head,
    articles: parts.map(({ path, textSha256 }) => ({ path, textSha256 })),
    groups: correctionKinds.flatMap(kind => {
      const told = all.filter(one => one.kind === kind).map(one => ({ ...one, number: ++number }))
      return told.length === 0 ? [] : [{ kind, told }]
    }),
    ...{ count: all.length, disputed: all.filter(({ isDisputed }) => isDisputed).length },
    ...{ right: sum('right'), undecided: sum('undecided') },
    unfinished: parts.filter(({ isUnfinished }) => isUnfinished).map(({ title }) => title),
  }
}

function toldOf(correction: Correction, { text, threads }: LetterArticle, ground: LetterGround): Told {
  const { kind, said, final, verdict } = correction
  const one = (said ?? final)!
  const reason =
    verdict?.reason === undefined ? undefined : ground.codebook.reasons?.find(({ id }) => id === verdict.reason)
  return {
    kind,
    context: contextOf(text, one.spans),
    rows: rowsOf(correction, ground),
    ...{ hasSaid: said !== null, hasFinal: final !== null },
    reason: reasonNamed(verdict ?? {}, ground.codebook),
    note: verdict?.note ?? '',
    isDisputed: isDisagreedWith(correction, ground.gold, threads),
    paragraphs: paragraphsOf(correction, ground, reason),
    on: aboutOf(correction, ground),
  }
}

function isDisagreedWith({ verdict, final }: Correction, layer: string, threads: readonly Thread[]): boolean {
  if (!verdict) return isOpposed({ layer, annotation: final!.annotation }, threads)
  return isDisputed({ layer, verdict: verdict.id, given: verdict.modified ?? verdict.created }, threads)
}

/** The one layer that a blind letter names otherwise; no annotator is called so. */
const HIDDEN_LAYER = 'A'

function aboutOf({ verdict, final }: Correction, { gold, isBlind }: LetterGround): Told['on'] {
  const layer = isBlind ? HIDDEN_LAYER : gold
  const named = (id: string) => (isBlind ? hiddenId(gold, id) : id)
  if (verdict) return { layer, verdict: named(verdict.id) }
  return { layer, annotation: named(final!.annotation), revision: final!.revision, says: final!.says }
}

/** So many characters around the words, up to the end of a word. */
const AROUND = 160

/** The words in their surroundings; parts that don't hang together are marked one by one. */
export function contextOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Piece[] {
  const [first, last] = [spans[0]!.start, spans.at(-1)!.end]
  const from = Math.max(0, first - AROUND)
  const to = Math.min(text.length, last + AROUND)
  const [lead, trail] = [text.slice(from, first), text.slice(last, to)]
  // Half a word is no context, nor is half a character.
  const before = from === 0 ? lead : lead.replace(/^\S*\s+|^[\udc00-\udfff]/, '')
  const after = to === text.length ? trail : trail.replace(/\s+\S*$|[\ud800-\udbff]$/, '')
  const pieces: Piece[] = [{ text: from === 0 ? before : `… ${before}`, isMarked: false }]
  for (const [i, { start, end }] of spans.entries()) {
    const gap = i === 0 ? '' : text.slice(spans[i - 1]!.end, start)
    if (gap !== '') pieces.push({ text: gap, isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
  }
  pieces.push({ text: to === text.length ? after : `${after} …`, isMarked: false })
  return pieces.filter(({ text }) => text !== '')
}

/** What the codebook says of what was corrected: of the reason, of the tags, of the questions and links that differ. */
function paragraphsOf(
  { kind, said, final, differences }: Correction,
  { codebook }: LetterGround,
  reason: Reason | undefined,
): Told['paragraphs'] {
  const { tags, attributes, links } = codebook
  const found: { name: string; text: string }[] = []
  const put = (entry: { readonly label: string; readonly guidance?: string } | null | undefined) => {
    const text = entry?.guidance?.trim() ?? ''
    if (entry && text !== '' && !found.some(one => one.name === entry.label)) found.push({ name: entry.label, text })
  }
  put(reason)
  for (const one of differences) {
    if (one.kind === 'attribute')
      put(attributes.find(({ id, tag }) => id === one.attribute && tag === (final ?? said)!.tag))
    if (one.kind === 'source' || one.kind === 'event' || one.kind === 'link')
      put(links.find(({ id }) => id === one.type))
  }
  const ofTag = kind === 'tag' || kind === 'extent' || kind === 'missed' || kind === 'not-kept' || found.length === 0
  if (ofTag) for (const one of [final, said]) put(tags.find(({ id }) => id === one?.tag))
  return found
}
