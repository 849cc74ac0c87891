import { type FieldName, fieldNames } from '../../article/metadata.ts'
import type { ReadArticle, ReadChoices, ReadEntity } from '../../dataset/format.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { type Counted, type Counting, countingThatFits, placesIn } from '../counting.ts'
import { LayersRead } from '../layersRead.ts'
import { childOf, childrenOf, wordsIn, type XmlElement } from '../xml/readXml.ts'
import { endsOf, guidOf, type ProjectRead, targetOf } from './project.ts'
import { annotationsOf } from './selection.ts'

/** The text of a path as a project writes it; null where it is none of the archive's, nor at hand. */
export type Texts = (path: string) => Promise<string | null>

export interface ReadingSource {
  readonly project: ProjectRead
  readonly texts: Texts
  readonly choices: ReadChoices
  readonly tell: (untakeable: Untakeable) => void
}

/** The article of a source; null and told where it has no text. */
export async function articleOf(source: XmlElement, reading: ReadingSource): Promise<Omit<ReadArticle, 'file'> | null> {
  const { project, tell } = reading
  const name = source.attributes['name'] || guidOf(source)
  const holder = holderOf(source)
  tellMedia(source, holder, tell)
  if (!holder) return null
  const path = holder.attributes['plainTextPath']
  const inline = childOf(holder, 'PlainTextContent')
  const text = inline ? wordsIn(inline) : path === undefined ? null : await reading.texts(path)
  if (text === null) {
    tell(new Untakeable('no-text', shortened(name), path ?? ''))
    return null
  }
  const metadata: Partial<Record<FieldName, string>> = {}
  let split: string | undefined
  for (const value of childrenOf(source, 'VariableValue')) {
    const variable = project.variableOf(targetOf(childOf(value, 'VariableRef')))
    const words = wordsIn(childrenOf(value).at(-1))
    const field = fieldNames.find(one => one === variable)
    if (field) metadata[field] = words
    else if (variable === 'split') split = words
    else tell(new Untakeable('unknown-kind', shortened(`${name}: ${variable}`), 'VariableValue'))
  }
  for (const coding of childrenOf(source, 'Coding'))
    tell(new Untakeable('unknown-kind', shortened(name), `Coding ${guidOf(coding)}`))
  return {
    ...{ path: name, text, metadata, zones: [] },
    ...(split === undefined ? {} : { split }),
    ...annotated(source, holder, text, reading),
  }
}

/** What of a source has the text: itself, or the text that stands for a PDF or a recording. */
function holderOf(source: XmlElement): XmlElement | undefined {
  if (source.name === 'TextSource') return source
  return childOf(source, 'Representation') ?? childOf(source, 'Transcript')
}

/** Names selections of pictures, pages and recordings, which have no words. */
function tellMedia(source: XmlElement, holder: XmlElement | undefined, tell: (untakeable: Untakeable) => void): void {
  const name = shortened(source.attributes['name'] || guidOf(source))
  if (!holder) tell(new Untakeable('unknown-kind', name, source.name))
  for (const element of [source, ...(holder && holder !== source ? [holder] : [])])
    for (const child of childrenOf(element))
      if (/Selection$/.test(child.name) && child.name !== 'PlainTextSelection')
        tell(new Untakeable('unknown-kind', shortened(child.attributes['name'] || guidOf(child)), child.name))
}

function annotated(source: XmlElement, holder: XmlElement, text: string, { project, choices, tell }: ReadingSource) {
  const selections = childrenOf(holder, 'PlainTextSelection')
  const countings = choices.unit ? [{ unit: choices.unit }] : countingsOf(project.origin)
  const place = placesIn(text, countingThatFits(text, selections.map(countedIn), countings, isNamed))
  const layers = new LayersRead()
  const entities = new Map<string, ReadEntity>()
  /** By the guid of a selection, its first annotation. */
  const first = new Map<string, { readonly annotator: string; readonly id: string }>()
  for (const selection of selections)
    trying(tell, () => {
      for (const { annotator = choices.annotator, annotation, entity } of annotationsOf(selection, {
        project,
        place,
        tell,
      })) {
        layers.add(annotator, annotation)
        if (entity) entities.set(entity.id, entity)
        if (!first.has(guidOf(selection))) first.set(guidOf(selection), { annotator, id: annotation.id })
      }
    })
  for (const [guid, { annotator, id: from }] of first)
    for (const link of project.linksFrom(guid))
      trying(tell, () => {
        const [, end] = endsOf(link)
        const entity = project.entityOf(end)
        if (entity) entities.set(entity.id, entity)
        const annotation = first.get(end)
        if (!entity && end !== guidOf(source) && !annotation) throw new Untakeable('end-missing', guidOf(link), end)
        layers.addLink(annotator, {
          ...{ id: guidOf(link), type: link.attributes['name'] || 'link', from, attributes: {} },
          to: annotation ? { annotation: annotation.id } : entity ? { entity: entity.id } : { author: true },
        })
      })
  return { layers: layers.all(), ...(entities.size > 0 ? { entities: [...entities.values()] } : {}) }
}

function trying(tell: (untakeable: Untakeable) => void, take: () => void): void {
  try {
    take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
  }
}

/** How programs count, what each is known for first; the words say which it is. */
function countingsOf(origin: string): readonly Counting[] {
  const all: Counting[] = [
    { unit: 'codepoint' },
    { unit: 'utf16', isMarkLeftOut: true },
    { unit: 'codepoint', isMarkLeftOut: true },
    { unit: 'codepoint', isLineEndOne: true },
    { unit: 'codepoint', isLineEndOne: true, isMarkLeftOut: true },
    { unit: 'utf16' },
    { unit: 'utf16', isLineEndOne: true },
    { unit: 'utf16', isLineEndOne: true, isMarkLeftOut: true },
  ]
  const usual = /nvivo/i.test(origin) ? 1 : /atlas/i.test(origin) ? 4 : 0
  return [all[usual]!, ...all.filter((_, i) => i !== usual)]
}

function countedIn({ attributes }: XmlElement): Counted {
  const { startPosition, endPosition, name } = attributes
  return { start: Number(startPosition ?? Number.NaN), end: Number(endPosition ?? Number.NaN), quote: name }
}

/** A selection's name is its words in most programs, shortened in some, with one space for any white space in others. */
function isNamed(there: string, name: string): boolean {
  const [words, said] = [there, name.replace(/(?:…|\.\.\.)$/, '')].map(one => one.replace(/\s+/g, ' ')) as [
    string,
    string,
  ]
  return words === said || (said !== name && said !== '' && words.startsWith(said))
}
