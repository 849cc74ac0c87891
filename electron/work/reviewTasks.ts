import type { Comparing } from '../../shared/agreement/compareLayers.ts'
import type { Status } from '../../shared/annotation/annotation.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { isOpaqueEntry, type Opaque } from '../../shared/annotation/opaque.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import { onlyDiscusses } from '../../shared/dataset/annotates.ts'
import { layerOfSidecar } from '../../shared/dataset/layerOfSidecar.ts'
import { isDisputed, threadsOf, type Voice } from '../../shared/discussion/threads.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Case, CaseKind } from '../../shared/review/case.ts'
import { casesOf, type ReviewedLayer, type ReviewerLayer } from '../../shared/review/casesOf.ts'
import { countCases } from '../../shared/review/countCases.ts'
import { opinionsIn, verdictsOn } from '../../shared/review/decision.ts'
import type { CaseCounts, ComparedLayer } from '../../shared/review/found.ts'
import type { KnownLayers } from '../../shared/review/known.ts'
import { type Threshold, takeAgreed } from '../../shared/review/takeAgreed.ts'
import { withdrawnOf } from '../../shared/review/withdrawn.ts'
import { placeLayer } from '../../shared/sidecar/placeLayer.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import type { Sidecar } from '../../shared/sidecar/schema.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { type DecidedHere, decidedHere } from './decidedHere.ts'
import { isMadeByAnswers } from './holdsAnswersAlone.ts'
import { isNotice, orNotice } from './notice.ts'
import { type ArticleFile, sha256Of, skimArticle } from './readArticle.ts'
import { holdsNoComment, remarksIn } from './remarksIn.ts'

/** An article with the layers that are compared or heard, as their files are, or would be where they are in hand. */
export interface ReviewSource {
  /** Its file; or its text, where it is in hand. */
  readonly article: ArticleFile | { readonly text: string }
  /** Of those that aren't compared, only what is said in them is read. */
  readonly layers: readonly { readonly annotator: string; readonly bytes: Uint8Array; readonly isCompared: boolean }[]
  /** Of those that were asked for: who has no layer of it, or none any more. */
  readonly missing: readonly string[]
  /** In whose layer, of those, the decisions stand. */
  readonly reviewer: string | null
  /** Where this device may know more of the reviewer's layer than its file does; null where that layer is in hand, or nobody's. */
  readonly beyond: DecidedHere | null
}

/** What is agreed on is to be taken into gold: how far, by whom and when (ISO 8601). */
export interface Taking {
  readonly threshold: Threshold
  readonly by: string
  readonly now: string
}

/** What became of an article when its layers were compared. */
export interface ReviewedArticle {
  readonly layers: readonly ComparedLayer[]
  readonly known: KnownLayers
  /** JSON texts of arrays of cases, by place, of some 100,000 characters each. */
  readonly pieces: readonly { readonly text: string; readonly count: number }[]
  readonly counts: readonly CaseCounts[]
  readonly unread: readonly { readonly annotator: string; readonly problem: ProblemNotice }[]
  /** In whose layers nobody knows what is said: they can't be read, and aren't compared. */
  readonly unheard: readonly string[]
  /** What is agreed on, where that was asked for: edits as JSON (`"edit":…,"seen":…`), and of how many cases; null for nothing. */
  readonly taken: { readonly text: string; readonly count: number } | null
}

/** What a layer's file says of itself. */
export interface LookedAtLayer {
  readonly name: string
  readonly status: Status
  /** How many of its annotations came from a dataset of others. */
  readonly imported: number
  /** Whether answers made it, and nobody worked in it. */
  readonly isOfAnswers: boolean
  /** Whether it annotates nothing, and only judges or discusses. */
  readonly onlyDiscusses: boolean
}

/** So long is a text of cases about, in UTF-16 units: it crosses the bridge in a few milliseconds. */
const PIECE_LENGTH = 100_000

/** Comparing what several annotators wrote down: their files are read here and nowhere else. */
export function makeReviewTasks() {
  return {
    /** Throws the Problem by which the article itself can't be read. A layer that can't be is told. */
    async reviewArticle({
      source,
      comparing,
      kinds,
      taking,
    }: {
      readonly source: ReviewSource
      readonly comparing: Comparing
      readonly kinds: readonly CaseKind[] | null
      readonly taking?: Taking | undefined
    }): Promise<ReviewedArticle> {
      const { article } = source
      const text = 'text' in article ? article.text : (await skimArticle(article)).text
      const textSha256 = sha256Of(text)
      const ruler = makeRuler(text)
      const layers: ReviewedLayer[] = []
      const compared: ComparedLayer[] = []
      const unread: { annotator: string; problem: ProblemNotice }[] = []
      const unheard: string[] = []
      const known = new Map<string, ReadonlySet<string>>()
      const voices: Voice[] = []
      let reviewer: ReviewerLayer | null = null
      let gold = new Layer()
      for (const { annotator, bytes, isCompared } of withDecisions(source)) {
        const isOnlyHeard = !isCompared && annotator !== source.reviewer
        if (isOnlyHeard && bytes && holdsNoComment(bytes)) continue
        try {
          const beyond = annotator === source.reviewer ? decidedHere(source, bytes, text, textSha256) : null
          if (!beyond && !bytes) continue
          const file = beyond ? null : readSidecar(bytes!)
          if (isOnlyHeard && file) {
            voices.push({ layer: annotator, comments: remarksIn(file).comments })
            continue
          }
          const placed = beyond ?? placeLayer(file!, text, textSha256, ruler)
          if (annotator === source.reviewer && !(file && saysItIsAnswers(file))) {
            const annotations = [...placed.annotations, ...placed.unplaced]
            const verdicts = placed.verdicts.filter(isKnown)
            reviewer = { annotator, verdicts, annotations }
            if (taking) gold = new Layer(placed)
          }
          voices.push({ layer: annotator, comments: placed.comments.filter(isKnown) })
          if (!isCompared || !file) continue
          // Who only comments here by now has said all the same what was withdrawn.
          known.set(annotator, new Set(placed.unplaced.map(({ id }) => id)))
          const layer = layerOfSidecar(annotator, placed)
          if (onlyDiscusses(layer, placed.comments.length + placed.verdicts.length)) continue
          const { revision, status, article: made } = file as unknown as Sidecar
          layers.push({ ...layer, revision })
          compared.push({
            ...{ annotator, status, revision, annotations: layer.annotations.length },
            ...{ unplaced: placed.unplaced.length, isOfAnotherText: made.textSha256 !== textSha256 },
          })
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          if (isOnlyHeard) unheard.push(annotator)
          else unread.push({ annotator, problem: { kind: error.kind, detail: error.detail } })
        }
      }
      const judged = new Set(reviewer?.verdicts.map(({ on }) => on.layer))
      for (const annotator of source.missing) if (judged.has(annotator)) known.set(annotator, new Set())
      const threads = threadsOf(voices)
      const { reviewer: by } = source
      const isOpen = ({ id, created, modified }: Verdict) =>
        by !== null && isDisputed({ layer: by, verdict: id, given: modified ?? created }, threads)
      const said = casesOf({ text, layers, reviewer, comparing, known, isDisputed: isOpen })
      const { verdicts, annotations } = reviewer ?? { verdicts: [], annotations: [] }
      const gone =
        comparing.tags === null
          ? withdrawnOf({ cases: said, known, verdicts, gold: annotations, isDisputed: isOpen })
          : []
      const cases = [...said, ...gone]
      const isAsked = ({ kinds: own, state }: Case) => state !== 'open' || own.some(kind => kinds?.includes(kind))
      const asked = kinds === null ? cases : cases.filter(isAsked)
      // Of a gold layer that can't be read, nobody knows what has been decided.
      const isGoldKnown = unread.every(({ annotator }) => annotator !== source.reviewer)
      const taken = taking && isGoldKnown ? takenOf(cases, taking, text, gold) : null
      return { layers: compared, known, pieces: inPieces(asked), counts: countCases(cases), unread, unheard, taken }
    },

    /** What files of layers say of themselves, in their order; or why they can't be read. */
    async lookAtLayers({
      files,
    }: {
      readonly files: readonly Uint8Array[]
    }): Promise<(LookedAtLayer | { readonly problem: ProblemNotice })[]> {
      const looked: (LookedAtLayer | { readonly problem: ProblemNotice })[] = []
      for (const bytes of files) {
        const read = await orNotice(() => readSidecar(bytes))
        if (isNotice(read)) looked.push({ problem: read })
        else {
          const layer = read as unknown as Sidecar
          const { annotator, status, annotations, unplaced, comments = [], verdicts = [] } = layer
          const imported = [...annotations, ...unplaced].filter(({ origin }) => origin?.kind === 'imported').length
          const said = {
            onlyDiscusses: unplaced.length === 0 && onlyDiscusses(layer, comments.length + verdicts.length),
          }
          looked.push({ name: annotator.name, status, imported, isOfAnswers: saysItIsAnswers(read), ...said })
        }
      }
      return looked
    },
  }
}

export type ReviewTasks = ReturnType<typeof makeReviewTasks>

function takenOf(cases: readonly Case[], { threshold, by, now }: Taking, text: string, gold: Layer) {
  const { edit, seen, count } = takeAgreed(cases, threshold, {
    ...{
      text,
      gold,
      opinions: opinionsIn(cases),
      verdicts: verdictsOn(gold.verdicts.values()),
      by,
      now: new Date(now),
    },
  })
  return edit && { text: `"edit":${JSON.stringify(edit)},"seen":${JSON.stringify(seen)}`, count }
}

/** Whether what is called gold says that answers made it: what somebody answered decides nothing. */
function saysItIsAnswers(file: JsonObject): boolean {
  return isMadeByAnswers(headOf(file).annotator, file as unknown as Sidecar)
}

/** The layers, with the reviewer's even where only a history knows of it. */
function withDecisions({ layers, reviewer, beyond }: ReviewSource): {
  readonly annotator: string
  readonly bytes: Uint8Array | null
  readonly isCompared: boolean
}[] {
  const isThere = layers.some(({ annotator }) => annotator === reviewer)
  return beyond && reviewer !== null && !isThere
    ? [...layers, { annotator: reviewer, bytes: null, isCompared: false }]
    : [...layers]
}

function isKnown<T extends object>(entry: T | Opaque): entry is T {
  return !isOpaqueEntry(entry)
}

function inPieces(cases: readonly Case[]): { readonly text: string; readonly count: number }[] {
  const pieces: { text: string; count: number }[] = []
  let texts: string[] = []
  let length = 0
  const end = () => {
    if (texts.length > 0) pieces.push({ text: `[${texts.join()}]`, count: texts.length })
    texts = []
    length = 0
  }
  for (const one of cases) {
    const text = JSON.stringify(one)
    if (length + text.length > PIECE_LENGTH) end()
    texts.push(text)
    length += text.length
  }
  end()
  return pieces
}
