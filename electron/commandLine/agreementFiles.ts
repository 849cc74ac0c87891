import { basename, dirname } from 'node:path'
import { annotatorNames } from '../../shared/agreement/written/annotatorNames.ts'
import { isGold } from '../../shared/sidecar/names.ts'
import { words as en } from '../../shared/words/words.ts'
import { namesOfLayers } from '../dataset/namesOfLayers.ts'
import { disk } from '../disk/disk.ts'
import { raiseFence } from '../disk/fence.ts'
import { readOnlyDisk } from '../disk/readOnlyDisk.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import { agreementWritten, type FiguresToWrite, labelsIn, type WrittenAsked } from '../work/agreementWritten.ts'
import type { CommandGround } from './command.ts'
import type { comparedLayers } from './comparedLayers.ts'
import { pathOf } from './names.ts'
import { newAt } from './tellWords.ts'

/** The forms in which figures are written into a file: an option each. */
export const fileFormats = ['csv', 'html'] as const

/** A file that was asked for. */
export interface AskedFile {
  readonly format: (typeof fileFormats)[number]
  readonly path: string
}

/** The files that were asked for. Throws Problem `file-name-taken` where something is there already. */
export async function askedFiles(
  said: { readonly [F in AskedFile['format']]?: string },
  ground: Pick<CommandGround, 'calledFrom'>,
): Promise<readonly AskedFile[]> {
  const asked: AskedFile[] = []
  for (const format of fileFormats) {
    const name = said[format]
    if (name !== undefined) asked.push({ format, path: await newAt(pathOf(name, ground)) })
  }
  return asked
}

/** Writes figures into files, as the window's sheet does: the same figures have the same bytes. */
export async function writeAgreement(
  files: readonly AskedFile[],
  figures: FiguresToWrite,
  gamma: WrittenAsked['gamma'],
  { articles, project, fence, leftOut }: Awaited<ReturnType<typeof comparedLayers>>,
  { datasetBench, say }: Pick<CommandGround, 'datasetBench' | 'say'>,
): Promise<void> {
  if (files.length === 0) return
  const layers = await namesOfLayers(articles, project, { disk: readOnlyDisk(disk), fence, bench: datasetBench })
  const shown = annotatorNames(layers.map(one => ({ ...one, isGold: isGold(one.annotator) })))
  const about = {
    ...{ workspace: basename(fence.root), leftOut, gamma, isBlind: false, labels: labelsIn(project.codebook) },
    names: [...shown].map(([annotator, name]) => ({ annotator, name })),
  }
  for (const { format, path } of files) {
    const text = agreementWritten(figures, { ...about, format })
    await replaceFile(disk, await raiseFence(disk, dirname(path)), path, Buffer.from(text))
    say(en.measuring.report.saved(basename(path)))
  }
}
