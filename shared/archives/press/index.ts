import type { Archive } from '../archive.ts'
import { nexisPage } from './nexisPage.ts'
import { nexisText } from './nexisText.ts'

/** The downloads of press databases. */
export const pressArchives: readonly Archive[] = [nexisText, nexisPage]
