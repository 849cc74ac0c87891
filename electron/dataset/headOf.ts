import type { DatasetHead } from '../../shared/dataset/dataset.ts'
import type { Selection } from '../../shared/dataset/select.ts'
import type { Project } from '../../shared/project/project.ts'
import type { FoundArticle } from '../workspace/listing.ts'

/** The head of a dataset of some articles. Entities that were merged into others are left out, as their annotations will name the others. */
export function headOf(
  name: string,
  project: Project,
  articles: readonly FoundArticle[],
  { aliases }: Selection,
  splits: readonly string[],
): DatasetHead {
  const ids = [...new Set(articles.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)))].sort()
  const named = new Map(project.people.map(({ id, name }) => [id, name]))
  const annotators = ids.map(id => {
    const name = named.get(id)
    return aliases ? { id: aliases[id] ?? id } : { id, ...(name === undefined ? {} : { name }) }
  })
  const { id, version, tags, attributes, links } = project.codebook
  const entities = [...project.entities.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  return { name, codebook: { id, version, tags, attributes, links }, entities, annotators, splits }
}
