import { type Format, saysAll } from '../dataset/format.ts'
import { fileOf, layersIn } from './cas/files.ts'
import { readCas } from './cas/readCas.ts'
import { readLayers } from './cas/readLayers.ts'
import { documentTypes, structuresOf } from './cas/structures.ts'
import { toCas } from './cas/toCas.ts'
import { TypesWritten } from './cas/types.ts'
import { graphOfJson } from './casJson/read.ts'
import { jsonCasOf } from './casJson/write.ts'

/** UIMA CAS as JSON (JSON CAS 0.4), a file a layer, each with its types. Offsets are UTF-16. */
export const casJson: Format = {
  id: 'cas-json',
  extensions: ['json'],
  makes: 'folder',
  says: { ...saysAll, metadata: 'lost', zones: 'lost', status: 'lost' },
  units: ['utf16'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['DKPro cassis 0.12'],
  write: () => ({
    begin: () => [],
    *add(article) {
      for (const layer of layersIn(article)) {
        const types = new TypesWritten()
        const cas = toCas(layer ?? { annotator: '', annotations: [], links: [] }, types)
        const structures = structuresOf(article.path, article.text, cas, types)
        const data = jsonCasOf(article.text, structures, [...documentTypes, ...types.all()])
        yield { file: fileOf(article.path, layer?.annotator ?? null, 'json'), data }
      }
    },
    end: () => [],
  }),
  read: (files, choices) =>
    readLayers(files, 'json', choices, async ({ file, path }, tell) => {
      const source = new TextDecoder().decode(await files.bytes(file))
      return readCas(graphOfJson(source, tell), path, choices, tell)
    }),
  looksLike: begin => /^\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/.test(begin),
}
