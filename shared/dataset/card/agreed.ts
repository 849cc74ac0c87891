import { asTheyAre, compareLayers } from '../../agreement/compareLayers.ts'
import { addAll, addLevels, f1, type Levels } from '../../agreement/levels.ts'
import { Problem } from '../../problems/problem.ts'
import { annotates } from '../annotates.ts'
import type { DatasetArticle } from '../dataset.ts'

/** How far the annotators of a dataset agree, counted an article at a time. Memory grows with tags, not with articles. */
export class Agreed {
  /** Articles that two or more annotated. */
  articles = 0
  /** By id of the tag, all pairs of layers added. */
  levels: Readonly<Record<string, Levels>> = {}

  add({ text, layers }: Pick<DatasetArticle, 'text' | 'layers'>): void {
    // Gold is made of what it would be compared with.
    const own = layers.filter(
      layer => annotates(layer) && layer.status !== 'adjudicated' && !layer.annotator.startsWith('gold-'),
    )
    if (own.length < 2) return
    const compared = unlessEntangled(() => compareLayers(text, own, asTheyAre))
    if (!compared) return
    this.articles++
    for (const { levels } of compared) this.levels = addAll(this.levels, levels, addLevels)
  }
}

/** Null for layers that can't be compared: a card isn't kept from being written by them. */
function unlessEntangled<T>(compare: () => T): T | null {
  try {
    return compare()
  } catch (error) {
    if (error instanceof Problem && error.kind === 'too-entangled') return null
    throw error
  }
}

/** The same as a table of Markdown; nothing where nobody annotated what another did. */
export function agreedTable({ articles, levels }: Agreed, inCode: (tag: string) => string): string[] {
  if (articles === 0) return []
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  return [
    `Two or more annotated ${articles} of the articles. Every pair of their layers is compared, and the counts of all pairs are added; gold is left out. The figures are F₁: 1 where both have the same, 0 where they have nothing in common. They aren’t corrected for chance: \`stet agree\` gives the coefficients that are.`,
    '',
    '| tag | found (shares words) | same extent | by token | links from it |',
    '|---|---|---|---|---|',
    ...Object.entries(levels).map(
      ([tag, { found, exact, tokens, links }]) =>
        `| ${inCode(tag)} | ${[found, exact, tokens, links].map(tally => figure(f1(tally))).join(' | ')} |`,
    ),
  ]
}
