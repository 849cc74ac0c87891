import { readFile } from 'node:fs/promises'

/** Where pdf.js's character maps lie: beside a built worker, or in the package. */
const folder = new URL(
  import.meta.url.endsWith('.ts') ? '../../node_modules/pdfjs-dist/cmaps/' : './cmaps/',
  import.meta.url,
)

/** The bytes of a character map by its name, which holds nothing but letters, digits and hyphens. Throws where there is none. */
export async function readCMapFile(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(`${name}.bcmap`, folder)))
}
