import fc from 'fast-check'
import { expect } from 'vitest'
import { saying } from '../dataset/compare.ts'
import type { DatasetArticle, DatasetHead } from '../dataset/dataset.ts'
import { anyArticles, anyHead } from '../dataset/drawnDataset.laws.ts'
import { fitTo } from '../dataset/fit.ts'
import type { Format, Part, ReadArticle, Untaken, WriteChoices } from '../dataset/format.ts'
import { memoryFiles } from '../dataset/memoryFiles.ts'

/** Test ground: what every format promises, read off its table. */

/** What is written of articles, which are fitted to the format first. */
export function written(
  format: Format,
  articles: readonly DatasetArticle[],
  choices: Partial<WriteChoices> = {},
  head: DatasetHead = anyHead,
): Part[] {
  const writer = format.write!(head, {
    unit: format.units[0] ?? 'codepoint',
    withText: true,
    fittings: {},
    options: {},
    ...choices,
  })
  const fitted = articles.map(article => fitTo(article, format.says, choices.fittings).article)
  return [...writer.begin(), ...fitted.flatMap(article => [...writer.add(article)]), ...writer.end()]
}

/** What is read back of them. */
export async function readBack(
  format: Format,
  parts: readonly Part[],
  textOf: (name: string) => string | null = () => null,
) {
  const articles: ReadArticle[] = []
  const untaken: Untaken[] = []
  const files = memoryFiles(parts)
  for await (const item of format.read!(files, { annotator: 'nobody', textOf: async name => textOf(name) })) {
    if (item.kind === 'article') articles.push(item.article)
    else untaken.push(item.untaken)
  }
  return { articles, untaken }
}

/** Out and in again is the identity on everything that the loss report doesn't name: for random articles, in every unit that the format has. */
export async function holdsRoundTrip(
  format: Format,
  numRuns = Number(process.env['STET_LAW_RUNS'] ?? 120),
): Promise<void> {
  const units = format.units.length > 0 ? format.units : (['codepoint'] as const)
  await fc.assert(
    fc.asyncProperty(anyArticles, fc.constantFrom(...units), async (articles, unit) => {
      const { articles: read, untaken } = await readBack(format, written(format, articles, { unit }))
      expect(untaken).toEqual([])
      const meant = articles.map(article => saying(fitTo(article, format.says).article, format.says, format.keepsIds))
      // Where whose they are is told by files, articles come in the order of whoever annotated them.
      expect(read.map(article => saying(article, format.says, format.keepsIds)).sort()).toEqual(meant.sort())
    }),
    { numRuns },
  )
}
