import type { Scope } from '../../shared/agreement/agreementReport.ts'
import type { GammaByTag, GammaReport, GammaSum } from '../../shared/agreement/gamma/articleGamma.ts'

/** γ of two annotators, or of all with null; null where the two weren't measured. */
export function gammaIn(report: GammaReport, pair: Scope['pair']): GammaByTag<GammaSum> | null {
  return pair ? (report.pairs.find(({ a, b }) => a === pair.a && b === pair.b) ?? null) : report
}
