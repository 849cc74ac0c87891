import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../problems/problem.ts'
import { codecs } from './codecs.ts'
import { decode, decodeAs, encodings } from './decode.ts'
import { spentMs } from './spentMs.laws.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, encoding: 'utf-16-le' | 'utf-16-be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(encoding === 'utf-16-be' ? bytes.swap16() : bytes)
}
const utf32 = (text: string, encoding: 'utf-32-le' | 'utf-32-be') => {
  const file = new DataView(new ArrayBuffer(4 * [...text].length))
  for (const [i, sign] of [...text].entries()) file.setUint32(4 * i, sign.codePointAt(0)!, encoding === 'utf-32-le')
  return new Uint8Array(file.buffer)
}
const bytes = (...values: number[]) => Uint8Array.from(values)
const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))

/** Text as files have it: every line end, marks and emoji, but no control that would make it look like data. */
const fileText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '\ufeff', '💩', 'é', '中', '\u2028', 'The cat sat. '),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map(parts => parts.join(''))

test('valid UTF-8 is read letter for letter', () => {
  fc.assert(
    fc.property(fileText, text => {
      const marked = text.startsWith('\ufeff')
      expect(decode(utf8(text))).toEqual({
        text,
        encoding: 'utf-8',
        encodingBy: marked ? 'mark' : 'valid',
        invalidBytes: 0,
      })
    }),
    { numRuns: 1000 },
  )
})

test('UTF-16 with a mark is read letter for letter, the mark too', () => {
  fc.assert(
    fc.property(fileText, fc.constantFrom('utf-16-le' as const, 'utf-16-be' as const), (words, encoding) => {
      const text = `\ufeff${words}`
      expect(decode(utf16(text, encoding))).toEqual({ text, encoding, encodingBy: 'mark', invalidBytes: 0 })
    }),
    { numRuns: 1000 },
  )
})

test.each(['utf-16-le', 'utf-16-be'] as const)('%s without a mark is recognised, whatever the script', encoding => {
  for (const text of [
    'The cat sat.',
    'Президент заявил в понедельник, что паром выйдет.\r\n',
    'قال الرئيس يوم الاثنين إن العبارة ستبحر.\n',
    'é',
  ])
    if (text.length > 1)
      expect(decode(utf16(text, encoding))).toEqual({ text, encoding, encodingBy: 'detected', invalidBytes: 0 })
})

test.each(['utf-16-le', 'utf-16-be'] as const)('half a pair and a last byte alone are counted in %s', encoding => {
  const text = '\ufeffa\ud83db\udca9c\ufffd'
  expect(decode(joined(utf16(text, encoding), bytes(0x41)))).toEqual({
    text: '\ufeffa\ufffdb\ufffdc\ufffd\ufffd',
    encoding,
    encodingBy: 'mark',
    invalidBytes: 5,
  })
})

test('an empty file is an empty text', () => {
  expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8', encodingBy: 'valid', invalidBytes: 0 })
})

test('NULs in a text are kept and count', () => {
  const text = 'The\0 cat\0\0 sat on the mat.\r\n'
  expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8', encodingBy: 'valid', invalidBytes: 0 })
})

test.each([
  ['a stray byte', [0xff], '\ufffd', 1],
  ['a character cut short', [0xe2, 0x80], '\ufffd', 2],
  ['an overlong slash', [0xc0, 0xaf], '\ufffd\ufffd', 2],
  ['a surrogate', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd', 3],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd', 4],
])('UTF-8 with %s stays UTF-8, and the bytes are counted', (_name, wrong, marks, invalidBytes) => {
  const before = 'قال: “The cat” – é é'
  const file = joined(utf8(before), bytes(...wrong), utf8('. \ufffd'))
  expect(decode(file)).toEqual({
    text: `${before}${marks}. \ufffd`,
    encoding: 'utf-8',
    encodingBy: 'detected',
    invalidBytes,
  })
})

test('the marks in the text and the bytes counted are those of the platform, for any bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 3 }), fileText.map(utf8)), { maxLength: 5 }), parts => {
      const file = joined(utf8('“é” '.repeat(20)), ...parts)
      const { text, encoding, invalidBytes } = decode(file)
      if (encoding !== 'utf-8') return
      expect(text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file))
      expect(invalidBytes === 0).toBe(Buffer.from(text).equals(Buffer.from(file)))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['a PDF document', utf8('%PDF-1.7\n1 0 obj')],
  ['a ZIP archive', bytes(0x50, 0x4b, 3, 4, 20, 0)],
  ['a PNG picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ['a JPEG picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a rich text document', utf8('{\\rtf1\\ansi The cat}')],
  ['NUL bytes', new Uint8Array(5000)],
  ['NUL bytes', joined(utf8('The cat sat. '.repeat(3000)), new Uint8Array(200_000))],
  ['control characters', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
])('%s is refused with a sentence', (what, file) => {
  const refused = (() => {
    try {
      return decode(file)
    } catch (problem) {
      return problem
    }
  })()
  expect(refused).toBeInstanceOf(Problem)
  expect(refused).toMatchObject({ kind: 'no-reader', detail: expect.stringContaining(what) })
})

test.each(['utf-32-le', 'utf-32-be'] as const)('%s is read letter for letter, with a mark and without', encoding => {
  fc.assert(
    fc.property(fileText, words => {
      const text = `\ufeff${words}`
      expect(decode(utf32(text, encoding))).toEqual({ text, encoding, encodingBy: 'mark', invalidBytes: 0 })
    }),
    { numRuns: 300 },
  )
  for (const text of ['The cat sat.', 'Президент заявил.\r\n', '💩 中文', 'é'])
    expect(decode(utf32(text, encoding))).toEqual({ text, encoding, encodingBy: 'detected', invalidBytes: 0 })
})

test('what is no character in UTF-32 is marked in the text and counted', () => {
  const broken = joined(
    bytes(0, 0, 0xfe, 0xff),
    bytes(0, 0, 0xd8, 0),
    bytes(0, 0x11, 0, 0),
    bytes(0, 0, 0, 0x41),
    bytes(0, 0),
  )
  expect(decode(broken)).toMatchObject({ text: '\ufeff\ufffd\ufffdA\ufffd', encoding: 'utf-32-be', invalidBytes: 10 })
})

test('bytes that only look like UTF-32 are not', () => {
  expect(decode(utf16('\ufeff\0\0\0A\0B', 'utf-16-le')).encoding).toBe('utf-16-le')
  expect(decode(utf8('\0\0\0\u0001The cat sat on it')).encoding).not.toMatch(/32/)
})

test('an encoding that a person chose is taken, whatever the bytes look like', () => {
  const moscow = Uint8Array.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0])
  expect(decodeAs(moscow, 'windows-1251')).toEqual({
    ...{ text: 'Москва', encoding: 'windows-1251', encodingBy: 'person', invalidBytes: 0 },
  })
  expect(decodeAs(moscow, 'utf-8')).toMatchObject({ encodingBy: 'person', invalidBytes: 6 })
  expect(() => decodeAs(moscow, 'klingon')).toThrow(/klingon/)
})

test('every encoding that can be chosen reads any bytes', () => {
  const any = Uint8Array.from({ length: 1024 }, (_, i) => i % 256)
  for (const name of encodings) expect(decodeAs(any, name)).toMatchObject({ encoding: name, encodingBy: 'person' })
})

test('words that begin like a file of another kind are words', () => {
  for (const text of ['PK said', 'ID3 is a tag', 'GIF', 'MM and II', 'BZh', 'Rar!', 'II* '])
    expect(decode(utf8(text)).text).toBe(text)
})

test('whatever the bytes are, there is a text or a Problem', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), file => {
      try {
        expect(typeof decode(file).text).toBe('string')
      } catch (problem) {
        expect(problem).toBeInstanceOf(Problem)
      }
    }),
    { numRuns: 1000 },
  )
})

/** Texts as articles have them, and the codecs their readers' machines wrote. Encoded by Python, in `legacy`. */
const articles: readonly (readonly [text: string, codecs: readonly string[]])[] = [
  [
    'The president said on Monday that the ferry would sail again. “We must be there,” he added – and nobody disagreed.',
    ['windows-1252'],
  ],
  ['It’s Iran’s turn', ['windows-1252']],
  ['Café déjà fermé', ['windows-1252']],
  [
    'Der Präsident sagte am Montag, die Fähre werde vor dem Winter wieder fahren. „Wir müssen für die Bürger da sein“, fügte er hinzu.',
    ['windows-1252'],
  ],
  [
    'El presidente dijo el lunes que el ferry volverá. «Debemos estar ahí», añadió el señor Muñoz después de la reunión.',
    ['windows-1252'],
  ],
  [
    'Prezydent powiedział w poniedziałek, że prom wypłynie znowu przed zimą. „Musimy tam być”, dodał później na spotkaniu.',
    ['windows-1250'],
  ],
  [
    'Президент заявил в понедельник, что паром снова выйдет в море. «Мы должны быть там», — добавил он.',
    ['windows-1251'],
  ],
  ['Власти подтвердили, что спасены около пятидесяти человек.', ['windows-1251', 'koi8-r', 'cp866']],
  ['Привет, мир', ['windows-1251', 'koi8-r', 'cp866']],
  [
    'Ο πρόεδρος δήλωσε τη Δευτέρα ότι το πλοίο θα αποπλεύσει ξανά. «Πρέπει να είμαστε εκεί», πρόσθεσε.',
    ['windows-1253'],
  ],
  ['הנשיא אמר ביום שני כי המעבורת תפליג שוב לפני החורף. אנחנו חייבים להיות שם, הוסיף.', ['windows-1255']],
  ['قال الرئيس يوم الاثنين إن العبارة ستبحر مرة أخرى قبل الشتاء. وأضاف أنه يجب أن نكون هناك.', ['windows-1256']],
  ['总统周一表示，渡轮将在冬季之前再次启航。他补充说：“我们必须在那里。”', ['gb18030']],
  ['你好，世界', ['gb18030']],
  ['當局證實約有五十人獲救，渡輪將在冬季之前再次啟航。', ['big5hkscs']],
  ['大統領は月曜日、フェリーは冬の前に再び出航すると述べた。「我々はそこにいなければならない」', ['cp932', 'euc_jp']],
  ['こんにちは世界', ['cp932', 'euc_jp', 'iso2022_jp']],
  [
    'Der Gemeinschaftsgarten: Die Nachbarn haben den Hof begrünt und bauen dort Kräuter, Gemüse und Öl an. Später räumen sie auf, außer am Freitag.',
    ['cp437'],
  ],
  ['대통령은 월요일 여객선이 겨울 전에 다시 출항할 것이라고 말했다.', ['cp949']],
]

const hasPython = (() => {
  try {
    return /3/.test(execFileSync('python3', ['--version'], { encoding: 'utf8' }))
  } catch {
    return false
  }
})()

describe.skipIf(!hasPython)(
  hasPython ? 'as Python reads it' : 'as Python reads it (skipped: there is no python3 here)',
  () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'stet-decode-'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const python = (script: string, input: unknown): unknown => {
      writeFileSync(join(folder, 'input.json'), JSON.stringify(input))
      writeFileSync(join(folder, 'script.py'), script)
      execFileSync('python3', [join(folder, 'script.py'), folder])
      return JSON.parse(readFileSync(join(folder, 'output.json'), 'utf8'))
    }

    test('files in every encoding come out of Python’s open() as they come out of ours', () => {
      const files = [
        ...fc.sample(fileText, 200).map(text => utf8(text)),
        ...fc.sample(fileText, 100).map(text => utf16(`\ufeff${text}`, 'utf-16-le')),
        ...fc.sample(fileText, 100).map(text => utf16(`\ufeff${text}`, 'utf-16-be')),
        ...fc.sample(fileText, 50).map(text => utf32(`\ufeff${text}`, 'utf-32-le')),
        ...fc.sample(fileText, 50).map(text => utf32(`\ufeff${text}`, 'utf-32-be')),
        utf16('The cat\r\nsat.', 'utf-16-le'),
        utf16('The cat\r\nsat.', 'utf-16-be'),
      ]
      for (const [i, file] of files.entries()) writeFileSync(join(folder, `${i}.txt`), file)
      const read = python(
        `
import json, sys
folder = sys.argv[1]
encodings = json.load(open(folder + '/input.json'))
texts = [open(f'{folder}/{i}.txt', encoding=encoding, newline='').read() for i, encoding in enumerate(encodings)]
json.dump(texts, open(folder + '/output.json', 'w'))
`,
        files.map(file => decode(file).encoding),
      )
      expect(read).toEqual(files.map(file => decode(file).text))
    })

    test('articles in older encodings are recognised, and read as Python reads them', () => {
      const cases = articles.flatMap(([text, names]) => names.map(name => [text, name] as const))
      const encoded = python(
        `
import json, sys
folder = sys.argv[1]
cases = json.load(open(folder + '/input.json'))
json.dump([text.encode(codec).hex() for text, codec in cases], open(folder + '/output.json', 'w'))
`,
        cases,
      ) as string[]
      const found = encoded.map(hex => decode(Uint8Array.from(Buffer.from(hex, 'hex'))))
      expect(found.map(({ text, encoding }) => [text, encoding])).toEqual(cases)
      expect(found.every(({ encodingBy, invalidBytes }) => encodingBy === 'detected' && invalidBytes === 0)).toBe(true)
    })

    test('every byte and pair of bytes that means something to Python means the same to us', () => {
      const differences = python(
        `
import json, sys
folder = sys.argv[1]
ours = json.load(open(folder + '/input.json'))
def reading(codec, sequence):
    try:
        return bytes(sequence).decode(codec)
    except UnicodeDecodeError:
        return None
differences = {}
for codec, pairs in ours.items():
    wrong = [sequence for sequence, text in pairs if (python := reading(codec, sequence)) is not None
             and python != text and not any(0xe000 <= ord(c) < 0xf900 for c in python)]
    if wrong:
        differences[codec] = wrong
json.dump(differences, open(folder + '/output.json', 'w'))
`,
        Object.fromEntries(
          // What ISO-2022-JP says depends on the escapes before: its articles are tested above.
          [...codecs]
            .filter(([name]) => name !== 'iso2022_jp')
            .map(([name, codec]) => {
              const singles = Array.from({ length: 256 }, (_, byte) => [byte])
              const high = singles.slice(0x80).flat()
              const pairs = codec.kind === 'multibyte' ? high.flatMap(one => singles.map(([two]) => [one, two!])) : []
              return [name, [...singles, ...pairs].map(sequence => [sequence, codec.decode(Uint8Array.from(sequence))])]
            }),
        ),
      )
      expect(differences).toEqual({})
    })
  },
)

test('sixty-four megabytes are read in seconds', () => {
  const line = utf8('Putin said: “The ferry sails.” قال\r\n')
  const file = new Uint8Array(64 * 1024 * 1024)
  for (let at = 0; at + line.length <= file.length; at += line.length) file.set(line, at)
  file.fill(0x2e, file.length - (file.length % line.length))
  const began = spentMs()
  expect(decode(file).encoding).toBe('utf-8')
  file[file.length - 1] = 0xff
  expect(decode(file).invalidBytes).toBe(1)
  expect(spentMs() - began).toBeLessThan(20_000)
})
