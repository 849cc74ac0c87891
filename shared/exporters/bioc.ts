import {
  type Format,
  type ReadChoices,
  type ReadFiles,
  type ReadItem,
  saysAll,
  type Untaken,
} from '../dataset/format.ts'
import { shortened, Untakeable } from '../dataset/untakeable.ts'
import { isObject, type Json } from '../json/json.ts'
import type { Unit } from '../text/ruler.ts'
import { type BiocDocument, type Infons, UNIT } from './bioc/document.ts'
import { documentInJson, infonsInJson, jsonOfDocument } from './bioc/json.ts'
import { articleOf } from './bioc/read.ts'
import { documentOf } from './bioc/write.ts'
import { documentIn, infonsIn, xmlOfDocument, xmlOfInfons } from './bioc/xml.ts'
import { childrenOf, readXml } from './xml/readXml.ts'
import { xmlElement, xmlWords } from './xml/writeXml.ts'

const shape = {
  makes: 'file',
  says: {
    ...saysAll,
    status: 'lost',
    'several-answers': ['words', 'drop'],
    'typed-values': ['words', 'drop'],
    cues: 'lost',
  },
  // The standard says bytes, and corpora count code points.
  units: ['codepoint', 'utf8', 'utf16'],
  canLeaveTextOut: false,
  keepsIds: true,
} as const satisfies Partial<Format>

/** BioC XML: a collection of documents, an article each, whose passages are its zones. What an annotation says stands in infons; whose it is, too. */
export const biocXml: Format = {
  ...shape,
  id: 'bioc',
  readBy: ['libxml2 2.9.14 (BioC.dtd)', 'bioc 1.3.6 (Python)'],
  extensions: ['xml'],
  write: ({ name }, { unit }) => ({
    begin: () => {
      const said = [
        xmlElement('source', {}, xmlWords(name)),
        '<date></date>',
        '<key></key>',
        ...xmlOfInfons({ [UNIT]: unit }),
      ]
      const head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE collection SYSTEM "BioC.dtd">\n<collection>'
      return [{ file: '', data: `${head}${said.join('')}\n` }]
    },
    add: article => [{ file: '', data: `${xmlOfDocument(documentOf(article, unit))}\n` }],
    end: () => [{ file: '', data: '</collection>\n' }],
  }),
  read: (files, choices) =>
    read(files, choices, source => {
      const root = readXml(source)
      return { infons: infonsIn(root), documents: childrenOf(root, 'document').map(one => () => documentIn(one)) }
    }),
  looksLike: begin => /<collection[\s>][\s\S]*<source[\s>]/.test(begin),
}

/** BioC JSON: the same as the XML. */
export const biocJson: Format = {
  ...shape,
  id: 'bioc-json',
  readBy: ['bioc 1.3.6 (Python)'],
  extensions: ['json'],
  write: ({ name }, { unit }) => {
    let isFirst = true
    return {
      begin: () => {
        const head = JSON.stringify({ source: name, date: '', key: '', infons: { [UNIT]: unit } })
        return [{ file: '', data: `${head.slice(0, -1)},"documents":[` }]
      },
      add: article => {
        const data = `${isFirst ? '\n' : ',\n'}${JSON.stringify(jsonOfDocument(documentOf(article, unit)))}`
        isFirst = false
        return [{ file: '', data }]
      },
      end: () => [{ file: '', data: '\n]}\n' }],
    }
  },
  read: (files, choices) =>
    read(files, choices, source => {
      const value = jsonIn(source)
      const collections = Array.isArray(value) ? value : [value]
      const of = (one: Json) => (isObject(one) && Array.isArray(one['documents']) ? one['documents'] : [one])
      const [first] = collections
      return {
        infons: isObject(first) ? infonsInJson(first['infons']) : {},
        documents: collections.flatMap(of).map((one: Json) => () => documentInJson(one)),
      }
    }),
  looksLike: begin => /"documents"\s*:\s*\[/.test(begin) && /"passages"|"infons"/.test(begin),
}

function jsonIn(source: string): Json {
  try {
    return JSON.parse(source)
  } catch {
    throw new Untakeable('malformed', shortened(source.trim()), 'JSON')
  }
}

interface Opened {
  readonly infons: Infons
  /** Each is made when it is asked for, so that one that can't be read stops none. */
  readonly documents: readonly (() => BiocDocument)[]
}

async function* read(
  files: ReadFiles,
  choices: ReadChoices,
  open: (source: string) => Opened,
): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const untaken: Untaken[] = []
    const tell = ({ why, what, message }: Untakeable) =>
      void untaken.push({ file, line: null, what, why, detail: message })
    const source = new TextDecoder().decode(await files.bytes(file))
    const opened = trying(tell, () => open(source))
    for (const make of opened?.documents ?? []) {
      const document = trying(tell, make)
      if (!document) continue
      yield { kind: 'article', article: { file, ...articleOf(document, unitIn(opened!.infons), choices, tell) } }
    }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

function trying<T>(tell: (untakeable: Untakeable) => void, take: () => T): T | null {
  try {
    return take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
    return null
  }
}

function unitIn({ [UNIT]: unit }: Infons): Unit | null {
  return unit === 'codepoint' || unit === 'utf8' || unit === 'utf16' ? unit : null
}
