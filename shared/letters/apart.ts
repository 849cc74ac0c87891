import type { Difference } from '../agreement/differences.ts'
import { isSameAnswer } from '../agreement/readied.ts'
import type { CaseLink, Opinion } from '../review/case.ts'

/** What two opinions differ in that stand in different places: no case has both, and nobody has compared them. */
export function apart(said: Opinion, final: Opinion): Difference[] {
  const found: Difference[] = []
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  if (!isSame(said.spans, final.spans)) found.push({ kind: 'extent' })
  if (said.tag !== final.tag) found.push({ kind: 'tag' })
  else
    for (const attribute of new Set([...Object.keys(said.attributes), ...Object.keys(final.attributes)]))
      if (!isSameAnswer(said.attributes[attribute], final.attributes[attribute]))
        found.push({ kind: 'attribute', attribute })
  if (said.entity !== final.entity) found.push({ kind: 'entity' })
  for (const type of new Set([...said.links, ...final.links].map(({ type }) => type))) {
    const [mine, theirs] = [endsOf(said.links, type), endsOf(final.links, type)]
    const onlyA = mine.filter(end => !theirs.includes(end)).length
    const onlyB = theirs.filter(end => !mine.includes(end)).length
    if (onlyA + onlyB > 0) found.push({ kind: 'link', type, onlyA, onlyB })
  }
  if ((said.note ?? '') !== (final.note ?? '')) found.push({ kind: 'note' })
  return found
}

/** What links of a type lead to, whatever ids are. */
function endsOf(links: readonly CaseLink[], type: string): string[] {
  return links
    .filter(link => link.type === type)
    .map(({ to, attributes }) =>
      JSON.stringify(['annotation' in to ? [to.tag, to.spans] : to, Object.entries(attributes).sort()]),
    )
}
