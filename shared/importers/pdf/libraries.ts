/// <reference path="./pdfjs.d.ts" />
import type { LoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cMapNamed } from './cMaps.ts'

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
let loading: Promise<PdfJs> | undefined

/**
 * Opens a PDF with pdf.js, which is loaded when the first one is. It runs in
 * this very thread, draws nothing, makes no code, and asks for no file but a
 * character map. The bytes are copied, since those that pdf.js gets are gone.
 */
export async function openPdf(bytes: Uint8Array): Promise<LoadingTask> {
  loading ??= load()
  const { getDocument } = await loading
  return getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    CMapReaderFactory: CMaps,
    StandardFontDataFactory: NoFiles,
    WasmFactory: NoFiles,
    CanvasFactory: Nothing,
    FilterFactory: Nothing,
  })
}

class CMaps {
  fetch({ name = '' }: { readonly name?: string }) {
    return cMapNamed(name)
  }
}

/** Shapes of letters and decoders of pictures, which text doesn't need. */
class NoFiles {
  async fetch(): Promise<never> {
    throw new Error('Only what draws a page needs this file.')
  }
}

/** Stands for what would draw. */
class Nothing {
  destroy() {}
}

/** Classes that draw, which pdf.js looks for when it is loaded, and would load a native library for. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/**
 * Loads pdf.js and what its worker runs. In Node it loads a native library for
 * drawing, if there is any: for as long as that takes, there is none, and
 * whatever draws is an empty class.
 */
async function load(): Promise<PdfJs> {
  const platform = globalThis as unknown as Partial<Record<(typeof drawing)[number], unknown>> & {
    readonly process?: { getBuiltinModule?: (name: string) => unknown }
  }
  const missing = drawing.filter(name => platform[name] === undefined)
  for (const name of missing) platform[name] = class {}
  const { process } = platform
  const modules = process?.getBuiltinModule
  if (process && modules)
    process.getBuiltinModule = name =>
      name === 'module' ? { createRequire: () => () => undefined } : modules.call(process, name)
  try {
    // The worker's part puts itself where the other looks for it.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    if (process && modules) process.getBuiltinModule = modules
    for (const name of missing) delete platform[name]
  }
}
