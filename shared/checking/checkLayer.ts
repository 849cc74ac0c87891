import type { JsonObject } from '../json/json.ts'
import type { Project } from '../project/project.ts'
import type { PlacingHelp } from '../sidecar/placeLayer.ts'
import type { Sidecar } from '../sidecar/schema.ts'
import { checkHead } from './checkHead.ts'
import { checkLinks } from './checkLinks.ts'
import { checkPlaces } from './checkPlaces.ts'
import { checkRemarks } from './checkRemarks.ts'
import { checkTerms } from './checkTerms.ts'
import { checkZones } from './checkZones.ts'
import type { Finding } from './finding.ts'
import { type CheckedArticle, unplacedIn } from './inFile.ts'

/** What a layer is held against. */
export interface LayerGround {
  /** null where the article isn't there, or can't be read: then nothing is said of places. */
  readonly article: CheckedArticle | null
  /** null where it can't be read: then nothing is said of tags, questions and entities. */
  readonly project: Project | null
  readonly placing: PlacingHelp
  /** Hex sha256 of a text as UTF-8. */
  readonly hash: (text: string) => string
}

/** What is wrong inside a sidecar that fits the schema, apart from ids that are there twice. `annotator` is the one that its name says. */
export function checkLayer(name: string, annotator: string, file: JsonObject, ground: LayerGround): Finding[] {
  const sidecar = file as unknown as Sidecar
  const found = [
    ...checkHead(sidecar, annotator, ground),
    ...(ground.article ? checkPlaces(file, ground.article, ground.placing) : unplacedIn(sidecar)),
    ...(ground.article ? checkZones(sidecar, ground.article) : []),
    ...checkLinks(sidecar, ground.project),
    ...(ground.project ? checkTerms(sidecar, ground.project) : []),
    ...checkRemarks(file, annotator, ground.project),
  ]
  return found.map(one => ({ ...one, file: name }))
}
