import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { TriedCommands } from '../electron/commandLine/tried.ts'
import { disk } from '../electron/disk/disk.ts'
import { raiseFence } from '../electron/disk/fence.ts'
import { LayersInUse } from '../electron/saving/layersInUse.ts'
import { OpenArticle } from '../electron/saving/openArticle.ts'
import { OpenProject } from '../electron/saving/openProject.ts'
import { makeAnchor } from '../shared/annotation/anchor.ts'
import type { Annotation } from '../shared/annotation/annotation.ts'
import type { Json, JsonObject } from '../shared/json/json.ts'
import { inlineBenches } from './faults/inline.ts'

/** Whether this machine has git. */
export const hasGit = spawnSync('git', ['--version']).status === 0

/** A clone of the team's workspace: whose it is, and on which device. */
export interface Clone {
  readonly folder: string
  readonly annotator: string
  readonly device: string
}

/** How a call of git ended. */
export interface Ended {
  readonly code: number | null
  readonly printed: string
  readonly said: string
}

/** A remote and its clones, with real git and the program's own saving. Close it at the end. */
export class Team {
  readonly #root: string
  readonly #commands = new TriedCommands()

  private constructor(root: string) {
    this.#root = root
  }

  /** A bare remote that holds these files and the lines for git. */
  static async of(files: Readonly<Record<string, string>>): Promise<Team> {
    const team = new Team(await realpath(await mkdtemp(join(tmpdir(), 'stet team '))))
    team.#git(team.#root, 'init', '--quiet', '--bare', '--initial-branch=main', 'remote.git')
    const seed = await team.clone('seed', 'seed')
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(seed.folder, path)), { recursive: true })
      await writeFile(join(seed.folder, path), text)
    }
    team.commit(seed, 'The articles')
    team.git(seed, 'push', '--quiet', '--set-upstream', 'origin', 'main')
    return team
  }

  /** Another clone, in which git was told of Stet. */
  async clone(annotator: string, device: string): Promise<Clone> {
    const folder = join(this.#root, `${annotator} ${device}`, 'corpus')
    await mkdir(dirname(folder))
    this.#git(dirname(folder), 'clone', '--quiet', join(this.#root, 'remote.git'), 'corpus')
    this.#git(folder, 'config', 'user.name', annotator)
    this.#git(folder, 'config', 'user.email', `${annotator}@example.org`)
    const { code, said } = await this.#commands.run(folder, ['git-setup'])
    if (code !== 0) throw new Error(`git-setup ended with ${code}: ${said.join(' ')}`)
    return { folder, annotator, device }
  }

  /** Calls git in a clone; a test says how it must end. */
  git({ folder }: Clone, ...words: readonly string[]): Ended {
    // What is set for whoever runs the tests says nothing here.
    const env = { ...process.env, GIT_CONFIG_GLOBAL: join(this.#root, 'none'), GIT_CONFIG_NOSYSTEM: '1' }
    const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, env, encoding: 'utf8' })
    return { code: status, printed: stdout, said: stderr }
  }

  commit(clone: Clone, message: string): void {
    this.#git(clone.folder, 'add', '--all')
    this.#git(clone.folder, 'commit', '--quiet', '--message', message)
  }

  async close(): Promise<void> {
    await this.#commands.close()
    await rm(this.#root, { recursive: true })
  }

  #git(folder: string, ...words: readonly string[]): void {
    const { code, said } = this.git({ folder, annotator: '', device: '' }, ...words)
    if (code !== 0) throw new Error(`git ${words.join(' ')} ended with ${code}: ${said}`)
  }
}

/** Opens an article of a clone, with the layer of whoever has the clone, by the program's own saving. */
export async function openArticle({ folder, annotator: id, device }: Clone, path: string) {
  const article = await OpenArticle.open(path, {
    ...{ disk, fence: await raiseFence(disk, folder), workbench: inlineBenches.workbench, device },
    annotator: { id, name: id, key: `${id}-key` },
    codebook: () => ({ id: 'stet-default', version: 1, hash: '0'.repeat(64) }),
    inUse: new LayersInUse(),
    now: () => new Date(),
    told: () => {},
  })
  return { article, head: await article.openLayer() }
}

/** The same of the project. */
export async function openProject({ folder, device }: Clone): Promise<OpenProject> {
  return OpenProject.open({
    ...{ disk, fence: await raiseFence(disk, folder), workbench: inlineBenches.workbench, device, name: 'corpus' },
    now: () => new Date(),
    failed: error => {
      throw error
    },
  })
}

/** An annotation of the first place where these words stand in a text. */
export function annotationOf(text: string, words: string, id: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words)
  const spans = [makeAnchor(text, { start, end: start + words.length })]
  const times = { created: '2031-03-04T05:06:07.000Z', modified: new Date().toISOString() }
  return { id, tag: 'claim', spans, attributes: {}, origin: { kind: 'manual' }, ...times, ...more }
}

/** Every file of Stet in a clone, by path. */
export async function filesIn({ folder }: Clone): Promise<Map<string, JsonObject>> {
  const names = await readdir(folder, { recursive: true })
  const ours = names.filter(name => /(?:^|[./])stet\.json$/.test(name)).sort()
  return new Map(
    await Promise.all(
      ours.map(async name => [name, JSON.parse(await readFile(join(folder, name), 'utf8')) as JsonObject] as const),
    ),
  )
}

/** Times, and numbers that count them: everybody's saving changes them. */
const counts = new Set(['modified', 'revision', 'version'])

/**
 * Everything that a file says, each by where it stands: entries of lists by
 * their id or their place in the text, names in a list by themselves. An empty list says nothing.
 */
export function saidIn(value: Json, at = '', said = new Map<string, string>()): Map<string, string> {
  if (typeof value !== 'object' || value === null) return said.set(at, JSON.stringify(value))
  const entries = Array.isArray(value)
    ? (value as readonly JsonObject[]).map(
        one => [`[${one['id'] ?? one['start'] ?? JSON.stringify(one)}]`, one] as const,
      )
    : Object.entries(value as JsonObject).filter(([key]) => !counts.has(key))
  if (entries.length === 0 && !Array.isArray(value)) said.set(at, '{}')
  for (const [key, one] of entries) saidIn(one, `${at}/${key}`, said)
  return said
}
