import { quoteOf } from '../annotation/annotation.ts'
import type { Layer } from '../annotation/layer.ts'
import type { Project } from '../project/project.ts'
import { findAll } from '../rules/findings.ts'
import type { Finding } from './finding.ts'
import type { CheckedArticle } from './inFile.ts'

/** What the list of problems would say of a layer: what whoever annotated may have forgotten. A link without an end is more than that, and told as an error. */
export function hintsIn(file: string, layer: Layer, { text, blocks }: CheckedArticle, project: Project): Finding[] {
  const { codebook, entities } = project
  const register = {
    standsFor: (id: string) => project.resolve(id),
    nameOf: (id: string) => entities.get(id)?.name ?? id,
    isGone: (id: string) => !entities.has(project.resolve(id)),
  }
  const all = findAll({ text, blocks, layer, codebook, register }).filter(({ rule }) => rule !== 'link-without-end')
  return all.map(({ rule, place, annotation, link }) => {
    const marked = annotation === undefined ? undefined : layer.annotations.get(annotation)
    return {
      kind: rule,
      file,
      about: '',
      ...(annotation === undefined ? {} : { annotation }),
      ...(link === undefined ? {} : { link }),
      quote: marked ? quoteOf(marked) : text.slice(place.start, place.end),
    }
  })
}
