import type { Article } from './article.ts'
import { fieldsByUsualName } from './fieldsOfName.ts'
import { fieldsOfText } from './fieldsOfText.ts'
import { joinFields, type Metadata } from './metadata.ts'

/** What an article's file says of it: what its reader found, its name (given without a folder), and its text by what the blocks are. */
export function fieldsFound(fileName: string, { metadata, text, blocks }: Found): Metadata {
  return joinFields(metadata, fieldsByUsualName(fileName), fieldsOfText(text, blocks))
}

type Found = Pick<Article, 'metadata' | 'text' | 'blocks'>
