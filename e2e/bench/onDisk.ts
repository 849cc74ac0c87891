import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { codebookMarkOf } from '../../electron/saving/codebookMark.ts'
import { Layer } from '../../shared/annotation/layer.ts'
import { defaultCodebook } from '../../shared/codebook/defaultCodebook.ts'
import { plainText } from '../../shared/importers/plainText.ts'
import { sidecarName } from '../../shared/sidecar/names.ts'
import { writeSidecar } from '../../shared/sidecar/writeSidecar.ts'
import { makeRuler } from '../../shared/text/ruler.ts'
import type { Workload } from './workload.ts'

/** Who annotates in the bench. */
const annotator = { id: 'ada', name: 'Ada' }

/** Writes a workload as an article with its sidecar, byte for byte as Stet writes them. */
export function writeWorkload(folder: string, file: string, { text, annotations }: Workload): void {
  const bytes = Buffer.from(text)
  const read = plainText.read(bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const created = annotations[0]!.created
  const head = {
    revision: annotations.length,
    created,
    modified: created,
    annotator,
    codebook: codebookMarkOf(defaultCodebook),
    zoneRests: new Map(),
  }
  const article = { ...read, file: file.split('/').at(-1)!, sha256: hash, textSha256: hash }
  const sidecar = writeSidecar(head, new Layer({ annotations }), article, makeRuler(read.text))
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  writeFileSync(join(folder, sidecarName(file, annotator.id)), sidecar)
}
