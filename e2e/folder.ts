import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'playwright/test'
import { sidecarName } from '../shared/sidecar/names.ts'
import type { Sidecar } from '../shared/sidecar/schema.ts'

/** A folder of articles that belongs to one story, on a real disk. */
export interface Folder {
  readonly path: string
  write(file: string, content: string | Uint8Array): Promise<void>
  read(file: string): Promise<Buffer>
  remove(file: string): Promise<void>
  sidecar(article: string, annotator: string): Promise<Sidecar>
  /** The sidecar once it holds everything that the history does. */
  sidecarOnceSaved(article: string, annotator: string): Promise<Sidecar>
  forget(): Promise<void>
}

/** Makes a folder with these files; a name may hold `/`. */
export async function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Folder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'stet-story-')))
  const folder: Folder = {
    path,
    async write(file, content) {
      await mkdir(dirname(join(path, file)), { recursive: true })
      await writeFile(join(path, file), content)
    },
    read: file => readFile(join(path, file)),
    async sidecar(article, annotator) {
      const file = join(path, sidecarName(article, annotator))
      // The first checkpoint may be still to come.
      await expect.poll(() => existsSync(file)).toBe(true)
      return JSON.parse(await readFile(file, 'utf8')) as Sidecar
    },
    remove: file => rm(join(path, file)),
    async sidecarOnceSaved(article, annotator) {
      // A checkpoint that was under way when the last edit came is told after it, and doesn't hold it.
      await expect
        .poll(async () => {
          const { last, revision } = await historyOf(path, article, annotator)
          return last === 'kept' && (await folder.sidecar(article, annotator)).revision >= revision
        })
        .toBe(true)
      return folder.sidecar(article, annotator)
    },
    // A program that is being sent away may still write there.
    forget: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  }
  for (const [file, content] of Object.entries(files)) await folder.write(file, content)
  return folder
}

/** Of the one history that there is of a layer: the kind of its last whole line (the program may be at the next), and the revision of its last edit. */
async function historyOf(
  path: string,
  article: string,
  annotator: string,
): Promise<{ readonly last: string; readonly revision: number }> {
  const histories = join(path, '.stet', 'history')
  const name = (await readdir(histories).catch(() => [])).find(one => one.startsWith(`${article}.${annotator}.`))
  if (!name) return { last: 'none', revision: 0 }
  const whole = (await readFile(join(histories, name), 'utf8')).split('\n').slice(0, -1)
  const entries = whole.map(line => JSON.parse(line) as { readonly kind: string; readonly revision?: number })
  return {
    last: entries.at(-1)?.kind ?? 'none',
    revision: entries.findLast(({ kind }) => kind === 'edit')?.revision ?? 0,
  }
}

/** Whether this machine has the Python that reads sidecars for us. */
export const hasPython = spawnSync('python3', ['--version']).status === 0

/**
 * Reads an article and its sidecar as any script would, in another language:
 * the words at every span, sliced out of the file's own text by code points.
 */
export function readWithPython(
  folder: Folder,
  article: string,
  annotator: string,
): { quote: string; sliced: string }[] {
  const script = `
import json, sys
article, sidecar = sys.argv[1:]
with open(sidecar, encoding="utf-8") as file:
    layer = json.load(file)
if layer["article"]["reader"].startswith("plain-text/"):
    with open(article, encoding=layer["article"]["encoding"], newline="") as file:
        text = file.read()
else:
    text = layer["article"]["text"]
assert len(text) == layer["article"]["textLength"], (len(text), layer["article"]["textLength"])
print(json.dumps([{"quote": span["quote"], "sliced": text[span["start"]:span["end"]]}
                  for annotation in layer["annotations"] for span in annotation["spans"]]))
`
  const files = [join(folder.path, article), join(folder.path, sidecarName(article, annotator))]
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
