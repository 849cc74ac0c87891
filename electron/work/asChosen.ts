import { encodingNames } from '../../shared/text/encodingNames.ts'

/** An encoding that somebody chose, as reading a file takes it. Without one, and for one that isn't known here, it is found. */
export function asChosen(encoding: string | null | undefined): { readonly encoding?: string } {
  const isKnown = (encodingNames as readonly string[]).includes(encoding ?? '')
  return encoding != null && isKnown ? { encoding } : {}
}
