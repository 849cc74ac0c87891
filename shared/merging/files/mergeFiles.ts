import { checkFacts, readFacts } from '../../facts/factsFile.ts'
import { isSame } from '../../json/isSame.ts'
import { isObject, type Json, type JsonObject } from '../../json/json.ts'
import { readJson } from '../../json/readJson.ts'
import { textOf } from '../../json/rest.ts'
import { writeJson } from '../../json/writeJson.ts'
import { Problem, type ProblemNotice } from '../../problems/problem.ts'
import { Project } from '../../project/project.ts'
import { checkProjectFile, readProjectFile, writeProjectFile } from '../../project/projectFile.ts'
import { checkSidecar, readSidecar } from '../../sidecar/readSidecar.ts'
import { sidecarText } from '../../sidecar/sidecarText.ts'
import { gitVersionsIn, hasGitMarkers } from '../gitConflict.ts'
import { conflictText, type ThreeTexts } from './conflictText.ts'
import { type FileClash, shownClash } from './fileClash.ts'
import type { FileMerge, FileVersions, VersionName } from './fileMerge.ts'
import { mergeFactsFile } from './mergeFactsFile.ts'
import { mergeProjectFile } from './mergeProjectFile.ts'
import { mergeSidecarFile } from './mergeSidecarFile.ts'

/** What a file of Stet is, by its `format`. */
export const mergedKinds = ['sidecar', 'facts', 'project'] as const
export type MergedKind = (typeof mergedKinds)[number]

/** Three versions of one file, which may be anybody's bytes. */
export interface FilesToMerge {
  /** What both began with; empty where the file was added on both sides. */
  readonly base: Uint8Array
  readonly mine: Uint8Array
  readonly theirs: Uint8Array
}

/** What merging them comes to. Plain data: it comes out of the worker. */
export interface MergedFile {
  /** null where nobody can say what the file is. */
  readonly kind: MergedKind | null
  /** The merged file; with git's conflict markers where something is undecided. null where it can't be told in markers. */
  readonly text: string | null
  /** What both changed, each otherwise, as the JSON text of `FileClash[]`: digits survive no clone. */
  readonly clashes: string
  /** Why the versions couldn't be merged by their content; they stand whole between markers then. */
  readonly problem: ProblemNotice | null
  /** What both began with can't be read: nothing counts as taken away then. */
  readonly baseLost: boolean
}

/**
 * Merges two versions of a sidecar, of facts or of a project file, by id and
 * field. What both changed otherwise stands in the text twice, between git's
 * conflict markers; all else is merged on both sides of them. So nothing that
 * either version says is lost, whichever side is taken.
 */
export function mergeFiles({ base, mine, theirs }: FilesToMerge): MergedFile {
  const texts = { base: base.byteLength === 0 ? null : textIn(base), mine: textIn(mine), theirs: textIn(theirs) }
  if (!areTexts(texts)) return unmerged(null, texts, damaged(texts.mine === null))
  if (texts.theirs === texts.mine || texts.theirs === texts.base) return taken(texts.mine)
  if (texts.mine === texts.base) return taken(texts.theirs)
  let kind: MergedKind | null = null
  try {
    kind = kindOf(texts.mine) ?? kindOf(texts.theirs)
    if (kind === null) throw new Problem('sidecar-damaged', 'It does not say what it is.')
    const form = forms[kind]
    const versions = { base: beginningIn(base, form), mine: form.read(mine), theirs: form.read(theirs) }
    return merged(kind, form, versions, texts, base.byteLength > 0 && versions.base === null)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return unmerged(kind, texts, { kind: problem.kind, detail: problem.detail })
  }
}

/** How a kind of file is read, merged and written. */
interface Form {
  readonly read: (bytes: Uint8Array) => JsonObject
  /** Throws a Problem for what the format doesn't allow. */
  readonly check: (file: JsonObject) => unknown
  /** null where the versions have nothing to be merged by. */
  readonly merge: (versions: FileVersions) => FileMerge | null
  readonly write: (file: JsonObject) => string
}

const forms: Readonly<Record<MergedKind, Form>> = {
  sidecar: { read: readSidecar, check: checkSidecar, merge: mergeSidecarFile, write: sidecarText },
  facts: { read: readFacts, check: checkFacts, merge: mergeFactsFile, write: file => `${writeJson(file)}\n` },
  project: {
    read: readProjectFile,
    check: checkProjectFile,
    merge: mergeProjectFile,
    write: file => writeProjectFile(new Project(file)),
  },
}

const formats: Readonly<Record<string, MergedKind>> = {
  'stet-sidecar': 'sidecar',
  'stet-article': 'facts',
  'stet-project': 'project',
}

type Read = { readonly [K in VersionName]: string | null }

function areTexts(texts: Read): texts is ThreeTexts {
  return texts.mine !== null && texts.theirs !== null
}

function merged(
  kind: MergedKind,
  form: Form,
  versions: FileVersions,
  texts: ThreeTexts,
  baseLost: boolean,
): MergedFile {
  const { mine, theirs } = versions
  if (isSame(mine, theirs)) return { ...taken(texts.mine), kind }
  const found = form.merge(versions)
  if (!found) {
    const problem = {
      kind: 'sidecar-git-unmergeable',
      detail: 'The two versions were made on different texts of the article.',
    } as const
    return { ...unmerged(kind, texts, problem), baseLost }
  }
  const written = (side: VersionName) => {
    const file = found.as(side)
    form.check(file)
    return form.write(file)
  }
  if (found.clashes.length === 0) {
    // A version that has all of the other's is the result as it stands: merging once more changes nothing.
    const whole = holdsBoth(found.as('mine'), versions)
    return { kind, text: whole ? texts[whole] : written('mine'), clashes: '[]', problem: null, baseLost }
  }
  const clashes = found.clashes.map(clash => shownClash(clash, versions))
  const sides = {
    base: versions.base && unlessProblem(() => written('base')),
    mine: written('mine'),
    theirs: written('theirs'),
  }
  return { kind, text: conflictText(sides), clashes: listText(clashes), problem: null, baseLost }
}

/** The version that says what both together say; none, where neither does, or where the other was saved more often. */
function holdsBoth(file: JsonObject, { mine, theirs }: FileVersions): 'mine' | 'theirs' | null {
  const { revision: _, ...content } = file
  const holds = (side: JsonObject, other: JsonObject) => {
    const { revision, ...said } = side
    return Number(revision ?? 0) >= Number(other['revision'] ?? 0) && isSame(said, content)
  }
  return holds(mine, theirs) ? 'mine' : holds(theirs, mine) ? 'theirs' : null
}

/** Nothing is merged: both versions stand whole between markers. */
function unmerged(kind: MergedKind | null, texts: Read, problem: ProblemNotice): MergedFile {
  return { kind, text: areTexts(texts) ? conflictText(texts) : null, clashes: '[]', problem, baseLost: false }
}

/** One side left the file as it was, or both did the same: there is nothing to be read. */
function taken(text: string): MergedFile {
  return { kind: unlessProblem(() => kindOf(text)), text, clashes: '[]', problem: null, baseLost: false }
}

function kindOf(text: string): MergedKind | null {
  const format = formatOf(text)
  return format !== undefined && Object.hasOwn(formats, format) ? formats[format]! : null
}

function formatOf(text: string): string | undefined {
  // Where the program itself writes it: a large file isn't read twice to know what it is.
  const [, first] = /^\s*\{\s*"format"\s*:\s*"([a-z-]+)"/.exec(text) ?? []
  if (first !== undefined) return first
  try {
    const file = readJson(text)
    const format = isObject(file) ? file['format'] : undefined
    return typeof format === 'string' ? format : undefined
  } catch {
    return undefined // reading it as what it should be says what is wrong
  }
}

/**
 * What both began with, where that can be read. One that is itself a merge (git
 * makes it of several beginnings) may have markers: then it is what those had begun with.
 */
function beginningIn(bytes: Uint8Array, { read }: Form): JsonObject | null {
  const agreed = hasGitMarkers(bytes) ? gitVersionsIn(bytes)?.agreed : undefined
  const began = agreed === undefined ? bytes : new TextEncoder().encode(agreed ?? '')
  return began.byteLength === 0 ? null : unlessProblem(() => read(began))
}

function unlessProblem<T>(work: () => T): T | null {
  try {
    return work()
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}

/** The bytes as text; null where they are none. A mark at the beginning stays: no version may lose anything. */
function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function damaged(isMine: boolean): ProblemNotice {
  return { kind: 'sidecar-damaged', detail: `${isMine ? 'My' : 'Their'} version is no text.` }
}

function listText(clashes: readonly FileClash[]): string {
  return textOf(clashes as unknown as Json)
}
