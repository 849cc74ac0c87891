import type { Block } from '../article/article.ts'
import type { Sidecar } from '../sidecar/schema.ts'
import type { Ruler } from '../text/ruler.ts'
import type { Finding } from './finding.ts'

/** The article that a layer stands beside, as it is read now. Offsets of blocks are UTF-16. */
export interface CheckedArticle {
  /** The file's name, without a folder. */
  readonly name: string
  readonly sha256: string
  readonly text: string
  readonly textSha256: string
  readonly ruler: Ruler
  /** With the zones that a person corrected. */
  readonly blocks: readonly Block[]
  readonly zoneRules: number
  /** Whether a sidecar must hold the text, since the file isn't plain valid UTF-8. */
  readonly textInSidecar: boolean
}

/** A finding of which the file is known to whoever asked. */
export type InFile = Omit<Finding, 'file'>

/** What has no place in the file already, one by one. */
export function unplacedIn({ unplaced }: Pick<Sidecar, 'unplaced'>): InFile[] {
  return unplaced.map(one => ({ kind: 'unplaced', about: one.placement, annotation: one.id, quote: quoteIn(one) }))
}

/** The words of an annotation in a file. */
export function quoteIn({ spans }: { readonly spans: readonly { readonly quote: string }[] }): string {
  return spans.map(({ quote }) => quote).join(' … ')
}
