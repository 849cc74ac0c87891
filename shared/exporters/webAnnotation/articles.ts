import type { Zone } from '../../article/article.ts'
import { zones as zoneNames } from '../../article/article.ts'
import type { ReadArticle, ReadChoices, ReadEntity } from '../../dataset/format.ts'
import { Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { countingThatFits, type Place, placesIn } from '../counting.ts'
import { LayersRead } from '../layersRead.ts'
import { fieldsIn, textFor } from '../reading.ts'
import { annotationOf, linkOf, type Said, saidOf } from './said.ts'
import { countedIn } from './selectors.ts'
import { each, idOf } from './valid.ts'

interface Taking {
  readonly file: string
  readonly annotations: readonly JsonObject[]
  /** What Stet wrote of the article that all of them are about. */
  readonly about: JsonObject | null
  readonly choices: ReadChoices
  readonly tell: (untakeable: Untakeable) => void
}

/** The articles that annotations of one file are about, with their layers. */
export async function articlesOf({ file, annotations, about, choices, tell }: Taking): Promise<ReadArticle[]> {
  const bySource = new Map<string, Said[]>()
  const links: JsonObject[] = []
  if (about) bySource.set('', [])
  for (const one of annotations) {
    if (each(one['motivation']).includes('linking')) links.push(one)
    else
      for (const said of taken(() => saidOf(one), tell) ?? []) {
        const source = about ? '' : said.source
        bySource.set(source, [...(bySource.get(source) ?? []), said])
      }
  }
  const articles: (ReadArticle & { readonly found: Found })[] = []
  for (const [source, all] of bySource) {
    const own = typeof about?.['text'] === 'string' ? about['text'] : null
    const path = typeof about?.['path'] === 'string' ? about['path'] : source
    const text = own === null ? await textFor(path === '' ? file : path, choices) : { path, text: own }
    if (text) articles.push(articleOf({ file, about, all, choices, tell }, text))
    else tell(new Untakeable('no-text', path === '' ? file : path))
  }
  for (const link of links) taken(() => addLink(link, articles), tell)
  return articles.map(({ found, ...article }) => ({ ...article, layers: found.layers.all() }))
}

interface Found {
  readonly layers: LayersRead
  readonly text: string
  readonly place: Place
  /** Where the annotation of an IRI is. */
  readonly byIri: ReadonlyMap<string, { readonly annotator: string; readonly id: string }>
}

function articleOf(
  { file, about, all, choices, tell }: Omit<Taking, 'annotations'> & { readonly all: readonly Said[] },
  { path, text }: { readonly path: string; readonly text: string },
): ReadArticle & { readonly found: Found } {
  const counted = all.flatMap(({ parts }) => parts.flatMap(part => countedIn(part) ?? []))
  // Ours says what it counts, and is taken at its word.
  const countings = [{ unit: choices.unit ?? 'codepoint' }, ...(about || choices.unit ? [] : others)] as const
  const place = placesIn(text, countingThatFits(text, counted, countings))
  const layers = new LayersRead(each(about?.['layers']).filter(isObject))
  const byIri = new Map<string, { annotator: string; id: string }>()
  const entities = new Map<string, ReadEntity>()
  for (const said of all) {
    const added = taken(() => {
      const annotation = annotationOf(said, text, place)
      const annotator = said.annotator ?? choices.annotator
      layers.add(annotator, annotation)
      return { annotator, id: annotation.id }
    }, tell)
    if (added && said.iri !== '' && !byIri.has(said.iri)) byIri.set(said.iri, added)
    if (said.entity) entities.set(said.entity.id, said.entity)
  }
  const split = about?.['split']
  return {
    file,
    path,
    text,
    metadata: fieldsIn(about?.['metadata']),
    zones: each(about?.['zones']).flatMap(zone => taken(() => zoneOf(zone, place), tell) ?? []),
    ...(typeof split === 'string' ? { split } : {}),
    ...(entities.size > 0 ? { entities: [...entities.values()] } : {}),
    layers: [],
    found: { layers, text, place, byIri },
  }
}

const others = [
  { unit: 'utf16' },
  { unit: 'codepoint', isLineEndOne: true },
  { unit: 'utf16', isLineEndOne: true },
] as const

function zoneOf(value: Json, place: Place) {
  const zone = isObject(value) ? zoneNames.find(name => name === value['zone']) : undefined
  if (!isObject(value) || !zone) throw new Untakeable('unknown-kind', 'stet:article.zones')
  try {
    return { start: place(value['start'] as number), end: place(value['end'] as number), zone: zone as Zone }
  } catch (error) {
    if (error instanceof RangeError) throw new Untakeable('outside-text', zone)
    throw error
  }
}

/** Adds a link where its first end is. */
function addLink(value: JsonObject, articles: readonly { readonly found: Found }[]): void {
  const [from] = each(value['target'])
  const iri = isObject(from) ? from['id'] : from
  for (const { found } of articles) {
    const first = typeof iri === 'string' ? found.byIri.get(iri) : undefined
    if (!first) continue
    const link = linkOf(value, first.id, found.text, found.place, to => {
      const other = found.byIri.get(to)
      return other?.annotator === first.annotator ? other.id : null
    })
    found.layers.addLink(first.annotator, link)
    return
  }
  throw new Untakeable('end-missing', idOf(value), typeof iri === 'string' ? iri : '')
}

/** What is taken, or undefined and told. */
function taken<T>(take: () => T, tell: (untakeable: Untakeable) => void): T | undefined {
  try {
    return take()
  } catch (error) {
    if (!(error instanceof Untakeable)) throw error
    tell(error)
    return undefined
  }
}
