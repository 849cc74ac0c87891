import type { Dice } from './dice.ts'

/** What may happen to the bytes of a file. `others` are files of the same kind. */
export type Damage = (bytes: Buffer, dice: Dice, others: readonly Buffer[]) => Buffer

/** Damage that knows nothing of what a file says. */
export const blind: Readonly<Record<string, Damage>> = {
  flip: (bytes, dice) => {
    const out = Buffer.from(bytes)
    for (let n = 1 + dice.below(4); n > 0 && out.length > 0; n--) {
      const at = dice.below(out.length)
      out[at] = out[at]! ^ (1 << dice.below(8))
    }
    return out
  },
  cut: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length + 1)),
  'cut in the middle': (bytes, dice) => {
    const at = dice.below(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + dice.below(200)))])
  },
  repeat: (bytes, dice) => {
    const at = dice.below(bytes.length + 1)
    const end = Math.min(bytes.length, at + dice.below(400))
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)])
  },
  splice: (bytes, dice, others) => {
    const other = dice.pick(others)
    return Buffer.concat([
      bytes.subarray(0, dice.below(bytes.length + 1)),
      other.subarray(dice.below(other.length + 1)),
    ])
  },
  swap: (_bytes, dice, others) => dice.pick(others),
  zeros: (bytes, dice) => {
    const out = Buffer.from(bytes)
    const at = dice.below(out.length + 1)
    return out.fill(0, at, Math.min(out.length, at + 1 + dice.below(4096)))
  },
  mark: bytes => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  'UTF-16': bytes => Buffer.from(bytes.toString(), 'utf16le'),
  brackets: (bytes, dice) => Buffer.concat([Buffer.from('['.repeat(1 + dice.below(10_000))), bytes]),
  conflict: (bytes, dice) => {
    const lines = bytes.toString().split('\n')
    const at = dice.below(lines.length)
    lines.splice(at, 1, '<<<<<<< HEAD', lines[at]!, '=======', lines[at]!, '>>>>>>> theirs')
    return Buffer.from(lines.join('\n'))
  },
  empty: () => Buffer.alloc(0),
}

/** Values that nobody expects, as JSON texts: one of them takes the place of one that stood there. */
const nasty = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1', '0.5', '1e400', '-1e400', '9007199254740993', '1e-400', '""'],
  ...[
    '"\\ud800"',
    '"\\u0000"',
    '"\\u202e"',
    '"__proto__"',
    '"constructor"',
    '"a\\nb"',
    '" "',
    '"💬"',
    '"../../../etc"',
  ],
  ...['[]', '{}', '[null]', '[[]]', '[{}]', '{"__proto__":1}', '{"constructor":{"prototype":1}}', '{"id":"a"}'],
  ...['{"start":5,"end":3}', '{"start":-1,"end":99999999}', '"1970-01-01"', '"9999-99-99T99:99:99Z"', '"x".repeat'],
  `"${'y'.repeat(3000)}"`,
  `${'['.repeat(70)}${']'.repeat(70)}`,
]

/** Damage by somebody who knows JSON, one value at a time: the text stays JSON, most often. */
export const knowing: Readonly<Record<string, Damage>> = {
  'another value': (bytes, dice) => changedAt(bytes, dice, () => dice.pick(nasty)),
  'another number': (bytes, dice) =>
    replaceOne(bytes, dice, /(?<=: )-?\d+(?=[,\n])/g, was => String(Number(was) + dice.pick([-1000, -1, 1, 2, 1000]))),
  'another id': (bytes, dice) =>
    replaceOne(bytes, dice, /(?<="id": ")[^"]*/g, () => dice.pick(['early-0', 'early-1', '', 'x'])),
  'another name for a key': (bytes, dice) =>
    replaceOne(bytes, dice, /"[a-zA-Z]+"(?=: )/g, () =>
      dice.pick(['"future"', '"__proto__"', '"id"', '"spans"', '"toString"', '""']),
    ),
  'an entry twice': (bytes, dice) => {
    const text = bytes.toString()
    const entries = [...text.matchAll(/^ {4}\{\n[\s\S]*?^ {4}\},?\n/gm)]
    if (entries.length === 0) return bytes
    const { 0: entry, index } = dice.pick(entries)
    return Buffer.from(text.slice(0, index) + entry.replace(/\},?\n$/, '},\n') + text.slice(index))
  },
  'a line less': (bytes, dice) => {
    const lines = bytes.toString().split('\n')
    lines.splice(dice.below(lines.length), 1)
    return Buffer.from(lines.join('\n'))
  },
  'lines in another order': (bytes, dice) => {
    const lines = bytes.toString().split('\n')
    const [one, other] = [dice.below(lines.length), dice.below(lines.length)]
    ;[lines[one], lines[other]] = [lines[other]!, lines[one]!]
    return Buffer.from(lines.join('\n'))
  },
}

function changedAt(bytes: Buffer, dice: Dice, made: () => string): Buffer {
  return replaceOne(bytes, dice, /(?<=: )(?:"[^"\n]*"|-?[\d.]+|true|false|null|\[\]|\{\})(?=[,\n}])/g, made)
}

function replaceOne(bytes: Buffer, dice: Dice, pattern: RegExp, made: (was: string) => string): Buffer {
  const text = bytes.toString()
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return bytes
  const { 0: was, index } = dice.pick(found)
  return Buffer.from(text.slice(0, index) + made(was) + text.slice(index + was.length))
}
