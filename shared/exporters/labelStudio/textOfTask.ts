import type { ReadChoices } from '../../dataset/format.ts'
import type { JsonObject } from '../../json/json.ts'
import type { Unit } from '../../text/ruler.ts'
import { type Counted, type Counting, countingThatFits, type IsSame, type Place, placesIn } from '../counting.ts'

/** The text of a task, and how its regions count in it. */
export interface TaskText {
  readonly text: string
  readonly place: Place
}

const countings: readonly Counting[] = [
  { unit: 'codepoint' },
  { unit: 'utf16' },
  { unit: 'codepoint', isLineEndOne: true },
  { unit: 'utf16', isLineEndOne: true },
]

/** Whether words are those that a region says: white space may have been shown otherwise. */
export const isSameWords: IsSame = (there, quote) => there === quote || bare(there) === bare(quote)
const bare = (words: string) => words.replace(/\\n|\s+/g, ' ').trim()

/**
 * What a task's regions stand in: `text` where the data has it, else whatever
 * has their words at their places, for only the configuration would say which
 * it is. Null where nothing has.
 */
export function textIn(data: JsonObject, results: readonly JsonObject[], { unit }: ReadChoices): TaskText | null {
  const counted = results.flatMap(({ value }) => countedIn(value as JsonObject | undefined))
  const withPlaces = (text: string) => ({ text, place: placesIn(text, countingOf(text, counted, unit ?? null, data)) })
  if (typeof data['text'] === 'string') return withPlaces(data['text'])
  for (const text of Object.values(data)) {
    if (typeof text !== 'string' || counted.length === 0) continue
    const { place } = withPlaces(text)
    if (counted.every(one => stands(text, one, place, isSameWords))) return { text, place }
  }
  return null
}

/** How regions count: as was asked for, as the task says where that fits, else the way in which most words stand at their places. */
function countingOf(text: string, counted: readonly Counted[], unit: Unit | null, data: JsonObject): Counting {
  if (unit) return countingThatFits(text, counted, [{ unit }, { unit, isLineEndOne: true }], isSameWords)
  const named = countings.filter(counting => counting.unit === data['offsetUnit'])
  const ways = [...named, ...countings]
  // Words that stand there letter for letter say more than those that do but for white space.
  const exactly = countingThatFits(text, counted, ways)
  const isSure = counted.every(one => stands(text, one, placesIn(text, exactly), (there, quote) => there === quote))
  return isSure ? exactly : countingThatFits(text, counted, ways, isSameWords)
}

function countedIn(value: JsonObject | undefined): Counted[] {
  const { start, end, text } = value ?? {}
  return typeof start === 'number' && typeof end === 'number' && typeof text === 'string'
    ? [{ start, end, quote: text }]
    : []
}

function stands(text: string, { start, end, quote }: Counted, place: Place, isSame: IsSame): boolean {
  try {
    return isSame(text.slice(place(start), place(end)), quote!)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
