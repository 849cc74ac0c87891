// What we use of pdf.js. The package's own types bring a browser's with them, which this room must not see.

declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  /** A run of text as pdf.js puts it together: at most what one line holds, often less. */
  interface TextItem {
    readonly str: string
    readonly dir: 'ltr' | 'rtl' | 'ttb'
    /** Along and across the direction of writing, in units of the page. */
    readonly width: number
    readonly height: number
    /** From the letters' own space to that of the page: `[a, b, c, d, x, y]`. */
    readonly transform: readonly number[]
    readonly fontName: string
    readonly hasEOL: boolean
  }
  interface TextContent {
    readonly items: readonly TextItem[]
    readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>
  }
  interface PdfPage {
    /** The part of the page that is shown: left, bottom, right, top. */
    readonly view: readonly [number, number, number, number]
    /** Degrees, clockwise, that the page is turned by to be shown: 0, 90, 180 or 270. */
    readonly rotate: number
    getTextContent(choices?: { readonly disableNormalization?: boolean }): Promise<TextContent>
    cleanup(): boolean
  }
  interface PdfDocument {
    readonly numPages: number
    getPage(number: number): Promise<PdfPage>
    getMetadata(): Promise<{
      readonly info: Readonly<Record<string, unknown>>
      readonly metadata: { get(name: string): unknown } | null
    }>
  }
  interface LoadingTask {
    readonly promise: Promise<PdfDocument>
    destroy(): Promise<void>
  }
  type FileFactory = new () => {
    fetch(asked: { readonly name?: string; readonly filename?: string }): Promise<unknown>
  }

  export function getDocument(choices: {
    /** Changes hands. */
    readonly data: Uint8Array
    readonly verbosity: number
    readonly isEvalSupported: boolean
    readonly useWorkerFetch: boolean
    readonly useSystemFonts: boolean
    readonly useWasm: boolean
    readonly disableFontFace: boolean
    readonly isOffscreenCanvasSupported: boolean
    readonly isImageDecoderSupported: boolean
    readonly stopAtErrors: boolean
    readonly CMapReaderFactory: FileFactory
    readonly StandardFontDataFactory: FileFactory
    readonly WasmFactory: FileFactory
    readonly CanvasFactory: new () => object
    readonly FilterFactory: new () => object
  }): LoadingTask
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
