import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { headers, serveAssets } from './assets.ts'

let around: string
let answer: ReturnType<typeof serveAssets>
const get = (url: string) => answer({ url, method: 'GET' })

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'stet-assets-'))
  const folder = join(around, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(around, 'secret.html'), 'secret')
  await writeFile(join(folder, 'index.html'), '<p>page')
  await writeFile(join(folder, 'assets', 'serif.woff2'), 'font')
  await writeFile(join(folder, 'assets', 'index.js'), 'code')
  await writeFile(join(folder, 'assets', 'index.js.map'), 'map')
  await symlink(join(around, 'secret.html'), join(folder, 'link.html'))
  await symlink(around, join(folder, 'out'))
  answer = serveAssets(folder)
})
afterEach(() => rm(around, { recursive: true }))

test.each([
  ['index.html', 'text/html; charset=utf-8', '<p>page'],
  ['assets/index.js', 'text/javascript; charset=utf-8', 'code'],
  ['assets/index.js?v=1#top', 'text/javascript; charset=utf-8', 'code'],
  ['assets/serif.woff2', 'font/woff2', 'font'],
])('%s comes as %s', async (name, type, body) => {
  const response = await get(`stet://app/${name}`)
  expect(response.status).toBe(200)
  expect(response.headers['Content-Type']).toBe(type)
  expect(response.body?.toString()).toBe(body)
})

test.each(['index.html', 'nothing.html'])('every answer carries the policy: %s', async name => {
  const response = await get(`stet://app/${name}`)
  for (const [key, value] of Object.entries(headers)) expect(response.headers[key]).toBe(value)
})

test('the policy allows nothing by default, no eval, no inline code, no network', () => {
  const policy = headers['Content-Security-Policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("connect-src 'none'")
  expect(policy).toContain("trusted-types 'none'")
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('*')
})

test.each([
  'stet://app/',
  'stet://app/../secret.html',
  'stet://app/..%2fsecret.html',
  'stet://app/assets/..%5c..%5c..%5csecret.html',
  'stet://app/assets/%2e%2e/%2e%2e/secret.html',
  'stet://app//secret.html',
  'stet://app/link.html',
  'stet://app/out/secret.html',
  'stet://app/assets',
  'stet://app/assets/index.js.map',
  'stet://app/index.html%00',
  'stet://app/%',
])('%s is not there', async url => {
  expect((await get(url)).status).toBe(404)
})

test.each(['stet://other/index.html', 'https://app/index.html', 'file:///etc/passwd', 'index.html'])(
  '%s is refused',
  async url => {
    expect((await get(url)).status).toBe(403)
  },
)

test('only GET is answered', async () => {
  expect((await answer({ url: 'stet://app/index.html', method: 'POST' })).status).toBe(403)
})

test('no address whatever leads outside', async () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '%2e', '/', '\\', '%2f', 'secret.html', 'out', 'link.html', '%00'),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async pieces => {
      const response = await get(`stet://app/${pieces.join('/')}`)
      expect(response.body?.toString() ?? '').not.toContain('secret')
    }),
    { numRuns: 1000 },
  )
})
