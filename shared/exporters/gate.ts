import {
  type Format,
  type ReadArticle,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
} from '../dataset/format.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import { splitsPair } from '../text/surrogates.ts'
import type { TellUntaken } from './cas/fromCas.ts'
import type { GateAnnotation, GateDocument, GateRelation } from './gate/document.ts'
import { readBdoc } from './gate/readBdoc.ts'
import { readGateXml } from './gate/readGateXml.ts'
import { LayersRead } from './layersRead.ts'

/** GATE documents, in XML and in the JSON of its Python tools; only read. A named set is the layer of that name. */
export const gate: Format = {
  id: 'gate',
  extensions: ['xml', 'bdocjs'],
  makes: 'folder',
  says: saysAll,
  units: ['utf16', 'codepoint'],
  canLeaveTextOut: false,
  keepsIds: true,
  readBy: [],
  read,
  looksLike: begin => /<GateDocument\b/.test(begin) || /^\s*\{[\s\S]*"(?:annotation_sets|offset_type)"\s*:/.test(begin),
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names.filter(name => name === '' || /\.(xml|bdocjs|json)$/i.test(name))) {
    const untaken: ReadItem[] = []
    const tell: TellUntaken = ({ what, why, message }, line) =>
      void untaken.push({ kind: 'untaken', untaken: { file, line: line ?? null, what, why, detail: message } })
    try {
      const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.bytes(file))
      const document = /^\s*[{[]/.test(source) ? readBdoc(source, choices.unit) : readGateXml(source)
      yield { kind: 'article', article: articleOf(document, file, choices, tell) }
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error)
    }
    yield* untaken
  }
}

function articleOf(document: GateDocument, file: string, { annotator }: ReadChoices, tell: TellUntaken): ReadArticle {
  const { text, features, annotations, relations } = document
  const layers = new LayersRead()
  const take = (one: GateAnnotation | GateRelation, into: () => void) => {
    try {
      into()
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      tell(error, one.line)
    }
  }
  for (const one of annotations) take(one, () => layers.add(one.set || annotator, annotationOf(one, text)))
  for (const one of relations) take(one, () => layers.addLink(one.set || annotator, linkOf(one)))
  const { 'gate.SourceURL': url, ...more } = features
  const address = typeof url === 'string' && /^https?:/.test(url) ? { address: url } : {}
  const left = Object.keys('address' in address ? more : features)
  if (left.length > 0) tell(new Untakeable('no-annotation', `GateDocumentFeatures × ${left.length}`, left.join(', ')))
  const path = `${file === '' ? 'article' : file.replace(/\.(xml|bdocjs|json)$/i, '')}.txt`
  return { path, file, text, metadata: address, zones: [], layers: layers.all() }
}

function annotationOf({ id, type, span, features }: GateAnnotation, text: string) {
  if (id === '' || type === '') throw new Untakeable('malformed', `${type} ${id}`.trim())
  const what = `${type} ${id}`
  if (!span || span.start > span.end || splitsPair(text, span.start) || splitsPair(text, span.end))
    throw new Untakeable('outside-text', what)
  if (span.start === span.end) throw new Untakeable('no-words', what)
  return { id, tag: type, spans: [span], attributes: features }
}

/** Two members are the ends of a link; of more nobody knows which is which. */
function linkOf({ id, type, members: [from, to, ...more], features }: GateRelation) {
  const what = `${type} ${id}`
  if (id === '' || type === '') throw new Untakeable('malformed', what.trim())
  if (from === undefined || to === undefined || more.length > 0)
    throw new Untakeable('unknown-kind', what, [from, to, ...more].filter(Boolean).join(';'))
  return { id, type, from, to: { annotation: to }, attributes: features }
}
