import { readFacts } from '../../shared/facts/factsFile.ts'
import { writeJson } from '../../shared/json/writeJson.ts'
import { Problem } from '../../shared/problems/problem.ts'

/** The facts of an article for a copy of its text in UTF-8: without the encoding that was chosen for the article's bytes. Those that can't be read stay as they are. */
export function factsOfCopy({ bytes }: { readonly bytes: Uint8Array }): Uint8Array {
  try {
    const { encoding, ...facts } = readFacts(bytes)
    return encoding === undefined ? bytes : new TextEncoder().encode(`${writeJson(facts)}\n`)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return bytes
  }
}
