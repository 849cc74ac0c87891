import { nameOf } from './stateOf.ts'

/**
 * The layers of which it is known what they say in an article, by annotator: with the ids of their annotations
 * that wait for a place in its text, which nobody has withdrawn.
 */
export type KnownLayers = ReadonlyMap<string, ReadonlySet<string>>

/** Whether nobody says that any more: it is in no case (`there`, by `nameOf`), and doesn't wait for a place. Of other layers nobody knows. */
export function isGoneFrom(
  known: KnownLayers,
  there: Pick<ReadonlyMap<string, unknown>, 'has'>,
  on: { readonly layer: string; readonly annotation: string },
): boolean {
  const waiting = known.get(on.layer)
  return waiting !== undefined && !waiting.has(on.annotation) && !there.has(nameOf(on))
}
