import type { ReadArticle, ReadChoices, ReadFiles, ReadItem, Untaken } from '../../dataset/format.ts'
import { jsonItems } from '../../dataset/jsonItems.ts'
import { pathFor } from '../../dataset/pathFor.ts'
import { shortened, Untakeable } from '../../dataset/untakeable.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { LayersRead } from '../layersRead.ts'
import { fieldsIn } from '../reading.ts'
import { layerIn, type Tell } from './regions.ts'
import { textIn } from './textOfTask.ts'

/** Tasks of Label Studio, also those of its first versions, whose annotations are `completions`. What isn't a person's finished work is told. */
export async function* readLabelStudio(files: ReadFiles, choices: ReadChoices): AsyncGenerator<ReadItem> {
  for (const file of files.names) {
    if (file !== '' && !/\.jsonl?$/i.test(file)) continue
    let number = 0
    for await (const { line, words } of jsonItems(files.parts(file))) {
      number++
      const untaken: Untaken[] = []
      const tell = ({ what, why, message }: Untakeable) =>
        void untaken.push({ file, line, what, why, detail: shortened(message) })
      try {
        yield { kind: 'article', article: { ...articleIn(taskIn(words), pathFor(file, number), choices, tell), file } }
      } catch (error) {
        if (!(error instanceof Untakeable)) throw error
        tell(error)
      }
      for (const one of untaken) yield { kind: 'untaken', untaken: one }
    }
  }
}

function taskIn(words: string): JsonObject {
  try {
    const value: Json = JSON.parse(words)
    if (isObject(value)) return value
  } catch {
    // Told below: what isn't JSON is no task either.
  }
  throw new Untakeable('malformed', shortened(words))
}

interface Work {
  readonly annotator: string
  readonly results: readonly JsonObject[]
}

function articleIn(task: JsonObject, path: string, choices: ReadChoices, tell: Tell): Omit<ReadArticle, 'file'> {
  const data = isObject(task['data']) ? task['data'] : {}
  const works = worksIn(task, choices, tell)
  const found = textIn(
    data,
    works.flatMap(({ results }) => results),
    choices,
  )
  if (!found) {
    for (const { results } of works)
      for (const { type, from_name } of results) tell(new Untakeable('no-text', `${type} ${from_name ?? ''}`.trim()))
    throw new Untakeable('no-text', path)
  }
  const layers = new LayersRead()
  for (const { annotator, results } of works) layerIn(annotator, results, found, layers, tell)
  const split = data['split']
  return {
    path: typeof data['path'] === 'string' && data['path'] !== '' ? data['path'] : path,
    ...{ text: found.text, metadata: fieldsIn(data), zones: [] },
    ...(typeof split === 'string' ? { split } : {}),
    layers: layers.all(),
  }
}

/** What each annotator finished. One who did so twice has two layers. */
function worksIn(task: JsonObject, choices: ReadChoices, tell: Tell): Work[] {
  const works: Work[] = []
  for (const key of ['annotations', 'completions', 'predictions', 'drafts']) {
    const list = task[key]
    if (list === undefined || list === null) continue
    if (!Array.isArray(list)) tell(new Untakeable('malformed', key))
    else
      list.forEach((one: Json, i) => {
        const results = isObject(one) && Array.isArray(one['result']) ? one['result'].filter(isObject) : null
        const isUnfinished =
          key === 'predictions' || key === 'drafts' || (isObject(one) && one['was_cancelled'] === true)
        if (isUnfinished) tell(new Untakeable('not-labelled', `${key}[${i}]`))
        else if (!results) tell(new Untakeable('malformed', `${key}[${i}]`, 'result'))
        else {
          const named = annotatorOf(one as JsonObject) ?? choices.annotator
          const times = works.filter(({ annotator }) => annotator.replace(/ \(\d+\)$/, '') === named).length
          works.push({ annotator: times === 0 ? named : `${named} (${times + 1})`, results })
        }
      })
  }
  return works
}

/** Who: by name where it is said, else by mail address or by number. */
function annotatorOf({ created_username, completed_by }: JsonObject): string | null {
  if (typeof created_username === 'string' && created_username.trim() !== '') return created_username.trim()
  const { email, id } = isObject(completed_by) ? completed_by : { email: null, id: completed_by ?? null }
  if (typeof email === 'string' && email !== '') return email
  return typeof id === 'number' || typeof id === 'string' ? `user-${id}` : null
}
