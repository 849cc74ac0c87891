import type { DatasetLayer } from './dataset.ts'

/**
 * Whether an annotator has annotated an article. A layer that holds only comments
 * or verdicts (an answer to a review packet, a reviewer's question) says nothing
 * of what there is to annotate: who made it is not somebody who found nothing.
 */
export function annotates({ annotations, links, status, discussion = 0 }: DatasetLayer): boolean {
  return annotations.length + links.length > 0 || discussion === 0 || (status ?? 'in-progress') !== 'in-progress'
}
