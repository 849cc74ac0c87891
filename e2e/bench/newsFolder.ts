import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codebookMarkOf } from '../../electron/saving/codebookMark.ts'
import { byPlace } from '../../shared/dataset/dataset.ts'
import { sidecarFor } from '../../shared/dataset/sidecarFor.ts'
import { plainText } from '../../shared/importers/plainText.ts'
import { Project } from '../../shared/project/project.ts'
import { allOf } from '../../shared/project/projectEdit.ts'
import { writeProjectFile } from '../../shared/project/projectFile.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { entities, type News, newsOf } from './news.ts'

/** How much was generated. */
export interface Generated {
  readonly articles: number
  readonly annotations: number
  readonly links: number
}

/** Makes a workspace of so many generated articles, with their layers, as Stet writes them. The folder is there and empty. `made` makes the article of a number. */
export function writeNews(folder: string, articles: number, made: (number: number) => News = newsOf): Generated {
  const project = new Project()
  project.apply(
    project.completed(
      allOf(entities.map(({ id, name, kind }) => ({ kind: 'set', of: 'entities', id, fields: { id, name, kind } }))),
    ),
  )
  writeFileSync(join(folder, 'stet.json'), writeProjectFile(project))
  const codebook = codebookMarkOf(project.codebook)
  const at = '2031-03-05T09:00:00.000Z'
  const sum = { articles, annotations: 0, links: 0 }
  for (let number = 1; number <= articles; number++) {
    const { path, text, layers } = made(number)
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const article = { ...plainText.read(bytes), file: basename(path), sha256, textSha256: sha256 }
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, bytes)
    for (const { annotator, annotations, links } of layers) {
      const layer = { annotator, status: 'done' as const, annotations: [...annotations].sort(byPlace), links }
      const coming = { annotator: { id: annotator, name: annotator }, codebook, at, from: 'bench' }
      writeFileSync(join(folder, sidecarName(path, annotator)), sidecarFor(layer, article, coming))
      sum.annotations += annotations.length
      sum.links += links.length
    }
  }
  return sum
}
