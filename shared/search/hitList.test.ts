import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hit } from './hit.ts'
import { HitList } from './hitList.ts'

const text = 'x'.repeat(9)

function hit(article: string, start = 0, end = start + 1): Hit {
  return { article, start, end, quote: 'x'.repeat(end - start), before: '', after: '', zone: 'body', covering: [] }
}

test('each article has a row before its hits, however they come', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(4))), runs => {
      const list = new HitList()
      const rows: string[] = []
      runs.forEach(([count, split], i) => {
        const hits = Array.from({ length: count }, (_, at) => hit(`article ${i}`, at))
        if (count > 0) rows.push(`article ${i}`, ...hits.map(one => `article ${i} ${one.start}`))
        list.add(hits.slice(0, split))
        list.add(hits.slice(split))
      })
      const seen = Array.from({ length: list.rows }, (_, row) => {
        const at = list.at(row)!
        return at.kind === 'article' ? at.group.article : `${at.hit.article} ${at.hit.start}`
      })
      expect(seen).toEqual(rows)
      list.hits.forEach((one, index) => {
        expect(list.at(list.rowOf(index))).toEqual({ kind: 'hit', hit: one, index })
        expect(list.groupAt(index)?.article).toBe(one.article)
      })
      expect(list.at(list.rows)).toBeUndefined()
    }),
  )
})

test('hits without a place, those whose words are gone, and those that overlap an earlier one, are not painted', () => {
  const list = new HitList()
  list.add([hit('a', 4, 9), hit('a', 2, 6), hit('a', 0, 0), hit('b', 3, 4), hit('b', 1, 2)])
  expect(list.painted('a', text).indexes).toEqual([1])
  expect(list.painted('b', text)).toEqual({ spans: [list.hits[4], list.hits[3]], indexes: [4, 3] })
  expect(list.painted('c', text).spans).toEqual([])
  expect(list.painted('b', 'xxxy').indexes).toEqual([4])
})
