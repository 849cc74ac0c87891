/** Whether a word is a date of ISO 8601 or its extension EDTF as far as news need it: year, month, day, uncertain (`?`, `~`) or a range (`/`). */
export function isDate(word: string): boolean {
  const parts = word.split('/')
  return parts.length <= 2 && parts.every(part => part === '..' || isPoint(part))
}

function isPoint(word: string): boolean {
  const found =
    /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?[?~%]?$/.exec(
      word,
    )
  if (!found) return false
  const [, year, month = '01', day = '01'] = found
  if (month !== 'XX' && !isMonthOrSeason(Number(month))) return false
  if ([year, month, day].some(part => part!.includes('X'))) return true
  const days = Number(month) > 12 ? 31 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) >= 1 && Number(day) <= days
}

/** Twenty-one to twenty-four are the seasons of EDTF. */
function isMonthOrSeason(month: number): boolean {
  return (month >= 1 && month <= 12) || (month >= 21 && month <= 24)
}
