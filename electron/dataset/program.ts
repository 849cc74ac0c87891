import about from '../../package.json'

/** What writes datasets, with its version, for their receipts. */
export const PROGRAM = `stet ${about.version}`
