import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { jsonSchemas } from './jsonSchema.ts'

test.each(Object.entries(jsonSchemas))(
  'the published %s is the one that the program checks with',
  async (name, make) => {
    // A change on purpose is written with `npm run unit -- -u`.
    await expect(`${JSON.stringify(make(), null, 2)}\n`).toMatchFileSnapshot(`../../resources/schemas/${name}`)
  },
)

test('a sidecar of ours is valid by the published schema, as an independent validator reads it', () => {
  const schema = JSON.parse(readFileSync('resources/schemas/sidecar-1.schema.json', 'utf8'))
  const validate = new Ajv2020({ strict: false }).compile(schema)
  const sample = 'resources/sample/2031-03/2031-03-04_harbour-gazette_ferry-deal.txt.nadia.stet.json'
  const sidecar = JSON.parse(readFileSync(sample, 'utf8'))
  expect(validate(sidecar), JSON.stringify(validate.errors)).toBe(true)
  sidecar.annotations[0].spans[0].start = -1
  expect(validate(sidecar)).toBe(false)
})
