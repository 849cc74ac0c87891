import type { Sidecar } from '../sidecar/schema.ts'
import { makeRuler } from '../text/ruler.ts'
import type { LayerGround } from './checkLayer.ts'
import type { InFile } from './inFile.ts'

/** What a sidecar says of itself, of its article's file and text, and of its codebook. */
export function checkHead(sidecar: Sidecar, annotator: string, { article, project, hash }: LayerGround): InFile[] {
  const { article: said, codebook } = sidecar
  const found: InFile[] = []
  const find = (kind: InFile['kind'], about: string) => found.push({ kind, about })
  // Gold is named for whoever adjudicated it.
  const isOf = [annotator, annotator.replace(/^gold-/, '')].includes(sidecar.annotator.id)
  if (!isOf) find('wrong-annotator', sidecar.annotator.id)
  if (said.text !== undefined && (hash(said.text) !== said.textSha256 || lengthOf(said.text) !== said.textLength))
    find('wrong-text', '')
  if (article) {
    const isSameText = said.textSha256 === article.textSha256
    if (article.textInSidecar && said.text === undefined) find('text-missing', '')
    if (said.file !== article.name) find('other-file-name', said.file)
    if (isSameText && said.sha256 !== article.sha256) find('bytes-changed', '')
    if (isSameText && said.textLength !== article.ruler.toCodePoint(article.text.length))
      find('wrong-text', String(said.textLength))
  }
  if (project) {
    const { id, version } = project.codebook
    if (codebook.id !== id) find('other-codebook', codebook.id)
    else if (codebook.version > version) find('other-codebook', `${codebook.id} ${codebook.version}`)
  }
  return found
}

function lengthOf(text: string): number {
  return makeRuler(text).toCodePoint(text.length)
}
