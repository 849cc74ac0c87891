import type { DatasetLayer } from './dataset.ts'

/** Whether an annotator has annotated an article: who made a layer that only discusses is not somebody who found nothing. */
export function annotates({ onlyDiscusses }: Pick<DatasetLayer, 'onlyDiscusses'>): boolean {
  return onlyDiscusses !== true
}

/**
 * Whether a layer holds only comments or verdicts, of which it has so many (an
 * answer to a review packet, a reviewer's question): it says nothing of what
 * there is to annotate.
 */
export function onlyDiscusses(
  {
    annotations,
    links,
    status,
  }: Pick<DatasetLayer, 'status'> & { readonly annotations: readonly unknown[]; readonly links: readonly unknown[] },
  remarks: number,
): boolean {
  return annotations.length + links.length === 0 && remarks > 0 && (status ?? 'in-progress') === 'in-progress'
}
