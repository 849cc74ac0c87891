import { en } from './en.ts'

/** Every sentence, in whichever language: a translation has the same shape. */
export type Words = typeof en

/** The words of the language that is spoken in this process. */
export const words: Words = en
