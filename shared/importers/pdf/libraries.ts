/// <reference path="./pdfjs.d.ts" />
import type { LoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { cMapNamed } from './cMaps.ts'

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

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Classes that draw, which pdf.js looks for when it is loaded, and would load a native library for. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D'] as const

/** Where the platform's functions are that a library may replace. What it adds is left to it. */
const platformsOwn: readonly object[] = [JSON, Array.prototype, Function.prototype, String.prototype, Promise.prototype]

/** How pdf.js knows characters that aren't drawn: it leaves out the third kind, format marks, and with them the hyphens of divided words. */
const KINDS = '^(\\s)|(\\p{Mn})|(\\p{Cf})$'
/** As we would have it: soft hyphens, and what parts or joins letters of one word, are text. */
const OUR_KINDS = '^(\\s)|(\\p{Mn})|((?![\\u00ad\\u200c\\u200d])\\p{Cf})$'

/**
 * Loads pdf.js and what its worker runs. In Node it loads a native library for
 * drawing, if there is any: for as long as that takes, there is none, and
 * whatever draws is an empty class. It replaces functions of the platform by
 * slower ones of its own, for engines that have them wrong (JSON, with which this
 * thread reads everything else): those are put back.
 */
async function load(): Promise<PdfJs> {
  const platform = globalThis as unknown as Partial<Record<(typeof drawing)[number], unknown>> & {
    RegExp: RegExpConstructor
    self?: unknown
    readonly process?: { getBuiltinModule?: (name: string) => unknown }
  }
  const missing = drawing.filter(name => platform[name] === undefined)
  for (const name of missing) platform[name] = class {}
  const { process } = platform
  const expressions = platform.RegExp
  const modules = process?.getBuiltinModule
  const own = platformsOwn.map(owner => [owner, Object.getOwnPropertyDescriptors(owner)] as const)
  if (process && modules)
    process.getBuiltinModule = name =>
      name === 'module' ? { createRequire: () => () => undefined } : modules.call(process, name)
  platform.RegExp = new Proxy(expressions, {
    construct: (target, [pattern, ...flags], made) =>
      Reflect.construct(target, [pattern === KINDS ? OUR_KINDS : pattern, ...flags], made) as object,
  })
  const hadNoSelf = platform.self === undefined
  try {
    // The worker's part puts itself where the other looks for it.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    platform.RegExp = expressions
    for (const [owner, properties] of own) Object.defineProperties(owner, properties)
    if (hadNoSelf) delete platform.self
    if (process && modules) process.getBuiltinModule = modules
    for (const name of missing) delete platform[name]
  }
}
