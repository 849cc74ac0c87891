import { expect, test } from 'vitest'
import { controlText } from './debFiles.ts'
import type { Portable } from './portable.ts'

test('the package names its libraries under both of the names that releases have for them', () => {
  const program = {
    root: '/',
    version: '1.2.3',
    description: 'What it is',
    main: 'out/main.js',
    electron: '45.4.1',
    libraries: [],
  }
  const portable: Portable = {
    ...{ folder: '/stet', executable: '/stet/stet', program },
    architecture: { node: 'x64', debian: 'amd64' },
  }
  const control = controlText(portable, 4096)
  expect(control).toMatch(/^Depends: .*libgtk-3-0 \| libgtk-3-0t64, /m)
  expect(control).toMatch(/^Version: 1\.2\.3$/m)
  expect(control).toMatch(/^Architecture: amd64$/m)
  expect(control).toMatch(/^Installed-Size: 4096$/m)
  // A line of its own would begin the next field.
  expect(control).toMatch(/^Description: What it is\n No account/m)
})
