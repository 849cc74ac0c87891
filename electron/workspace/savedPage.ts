/** What browsers and Windows add to a page's name for the folder of its pictures and frames, by the language they speak. */
const endings = [
  ...['_files', '.files', '-Dateien', '_fichiers', '_bestanden', '_file', '_archivos', '-filer', '_tiedostot'],
  ...['_pliki', '_soubory', '_elemei', '_ficheiros', '_arquivos', '_dosyalar', '_datoteke', '_fitxers', '_failid'],
  ...['_fails', '_bylos', '_fajlovi', '_fitxategiak'],
]

/**
 * Whether a folder is the rest of a page that was saved beside it: its
 * advertisements and frames are no articles. `isThere` tells of names in the
 * same folder.
 */
export function isRestOfPage(folder: string, isThere: (name: string) => boolean): boolean {
  const ending = endings.find(one => folder.length > one.length && folder.endsWith(one))
  if (ending === undefined) return false
  const page = folder.slice(0, -ending.length)
  return ['html', 'htm', 'xhtml', 'HTML', 'HTM'].some(extension => isThere(`${page}.${extension}`))
}
