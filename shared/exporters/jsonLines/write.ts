import type { Span } from '../../annotation/span.ts'
import { annotates } from '../../dataset/annotates.ts'
import type { DatasetArticle, DatasetHead, DatasetLayer } from '../../dataset/dataset.ts'
import type { Told, WriteChoices } from '../../dataset/format.ts'
import { shortened } from '../../dataset/untakeable.ts'
import { commentToFile, verdictToFile } from '../../sidecar/remarkForm.ts'
import { makeRuler } from '../../text/ruler.ts'
import { offsetsIn } from './offsetsIn.ts'
import { FORMAT, FORMAT_VERSION } from './version.ts'

/** A line of the file. */
export const line = (value: unknown) => ({ file: '', data: `${JSON.stringify(value)}\n` })

/** The first line: what offsets count, and what all articles have in common. */
export function headOf({ name, codebook, entities, annotators, splits }: DatasetHead, { unit }: WriteChoices) {
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    offsetUnit: unit,
    name,
    annotators,
    splits,
    codebook,
    entities,
  }
}

/** An article with all its layers. */
export function articleOf(
  { path, text, metadata, zones, split, layers }: DatasetArticle,
  { unit, withText }: WriteChoices,
) {
  const ruler = makeRuler(text)
  const place = ({ start, end }: Span) => ({ start: ruler.fromUtf16(start, unit), end: ruler.fromUtf16(end, unit) })
  const quoted = (span: Span) => ({ ...place(span), quote: text.slice(span.start, span.end) })
  const offsets = offsetsIn(ruler, unit)
  const whoAndHowFar = ({ annotator, status }: DatasetLayer) => ({
    annotator,
    ...(status === undefined ? {} : { status }),
  })
  const discussed = ({ comments, verdicts }: DatasetLayer) => ({
    ...(comments ? { comments: comments.map(one => commentToFile(one, offsets)) } : {}),
    ...(verdicts ? { verdicts: verdicts.map(verdictToFile) } : {}),
  })
  const discussing = layers.filter(layer => !annotates(layer))
  return {
    path,
    ...(split === undefined ? {} : { split }),
    metadata,
    ...(withText ? { text } : {}),
    zones: zones.map(zone => ({ ...place(zone), zone: zone.zone })),
    layers: layers.filter(annotates).map(layer => ({
      ...whoAndHowFar(layer),
      annotations: layer.annotations.map(({ spans, ...rest }) => ({ ...rest, spans: spans.map(quoted) })),
      links: layer.links.map(({ cue, ...rest }) => (cue ? { ...rest, cue: quoted(cue) } : rest)),
      ...discussed(layer),
    })),
    ...(discussing.length > 0
      ? { discussing: discussing.map(layer => ({ ...whoAndHowFar(layer), ...discussed(layer) })) }
      : {}),
  }
}

/** What people wrote stands in it as they wrote it: whoever they name is named. */
export function ownWords({ path, layers }: DatasetArticle): Told[] {
  return layers.flatMap(({ annotator, comments = [], verdicts = [] }) =>
    [...comments.map(({ text }) => text), ...verdicts.map(({ note = '' }) => note)].flatMap(words =>
      words === ''
        ? []
        : [{ file: path, row: 0, column: annotator, words: shortened(words), why: 'own-words' as const }],
    ),
  )
}
