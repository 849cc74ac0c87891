import { basename } from 'node:path'
import { Problem } from '../../shared/problems/problem.ts'
import { words as en } from '../../shared/words/words.ts'
import { openWorkspace } from '../dataset/openWorkspace.ts'
import type { TellGround } from '../dataset/tellGround.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import type { NotTaken } from '../work/datasetArticle.ts'
import type { CommandGround } from './command.ts'
import { isFile } from './names.ts'
import { nowAndThen } from './nowAndThen.ts'
import { layerAt } from './sayLeftOut.ts'
import { sentenceOf } from './sentenceOf.ts'
import { WrongUsage } from './wrongUsage.ts'

/** The workspace in a folder, for letters, packets and answers. Throws `WrongUsage` for a file, and the Problem that prevents listing it. */
export async function tellGroundAt(root: string, command: CommandGround): Promise<TellGround> {
  if (await isFile(root)) throw new WrongUsage(en.commandLine.notAWorkspace)
  const fence = await raiseFence(disk, root)
  const { articles, project, sealing } = await openWorkspace(disk, fence, command.workbench)
  const tell = nowAndThen(command.progress)
  return {
    ...{ disk, fence, articles, project, sealing, bench: command.datasetBench, workspace: basename(fence.root) },
    now: () => new Date(),
    told: (done, of) => {
      if (done < of) tell(() => en.telling.progress(done, of))
    },
  }
}

/** Annotators who have a layer. Throws `WrongUsage` for one who hasn't. */
export function present(ids: readonly string[], { articles }: TellGround): readonly string[] {
  const there = new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))
  const strange = ids.filter(id => !there.has(id))
  if (strange.length > 0) throw new WrongUsage(en.commandLine.noSuchLayers(strange.join(', ')))
  return ids
}

/** Says what couldn't be read. Gives whether everything could. */
export function sayUnread(notTaken: readonly NotTaken[], say: CommandGround['say']): boolean {
  const unread = notTaken.flatMap(({ path, annotator, problem }) => (problem ? [{ path, annotator, problem }] : []))
  for (const { path, annotator, problem } of unread)
    say(en.commandLine.unread(layerAt(path, annotator), sentenceOf(problem)))
  return unread.length === 0
}

/** Where something new goes. Throws Problem `file-name-taken` where something is there. */
export async function newAt(path: string): Promise<string> {
  const there = await disk.lstat(path).catch(() => null)
  if (there) throw new Problem('file-name-taken', basename(path))
  return path
}
