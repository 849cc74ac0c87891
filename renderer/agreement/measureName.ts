import type { FigureLevel, FigureMeasure } from '../../shared/agreement/figures/figure.ts'
import { words as en } from '../../shared/words/words.ts'

/** What a measure is called; where things are measured at several levels, at which. */
export function measureName(measure: FigureMeasure, level: FigureLevel = null): string {
  const names: Readonly<Record<FigureMeasure, string>> = { ...en.coefficients.measures, ...en.figures.measures }
  return level === null ? names[measure] : en.measuring.measureAt(names[measure], en.figures.levels[level])
}
