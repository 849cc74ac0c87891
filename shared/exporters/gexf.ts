import type { Format } from '../dataset/format.ts'
import { networkFormat, notesOn } from './network/write.ts'
import { xmlElement, xmlWords } from './xml/writeXml.ts'

const nodeAttributes = [
  ['kind', 'string'],
  ['known', 'string'],
  ['entityKind', 'string'],
  ['mentions', 'integer'],
] as const
const edgeAttributes = [
  ['tie', 'string'],
  ['window', 'string'],
] as const

/** GEXF: a network of who said what, for Gephi. With windows of time it is dynamic: an edge has a first and a last day. */
export const gexf: Format = networkFormat(
  {
    id: 'gexf',
    extensions: ['gexf'],
    makes: 'file',
    readBy: ['graphology-gexf 0.13', 'NetworkX 3.6.1', 'libxml2 2.9.14 (schema of GEXF 1.3)'],
    readInTests: ['graphology-gexf 0.13'],
  },
  (network, choices, name) => {
    const isDynamic = choices.window !== 'none'
    const declared = (of: string, attributes: readonly (readonly [string, string])[]) =>
      xmlElement(
        'attributes',
        { class: of },
        ...attributes.map(([id, type]) => xmlElement('attribute', { id, title: id, type })),
      )
    const values = (said: Readonly<Record<string, string | number | undefined>>) =>
      xmlElement(
        'attvalues',
        {},
        ...Object.entries(said).flatMap(([key, value]) =>
          value === undefined || value === '' ? [] : [xmlElement('attvalue', { for: key, value })],
        ),
      )
    const nodes = network.nodes.map(({ id, label, kind, known, entityKind, mentions }) =>
      xmlElement('node', { id, label }, values({ kind, known, entityKind, mentions })),
    )
    const edges = network.edges.map(({ source, target, kind, weight, window }, i) =>
      xmlElement(
        'edge',
        { id: `e${i + 1}`, source, target, type: 'undirected', kind, weight, start: window?.start, end: window?.end },
        values({ tie: kind, window: window?.name }),
      ),
    )
    const root = xmlElement(
      'gexf',
      { xmlns: 'http://gexf.net/1.3', version: '1.3' },
      xmlElement(
        'meta',
        {},
        xmlElement('creator', {}, 'Stet'),
        xmlElement('description', {}, xmlWords(`${name}: ${notesOn(network, choices)}`)),
      ),
      xmlElement(
        'graph',
        {
          defaultedgetype: 'undirected',
          mode: isDynamic ? 'dynamic' : 'static',
          ...(isDynamic ? { timeformat: 'date' } : {}),
        },
        declared('node', nodeAttributes),
        declared('edge', edgeAttributes),
        xmlElement('nodes', {}, ...nodes),
        xmlElement('edges', {}, ...edges),
      ),
    )
    return [{ file: '', data: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n` }]
  },
)
