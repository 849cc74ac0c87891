import type { DatasetArticle, DatasetLayer } from '../dataset/dataset.ts'
import { type Format, type Part, saysAll } from '../dataset/format.ts'
import { makeRuler } from '../text/ruler.ts'
import { readDoccano } from './doccano/read.ts'

/**
 * doccano: JSON Lines, a file for each annotator as in its own exports, a line
 * an article. `entities` and `relations` are what its relation projects take;
 * `label` has the same spans once more, as its sequence labeling projects take
 * them. What doccano doesn't know it keeps as the example's metadata.
 *
 * ```json
 * {"id": 1, "path": "a.txt", "annotator": "ada",
 *  "entities": [{"id": 1, "label": "actor", "start_offset": 0, "end_offset": 3}], "relations": [],
 *  "label": [[0, 3, "actor"]], "text": "Ada said no."}
 * ```
 *
 * Offsets count code points.
 */
export const doccano: Format = {
  id: 'doccano',
  extensions: ['jsonl'],
  makes: 'folder',
  says: {
    ...saysAll,
    zones: 'lost',
    status: 'lost',
    discontinuous: ['hull', 'parts', 'first-part', 'drop'],
    attributes: 'lost',
    entities: 'lost',
    notes: 'lost',
    'links-to-entities': 'lost',
    'links-to-author': 'lost',
    'link-attributes': 'lost',
    cues: 'lost',
    frames: 'lost',
  },
  units: ['codepoint'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['the import of doccano 1.8.5'],
  write: () => {
    let count = 0
    return {
      begin: () => [],
      add: article => partsOf(article, ++count),
      end: () => [],
    }
  },
  read: readDoccano,
  looksLike: begin =>
    /^\s*\{/.test(begin) &&
    (/"(?:label|labels)"\s*:\s*\[\s*(?:\[\s*\d+\s*,\s*\d+\s*,|\])/.test(begin) ||
      /"start_offset"\s*:|"annotator"\s*:[^{]*"entities"\s*:\s*\[/.test(begin)),
}

/** A line in the file of each annotator; of an article that nobody annotated, in one of nobody's. */
function partsOf(article: DatasetArticle, id: number): Part[] {
  const { layers, split } = article
  const file = (name: string) => `${split === undefined ? '' : `${split}.`}${name}.jsonl`
  if (layers.length === 0) return [{ file: file('unlabelled'), data: lineOf(article, id, null) }]
  return layers.map(layer => ({ file: file(layer.annotator), data: lineOf(article, id, layer) }))
}

function lineOf({ path, text, metadata, split }: DatasetArticle, id: number, layer: DatasetLayer | null): string {
  const ruler = makeRuler(text)
  const annotations = layer?.annotations ?? []
  const numbers = new Map(annotations.map((one, i) => [one.id, i + 1]))
  const entities = annotations.map(({ tag, spans: [span] }, i) => ({
    id: i + 1,
    label: tag,
    start_offset: ruler.toCodePoint(span!.start),
    end_offset: ruler.toCodePoint(span!.end),
  }))
  const relations = (layer?.links ?? []).map(({ type, from, to }, i) => ({
    id: i + 1,
    from_id: numbers.get(from),
    to_id: 'annotation' in to ? numbers.get(to.annotation) : null,
    type,
  }))
  const line = {
    ...{ ...metadata, id, path, annotator: layer?.annotator ?? null },
    ...(split === undefined ? {} : { split }),
    ...{ entities, relations },
    label: entities.map(({ label, start_offset, end_offset }) => [start_offset, end_offset, label]),
    // After what tells it from other lines.
    text,
  }
  return `${JSON.stringify(line)}\n`
}
