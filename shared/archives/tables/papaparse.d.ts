/** What we use of papaparse, whose own types bring Node's and a browser's with them, which this room must not see. */
declare const papa: {
  /** Parses text; `newline` and `delimiter` are taken as they are. */
  readonly Parser: new (config: {
    readonly delimiter: string
    readonly newline: string
    readonly quoteChar: string
    readonly preview?: number
  }) => {
    /** With `ignoreLastRow`, the last row, which may go on behind the text, is left out, and `cursor` is where it begins. */
    parse(
      text: string,
      baseIndex: number,
      ignoreLastRow: boolean,
    ): {
      readonly data: string[][]
      readonly errors: readonly { readonly code: string; readonly row?: number }[]
      readonly meta: { readonly cursor: number }
    }
  }
}
export default papa
