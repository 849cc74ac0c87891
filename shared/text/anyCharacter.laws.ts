import fc from 'fast-check'

/** The halves of pairs, which are no characters, stand together among the code points. */
const halves = { first: 0xd800, count: 0x800 } as const

/**
 * Any code point but halves of pairs, NUL and what nothing is assigned to among them: as `unit` of a string the same strings
 * as fast-check's own `binary`, which takes a second of each process to list all of them first.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves.count }).map(
  place => String.fromCodePoint(place < halves.first ? place : place + halves.count),
  // The way back, by which strings such as `__proto__` are among those that are tried.
  one => {
    if (typeof one !== 'string' || [...one].length !== 1) throw new TypeError('This is not one character.')
    const code = one.codePointAt(0)!
    return code < halves.first ? code : code - halves.count
  },
)
