import type { Annotation, Link, Status, Unplaced } from '../annotation/annotation.ts'
import { isSame } from '../json/isSame.ts'
import type { Json, JsonObject } from '../json/json.ts'
import { placeLayer } from '../sidecar/placeLayer.ts'
import type { Ruler } from '../text/ruler.ts'
import type { Form, Place } from './contents.ts'
import type { Thing } from './thing.ts'

/**
 * Things of all times as they would stand in the text at hand: each where a
 * layer that is taken up now has it. What has no place in this text is unplaced.
 */
export function placedForm(text: string, textSha256: string, ruler: Ruler): Form<Thing> {
  return {
    of(place: Place, value: Json, file: JsonObject): Thing {
      if (place === 'status') return { part: 'status', value: value as Status }
      const lists = { annotations: [], unplaced: [], links: [], comments: [], verdicts: [] }
      const alone = { article: file['article']!, ...lists, status: 'in-progress', [place]: [value] }
      const { annotations, unplaced, links, comments, verdicts } = placeLayer(alone, text, textSha256, ruler)
      if (comments[0]) return { part: 'comment', value: comments[0] }
      if (verdicts[0]) return { part: 'verdict', value: verdicts[0] }
      if (links[0]) return { part: 'link', value: links[0] as Link }
      const [annotation] = annotations
      return annotation
        ? { part: 'annotation', value: annotation as Annotation }
        : { part: 'unplaced', value: unplaced[0] as Unplaced }
    },
    isSame,
  }
}
