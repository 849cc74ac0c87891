import { asTheyAre } from '../../shared/agreement/compareLayers.ts'
import type { Comment } from '../../shared/annotation/comment.ts'
import { isOpaqueEntry } from '../../shared/annotation/opaque.ts'
import type { Verdict } from '../../shared/annotation/verdict.ts'
import { annotates } from '../../shared/dataset/annotates.ts'
import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import { all } from '../../shared/dataset/select.ts'
import { threadsOf } from '../../shared/discussion/threads.ts'
import { titleOf } from '../../shared/exporters/htmlCopy/page.ts'
import { type LetterGround, type LetterPart, letterPart } from '../../shared/letters/letter.ts'
import { type Answer, readAnswer } from '../../shared/packet/answer.ts'
import { type MadeArticle, packetArticle } from '../../shared/packet/packetArticle.ts'
import { hiddenId } from '../../shared/packet/takeAnswer.ts'
import type { Merged } from '../../shared/project/merged.ts'
import { casesOf, type ReviewedLayer } from '../../shared/review/casesOf.ts'
import { sayings } from '../../shared/review/saying.ts'
import { type AnsweredEdit, answeredEdit, type OwnAnswerSource } from './answeredEdit.ts'
import { type AnsweredLayer, type AnswerSource, answeredLayer } from './answeredLayer.ts'
import { type Answerer, answererOf } from './answererOf.ts'
import { type DatasetSource, datasetArticle, type NotTaken } from './datasetArticle.ts'
import { isMadeByAnswers } from './holdsAnswersAlone.ts'
import { type AskedOfLayer, isAnswerers } from './isAnswerers.ts'

/** What letters and packets are made of, and what comes back: files of others are read here and nowhere else. */
export function makeTellTasks() {
  return {
    /** What some annotators are told of an article; those who don't have it are left out. Throws what reading the article throws. */
    async letterParts({
      source,
      annotators,
      merged,
      ground,
    }: {
      readonly source: DatasetSource
      readonly annotators: readonly string[]
      readonly merged: Merged
      readonly ground: Omit<LetterGround, 'annotator'>
    }): Promise<{
      readonly parts: readonly (readonly [string, LetterPart])[]
      readonly notTaken: readonly NotTaken[]
    }> {
      const { article, files, read, notTaken } = await datasetArticle(source, all)
      const { text, path } = article
      const layers = article.layers.map(
        (layer): ReviewedLayer => ({ ...layer, revision: files.get(layer.annotator)!.head.revision }),
      )
      const gold = layers.find(({ annotator }) => annotator === ground.gold)
      if (!gold) return { parts: [], notTaken }
      const { head, placed } = files.get(ground.gold)!
      if (isMadeByAnswers(head.annotator, placed)) return { parts: [], notTaken }
      const verdicts = placed.verdicts.filter((one): one is Verdict => !isOpaqueEntry(one))
      const annotations = [...placed.annotations, ...placed.unplaced]
      const reviewer = { annotator: ground.gold, verdicts, annotations }
      const said = [...files].map(([layer, { placed }]) => {
        return { layer, comments: placed.comments.filter((one): one is Comment => !isOpaqueEntry(one)) }
      })
      const threads = threadsOf(said)
      const parts = annotators.flatMap((annotator): [string, LetterPart][] => {
        const own = layers.find(layer => layer.annotator === annotator)
        // Whoever only judged or discussed has missed nothing.
        if (!own || !annotates(own)) return []
        const cases = casesOf({ text, layers: [own, gold], reviewer, comparing: { ...asTheyAre, merged } })
        const isUnfinished = (own.status ?? 'in-progress') === 'in-progress'
        const told = { path, text, title: titleOf(article), textSha256: read.textSha256, cases, threads, isUnfinished }
        return [[annotator, letterPart(told, { ...ground, annotator })]]
      })
      return { parts, notTaken }
    },

    /** An article of a packet, the `place`th of it. Names are hidden where aliases are given. Throws what reading the article throws. */
    async packetArticle({
      source,
      head,
      place,
      aliases,
    }: {
      readonly source: DatasetSource
      readonly head: DatasetHead
      readonly place: number
      readonly aliases: Readonly<Record<string, string>> | null
    }): Promise<{ readonly made: MadeArticle; readonly notTaken: readonly NotTaken[] }> {
      const { article, files, read, notTaken } = await datasetArticle(source, { ...all, aliases })
      const named = new Map([...files.keys()].map(id => [aliases?.[id] ?? id, id]))
      const says = new Map(article.layers.map(layer => [layer.annotator, sayings(article.text, layer)]))
      const asJudged = (layer: string, annotation: string) => ({
        annotation: aliases ? hiddenId(named.get(layer)!, annotation) : annotation,
        revision: files.get(named.get(layer)!)!.head.revision,
        says: says.get(layer)!.get(annotation)!,
      })
      return { made: packetArticle({ article, textSha256: read.textSha256, asJudged }, head, place), notTaken }
    },

    /** The answer in a file's bytes. Throws Problem `cannot-read` or `too-large`. */
    answer: async ({ bytes }: { readonly bytes: Uint8Array }): Promise<Answer> => readAnswer(bytes),

    /** What an answer of whoever is at work here comes to in one article, as an edit of their layer. */
    answeredEdit: (source: OwnAnswerSource): Promise<AnsweredEdit> => answeredEdit(source),

    /** Whose answers made a layer; null where none did. */
    answererOf: async (asked: { readonly bytes: Uint8Array }): Promise<Answerer | null> => answererOf(asked),

    /** Whether answers of a person made a layer. */
    isAnswerers: async (asked: AskedOfLayer): Promise<boolean> => isAnswerers(asked),

    /** What an answer comes to in one article, and the layer of whoever answered as it is with that. */
    answeredLayer: (source: AnswerSource): Promise<AnsweredLayer> => answeredLayer(source),
  }
}

export type TellTasks = ReturnType<typeof makeTellTasks>
