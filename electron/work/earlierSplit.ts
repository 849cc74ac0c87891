import { textLines } from '../../shared/dataset/textLines.ts'
import { isObject, type Json, type JsonObject } from '../../shared/json/json.ts'
import { JsonRefused, readJson } from '../../shared/json/readJson.ts'
import { MAX_EARLIER_BYTES } from '../../shared/limits.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { filesAt } from './filesAt.ts'

/**
 * Into which parts articles were put before, as their paths with the names of
 * the parts: out of the receipt of a dataset, of what `--dry-run` printed, or
 * of a JSON object `{"a.txt": "train", …}`. null where no split stands in the
 * file. `path` is absolute and real. Throws Problem `too-large`, and what
 * reading throws.
 */
export async function earlierSplit(path: string): Promise<(readonly [path: string, part: string])[] | null> {
  const lines: string[] = []
  let size = 0
  for await (const { words } of textLines(filesAt(path, 'file').parts(''))) {
    // What was left out comes last in a receipt, and may be as long as the dataset.
    if (words === '  "leftOut": [') {
      lines.push(lines.pop()!.replace(/,$/, ''), '}')
      break
    }
    size += words.length
    if (size > MAX_EARLIER_BYTES) throw new Problem('too-large', `More than ${MAX_EARLIER_BYTES} bytes.`)
    lines.push(words)
  }
  const articles = articlesIn(parsed(lines.join('\n')))
  if (articles === null) return null
  const pairs = Object.entries(articles).flatMap(([path, part]) =>
    typeof part === 'string' ? [[path, part] as const] : [],
  )
  return pairs.length === Object.keys(articles).length && pairs.length > 0 ? pairs : null
}

function articlesIn(json: Json | undefined): JsonObject | null {
  if (!isObject(json)) return null
  if (!isObject(json['dataset'])) return json
  const { split } = json['dataset']
  return isObject(split) && isObject(split['articles']) ? split['articles'] : null
}

function parsed(text: string): Json | undefined {
  try {
    return readJson(text)
  } catch (error) {
    if (error instanceof JsonRefused) return undefined
    throw error
  }
}
