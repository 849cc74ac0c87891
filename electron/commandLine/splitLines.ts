import { words as en } from '../../shared/words/words.ts'
import type { Split } from '../dataset/splitDataset.ts'

/** So many articles are named; the receipt names all. */
const NAMED = 20

/** How a split came out, and what became of the earlier one. */
export function splitLines({ report, earlier }: Split): string[] {
  if (!earlier) return [en.commandLine.split(report)]
  const { kept, gone, moved } = earlier
  return [
    en.commandLine.split(report),
    en.commandLine.earlierKept(kept),
    ...(gone > 0 ? [en.commandLine.earlierGone(gone)] : []),
    ...(moved.length > 0 ? [en.commandLine.earlierMoved(moved.length)] : []),
    ...moved.slice(0, NAMED).map(({ path, from, to }) => `  ${path}: ${from} → ${to}`),
    ...(moved.length > NAMED ? [`  ${en.commandLine.andMore(moved.length - NAMED)}`] : []),
  ]
}
