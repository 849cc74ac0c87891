import type { LinkType } from '../codebook/codebook.ts'
import { isOffered } from '../codebook/offered.ts'
import type { Project } from '../project/project.ts'
import type { Sidecar } from '../sidecar/schema.ts'
import { checkAnswers } from './checkAnswers.ts'
import { checkEntity } from './checkTerms.ts'
import { type InFile, quoteIn } from './inFile.ts'

type FileLink = Sidecar['links'][number]
type FileAnnotation = Sidecar['annotations'][number]

/** Whether the links of a sidecar have their ends, and are such as the codebook allows. Without a project only ends in the file are looked for. */
export function checkLinks({ annotations, unplaced, links }: Sidecar, project: Project | null): InFile[] {
  const things = new Map<string, FileAnnotation>([...annotations, ...unplaced].map(one => [one.id, one]))
  const types = new Map(project?.codebook.links.map(type => [type.id, type]))
  return links.flatMap(link => {
    const from = things.get(link.from)
    const place = { link: link.id, ...(from ? { quote: quoteIn(from) } : {}) }
    const found: InFile[] = []
    if (!from) found.push({ kind: 'link-from-nothing', about: link.from, ...place })
    const to = 'annotation' in link.to ? things.get(link.to.annotation as string) : undefined
    if ('annotation' in link.to && !to)
      found.push({ kind: 'link-to-nothing', about: String(link.to.annotation), ...place })
    if (!project) return found
    if ('entity' in link.to) found.push(...checkEntity(String(link.to.entity), project, place))
    const type = types.get(link.type)
    if (!type) return [...found, { kind: 'unknown-link-type', about: link.type, ...place }]
    if (!isOffered(type)) found.push({ kind: 'no-longer-offered', about: link.type, ...place })
    const questions = new Map(type.attributes.map(question => [question.id, question]))
    found.push(...checkAnswers(link.attributes ?? {}, questions, place))
    if (from && !allows(type, from.tag, to?.tag ?? otherEnd(link), project))
      found.push({ kind: 'ends-not-allowed', about: `${from.tag} ${link.type} ${to?.tag ?? otherEnd(link)}`, ...place })
    return found
  })
}

function otherEnd({ to }: FileLink): string {
  return 'entity' in to ? 'entity' : 'author' in to ? 'author' : ''
}

/** A tag that the codebook has given up, or doesn't know, isn't held against the link: that is told of the annotation. */
function allows({ from, to }: LinkType, fromTag: string, toEnd: string, { codebook }: Project): boolean {
  const isHeld = (end: string) => {
    const tag = codebook.tags.find(({ id }) => id === end)
    return end === 'author' || end === 'entity' || (tag !== undefined && isOffered(tag))
  }
  return (!isHeld(fromTag) || from.includes(fromTag)) && (!isHeld(toEnd) || to.includes(toEnd))
}
