import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chance, inventedWords, reworded } from './givenTexts.laws.ts'
import { DEFAULT_THRESHOLD, type Families, familiesOf } from './nearDuplicates.ts'
import { resemblance, type Signature, signatureOf } from './signature.ts'

const signaturesOf = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([path, text]) => [path, signatureOf(text)]))

/** The families as a person would list them: paths that belong together, alone or not. */
const listed = ({ familyOf }: Families) => {
  const lists = new Map<string, string[]>()
  for (const [path, family] of familyOf) lists.set(family, [...(lists.get(family) ?? []), path].sort())
  return [...lists.values()].map(list => list.join(' ')).sort()
}

const report =
  'The harbour master of Saltry said on Monday that no warning had reached the office before the ferry sailed. ' +
  'Two officials denied it and the company declined to comment. The inquiry goes on until the end of the month.'
const other =
  'The harbour master of Saltry resigned on Friday. Nobody in the office had told him of the note, he wrote in a ' +
  'letter to the Chamber of Deputies, which will vote on the matter after the holidays.'

test('a report of an agency and the copies that papers made of it are a family, another report of the matter is not', () => {
  const families = familiesOf(
    signaturesOf({
      'wire.txt': report,
      'paper/copy.txt': `SALTRY — ${report.toUpperCase()}`,
      'paper/cut.txt': report.slice(0, report.indexOf('The inquiry')),
      'paper/longer.txt': `${report} Relatives of the passengers waited at the docks.`,
      'other.txt': other,
    }),
  )
  expect(listed(families)).toEqual(['other.txt', 'paper/copy.txt paper/cut.txt paper/longer.txt wire.txt'])
  expect(families.familyOf.get('wire.txt')).toBe('paper/copy.txt')
})

test('Chinese, Japanese and Thai copies are found as well', () => {
  const texts = [
    '港务局长星期一表示，渡轮启航之前，办公室没有收到任何警告。两名官员予以否认，该公司拒绝置评。调查将持续到月底。',
    '港湾局長は月曜日、フェリーの出航前に警告は一切届いていなかったと述べた。会社はコメントを控えた。調査は月末まで続く。',
    'นายท่าเรือกล่าวเมื่อวันจันทร์ว่าไม่มีคำเตือนมาถึงสำนักงานก่อนที่เรือจะออก บริษัทปฏิเสธที่จะแสดงความเห็น',
  ]
  const pairs = texts.flatMap((text, i) => [
    [`${i}/a`, text],
    [`${i}/b`, `${text.slice(0, -6)}。`],
  ])
  expect(listed(familiesOf(signaturesOf(Object.fromEntries(pairs))))).toEqual(['0/a 0/b', '1/a 1/b', '2/a 2/b'])
})

test('short texts are alike where they say the same, and texts without words are alone', () => {
  const texts = { a: 'Correction', b: 'CORRECTION.', c: 'No comment', d: 'Comment: no', e: '', f: '', g: '—' }
  expect(listed(familiesOf(signaturesOf(texts)))).toEqual(['a b', 'c', 'd', 'e', 'f', 'g'])
})

test('at a threshold of 1 only what says the same is joined', () => {
  const texts = { a: report, b: `“${report}”`, c: `${report} More.` }
  expect(listed(familiesOf(signaturesOf(texts), 1))).toEqual(['a b', 'c'])
})

test('what is no threshold is refused', () => {
  expect(() => familiesOf(new Map(), 0)).toThrow(RangeError)
  expect(familiesOf(new Map()).familyOf.size).toBe(0)
})

/** Articles of which some are copies, of copies too, more or less changed. */
const anyArticles = fc
  .tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 25 }))
  .map(([seed, copies]) => {
    const random = chance(seed)
    const texts: string[][] = []
    for (const [of, changed] of copies) {
      const original = texts[of % (2 * texts.length + 1)]
      texts.push(
        original ? reworded(original, changed / 100, random) : inventedWords(20 + Math.floor(300 * random()), random),
      )
    }
    return new Map(texts.map((words, i) => [`${(i * 7919) % 101}.txt`, signatureOf(words.join(' '))]))
  })

/** What comparing each with each gives. */
const byComparingAll = (signatures: ReadonlyMap<string, Signature>, threshold: number) => {
  const family = new Map([...signatures.keys()].map(path => [path, path]))
  for (const [a, one] of signatures) {
    for (const [b, two] of signatures) {
      if (a >= b || resemblance(one, two) < threshold) continue
      const [from, to] = [family.get(a)!, family.get(b)!]
      for (const [path, name] of family) if (name === from || name === to) family.set(path, from < to ? from : to)
    }
  }
  return family
}

test('no article is joined with what it resembles by less, and whatever clearly resembles it is joined', () => {
  fc.assert(
    fc.property(anyArticles, fc.constantFrom(0.3, 0.5, 0.7, 0.9), (signatures, threshold) => {
      const { familyOf: families } = familiesOf(signatures, threshold)
      const loose = byComparingAll(signatures, threshold)
      // One pair in two hundred may be missed right at the threshold; a tenth above it, none in a million.
      const sure = byComparingAll(signatures, Math.min(threshold + 0.15, 1))
      for (const [a, family] of families) {
        for (const [b, another] of families) {
          if (family === another) expect(loose.get(a)).toBe(loose.get(b))
          if (sure.get(a) === sure.get(b)) expect(family).toBe(another)
        }
      }
    }),
    { numRuns: 150 },
  )
})

test('in whichever order articles are given, the families are the same, each called by its first path', () => {
  fc.assert(
    fc.property(anyArticles, fc.nat(), (signatures, seed) => {
      const random = chance(seed)
      const shuffled = new Map(
        [...signatures]
          .map(entry => [random(), entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry),
      )
      const families = familiesOf(signatures)
      expect(familiesOf(shuffled)).toEqual(families)
      for (const [path, family] of families.familyOf) {
        expect(families.familyOf.get(family)).toBe(family)
        expect(family <= path).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('in a crowd of articles that are all half alike copies are found, none is joined wrongly, and the crowd is told', () => {
  const random = chance(11)
  const form = inventedWords(200, random)
  // Each repeats the same form and has as much again of its own: they resemble each other by 0.3 to 0.4.
  const notes = Array.from({ length: 300 }, () => [...form, ...inventedWords(180, random)])
  const copies = notes.slice(0, 40).map(words => reworded(words, 0.02, random))
  const paths = [...notes.map((_, i) => `note-${i}`), ...copies.map((_, i) => `copy-${i}`)]
  const signatures = new Map([...notes, ...copies].map((words, i) => [paths[i]!, signatureOf(words.join(' '))]))
  const { familyOf, crowded } = familiesOf(signatures, 0.5)
  expect(familyOf).toEqual(byComparingAll(signatures, 0.5))
  expect(new Set(familyOf.values()).size).toBe(300)
  expect(crowded).toBeGreaterThan(300)
})

test('hundreds of copies of one report are one family, and no crowd', () => {
  const random = chance(12)
  const words = inventedWords(200, random)
  const copies = Array.from(
    { length: 400 },
    (_, i) => [`${i}`, signatureOf(reworded(words, 0.02, random).join(' '))] as const,
  )
  const { familyOf, crowded } = familiesOf(new Map(copies))
  expect(new Set(familyOf.values())).toEqual(new Set(['0']))
  expect(crowded).toBe(0)
})

const corpus = '../shared/corpus/polnear/train/text'
test.skipIf(!existsSync(corpus))('in 840 real articles the families are what comparing each with each finds', () => {
  const signatures = new Map(
    readdirSync(corpus).map(name => [name, signatureOf(readFileSync(`${corpus}/${name}`, 'utf8'))]),
  )
  const families = familiesOf(signatures)
  expect(families).toEqual({ familyOf: byComparingAll(signatures, DEFAULT_THRESHOLD), crowded: 0 })
  expect(listed(families).filter(list => list.includes(' ')).length).toBe(7)
})
