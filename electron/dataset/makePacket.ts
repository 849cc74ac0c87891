import { createHash, randomUUID } from 'node:crypto'
import { withoutSealed } from '../../shared/organise/sealed.ts'
import type { MadeArticle } from '../../shared/packet/packetArticle.ts'
import { packetPage } from '../../shared/packet/packetPage.ts'
import { Problem } from '../../shared/problems/problem.ts'
import type { Fence } from '../disk/fence.ts'
import { OutFiles } from '../disk/outFiles.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import { sourcesOf } from './articleSource.ts'
import { wantedArticles } from './exportDataset.ts'
import { headOf } from './headOf.ts'
import type { TellGround } from './tellGround.ts'

/** What goes into a packet. */
export interface PacketAsked {
  /** Ids of annotators whose annotations are judged. */
  readonly layers: readonly string[]
  /** Paths; null: all that have one of these layers. Those without anything to judge are left out. */
  readonly articles: ReadonlySet<string> | null
  /** Who asks, as they are called; '' where that isn't said. */
  readonly from: string
  /** Annotators are called A, B, …. */
  readonly isBlind: boolean
  /** Who asks, who may see their own sealed layer; null: nobody. */
  readonly person: string | null
  /** A file that isn't there yet. Absolute. */
  readonly out: string
}

export interface PacketDone {
  readonly articles: number
  /** How many annotations there are to judge. */
  readonly things: number
  readonly bytes: number
  readonly notTaken: readonly NotTaken[]
}

/**
 * Writes a review packet: one file, which appears whole or not at all. Where
 * nothing can be judged none is written. Throws the Problem that prevents it,
 * and an `AbortError` when it is stopped.
 */
export async function makePacket(asked: PacketAsked, outFence: Fence, ground: TellGround): Promise<PacketDone> {
  const { disk, fence, bench, project, sealing, workspace, signal } = ground
  const { layers, isBlind, from } = asked
  const { open } = withoutSealed(ground.articles, sealing, asked.person)
  const wanted = wantedArticles(open, { layers, shard: null, articles: asked.articles })
  const id = randomUUID()
  const aliases = isBlind ? lettersFor(layers, id) : null
  const head = headOf(workspace, project, wanted, { tags: null, zones: null, aliases }, [])
  const made: MadeArticle[] = []
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
      const one = { source, head, place: made.length, aliases }
      const article = await bench.run('packetArticle', one, { signal }).catch(unlessProblem)
      if (article instanceof Problem) notTaken.push(untaken(source.path, article))
      else {
        notTaken.push(...article.notTaken)
        // Nobody judges anything in it: its text stays here.
        if (article.made.things > 0) made.push(article.made)
      }
    }
    const sum = { articles: made.length, things: made.reduce((sum, { things }) => sum + things, 0), notTaken }
    if (sum.things === 0) {
      await files.discard()
      return { ...sum, bytes: 0 }
    }
    let bytes = 0
    const page = { id, name: workspace, from, codebook: head.codebook }
    for (const data of packetPage(page, made)) {
      bytes += Buffer.byteLength(data)
      await files.write([{ file: '', data }])
    }
    await files.close()
    await files.finish()
    return { ...sum, bytes }
  } catch (error) {
    await files.discard()
    throw error
  }
}

/** An article that can't be read is left out, and told: the others are judged all the same. */
function unlessProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  throw error
}

function untaken(path: string, { kind, detail }: Problem): NotTaken {
  return { path, annotator: null, id: '', why: 'problem', problem: { kind, detail } }
}

/** A, B, … Z, AA, AB, … for annotators: no annotator is called so. Their order is another in each packet, and tells nothing of their ids. */
export function lettersFor(annotators: readonly string[], packet: string): Record<string, string> {
  const place = (id: string) => createHash('sha256').update(`${packet}\n${id}`).digest('hex')
  const mixed = [...annotators].sort((a, b) => (place(a) < place(b) ? -1 : 1))
  return Object.fromEntries(mixed.map((id, i) => [id, letters(i)]))
}

function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26))
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last
}
