import { exactly } from '../../shared/agreement/place.ts'
import type { Case } from '../../shared/review/case.ts'
import type { Ask } from './ask.ts'
import type { Comparable, ComparedArticle } from './comparing.ts'
import type { Recorder } from './recorder.ts'

/** Whose layers the workspace has. Throws a Problem. */
export async function loadLayers(ask: Ask, workspace: string): Promise<Comparable[]> {
  const { layers } = await ask('review.layers', { workspace })
  return layers.map(({ annotator, name, articles, isMine, isGold, imported }) => ({
    ...{ id: annotator, name: name || annotator, articles },
    kind: isMine === 'own' ? 'own' : isGold ? 'gold' : imported > 0 ? 'imported' : 'colleague',
  }))
}

/** The cases of an article as it is now, and what is known of each of the layers there; `isSealed` says which aren't shown now. Throws a Problem. */
export async function loadArticle(
  ask: Ask,
  article: string,
  layers: readonly string[],
  isSealed: (layer: string) => boolean,
): Promise<ComparedArticle> {
  const asked = { article, layers: [...layers], tags: null, kinds: null, tolerance: exactly }
  const found = await ask('review.article', asked)
  const there = new Map(found.layers.map(layer => [layer.annotator, layer]))
  const unread = new Map(found.unread.map(({ annotator, problem }) => [annotator, problem]))
  return {
    // What was withdrawn has no place in the text.
    cases: found.cases.flatMap(text => JSON.parse(text) as Case[]).filter(({ opinions }) => opinions.length > 0),
    layers: layers.map(id => ({
      id,
      there: isSealed(id) ? 'sealed' : there.has(id) ? 'yes' : (unread.get(id) ?? 'none'),
      unplaced: there.get(id)?.unplaced ?? 0,
      isOfOtherText: there.get(id)?.isOfAnotherText ?? false,
    })),
  }
}

/** Edits of an article's layer that the desktop may not have yet, and when it has them; null for none. */
export function lagOf({ waitingIn, settled }: Pick<Recorder, 'waitingIn' | 'settled'>, article: string) {
  const edits = waitingIn(article).flatMap(change => (change.file === 'layer' ? [change.edit] : []))
  return edits.length > 0 ? { edits, over: settled(article) } : null
}
