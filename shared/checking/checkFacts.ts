import { correctionsOf, FactsFile, readFacts } from '../facts/factsFile.ts'
import type { JsonObject } from '../json/json.ts'
import type { Finding } from './finding.ts'
import type { CheckedArticle } from './inFile.ts'
import { readWhole } from './readWhole.ts'

/** What is wrong with the file of an article's facts. */
export function checkFacts(name: string, bytes: Uint8Array, article: CheckedArticle | null): Finding[] {
  const { file, findings } = readWhole(name, bytes, { read: readFacts, shape: FactsFile, twins })
  if (!file || !article) return [...findings]
  const found = [...findings]
  const said = (file['article'] as JsonObject)['file'] as string
  if (said !== article.name) found.push({ kind: 'other-file-name', file: name, about: said })
  for (const { zone, quote } of correctionsOf(file, article, article.ruler).unplaced)
    found.push({ kind: 'lost-zone', file: name, about: String(zone), quote: String(quote) })
  return found
}

function twins(file: JsonObject): Omit<Finding, 'kind' | 'file'>[] {
  const starts = (file['zones'] as readonly JsonObject[]).map(zone => `${zone['start']} ${zone['textSha256'] ?? ''}`)
  return [...new Set(starts.filter((start, i) => starts.indexOf(start) !== i))].map(about => ({ about: about.trim() }))
}
