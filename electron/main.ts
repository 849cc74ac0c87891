import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Problem } from '../shared/problems/problem.ts'
import { idFor } from '../shared/sidecar/annotatorId.ts'
import { speak } from '../shared/words/words.ts'
import { codebookMarkOf } from './bridge/codebookMark.ts'
import { DesksByFolder } from './bridge/desksByFolder.ts'
import { handOver } from './bridge/handOver.ts'
import { joinDesk } from './bridge/joinDesk.ts'
import type { DeskParts } from './bridge/parts.ts'
import { copySample } from './bridge/sample.ts'
import { disk } from './disk/disk.ts'
import { raiseFence } from './disk/fence.ts'
import { makeLog } from './log/log.ts'
import { LayersInUse } from './saving/layersInUse.ts'
import { OpenArticle } from './saving/openArticle.ts'
import { openPerson, visiting } from './settings/person.ts'
import { openPlaces } from './settings/places.ts'
import { openRecent } from './settings/recent.ts'
import { openSettings } from './settings/settings.ts'
import { openWindowPlace } from './settings/windowPlace.ts'
import { captureOnce } from './shell/capture.ts'
import { hearAssistance, hearOfBugs, joinWindows, openShell, prepareShell } from './shell/shell.ts'
import { Windows } from './shell/windows.ts'
import type { SearchTasks } from './work/searchTasks.ts'
import { Workbench } from './work/workbench.ts'
import { openWorkspace } from './workspace/workspace.ts'

// Electron is ready only once this module has been run, so nothing here waits at the top level.

/** What later starts of the program hand over before the first window is there. */
const handed: (string | null)[] = []
let hear = (open: string | null): void => void handed.push(open)

const shell = prepareShell(process.env, ({ open }) => hear(open))
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const now = (): Date => new Date()
const log = makeLog({ folder: join(shell.profile, 'log'), now, standardError: say })
/** What we expect of a disk is worth a note; anything else is a bug. */
const report = (where: string, error: unknown): void =>
  error instanceof Problem ? log.note(`${where}: ${error.kind}`) : log.error(where, error)

if (shell.isFirst) {
  hearOfBugs(report)
  start().catch(error => {
    report('start', error)
    say('Stet cannot start. What happened stands in the log of the profile folder.')
    shell.exit(1)
  })
} else {
  const asked = shell.launch.capture !== null
  if (asked) say('No picture was taken: Stet is open already. Close it, or name another --profile.')
  shell.exit(asked ? 1 : 0)
}

async function start(): Promise<void> {
  const out = join(shell.appFolder, 'out')
  const [profile] = await Promise.all([openProfile(), openShell(join(out, 'renderer'))])
  const language = shell.launch.language ?? profile.settings.value.language
  speak(language)
  const workbench = new Workbench({ entry: pathToFileURL(join(out, 'worker.js')) })
  const searchBench = new Workbench<SearchTasks>({ entry: pathToFileURL(join(out, 'searchWorker.js')) })
  const inUse = new LayersInUse()
  const around = {
    disk,
    workbench,
    profile: profile.fence,
    failed: (error: unknown) => report('workspace', error),
  }

  const parts: DeskParts = {
    ...profile,
    desks: new DesksByFolder(),
    runtime: shell.runtime,
    openWorkspace: (folder, annotator) =>
      openWorkspace(folder, { ...around, annotator, device: profile.person.device, now }),
    openArticle: (workspace, path, annotator, told) =>
      OpenArticle.open(path, {
        disk,
        fence: workspace.fence,
        workbench,
        annotator,
        device: profile.person.device,
        codebook: () => codebookMarkOf(workspace.codebook),
        inUse,
        now,
        told,
      }),
    workbench,
    searchBench,
    sample: () => copySample(join(shell.appFolder, 'resources', 'sample'), join(profile.fence.root, 'sample')),
    beginsWithArticle: shell.launch.capture !== null,
    now,
    report,
    assisted: shell.assisted,
    dress: () => windows.dress(),
  }

  const { capture, open } = shell.launch
  const windows = new Windows({
    preload: join(out, 'preload.cjs'),
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
  joinWindows(windows, log.note, async () => {
    await Promise.all([profile.settled(), workbench.close(), searchBench.close()])
  })

  hearAssistance(assisted => {
    for (const desk of parts.desks.all) desk.assistanceChanged(assisted)
  })
  windows.open(open)
  warmUp(workbench)
  hear = path => void handOver(path, parts.desks, windows).catch(error => report('handover', error))
  for (const path of handed) hear(path)
}

/** While the page loads, the reader of articles loads and reads something: the first real article then finds it warm. */
function warmUp(workbench: Workbench): void {
  const bytes = new TextEncoder().encode('Warm\n\nThe reader is warm before the first article comes to it.\n')
  workbench.run('article', { name: 'warm.txt', bytes }).catch(error => {
    if (!(error instanceof DOMException)) report('warming up', error) // closed meanwhile
  })
}

/** What this device remembers of the person, read while Electron gets ready. */
async function openProfile() {
  const fence = await raiseFence(disk, shell.profile)
  const [settings, person, recent, places, windowPlace] = await Promise.all([
    openSettings(fence),
    openPerson(fence),
    openRecent(fence),
    openPlaces(fence),
    openWindowPlace(fence),
  ])
  const { annotator, capture } = shell.launch
  if (annotator !== null) await person.change({ id: idFor(annotator), name: annotator.slice(0, 200) })
  const kept = [settings, person, recent, places, windowPlace]
  const settled = async () => {
    for (const file of kept) await file.settled()
  }
  // A picture is of an article, not of the question who is there.
  const sitting = capture !== null && person.person === null ? visiting(person) : person
  return { fence, settings, person: sitting, recent, places, windowPlace, settled }
}
