import { fieldsFound } from '../../shared/article/fieldsFound.ts'
import { type FieldName, fieldNames, joinFields } from '../../shared/article/metadata.ts'
import { onlyDiscusses } from '../../shared/dataset/annotates.ts'
import type { DatasetArticle, DatasetLayer } from '../../shared/dataset/dataset.ts'
import { discussedIn } from '../../shared/dataset/discussed.ts'
import { layerOfSidecar } from '../../shared/dataset/layerOfSidecar.ts'
import { anonymous, chosenLayer, type Selection } from '../../shared/dataset/select.ts'
import { Facts } from '../../shared/facts/facts.ts'
import { correctionsOf, readFacts } from '../../shared/facts/factsFile.ts'
import { saidIn } from '../../shared/facts/saidFile.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import type { Head } from '../../shared/sidecar/head.ts'
import { type PlacedLayer, placeLayer } from '../../shared/sidecar/placeLayer.ts'
import { headOf, readSidecar } from '../../shared/sidecar/readSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import { asChosen } from './asChosen.ts'
import { isNotice, orNotice } from './notice.ts'
import { type ArticleFile, type ReadArticle, readArticle } from './readArticle.ts'

/** An article's file with those beside it whose layers are wanted. */
export interface DatasetSource extends ArticleFile {
  /** Inside the workspace, with `/`. */
  readonly path: string
  readonly facts: Uint8Array | null
  readonly layers: readonly { readonly annotator: string; readonly bytes: Uint8Array }[]
}

/** What of an article isn't in a dataset though it was asked for. */
export interface NotTaken {
  readonly path: string
  /** null for the article itself, or its facts. */
  readonly annotator: string | null
  /** The id of an annotation without a place in the text; '' for the whole. */
  readonly id: string
  /** `only-in-history`: the file is taken as it is, and lacks edits that a history of it has. */
  readonly why: 'unplaced' | 'problem' | 'only-in-history'
  readonly problem: ProblemNotice | null
}

/** An article as a dataset has it, with the file that it was read from. */
export interface MadeArticle {
  readonly article: DatasetArticle
  readonly notTaken: readonly NotTaken[]
  readonly read: ReadArticle
  /** The layers that could be read, by whose they are, whatever they are called in the dataset. */
  readonly files: ReadonlyMap<string, LayerFile>
}

/** A layer as its file says, and as it stands in the text. */
export interface LayerFile {
  readonly head: Head
  readonly placed: PlacedLayer
}

/** An article as a dataset has it, of what was selected. Throws what reading the article throws; a layer that can't be read is told. */
export async function datasetArticle(
  { path, name, bytes, facts, layers }: DatasetSource,
  selection: Selection,
): Promise<MadeArticle> {
  const notTaken: NotTaken[] = []
  const factsFile = facts === null ? null : await orNotice(() => readFacts(facts))
  const known = factsFile !== null && !isNotice(factsFile) ? factsFile : null
  if (factsFile !== null && isNotice(factsFile))
    notTaken.push({ path, annotator: null, id: '', why: 'problem', problem: factsFile })
  const said = known && saidIn(known)
  const file = await readArticle({ name, bytes, ...asChosen(said?.encoding) })
  const { article: read, textSha256 } = file
  const { text } = read
  const ruler = makeRuler(text)
  const blocks = known
    ? new Facts(correctionsOf(known, { text, textSha256, blocks: read.blocks }, ruler).corrections).correct(
        text,
        read.blocks,
      )
    : read.blocks
  const fields = joinFields(new Facts([], said ?? {}).metadata, fieldsFound(name, { ...read, blocks }))
  const chosen: DatasetLayer[] = []
  const files = new Map<string, LayerFile>()
  for (const { annotator, bytes } of layers) {
    // Nobody's id stands in what is told of an anonymous dataset.
    const named = selection.aliases?.[annotator] ?? annotator
    try {
      const file = readSidecar(bytes)
      const placed = placeLayer(file, text, textSha256, ruler)
      for (const { id } of placed.unplaced)
        notTaken.push({ path, annotator: named, id, why: 'unplaced', problem: null })
      const { comments, verdicts } = placed
      const layer = layerOfSidecar(annotator, placed)
      files.set(annotator, { head: headOf(file), placed })
      chosen.push({
        ...chosenLayer(layer, blocks, selection),
        ...discussedIn(comments, verdicts),
        ...(onlyDiscusses(layer, comments.length + verdicts.length) ? { onlyDiscusses: true } : {}),
      })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem = { kind: error.kind, detail: error.detail }
      notTaken.push({ path, annotator: named, id: '', why: 'problem', problem })
    }
  }
  return {
    article: {
      ...{ path, text, metadata: valuesOf(fields) },
      zones: blocks.flatMap(({ start, end, zone }) => (zone === 'body' ? [] : [{ start, end, zone }])),
      layers: anonymous(chosen, selection),
    },
    ...{ notTaken, files },
    read: file,
  }
}

function valuesOf(fields: ReturnType<typeof joinFields>): DatasetArticle['metadata'] {
  const values: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) {
    const field = fields[name]
    if (field) values[name] = field.value
  }
  return values
}
