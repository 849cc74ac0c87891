import type { ReactNode } from 'react'
import type { Scope } from '../../shared/agreement/agreementReport.ts'
import { words as en } from '../../shared/words/words.ts'
import { useAnnotators } from './useNames.ts'

interface Props {
  readonly pair: Scope['pair']
  readonly children: ReactNode
}

/** What tells counts of these two (null: of all); where these are hidden with the names, that. */
export function Counted({ pair, children }: Props) {
  const { hidesCounts } = useAnnotators()
  return hidesCounts(pair) ? <p className="legend">{en.agreement.countsHidden}</p> : children
}
