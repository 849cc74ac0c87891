/** The faces that the first page is set in. The others come when their scripts do. */
const first = [
  '400 19px "Source Serif 4 Variable"',
  '640 32px "Source Serif 4 Variable"',
  '400 13px "Inter Variable"',
  '600 13px "Inter Variable"',
]

/** They lie beside the page; a machine that needs longer shows its own face meanwhile. */
const PATIENCE_MS = 400

/** Resolves when a page can be shown without its letters changing under the reader's eyes. */
export function facesReady(): Promise<unknown> {
  const patience = new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
  return Promise.race([Promise.allSettled(first.map(face => document.fonts.load(face))), patience])
}
