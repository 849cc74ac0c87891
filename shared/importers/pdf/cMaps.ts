/** Gives the bytes of one of pdf.js's packed character maps (`90ms-RKSJ-H`). Throws where there is none of this name. */
export type ReadCMap = (name: string) => Promise<Uint8Array>

let readCMap: ReadCMap | undefined

/**
 * Says where character maps come from: they say which letters the codes of
 * Chinese, Japanese and Korean documents stand for, and lie in files, which
 * this room can't read. Told once, by whoever starts a worker; without it such
 * documents lack their text.
 */
export function readCMapsBy(read: ReadCMap): void {
  readCMap = read
}

/** A character map by its name, for pdf.js. */
export async function cMapNamed(name: string): Promise<{ readonly cMapData: Uint8Array; readonly isCompressed: true }> {
  // Names come out of documents that others wrote, and become names of files.
  if (!readCMap || !/^[A-Za-z0-9-]{1,40}$/.test(name)) throw new Error('There is no such character map.')
  return { cMapData: await readCMap(name), isCompressed: true }
}
