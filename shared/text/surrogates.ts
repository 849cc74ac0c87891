/** Whether `offset` (UTF-16) lies between the two halves of one character, where no position may ever stand. */
export function splitsPair(text: string, offset: number): boolean {
  return isLow(text.charCodeAt(offset)) && isHigh(text.charCodeAt(offset - 1))
}

/** `offset`, or the offset just before it where it would split a surrogate pair. */
export function wholeAtOrBefore(text: string, offset: number): number {
  return splitsPair(text, offset) ? offset - 1 : offset
}

// Outside the text charCodeAt says NaN, which is neither.
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
