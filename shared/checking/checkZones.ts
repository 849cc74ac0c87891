import type { Sidecar } from '../sidecar/schema.ts'
import type { CheckedArticle, InFile } from './inFile.ts'

/** Whether the zones of a sidecar lie in the text one after the other, and are those that the reader finds now. What a person corrected isn't held against the file: it may have been said since. */
export function checkZones(sidecar: Sidecar, { text, textSha256, ruler, blocks, zoneRules }: CheckedArticle): InFile[] {
  if (sidecar.article.textSha256 !== textSha256) return []
  const length = ruler.toCodePoint(text.length)
  const zones = [...sidecar.zones].sort((one, other) => one.start - other.start)
  const bad = zones.filter(({ start, end }, i) => start >= end || end > length || (i > 0 && zones[i - 1]!.end > start))
  if (bad.length > 0) return bad.map(({ start, end, zone }) => ({ kind: 'bad-zone', about: `${zone} ${start}–${end}` }))
  if (sidecar.zoneRules !== zoneRules) return []
  const now = blocks.map(block => ({
    ...block,
    start: ruler.toCodePoint(block.start),
    end: ruler.toCodePoint(block.end),
  }))
  const corrected = new Set([...zones, ...now].filter(({ by }) => by === 'person').map(({ start }) => start))
  const ofReader = (some: readonly { readonly start: number; readonly end: number; readonly zone: string }[]) =>
    some
      .filter(({ start, zone }) => zone !== 'body' && !corrected.has(start))
      .map(({ start, end, zone }) => `${zone} ${start}–${end}`)
  const [said, found] = [new Set(ofReader(zones)), new Set(ofReader(now))]
  const differ = [...[...said].filter(one => !found.has(one)), ...[...found].filter(one => !said.has(one))]
  return differ.length === 0 ? [] : [{ kind: 'other-zones', about: differ.slice(0, 3).join(', ') }]
}
