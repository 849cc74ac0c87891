import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart, lastWords } from '../runtime/cannotStart.ts'
import { folderBytes } from '../runtime/folderBytes.ts'
import { runProgram } from '../runtime/runProgram.ts'
import { controlText, desktopEntry, INSTALLED } from './debFiles.ts'
import type { Portable } from './portable.ts'

/** Chromium's helper that shuts its processes in where the kernel lets nobody else do so. It must be root's, and act as root. */
const SANDBOX = 'chrome-sandbox'

/** Makes a Debian package of the portable folder inside `to`; its path, or null where there is no dpkg-deb. Throws `CannotStart` where that fails. */
export async function makeDeb(
  portable: Portable,
  to: string,
  compression: 'xz' | 'none' = 'xz',
): Promise<string | null> {
  const found = await runProgram('dpkg-deb', ['--version'])
  if (found.code !== 0) return null
  const { architecture, program, folder } = portable
  const file = join(to, `stet_${program.version}_${architecture.debian}.deb`)
  const root = mkdtempSync(join(tmpdir(), 'stet-deb-'))
  try {
    chmodSync(root, 0o755)
    const put = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    cpSync(folder, join(root, INSTALLED), { recursive: true, verbatimSymlinks: true })
    if (existsSync(join(root, INSTALLED, SANDBOX))) chmodSync(join(root, INSTALLED, SANDBOX), 0o4755)
    mkdirSync(join(root, 'usr/bin'), { recursive: true })
    symlinkSync('../lib/stet/stet', join(root, 'usr/bin/stet'))
    put('usr/share/applications/stet.desktop', desktopEntry)
    cpSync(join(program.root, 'resources', 'icon.svg'), join(root, 'usr/share/icons/hicolor/scalable/apps/stet.svg'))
    cpSync(join(program.root, 'LICENSE'), join(root, 'usr/share/doc/stet/copyright'))
    put('DEBIAN/control', controlText(portable, Math.ceil(folderBytes(join(root, 'usr')) / 1024)))
    const made = await runProgram('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, file])
    if (made.code !== 0) throw new CannotStart(`The .deb could not be made: ${lastWords(made.output)}`)
    return file
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
