import { basename, dirname, isAbsolute, join } from 'node:path'
import type { Input, Output, Person, Reply, Settings } from '../../shared/contract/contract.ts'
import type { JsonObject } from '../../shared/json/json.ts'
import { MAX_PROJECT_BYTES } from '../../shared/limits.ts'
import { Problem, type ProblemNotice } from '../../shared/problems/problem.ts'
import { writeCodebookFile } from '../../shared/project/codebookFile.ts'
import { Project } from '../../shared/project/project.ts'
import { raiseFence } from '../disk/fence.ts'
import { readBounded } from '../disk/readBounded.ts'
import { replaceFile } from '../disk/replaceFile.ts'
import type { DeskParts, DeskWindow, WorkspaceView } from './parts.ts'
import { Tickets } from './tickets.ts'
import { isFile, whereaboutsOf } from './whereabouts.ts'
import { WorkspaceOnDesk } from './workspaceOnDesk.ts'

interface Shown {
  readonly workspace: WorkspaceOnDesk
  readonly sample: boolean
}

/** One window's desk: who sits at it, and the one workspace that is open on it. */
export class Desk {
  readonly #parts: DeskParts
  readonly #window: DeskWindow
  readonly #recent = new Tickets()
  #shown: Shown | null = null
  /** What the window begins with, until it is there. Openings come one after another. */
  #opening: Promise<unknown>
  readonly #problems: ProblemNotice[] = []

  /** `open` is the path of what the window begins with; null for the sample. */
  constructor(parts: DeskParts, window: DeskWindow, open: string | null) {
    this.#parts = parts
    this.#window = window
    const { settings, person } = parts
    parts.desks.join(this)
    if (settings.damaged || person.damaged) this.#problems.push({ kind: 'settings-damaged', detail: '' })
    const first = open === null ? this.#openSample() : this.#open(open)
    this.#opening = first.catch(error => this.#note(error))
  }

  /** The workspace of this desk; throws Problem `unknown-ticket` where there is none. */
  get workspace(): WorkspaceOnDesk {
    if (!this.#shown) throw new Problem('unknown-ticket')
    return this.#shown.workspace
  }

  /** What a page is told first. A page that is shown again finds everything as it was. */
  async enter(): Promise<Output<'desk.enter'>> {
    await this.#opening
    await this.#shown?.workspace.closeArticles().catch(error => this.#note(error))
    const { person, settings, recent, runtime } = this.#parts
    return {
      person: person.person,
      settings: settings.value,
      recent: recent.list.map(({ path, opened }) => ({
        ticket: this.#recent.ticketFor(path),
        name: basename(path).slice(0, 1000),
        opened,
      })),
      workspace: this.#view(),
      runtime,
      assisted: this.#parts.assisted(),
      problems: this.#problems.splice(0),
    }
  }

  get isChangingMany(): boolean {
    return this.#shown?.workspace.isChangingMany ?? false
  }

  /** Throws Problem `change-under-way` for somebody else while many articles are being changed in the name of who annotates now. */
  async setPerson(person: Person): Promise<Person> {
    const isAnother = person.id !== this.#parts.person.person?.id
    if (isAnother && this.#parts.desks.all.some(desk => desk.isChangingMany)) throw new Problem('change-under-way')
    await this.#parts.person.change(person)
    this.#shown?.workspace.personChanged(isAnother)
    for (const desk of this.#parts.desks.others(this)) desk.personChanged(person, isAnother)
    return person
  }

  personChanged(person: Person, isAnother: boolean): void {
    this.#shown?.workspace.personChanged(isAnother)
    this.#window.tell('person.changed', person)
  }

  settingsChanged(settings: Settings): void {
    this.#window.tell('settings.changed', settings)
  }

  assistanceChanged(assisted: boolean): void {
    this.#window.tell('assistance.changed', { assisted })
  }

  /** The person came back to the window. */
  lookAgain(): void {
    this.#shown?.workspace.lookAgain()
  }

  async setSettings(parts: Partial<Settings>): Promise<Settings> {
    const said = Object.entries(parts).filter(([, value]) => value !== undefined)
    await this.#parts.settings.change(Object.fromEntries(said))
    if (parts.theme !== undefined || parts.keys !== undefined || parts.zoom !== undefined) this.#parts.dress()
    const { value } = this.#parts.settings
    for (const desk of this.#parts.desks.others(this)) desk.settingsChanged(value)
    return value
  }

  async choose(what: 'folder' | 'file'): Promise<WorkspaceView | null> {
    const path = await this.#window.choose(what)
    return path === null ? null : this.open(path)
  }

  /** A file of many articles that the person chooses, to be taken apart into a workspace. */
  async chooseArchive(workspace: string): Promise<Output<'unpack.choose'>> {
    this.workspace.check(workspace)
    const path = await this.#window.choose('archive')
    return path === null ? null : this.workspace.unpack.openChosen(path)
  }

  /** What others annotated, in a file or folder that the person chooses, to be brought into a workspace. */
  async chooseAnnotations({ workspace, what }: Input<'bring.choose'>): Promise<Output<'bring.choose'>> {
    this.workspace.check(workspace)
    const path = await this.#window.choose(`annotations-${what}`)
    return path === null ? null : this.workspace.bring.openChosen(path)
  }

  /** The map in a file that the person chooses. */
  async loadMap({ brought }: Input<'bring.loadMap'>): Promise<Output<'bring.loadMap'>> {
    const path = await this.#window.choose('map')
    return path === null ? null : this.workspace.bring.loadMap(brought, path)
  }

  /** Writes a map into a file that the person names. */
  async saveMap({ brought, map }: Input<'bring.saveMap'>): Promise<string | null> {
    const { bring } = this.workspace
    const path = await this.#window.chooseTarget('map', bring.nameFor(brought, 'map'))
    return path === null ? null : bring.saveMap(brought, path, map)
  }

  /** Writes the report of an import into a file that the person names. */
  async saveReport({ brought }: Input<'bring.saveReport'>): Promise<string | null> {
    const { bring } = this.workspace
    const path = await this.#window.chooseTarget('report', bring.nameFor(brought, 'report'))
    return path === null ? null : bring.saveReport(brought, path)
  }

  /** Writes every figure of agreement into a file that the person names. */
  saveAgreement({ workspace, ...asked }: Input<'agreement.save'>): Promise<Output<'agreement.save'>> {
    const { agreeing } = this.workspace.checked(workspace)
    return agreeing.save(asked, () => this.#window.chooseTarget('agreement', agreeing.nameFor(asked.format)))
  }

  /** The codebook in a file that the person chooses, read in the worker. */
  async importCodebook(): Promise<Output<'codebook.import'>> {
    const path = await this.#window.chooseCodebook()
    if (path === null) return null
    const bytes = await readBounded(this.#parts.disk, path, MAX_PROJECT_BYTES)
    const codebook = await this.#parts.workbench.run('codebook', { bytes })
    return { file: basename(path).slice(0, 1000), codebook }
  }

  /** Writes the workspace's codebook into a file that the person names: outside the workspace, too, for they chose it. */
  async exportCodebook(): Promise<string | null> {
    const { name, project } = this.workspace
    const path = await this.#window.chooseCodebookTarget(`${name}.codebook.json`)
    if (path === null) return null
    const { disk } = this.#parts
    const text = writeCodebookFile(new Project(JSON.parse(project) as JsonObject))
    await replaceFile(disk, await raiseFence(disk, dirname(path)), path, Buffer.from(text))
    return basename(path).slice(0, 1000)
  }

  /** Where a person wants a dataset of the workspace to be; outside the workspace, too, for they chose it. */
  async chooseExportTarget({ workspace, format }: Input<'export.choose'>): Promise<Output<'export.choose'>> {
    this.workspace.check(workspace)
    const { exporting } = this.workspace
    const path = await this.#window.chooseExportTarget(await exporting.nameFor(format))
    return path === null ? null : exporting.aim(path)
  }

  showExported(): void {
    this.#window.showInFolder(this.workspace.exporting.written())
  }

  /** Where a person wants letters or a packet to be; outside the workspace, too, for they chose it. */
  async chooseTellTarget({ workspace, what }: Input<'tell.choose'>): Promise<Output<'tell.choose'>> {
    const { telling } = this.workspace.checked(workspace)
    const path = await this.#window.chooseTarget(what, telling.nameFor(what))
    return path === null ? null : telling.aim(path)
  }

  /** An answer that a person chooses. Throws the Problem by which it can't be read. */
  async chooseAnswer(workspace: string): Promise<Output<'tell.chooseAnswer'>> {
    const { telling } = this.workspace.checked(workspace)
    const path = await this.#window.choose('answer')
    return path === null ? null : telling.take(path)
  }

  showTold(): void {
    this.#window.showInFolder(this.workspace.telling.written())
  }

  openRecent(ticket: string): Promise<WorkspaceView | null> {
    return this.open(this.#recent.pathOf(ticket))
  }

  openSample(): Promise<WorkspaceView | null> {
    return this.#inTurn(async () => ((await this.#openSample()) ? this.#view() : null))
  }

  /** Opens a folder, or one article, in this window. Null where another window has it: that one comes to the front. */
  open(path: string): Promise<WorkspaceView | null> {
    return this.#inTurn(async () => ((await this.#open(path)) ? this.#view() : null))
  }

  /** Opens what somebody else asked for, and tells the window. */
  async openAndTell(path: string): Promise<void> {
    const view = await this.open(path)
    if (view) this.#window.tell('workspace.opened', view)
  }

  /** Comes to the front, and to an article where the path names one. */
  async show(path: string): Promise<void> {
    this.#window.toFront()
    const { article } = await whereaboutsOf(path)
    if (article !== null) await this.openAndTell(path)
  }

  /** What was dropped on the window: the first path counts. What others annotated, or a file of many articles, is offered for the workspace that is open. */
  async drop(paths: unknown): Promise<Reply<null>> {
    try {
      const path = Array.isArray(paths)
        ? paths.find((one): one is string => typeof one === 'string' && isAbsolute(one))
        : null
      if (!path) throw new Problem('not-there', 'What was dropped is no file or folder of this machine.')
      await this.#opening
      const workspace = this.#shown?.workspace
      const isOffered =
        (await workspace?.offerAnnotations(path)) || ((await isFile(path)) && (await workspace?.offerArchive(path)))
      if (!isOffered) await this.openAndTell(path)
      return { ok: true, value: null }
    } catch (error) {
      if (error instanceof Problem) return { ok: false, problem: { kind: error.kind, detail: error.detail } }
      this.#parts.report('drop', error)
      return { ok: false, problem: { kind: 'bug', detail: '' } }
    }
  }

  async flush(): Promise<void> {
    await this.#opening
    await this.#shown?.workspace.flush()
  }

  async leave(): Promise<void> {
    await this.#opening
    const shown = this.#shown
    this.#shown = null
    this.#parts.desks.part(this)
    if (!shown) return
    this.#parts.desks.leave(shown.workspace.folder, this)
    await shown.workspace.leave()
  }

  async #openSample(): Promise<boolean> {
    return this.#open(await this.#parts.sample(), true)
  }

  /** Resolves to whether it is here now. Nobody looks yet: what is told once waits for the one who does. */
  async #open(path: string, sample = false): Promise<boolean> {
    const { desks, recent, now } = this.#parts
    const { folder, article } = await whereaboutsOf(path)
    const holder = desks.deskAt(folder)
    if (holder && holder !== this) {
      void holder.show(path).catch(this.#report)
      return false
    }
    if (!holder) {
      desks.take(folder, this)
      try {
        await this.#replace(folder, sample)
      } catch (error) {
        desks.leave(folder, this)
        throw error
      }
    }
    if (article !== null) await this.#shown?.workspace.beAt(article)
    if (!sample) void recent.add({ path: join(folder, article ?? ''), opened: now().toISOString() }).catch(this.#report)
    return true
  }

  /** The workspace before is let go only when the next one is there, and its edits are on disk. */
  async #replace(folder: string, sample: boolean): Promise<void> {
    const before = this.#shown
    const workspace = await WorkspaceOnDesk.open(folder, this.#parts, this.#window)
    try {
      await before?.workspace.close()
    } catch (error) {
      await workspace.close()
      throw error
    }
    if (before) this.#parts.desks.leave(before.workspace.folder, this)
    this.#shown = { workspace, sample }
  }

  #view(): WorkspaceView | null {
    if (!this.#shown) return null
    return this.#shown.workspace.view(this.#shown.sample)
  }

  /** What went wrong with nobody there to be told: the next page is. */
  #note(error: unknown): void {
    if (!(error instanceof Problem)) this.#parts.report('desk', error)
    const { kind, detail } = error instanceof Problem ? error : new Problem('cannot-read')
    this.#problems.push({ kind, detail })
  }

  readonly #report = (error: unknown) => this.#parts.report('desk', error)

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#opening.then(work)
    this.#opening = done.catch(() => {})
    return done
  }
}
