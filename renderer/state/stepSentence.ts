import type { Annotation } from '../../shared/annotation/annotation.ts'
import type { Edit } from '../../shared/annotation/edit.ts'
import { partsOf } from '../../shared/annotation/footprint.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import type { CommandId } from '../../shared/commands/commands.ts'
import { partsOf as partsOfFacts } from '../../shared/facts/facts.ts'
import { words as en } from '../../shared/words/words.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './reading.ts'

/** What a step of undo or redo has just done, as one sentence. `entry` is the one that takes the step back. */
export function stepSentence(desk: Pick<Desk, 'workspace'>, which: 'undo' | 'redo', entry: Entry | undefined): string {
  const say = which === 'undo' ? en.said.undone : en.said.redone
  return say(entry ? whatWasDone(desk, entry) : null)
}

function whatWasDone({ workspace }: Pick<Desk, 'workspace'>, entry: Entry): string | null {
  if (entry.kind === 'bulk') return entry.title
  if (entry.kind === 'right') return en.said.steps.right(!entry.says)
  if (entry.kind === 'keys') {
    const titles = Object.keys(entry.keys).map(id => en.commands[id as CommandId].replace('…', ''))
    return en.said.steps.keys(titles[0] ?? '', titles.length)
  }
  const { tags, links } = workspace.getState().codebook
  const nameOf = (annotation: Annotation): [string, string] => [
    tags.find(({ id }) => id === annotation.tag)?.label ?? annotation.tag,
    Layer.describe(annotation),
  ]
  for (const back of entry.changes) {
    if (back.file === 'facts') {
      const [part] = partsOfFacts(back.edit)
      if (part?.kind === 'encoding') return en.said.steps.encoding
      return part?.kind === 'field' ? en.said.steps.field(en.about.fields[part.name]) : en.said.steps.zone
    }
    if (back.file !== 'layer') continue
    const before = partsOf(back.edit)
    const done = back.takesBack.file === 'layer' ? partsOf(back.takesBack.edit) : []
    const found = annotationIn(done, before)
    if (found) return en.said.steps[found.how](...nameOf(found.annotation))
    for (const part of [...done, ...before]) {
      if (part.kind === 'putLink') {
        const label = links.find(({ id }) => id === part.link.type)?.label ?? part.link.type
        const isBack = done.includes(part)
        const wasThere = before.some(one => one.kind === 'putLink' && one.link.id === part.link.id)
        return en.said.steps[isBack ? (wasThere ? 'linkChanged' : 'linkBack') : 'linkRemoved'](label)
      }
      if (part.kind === 'putComment') return en.said.steps.comment[howIn(done, before, part, 'putComment')]
      if (part.kind === 'putVerdict') return en.said.steps.verdict[howIn(done, before, part, 'putVerdict')]
      if (part.kind === 'status') return part.status === 'in-progress' ? en.said.steps.open : en.said.steps.done
    }
  }
  return entry.changes.some(({ file }) => file === 'project') ? en.said.steps.project : null
}

/** What became of a comment or a verdict: `done` was applied to what `before` would bring back. */
function howIn(
  done: readonly Edit[],
  before: readonly Edit[],
  part: Edit,
  kind: 'putComment' | 'putVerdict',
): 'back' | 'removed' | 'changed' {
  if (!done.includes(part)) return 'removed'
  return before.some(one => one.kind === kind) ? 'changed' : 'back'
}

/** The first annotation that came, went or changed: `done` was applied to what `before` would bring back. */
function annotationIn(
  done: readonly Edit[],
  before: readonly Edit[],
): { readonly annotation: Annotation; readonly how: 'back' | 'removed' | 'changed' } | undefined {
  const puts = (edits: readonly Edit[]) => edits.flatMap(edit => (edit.kind === 'put' ? [edit.annotation] : []))
  const [came] = puts(done)
  if (came) return { annotation: came, how: puts(before).some(({ id }) => id === came.id) ? 'changed' : 'back' }
  const [went] = puts(before)
  return went && { annotation: went, how: 'removed' }
}
