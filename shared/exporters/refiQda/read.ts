import type { ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { unzip } from '../../importers/unzip.ts'
import { Problem } from '../../problems/problem.ts'
import { childOf, childrenOf, readXml, type XmlElement } from '../xml/readXml.ts'
import { ProjectRead } from './project.ts'
import { articleOf, type Texts } from './source.ts'

/** Reads `.qdpx` archives, and a `.qde` without its archive, whose texts must be at hand. */
export async function* read(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    const untaken: Untaken[] = []
    const tell = ({ why, what, message }: Untakeable) =>
      void untaken.push({ file, line: null, what, why, detail: message })
    try {
      const { root, texts } = opened(await files.bytes(file), choices)
      const project = new ProjectRead(root)
      const sources = childOf(root, 'Sources')
      for (const source of sources ? childrenOf(sources) : []) {
        const article = await articleOf(source, { project, texts, choices, tell })
        if (article) yield { kind: 'article', article: { ...article, file } }
      }
      project.tellRest(tell)
    } catch (error) {
      if (error instanceof Problem) tell(new Untakeable('malformed', file, error.message))
      else if (error instanceof Untakeable) tell(error)
      else throw error
    }
    for (const one of untaken) yield { kind: 'untaken', untaken: one }
  }
}

function opened(bytes: Uint8Array, choices: ReadChoices): { root: XmlElement; texts: Texts } {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) return { root: readXml(decoded(bytes)), texts: async path => choices.textOf(lastOf(path)) }
  const archive = unzip(bytes, name => /^[^/]*\.qde$|^sources\//i.test(name))
  const names = [...archive.names]
  // ATLAS.ti calls it as the project is called.
  const project =
    names.find(name => name.toLowerCase() === 'project.qde') ?? names.find(name => /^[^/]*\.qde$/i.test(name))
  if (project === undefined) throw new Untakeable('no-annotation', 'project.qde')
  return {
    root: readXml(decoded(archive.bytes(project)!)),
    texts: async path => {
      // Only what is in the archive: what lies outside is asked for by its name, and never opened by its path.
      const inside = /^internal:\/\/\/?(.+)$/.exec(path)?.[1]
      // NVivo writes its folder with a capital.
      const name = inside && names.find(one => one.toLowerCase() === `sources/${inside}`.toLowerCase())
      const text = name ? archive.bytes(name) : null
      return text ? decoded(text) : inside ? null : choices.textOf(lastOf(path))
    },
  }
}

const lastOf = (path: string) => path.replace(/^.*[/\\]/, '')

/** Text as it was written, its byte order mark kept. */
function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? 'utf-8', { ignoreBOM: true }).decode(bytes)
}
