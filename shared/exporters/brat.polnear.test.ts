import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anyHead } from '../dataset/drawnDataset.laws.ts'
import type { Part, ReadArticle, Untaken } from '../dataset/format.ts'
import { factsOf, wordsAtCodePoints } from './brat/plainReading.laws.ts'
import { corpus, filesOf, halves, hasCorpus, patterns } from './brat/polnear.laws.ts'
import { brat } from './brat.ts'
import { written } from './roundTrip.laws.ts'

test.skipIf(!hasCorpus)(
  hasCorpus
    ? 'a corpus of 844 articles comes in and goes out with every span, role and note; what is damaged is named'
    : 'a corpus of 844 articles comes in and goes out (skipped: not on this machine)',
  async () => {
    const untaken: Untaken[] = []
    const counts = { articles: 0, files: 0, annotations: 0, roles: 0, notes: 0 }
    const mended: string[] = []
    for (const half of halves) {
      const files = filesOf(half)
      const articles: ReadArticle[] = []
      for await (const item of brat.read!(files, { annotator: 'me', patterns, textOf: async () => null }))
        if (item.kind === 'article') articles.push(item.article)
        else untaken.push(item.untaken)
      const annotators = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))]
      const head = { ...anyHead, entities: [], annotators: annotators.map(id => ({ id })) }
      const again = new Map<string, Part>()
      for (const part of written(brat, articles, { options: { annotators: 'suffix' } }, head))
        again.set(part.file, part)
      const names = files.names.filter(name => name.endsWith('.ann'))
      counts.articles += articles.length
      counts.files += names.length
      expect([...again.keys()].filter(name => name.endsWith('.ann')).sort()).toEqual(
        names.map(name => name.replace('attributions/', '')),
      )
      for (const { path, text, layers } of articles) {
        expect(again.get(path)!.data).toBe(readFileSync(join(corpus, half, 'text', path), 'utf8'))
        for (const { annotator, annotations, links } of layers) {
          counts.annotations += annotations.length
          counts.roles += links.length
          counts.notes += annotations.filter(({ note }) => note).length
          const name = path.replace(/\.txt$/, `_${annotator}.ann`)
          const data = again.get(name)!.data as string
          const [before, after] = [
            factsOf(readFileSync(join(corpus, half, 'attributions', name), 'utf8')),
            factsOf(data),
          ].map(facts => new Set(facts))
          const gone = [...before!].filter(fact => !after!.has(fact))
          const come = [...after!].filter(fact => !before!.has(fact))
          if (gone.length + come.length > 0) mended.push(name)
          // What differs is one annotation that crossed the end of a line, its rest on lines of its own.
          for (const fact of gone) expect(fact).toMatch(/^T\d+ Content |^(?!T\d)\D/)
          const bare = (words: string) => words.replace(/\s+/g, '')
          const places = (facts: string[]) =>
            facts.filter(fact => fact.startsWith('T')).map(fact => fact.replace(/^\S+ \S+ /, ''))
          const wordsOf = (facts: string[]) =>
            places(facts.filter(fact => / Content \d/.test(fact))).map(place => bare(wordsAtCodePoints(text, place)))
          expect(wordsOf(come)).toEqual(wordsOf(gone))
        }
      }
    }
    const broken = untaken.filter(({ detail }) => detail.startsWith('lines'))
    expect(broken.map(({ file, detail, taken }) => [file.replace('attributions/', ''), detail, taken])).toEqual([
      ['nyt_2016-04-18_for-news-outlets-feeling-the-squ_4e07.ann', 'lines 51–53', true],
      ['usa-today_2016-08-09_khans-trump-stirs-ugliness-musli_4e07.ann', 'lines 85–87', true],
      ['wash-post_2016-06-27_byline-amber-phillips_4e07.ann', 'lines 47–49', true],
    ])
    expect(mended).toEqual(broken.map(({ file }) => file.replace('attributions/', '')))
    // The parts of these stand in the file in another order than in the text.
    const turned = untaken.filter(({ detail }) => detail === 'order of parts')
    expect(turned.length).toBe(101)
    expect(untaken.length).toBe(broken.length + turned.length)
    expect(counts).toEqual({ articles: 844, files: 943, annotations: 89_391, roles: 66_796, notes: 3 })
  },
)
