import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sidecar } from './agreeFolder.ts'

/** How many articles there are. */
export const PILOT_ARTICLES = 8

/** Articles that two people annotated, alike in some and otherwise in others, so that figures have intervals: Ben misses the dockers in every second. */
export function writePilot(folder: string): void {
  for (let number = 1; number <= PILOT_ARTICLES; number++) {
    const file = `2031-04-0${number} quay.txt`
    const text = `Quay notice\n\nNumber ${number}. The mayor said the bridge is safe. Dockers walked out on Monday.\n`
    writeFileSync(join(folder, file), text)
    const mayor = ['actor', 'The mayor'] as const
    const claim = ['claim', 'the bridge is safe', { polarity: 'supports' }] as const
    const dockers = ['actor', 'Dockers'] as const
    const write = (annotator: string, said: Parameters<typeof sidecar>[3]) =>
      writeFileSync(join(folder, `${file}.${annotator}.stet.json`), sidecar(annotator, file, text, said))
    write('ada', [claim, mayor, dockers])
    write('ben', number % 2 === 0 ? [claim, mayor] : [claim, mayor, dockers])
  }
}
