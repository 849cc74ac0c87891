import { basename } from 'node:path'
import { MAX_ARTICLE_BYTES, MAX_SIDECAR_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { factsName } from '../../shared/sidecar/names.ts'
import { disk } from '../disk/disk.ts'
import { readBounded } from '../disk/readBounded.ts'
import type { ArticleFile } from '../work/readArticle.ts'
import { type CommandGround, STANDARD } from './command.ts'
import { pathOf } from './names.ts'

/** What standard input is called where nothing else is said: its ending says how it is read. */
export const INPUT_NAME = 'standard-input.txt'

/** The file that somebody named, with the facts beside it, as a worker takes it. Throws what `readBounded` throws of the file. */
export async function readNamed({
  path,
  encoding,
}: {
  readonly path: string
  readonly encoding?: string
}): Promise<ArticleFile> {
  const bytes = await readBounded(disk, path, MAX_ARTICLE_BYTES)
  const facts = await readBounded(disk, factsName(path), MAX_SIDECAR_BYTES).catch(unlessProblem)
  return { name: basename(path), bytes, facts, ...(encoding === undefined ? {} : { encoding }) }
}

/** The same of a name that may stand for standard input, which is read as a file called `as` would be and has nothing beside it. */
export async function readGiven(
  {
    name,
    encoding,
    as = INPUT_NAME,
  }: { readonly name: string; readonly encoding?: string; readonly as?: string | undefined },
  ground: Pick<CommandGround, 'calledFrom' | 'input'>,
): Promise<ArticleFile> {
  const chosen = encoding === undefined ? {} : { encoding }
  if (name !== STANDARD) return readNamed({ path: pathOf(name, ground), ...chosen })
  return { name: basename(as), bytes: await ground.input(MAX_ARTICLE_BYTES), facts: null, ...chosen }
}

/** Facts that can't be read choose no encoding. */
function unlessProblem(error: unknown): null {
  if (error instanceof Problem) return null
  throw error
}
