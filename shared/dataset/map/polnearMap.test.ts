import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { corpus, filesOf, halves, hasCorpus, patterns } from '../../exporters/brat/polnear.laws.ts'
import { brat } from '../../exporters/brat.ts'
import { applyMap } from './applyMap.ts'
import { attributions } from './polnearMap.laws.ts'
import type { MappedAway } from './tagMap.ts'

/** The events of an annotation file, read without ours: `E1` with how many contents, sources and cues. */
function eventsOf(ann: string) {
  return [...ann.matchAll(/^(E\d+)\t(\S+):T\d+(.*)$/gm)].map(([, id, type, args]) => {
    const times = (role: string) => [...args!.matchAll(new RegExp(` ${role}\\d*:`, 'g'))].length
    return { id: id!, type: type!, contents: times('Content'), sources: times('Source'), cues: times('Cue') }
  })
}

test.skipIf(!hasCorpus)(
  hasCorpus
    ? 'of each attribution of a corpus there are its links, or it is told what is missing'
    : 'the attributions of a corpus (skipped: not on this machine)',
  async () => {
    const counts = { frames: 0, links: 0, claims: 0, actors: 0, unknown: 0, cues: 0 }
    const away: MappedAway[] = []
    const wrong: string[] = []
    for (const half of halves)
      for await (const item of brat.read!(filesOf(half), { annotator: 'me', patterns, textOf: async () => null })) {
        if (item.kind === 'untaken') continue
        const mapped = applyMap(item.article, attributions)
        away.push(...mapped.away)
        for (const { annotator, annotations, links } of mapped.article.layers) {
          const file = item.article.path.replace(/\.txt$/, `_${annotator}.ann`)
          const events = eventsOf(readFileSync(join(corpus, half, 'attributions', file), 'utf8'))
          const toldOf = new Set(
            mapped.away.filter(one => one.annotator === annotator).map(({ id, why }) => `${id.split(':')[0]} ${why}`),
          )
          const made = new Map<string, number>()
          for (const { id } of links) {
            const event = id.split(':')[0]!
            made.set(event, (made.get(event) ?? 0) + 1)
          }
          for (const { id, type, contents, sources, cues } of events) {
            counts.frames++
            const ends = sources || (type === 'Attribution-no-source' ? 1 : 0)
            const isTold = (why: string) => toldOf.has(`${id} ${why}`)
            const isWhole =
              (made.get(id) ?? 0) === contents * ends &&
              (contents > 0 || isTold('no-from')) &&
              (contents * ends === 0 || cues < 2 || isTold('several-cues'))
            if (!isWhole) wrong.push(`${file} ${id}`)
          }
          expect(annotations.filter(({ cameAs }) => cameAs === 'frame')).toEqual([])
          counts.links += links.length
          counts.cues += links.filter(({ cue }) => cue).length
          const tagged = (tag: string) => annotations.filter(one => one.tag === tag)
          counts.claims += tagged('claim').length
          counts.actors += tagged('actor').length
          counts.unknown += tagged('claim').filter(({ attributes }) => attributes['source'] === 'unknown').length
        }
      }
    const whys = new Map<string, number>()
    for (const { why } of away) whys.set(why, (whys.get(why) ?? 0) + 1)
    expect(wrong).toEqual([])
    expect(counts).toEqual({ frames: 22_823, links: 22_847, claims: 22_855, actors: 19_868, unknown: 5, cues: 22_847 })
    expect(Object.fromEntries(whys)).toEqual({ dropped: 1054, 'no-from': 36, 'cue-in-parts': 1 })
  },
)
