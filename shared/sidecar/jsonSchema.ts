import * as z from 'zod'
import { FactsFile } from '../facts/factsFile.ts'
import { CODEBOOK_VERSION, CodebookFile } from '../project/codebookFile.ts'
import { PROJECT_VERSION, ProjectFile } from '../project/projectSchema.ts'
import { FORMAT_VERSION, Sidecar } from './schema.ts'

/** The JSON Schemas (draft 2020-12) that are published in `resources/schemas/`, by file name: made from the checks that the program itself runs. */
export const jsonSchemas: Readonly<Record<string, () => object>> = {
  [`sidecar-${FORMAT_VERSION}.schema.json`]: () =>
    schemaOf(Sidecar, 'Stet sidecar', 'One annotator’s annotations of one article. Offsets count code points.'),
  'article-1.schema.json': () =>
    schemaOf(FactsFile, 'Stet article facts', 'What a person said of the article itself. Offsets count code points.'),
  [`codebook-${CODEBOOK_VERSION}.schema.json`]: () =>
    schemaOf(CodebookFile, 'Stet codebook', 'A codebook in a file of its own, to be handed to other workspaces.'),
  [`project-${PROJECT_VERSION}.schema.json`]: () =>
    schemaOf(ProjectFile, 'Stet project', 'The codebook, the register of entities and the people of a workspace.'),
}

function schemaOf(type: z.ZodType, title: string, description: string): object {
  const { $schema, ...schema } = z.toJSONSchema(type, { target: 'draft-2020-12' })
  return { $schema, title, description, ...schema }
}
