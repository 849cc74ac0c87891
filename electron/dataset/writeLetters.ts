import { randomUUID } from 'node:crypto'
import { type Letter, type LetterPart, letterOf } from '../../shared/letters/letter.ts'
import { letterHtml } from '../../shared/letters/letterHtml.ts'
import { letterMarkdown } from '../../shared/letters/letterMarkdown.ts'
import { withoutSealed } from '../../shared/organise/sealed.ts'
import { mergedIn } from '../../shared/project/merged.ts'
import type { Fence } from '../disk/fence.ts'
import { OutFiles } from '../disk/outFiles.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import { ofArticle, sourcesOf } from './articleSource.ts'
import { peopleIn, type TellGround } from './tellGround.ts'

/** Which letters are written, and how. */
export interface LettersAsked {
  /** The id of the final layer. */
  readonly gold: string
  /** Ids of annotators; null: everybody who has a layer beside gold. */
  readonly to: readonly string[] | null
  readonly format: 'html' | 'markdown'
  /** Nobody is named as the one who decided. */
  readonly isBlind: boolean
  /** Who asks, who may see their own sealed layer; null: nobody. */
  readonly person: string | null
  /** A folder that isn't there yet. Absolute. */
  readonly out: string
}

/** What was written. */
export interface LettersDone {
  readonly letters: readonly {
    readonly file: string
    readonly annotator: string
    readonly name: string
    readonly corrections: number
    readonly right: number
    readonly undecided: number
  }[]
  readonly notTaken: readonly NotTaken[]
}

/** Those who could get a letter about a final layer: whoever has a layer in an article that it has. Gold of anybody isn't corrected. */
export function annotatorsBeside(articles: TellGround['articles'], gold: string): string[] {
  const beside = articles.filter(({ layers }) => layers.some(({ annotator }) => annotator === gold))
  const ids = new Set(beside.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))
  return [...ids].filter(id => id !== gold && !id.startsWith('gold-')).sort()
}

/**
 * Writes letters into a new folder, which appears whole or not at all. Nothing in
 * the workspace is touched. Throws the Problem that prevents it, and an
 * `AbortError` when it is stopped.
 */
export async function writeLetters(asked: LettersAsked, outFence: Fence, ground: TellGround): Promise<LettersDone> {
  const { disk, fence, bench, articles, project, sealing, workspace, signal } = ground
  const { gold, format } = asked
  const annotators = asked.to ?? annotatorsBeside(articles, gold)
  // All layers of these articles that may be seen: anybody may have disagreed with what is final.
  const wanted = withoutSealed(articles, sealing, asked.person)
    .open.filter(
      ({ layers }) =>
        layers.some(({ annotator }) => annotator === gold) &&
        layers.some(({ annotator }) => annotator !== gold && annotators.includes(annotator)),
    )
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  const nameOf = peopleIn(project)
  const { codebook } = project
  const entities = new Map([...project.entities.values()].map(({ id, name }) => [id, name]))
  const told = { gold, codebook, entities, isBlind: asked.isBlind }
  const merged = mergedIn(project)
  const parts = new Map<string, LetterPart[]>(annotators.map(id => [id, []]))
  const notTaken: NotTaken[] = []
  const files = await OutFiles.begin(disk, outFence, asked.out)
  try {
    let done = 0
    for await (const source of sourcesOf(disk, fence, wanted)) {
      signal?.throwIfAborted()
      ground.told?.(++done, wanted.length)
      if ('why' in source) {
        notTaken.push(source)
        continue
      }
      const made = await ofArticle(
        source.path,
        bench.run('letterParts', { source, annotators, merged, ground: told }, { signal }),
      )
      notTaken.push(...made.notTaken)
      for (const [annotator, part] of made.parts) parts.get(annotator)!.push(part)
    }
    const letters: LettersDone['letters'][number][] = []
    for (const [annotator, some] of parts) {
      if (some.length === 0) continue
      const head = {
        ...{ id: randomUUID(), workspace, to: { id: annotator, name: nameOf(annotator) } },
        ...{ from: asked.isBlind ? '' : nameOf(ownerOf(gold)), made: ground.now().toISOString() },
      }
      const letter = letterOf(head, some)
      const file = `letter-${annotator}.${format === 'html' ? 'html' : 'md'}`
      await files.write([{ file, data: written(letter, format) }])
      const { count: corrections, right, undecided } = letter
      letters.push({ file, annotator, name: head.to.name, corrections, right, undecided })
    }
    if (letters.length === 0) {
      await files.discard()
      return { letters, notTaken }
    }
    await files.close()
    await files.finish()
    return { letters, notTaken }
  } catch (error) {
    await files.discard()
    throw error
  }
}

function written(letter: Letter, format: LettersAsked['format']): string {
  return format === 'html' ? letterHtml(letter) : letterMarkdown(letter)
}

/** Who made a gold layer. */
function ownerOf(gold: string): string {
  return gold.replace(/^gold-/, '')
}
