import type { DatasetHead } from '../dataset/dataset.ts'
import {
  type Format,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type WriteChoices,
  type Writer,
} from '../dataset/format.ts'
import { Untakeable } from '../dataset/untakeable.ts'
import { fileOf, layersIn } from './cas/files.ts'
import { readCas } from './cas/readCas.ts'
import { readLayers } from './cas/readLayers.ts'
import { documentTypes, structuresOf } from './cas/structures.ts'
import { toCas } from './cas/toCas.ts'
import { TypeSystem } from './cas/typeSystem.ts'
import { TypesWritten } from './cas/types.ts'
import { graphOfXmi } from './casXmi/read.ts'
import { typeSystemOf, xmiOf } from './casXmi/write.ts'
import { readXml } from './xml/readXml.ts'

const TYPE_SYSTEM = 'TypeSystem.xml'

/**
 * UIMA CAS as XMI, a file a layer, and one `TypeSystem.xml` for all of them, as
 * INCEpTION exports it. Offsets are UTF-16. Characters that XML can't hold are
 * U+FFFD in their place, and told before. Without a type system every value is
 * words, and only what is called as usual refers to something.
 */
export const casXmi: Format = {
  id: 'cas-xmi',
  extensions: ['xmi'],
  makes: 'folder',
  says: { ...saysAll, metadata: 'lost', zones: 'lost', status: 'lost', 'control-characters': 'lost' },
  units: ['utf16'],
  canLeaveTextOut: false,
  keepsIds: false,
  readBy: ['libxml2 (xmllint-wasm 5.3)', 'Apache UIMA 2.10.2', 'DKPro cassis 0.12'],
  readInTests: ['libxml2 (xmllint-wasm 5.3)'],
  write,
  read,
  looksLike: begin => /<(?:\w+:)?XMI\b[^>]*http:\/\/www\.omg\.org\/XMI/.test(begin),
}

function write(_head: DatasetHead, _choices: WriteChoices): Writer {
  const types = new TypesWritten()
  return {
    begin: () => [],
    *add(article) {
      for (const layer of layersIn(article)) {
        const cas = toCas(layer ?? { annotator: '', annotations: [], links: [] }, types)
        const structures = structuresOf(article.path, article.text, cas, types)
        yield { file: fileOf(article.path, layer?.annotator ?? null, 'xmi'), data: xmiOf(article.text, structures) }
      }
    },
    end: () => [{ file: TYPE_SYSTEM, data: typeSystemOf([...documentTypes, ...types.all()]) }],
  }
}

async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  const types = new TypeSystem()
  for (const file of files.names.filter(name => /typesystem[^/]*\.xml$/i.test(name))) {
    try {
      types.takeDescription(readXml(await wordsOf(files, file)))
    } catch (error) {
      if (!(error instanceof Untakeable)) throw error
      const { what, why, message } = error
      yield { kind: 'untaken', untaken: { file, line: null, what, why, detail: message } }
    }
  }
  yield* readLayers(files, 'xmi', choices, async ({ file, path }, tell) => {
    if (types.isEmpty) tell(new Untakeable('unknown-kind', TYPE_SYSTEM))
    return readCas(graphOfXmi(await wordsOf(files, file), types), path, choices, tell)
  })
}

async function wordsOf(files: ReadFiles, file: string): Promise<string> {
  return new TextDecoder().decode(await files.bytes(file))
}
