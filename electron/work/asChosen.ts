import { readFacts } from '../../shared/facts/factsFile.ts'
import { saidIn } from '../../shared/facts/saidFile.ts'
import { Problem } from '../../shared/problems/problem.ts'
import { encodingNames } from '../../shared/text/encodingNames.ts'

/** An encoding that somebody chose, as reading a file takes it. Without one, and for one that isn't known here, it is found. */
export function asChosen(encoding: string | null | undefined): { readonly encoding?: string } {
  const isKnown = (encodingNames as readonly string[]).includes(encoding ?? '')
  return encoding != null && isKnown ? { encoding } : {}
}

/** The same of the file of an article's facts, as a name alone. One that can't be read chooses nothing. */
export function chosenIn(facts: Uint8Array | null | undefined): string | undefined {
  if (!facts) return undefined
  try {
    return asChosen(saidIn(readFacts(facts)).encoding).encoding
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return undefined
  }
}
