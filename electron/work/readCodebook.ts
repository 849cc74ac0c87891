import { readCodebookFile } from '../../shared/project/codebookFile.ts'

/** The codebook in the bytes of a file, as JSON text. Throws what `readCodebookFile` throws. */
export function readCodebook({ bytes }: { readonly bytes: Uint8Array }): string {
  return JSON.stringify(readCodebookFile(bytes))
}
