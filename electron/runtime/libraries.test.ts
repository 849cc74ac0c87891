import { expect, test } from 'vitest'
import { bothNames, installCommand, missingLibraries, packagesHere } from './libraries.ts'

test('the libraries that are not found are told once each, in order', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffe)',
    '\tlibnss3.so => not found',
    '\tlibgbm.so.1 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibnss3.so => not found',
  ].join('\n')
  expect(missingLibraries(output)).toEqual(['libgbm.so.1', 'libnss3.so'])
})

test('a system that has everything lacks nothing', () => {
  expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n\tstatically linked\n')).toEqual([])
})

const policyOf = (candidates: Record<string, string>) =>
  Object.entries(candidates)
    .map(
      ([name, version]) =>
        `${name}:\n  Installed: (none)\n  Candidate: ${version}\n  Version table:\n     ${version} 500\n`,
    )
    .join('')

test('a release that renamed a package is asked for the new name', () => {
  const policy = policyOf({ libasound2: '(none)', libasound2t64: '1.2.11', libnss3: '3.98', libcups2t64: '2.4' })
  expect(packagesHere(['libasound2', 'libnss3', 'libcups2'], policy)).toEqual([
    'libasound2t64',
    'libnss3',
    'libcups2t64',
  ])
})

test('an older release is asked for the plain name', () => {
  expect(packagesHere(['libasound2'], policyOf({ libasound2: '1.2.8' }))).toEqual(['libasound2'])
})

test('a release that has both names is asked for the plain one', () => {
  expect(packagesHere(['libnss3'], policyOf({ libnss3: '3.98', libnss3t64: '3.99' }))).toEqual(['libnss3'])
})

test('before the lists of packages are there, the plain name is all we know', () => {
  expect(packagesHere(['libasound2'], '')).toEqual(['libasound2'])
})

test('both names are looked up', () => {
  expect(bothNames(['xvfb'])).toEqual(['xvfb', 'xvfbt64'])
})

test('the command is one line, with sudo for those who need it', () => {
  expect(installCommand(['xvfb', 'libnss3'], false)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb libnss3',
  )
  expect(installCommand(['xvfb'], true)).toBe('apt-get update && apt-get install -y --no-install-recommends xvfb')
})
