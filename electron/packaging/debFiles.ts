import { electronPackages } from '../runtime/libraries.ts'
import type { Portable } from './portable.ts'

/** Where the program is installed, from the system's root. */
export const INSTALLED = 'usr/lib/stet'

/** The text of the package's `control`. */
export function controlText({ architecture, program }: Portable, installedKilobytes: number): string {
  const fields = {
    Package: 'stet',
    Version: program.version,
    Architecture: architecture.debian,
    Maintainer: 'The makers of Stet <stet@localhost>',
    'Installed-Size': installedKilobytes,
    // Some have 't64' at the end since Debian 13 and Ubuntu 24.
    Depends: electronPackages.map(name => `${name} | ${name}t64`).join(', '),
    Section: 'text',
    Priority: 'optional',
    Description: `${program.description}\n No account, no server, no network: nothing leaves the machine.`,
  }
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')
}

/** The entry in the desktop's menu. */
export const desktopEntry = `[Desktop Entry]
Type=Application
Name=Stet
GenericName=Annotation workbench
Comment=Read news, and write down who said what, about whom, and what happened
Exec=stet %f
Icon=stet
Terminal=false
Categories=Office;
MimeType=text/plain;
Keywords=annotation;news;claims;codebook;
StartupWMClass=stet
`
