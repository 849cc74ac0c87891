import type { Format } from '../dataset/format.ts'
import { networkFormat, notesOn } from './network/write.ts'
import { xmlElement, xmlWords } from './xml/writeXml.ts'

const keys = [
  ['graph', 'description', 'string'],
  ['node', 'label', 'string'],
  ['node', 'kind', 'string'],
  ['node', 'known', 'string'],
  ['node', 'entityKind', 'string'],
  ['node', 'mentions', 'int'],
  ['edge', 'kind', 'string'],
  ['edge', 'weight', 'double'],
  ['edge', 'window', 'string'],
  ['edge', 'start', 'string'],
  ['edge', 'end', 'string'],
] as const

/** GraphML: a network of who said what, for visone, Gephi, igraph and others. Time is an attribute of its edges. */
export const graphml: Format = networkFormat(
  {
    id: 'graphml',
    extensions: ['graphml'],
    makes: 'file',
    readBy: ['graphology-graphml 0.5', 'NetworkX 3.6.1'],
    readInTests: ['graphology-graphml 0.5'],
  },
  (network, choices, name) => {
    const data = (of: string, key: string, value: string | number | undefined) =>
      value === undefined || value === '' ? '' : xmlElement('data', { key: `${of}-${key}` }, xmlWords(String(value)))
    const nodes = network.nodes.map(({ id, ...said }) =>
      xmlElement('node', { id }, ...Object.entries(said).map(([key, value]) => data('node', key, value))),
    )
    const edges = network.edges.map(({ source, target, kind, weight, window }, i) =>
      xmlElement(
        'edge',
        { id: `e${i + 1}`, source, target },
        data('edge', 'kind', kind),
        data('edge', 'weight', weight),
        ...(window
          ? [data('edge', 'window', window.name), data('edge', 'start', window.start), data('edge', 'end', window.end)]
          : []),
      ),
    )
    const root = xmlElement(
      'graphml',
      { xmlns: 'http://graphml.graphdrawing.org/xmlns' },
      ...keys.map(([of, key, type]) =>
        xmlElement('key', { id: `${of}-${key}`, for: of, 'attr.name': key, 'attr.type': type }),
      ),
      xmlElement(
        'graph',
        { id: name, edgedefault: 'undirected' },
        data('graph', 'description', notesOn(network, choices)),
        ...nodes,
        ...edges,
      ),
    )
    return [{ file: '', data: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n` }]
  },
)
