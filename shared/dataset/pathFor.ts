/** A path for an article that a file doesn't name: after the file, with its number (from 1) where the file has several. */
export function pathFor(file: string, number: number | null): string {
  const stem = file.replace(/\.[^./]+$/, '') || 'article'
  return number === null ? `${stem}.txt` : `${stem}-${String(number).padStart(4, '0')}.txt`
}
