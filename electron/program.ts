import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserWindow, WebContents } from 'electron'
import { idFor } from '../shared/sidecar/annotatorId.ts'
import type { Language } from '../shared/words/languages.ts'
import { speak } from '../shared/words/words.ts'
import { DesksByFolder } from './bridge/desksByFolder.ts'
import { handOver } from './bridge/handOver.ts'
import { joinDesk } from './bridge/joinDesk.ts'
import type { DeskParts } from './bridge/parts.ts'
import { copySample } from './bridge/sample.ts'
import { benchForDataset } from './dataset/benchForDataset.ts'
import { disk } from './disk/disk.ts'
import { raiseFence } from './disk/fence.ts'
import type { Log } from './log/log.ts'
import { codebookMarkOf } from './saving/codebookMark.ts'
import { LayersInUse } from './saving/layersInUse.ts'
import { OpenArticle } from './saving/openArticle.ts'
import { processes } from './saving/processes.ts'
import { openMemories } from './settings/memories.ts'
import { openPerson, visiting } from './settings/person.ts'
import { openPlaces } from './settings/places.ts'
import { openRecent } from './settings/recent.ts'
import { openSettings } from './settings/settings.ts'
import { openWindowPlace } from './settings/windowPlace.ts'
import { captureOnce } from './shell/capture.ts'
import type { Answering } from './shell/ipc.ts'
import { hearAssistance, type Shell } from './shell/shell.ts'
import { Windows } from './shell/windows.ts'
import type { SearchTasks } from './work/searchTasks.ts'
import { Workbench } from './work/workbench.ts'
import type { SettledCopy } from './workspace/copies.ts'
import { benchFor } from './workspace/unpack.ts'
import { openWorkspace } from './workspace/workspace.ts'

/** What the program begins with. */
export interface Ground {
  readonly shell: Shell
  /** The first window, whose page is coming up. */
  readonly first: BrowserWindow
  /** The language of the interface, until the program ends. */
  readonly language: Language
  readonly preload: string
  readonly log: Log
  readonly report: (where: string, error: unknown) => void
  readonly say: (line: string) => void
}

/** What the shell needs of the program. */
export interface Program {
  /** Null for contents that are no window of ours. */
  deskOf(contents: WebContents): Answering | null
  /** Opens what a later start of the program hands over: a path, or null for the window that is there. */
  open(path: string | null): void
  /** Resolves once every closed window's desk has let go. */
  settled(): Promise<void>
  /** Ends what isn't part of a window. */
  end(): Promise<void>
}

/** Builds the parts and joins them, with a desk for the window that is there already. */
export async function start({ shell, first, language, preload, log, report, say }: Ground): Promise<Program> {
  speak(language)
  const out = join(shell.appFolder, 'out')
  const profile = await openProfile(shell)
  const now = (): Date => new Date()
  const workbench = new Workbench({ entry: pathToFileURL(join(out, 'worker.js')) })
  const searchBench = new Workbench<SearchTasks>({ entry: pathToFileURL(join(out, 'searchWorker.js')) })
  // A picture is taken of a folder as it is: nothing is written there.
  const inUse = new LayersInUse(shell.launch.capture === null ? processes() : null)
  const around = {
    disk,
    workbench,
    profile: profile.fence,
    failed: (error: unknown) => report('workspace', error),
    isSettled: (root: string, { path, content }: SettledCopy) =>
      profile.memories.of(root).settled.some(one => one.path === path && one.content === content),
  }

  const parts: DeskParts = {
    ...profile,
    desks: new DesksByFolder(),
    runtime: shell.runtime,
    disk,
    openWorkspace: (folder, annotator) =>
      openWorkspace(folder, { ...around, annotator, device: profile.person.device, now }),
    openArticle: (workspace, path, annotator, hearing) =>
      OpenArticle.open(path, {
        disk,
        fence: workspace.fence,
        workbench,
        annotator,
        device: profile.person.device,
        codebook: () => codebookMarkOf(workspace.codebook),
        inUse,
        now,
        ...hearing,
      }),
    workbench,
    searchBench,
    startUnpackBench: () => benchFor(pathToFileURL(join(out, 'unpackWorker.js'))),
    startDatasetBench: () => benchForDataset(pathToFileURL(join(out, 'datasetWorker.js'))),
    sample: () => copySample(join(shell.appFolder, 'resources', 'sample'), join(profile.fence.root, 'sample')),
    beginsWithArticle: shell.launch.capture !== null,
    now,
    report,
    assisted: shell.assisted,
    dress: () => windows.dress(),
  }

  const { capture, open } = shell.launch
  const windows = new Windows({
    preload,
    developing: shell.developing,
    language,
    settings: () => profile.settings.value,
    keptPlace: () => profile.windowPlace.place,
    rememberPlace: place => void profile.windowPlace.remember(place).catch(error => report('window', error)),
    makeDesk: (surroundings, path) => joinDesk(parts, surroundings, path),
    painted: capture === null ? () => {} : captureOnce({ file: capture, exit: shell.exit, say }),
    note: log.note,
    report,
  })
  hearAssistance(assisted => {
    for (const desk of parts.desks.all) desk.assistanceChanged(assisted)
  })
  windows.takeIn(first, open)
  warmUp(workbench, report)
  return {
    deskOf: contents => windows.deskOf(contents),
    open: path => void handOver(path, parts.desks, windows).catch(error => report('handover', error)),
    settled: () => windows.settled(),
    end: async () => {
      await Promise.all([profile.settled(), workbench.close(), searchBench.close()])
    },
  }
}

/** While the page loads, the reader of articles loads and reads something: the first real article then finds it warm. */
function warmUp(workbench: Workbench, report: Ground['report']): void {
  const bytes = new TextEncoder().encode('Warm\n\nThe reader is warm before the first article comes to it.\n')
  workbench.run('article', { name: 'warm.txt', bytes }).catch(error => {
    if (!(error instanceof DOMException)) report('warming up', error) // closed meanwhile
  })
}

/** What this device remembers of the person. */
async function openProfile({ profile, launch }: Shell) {
  const fence = await raiseFence(disk, profile)
  const [settings, person, recent, places, memories, windowPlace] = await Promise.all([
    openSettings(fence),
    openPerson(fence),
    openRecent(fence),
    openPlaces(fence),
    openMemories(fence),
    openWindowPlace(fence),
  ])
  const { annotator, capture } = launch
  if (annotator !== null) await person.change({ id: idFor(annotator), name: annotator.slice(0, 200) })
  const kept = [settings, person, recent, places, memories, windowPlace]
  const settled = async () => {
    for (const file of kept) await file.settled()
  }
  // A picture is of an article, not of the question who is there.
  const sitting = capture !== null && person.person === null ? visiting(person) : person
  return { fence, settings, person: sitting, recent, places, memories, windowPlace, settled }
}
