import { MAX_BROUGHT_NAMED, MAX_BROUGHT_TROUBLES, MAX_BROUGHT_VALUES } from '../../shared/contract/bringing.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { TagMap } from '../../shared/dataset/map/tagMap.ts'
import type { ProblemNotice } from '../../shared/problems/problem.ts'
import type { Project } from '../../shared/project/project.ts'
import type { ImportDone, LookedAt } from '../dataset/importDataset.ts'
import type { TakenBack } from '../dataset/takeBack.ts'
import type { Counts, LookDetails } from '../work/lookedInto.ts'

/** What was found as a window is told it: the first of long lists, with how many there are. `file` names a dataset that is one file. */
export function lookedSaid(
  looked: LookedAt,
  { standing, layers, found, ...details }: LookDetails,
  map: TagMap,
  file: string,
  { entities }: Pick<Project, 'entities'>,
): Output<'bring.look'> {
  const { articles, annotations, links, untaken, away, lacking, problem } = looked
  return {
    ...{ articles, annotations, links, standing, map, problem: problem && noticeSaid(problem) },
    layers: layers
      .slice(0, MAX_BROUGHT_NAMED)
      .map(({ called, id, ...sums }) => ({ called: short(called), id, ...sums })),
    layerCount: layers.length,
    found: {
      tags: named(found.tags),
      links: named(found.links),
      attributes: found.attributes
        .filter(([name]) => isNameable(name))
        .slice(0, MAX_BROUGHT_NAMED)
        .map(([name, values]) => ({
          ...{ name, count: values.reduce((sum, [, count]) => sum + count, 0) },
          values: values
            .filter(([value]) => value.length <= LONGEST)
            .slice(0, MAX_BROUGHT_VALUES)
            .map(([value, count]) => [value, count]),
        })),
      frames: found.frames
        .filter(([tag]) => isNameable(tag))
        .slice(0, MAX_BROUGHT_NAMED)
        .map(([tag, roles]) => ({ tag, roles: named(roles) })),
    },
    comes: { tags: named(details.tags), links: named(details.links) },
    examples: details.examples.slice(0, MAX_BROUGHT_TROUBLES).map(({ path, annotator, tag, ...words }) => ({
      ...{ path: path.slice(0, 4096), annotator: short(annotator), tag: short(tag) },
      ...words,
    })),
    untaken: {
      count: untaken.length,
      groups: groupsOf(
        untaken.map(({ why, taken }) => ({ why, isTaken: taken === true })),
        ({ why, isTaken }) => `${why} ${isTaken}`,
      ),
      // What is lost first.
      first: [...untaken.filter(({ taken }) => !taken), ...untaken.filter(({ taken }) => taken)]
        .slice(0, MAX_BROUGHT_TROUBLES)
        .map(({ file: name, line, what, why, detail, taken }) => ({
          ...{
            file: (name || file).slice(0, 4096),
            line,
            what: short(what),
            why,
            detail: short(detail),
            isTaken: taken === true,
          },
        })),
    },
    away: {
      count: away.length,
      groups: groupsOf(
        away.map(({ why }) => ({ why })),
        ({ why }) => why,
      ),
      first: away.slice(0, MAX_BROUGHT_TROUBLES).map(({ path, annotator, why, what }) => ({
        ...{ path: path.slice(0, 4096), annotator: short(annotator), why, what: short(what) },
      })),
    },
    adds: {
      tags: ids(lacking.tags.map(({ id }) => id)),
      attributes: ids(lacking.attributes.map(({ tag, id }) => `${tag}/${id}`)),
      links: ids(lacking.links.map(({ id }) => id)),
      entities: lacking.entities.filter(({ id }) => !entities.has(id)).length,
    },
  }
}

/** What was done as a window is told it; `article` is the ticket of one that may be opened. */
export function doneSaid(
  { made, notImported, problem, ...done }: ImportDone,
  article: string | null,
): Output<'bring.write'> {
  return {
    ...done,
    ...{ article, made: made.length, problem: problem && noticeSaid(problem) },
    notImported: {
      count: notImported.length,
      first: notImported.slice(0, MAX_BROUGHT_TROUBLES).map(({ path, annotator, why, problem }) => ({
        ...{ path: path.slice(0, 4096), annotator: annotator && short(annotator), why },
        problem: problem && noticeSaid(problem),
      })),
    },
  }
}

/** What was put away as a window is told it. */
export function takenBackSaid({ put, kept, folder }: TakenBack): Output<'bring.takeBack'> {
  const first = kept.slice(0, MAX_BROUGHT_TROUBLES).map(({ path, why }) => ({ path: path.slice(0, 4096), why }))
  return { put, folder, kept: { count: kept.length, first } }
}

const LONGEST = 1_000
const short = (words: string) => words.slice(0, LONGEST)
const isNameable = (name: string) => name !== '' && name.length <= LONGEST
const ids = (all: readonly string[]) => all.slice(0, MAX_BROUGHT_NAMED).map(short)

function named(counts: Counts): [string, number][] {
  return counts
    .filter(([name]) => isNameable(name))
    .slice(0, MAX_BROUGHT_NAMED)
    .map(([name, count]) => [name, count])
}

function noticeSaid({ kind, detail }: ProblemNotice): ProblemNotice {
  return { kind, detail: detail.slice(0, 10_000) }
}

/** The same things once, with how often, the most frequent first. */
function groupsOf<T extends object>(all: readonly T[], keyOf: (one: T) => string): (T & { count: number })[] {
  const groups = new Map<string, T & { count: number }>()
  for (const one of all) {
    const known = groups.get(keyOf(one))
    if (known) known.count++
    else groups.set(keyOf(one), { ...one, count: 1 })
  }
  return [...groups.values()].sort((one, other) => other.count - one.count)
}
