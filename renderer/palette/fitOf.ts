/**
 * How well a title fits what was typed: 0 where a typed word isn't in it, more
 * where words begin with what was typed, most where the title itself does.
 */
export function fitOf(title: string, typed: string): number {
  const hay = title.toLowerCase()
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  let fit = 1
  for (const word of words) {
    const at = hay.indexOf(word)
    if (at < 0) return 0
    if (at === 0) fit += 4
    else if (hay.split(/[^\p{L}\p{N}]+/u).some(one => one.startsWith(word))) fit += 2
    else fit += 1
  }
  return fit
}
