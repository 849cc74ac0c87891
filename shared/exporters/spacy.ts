import { byPlace, type DatasetAnnotation, type DatasetArticle } from '../dataset/dataset.ts'
import { type Format, type Part, saysAll } from '../dataset/format.ts'
import { makeRuler } from '../text/ruler.ts'
import { readSpacy } from './spacy/read.ts'
import { tokensUnder } from './spacy/tokens.ts'

/**
 * spaCy: JSON Lines, each line a document as `Doc.to_json` has it and
 * `Doc.from_json` takes it. Every annotator's annotations are a span group of
 * their name; `ents`, which can't overlap, are the longest of the first
 * annotator's, once more. What spaCy doesn't know stands in `meta`.
 *
 * ```json
 * {"meta": {"annotators": ["ada"], "path": "a.txt"}, "text": "Ada said no.",
 *  "ents": [{"start": 0, "end": 3, "label": "actor", "kb_id": ""}],
 *  "spans": {"ada": [{"start": 0, "end": 3, "label": "actor", "kb_id": ""}]},
 *  "tokens": [{"id": 0, "start": 0, "end": 3}, …]}
 * ```
 *
 * Offsets count code points. The tokens are ours, cut wherever an annotation
 * begins or ends; `--option tokens=none` leaves them out.
 */
export const spacy: Format = {
  id: 'spacy',
  extensions: ['jsonl', 'json'],
  makes: 'file',
  says: {
    ...saysAll,
    zones: 'lost',
    status: 'lost',
    'space-at-ends': ['trim', 'drop'],
    discontinuous: ['hull', 'parts', 'first-part', 'drop'],
    attributes: 'lost',
    notes: 'lost',
    links: 'lost',
    frames: 'lost',
  },
  units: ['codepoint'],
  canLeaveTextOut: false,
  keepsIds: false,
  options: [{ name: 'tokens', values: ['written', 'none'] }],
  readBy: ['spaCy 3.8'],
  write: (_head, { options }) => ({
    begin: () => [],
    add: article => [partOf(article, options['tokens'] !== 'none')],
    end: () => [],
  }),
  read: readSpacy,
  looksLike: begin =>
    /^\s*\{"meta"\s*:\s*\{"annotators"/.test(begin) ||
    /^\s*\{(?=[\s\S]*"text"\s*:)(?=[\s\S]*"(?:ents"\s*:\s*\[|spans"\s*:\s*\{))/.test(begin) ||
    /^\s*\[\s*(?:\[\s*)?"(?:[^"\\]|\\.)*"\s*,\s*\{\s*"(?:entities|spans|cats|links)"/.test(begin),
}

function partOf({ path, text, metadata, split, layers }: DatasetArticle, withTokens: boolean): Part {
  const ruler = makeRuler(text)
  const place = ({ start, end }: { start: number; end: number }) => ({
    start: ruler.toCodePoint(start),
    end: ruler.toCodePoint(end),
  })
  const span = ({ spans: [only], tag, entity }: DatasetAnnotation) => ({
    ...place(only!),
    label: tag,
    // Never left out: spaCy doesn't take a span without one.
    kb_id: entity ?? '',
  })
  const annotations = layers.flatMap(layer => layer.annotations)
  const document = {
    // What tells it from other lines comes before a text of any length.
    meta: {
      annotators: layers.map(({ annotator }) => annotator),
      ...metadata,
      path,
      ...(split === undefined ? {} : { split }),
    },
    text,
    ents: apart(layers[0]?.annotations ?? []).map(span),
    spans: Object.fromEntries(layers.map(layer => [layer.annotator, layer.annotations.map(span)])),
    ...(withTokens ? { tokens: tokensUnder(text, annotations).map((token, id) => ({ id, ...place(token) })) } : {}),
  }
  return { file: '', data: `${JSON.stringify(document)}\n` }
}

/** Of annotations of one span each the longest that share no character, by place. */
function apart(annotations: readonly DatasetAnnotation[]): DatasetAnnotation[] {
  const length = ({ spans: [span] }: DatasetAnnotation) => span!.end - span!.start
  const kept: DatasetAnnotation[] = []
  const taken = new Set<number>()
  for (const one of [...annotations].sort((a, b) => length(b) - length(a) || byPlace(a, b))) {
    const { start, end } = one.spans[0]!
    // Nothing that was kept is shorter: what meets it holds one of the two ends.
    if (taken.has(start) || taken.has(end - 1)) continue
    for (let at = start; at < end; at++) taken.add(at)
    kept.push(one)
  }
  return kept.sort(byPlace)
}
