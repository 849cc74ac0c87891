import type { Archive } from '../archive.ts'
import { europresse } from './europresse.ts'
import { factivaPage } from './factivaPage.ts'
import { factivaRtf } from './factivaRtf.ts'
import { factivaXml } from './factivaXml.ts'
import { nexisDocx } from './nexisDocx.ts'
import { nexisPage } from './nexisPage.ts'
import { nexisRtf } from './nexisRtf.ts'
import { nexisText } from './nexisText.ts'
import { proquestPage } from './proquestPage.ts'
import { proquestText } from './proquestText.ts'

/** The downloads of press databases. */
export const pressArchives: readonly Archive[] = [
  nexisText,
  nexisPage,
  nexisDocx,
  nexisRtf,
  factivaPage,
  factivaRtf,
  factivaXml,
  europresse,
  proquestText,
  proquestPage,
]
