import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'playwright/test'
import { Analyst } from './analyst.ts'

/** The picture in the README: a half annotated article of the sample, on the desk of who annotates it. */
const resources = fileURLToPath(new URL('../resources', import.meta.url))
const home = await mkdtemp(join(tmpdir(), 'stet-screenshot-'))
// The window is called after its folder.
const folder = join(home, 'Port Elden')
await cp(join(resources, 'sample'), folder, { recursive: true })

const nadia = await Analyst.arrive({ open: folder, size: { width: 1280, height: 800 } })
const { window } = nadia
await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
await window.getByLabel('Your name').fill('Nadia Ferrant')
await window.getByLabel('Annotator id').fill('nadia')
await nadia.presses('Enter')
await nadia.opens(/Minister admits/)
await nadia.annotation('Claim', 'he never saw the engineer').click()
await expect(nadia.inspector).toContainText('he never saw the engineer')
await nadia.seesSaved()
// Out of the list, so that no focus is drawn, and off what the mouse lies over.
await nadia.presses('Control+1')
await window.mouse.move(640, 760)
await window.evaluate(() => document.fonts.ready.then(() => undefined))
await window.screenshot({ path: join(resources, 'screenshot.png'), caret: 'hide', animations: 'disabled' })
await nadia.leaveForGood()
await rm(home, { recursive: true, force: true })
