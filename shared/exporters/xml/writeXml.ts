/** What XML can't say at all, even by a reference. */
const UNSAYABLE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Words with U+FFFD for each character that XML can't say. */
export function sayable(words: string): string {
  return words.replace(UNSAYABLE, '\ufffd')
}

/** Words as XML, within an element or an attribute; a character that XML can't say is U+FFFD. */
export function xmlWords(words: string): string {
  return sayable(words).replace(/[&<>"\t\n\r]/g, character => REFERENCES[character]!)
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Where in a text, in UTF-16 offsets, characters stand that XML can't say, and which. */
export function unsayableIn(text: string): { readonly at: number; readonly code: number }[] {
  return [...text.matchAll(UNSAYABLE)].map(({ 0: character, index }) => ({ at: index, code: character.charCodeAt(0) }))
}

/** An element as XML: attributes that are undefined are left out, children are XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly string[]
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlWords(String(value))}"`],
  )
  const inner = children.join('')
  return inner === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner}</${name}>`
}
