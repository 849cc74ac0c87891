import { expect, test } from 'vitest'
import { jsonSchemas } from './jsonSchema.ts'

test.each(Object.entries(jsonSchemas))('the published %s is the one that the program checks with', async (name, make) => {
  // A change on purpose is written with `npm run unit -- -u`.
  await expect(`${JSON.stringify(make(), null, 2)}\n`).toMatchFileSnapshot(`../../resources/schemas/${name}`)
})
