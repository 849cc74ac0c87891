import { directionOf } from '../../words/languages.ts'
import { spoken } from '../../words/words.ts'

/** Words as HTML, in an element or an attribute. A line's end stays which one it is; NUL, which no page can hold, is U+FFFD. */
export function htmlWords(words: string): string {
  return words.replace(/[&<>"'\r\0]/g, character => REFERENCES[character]!)
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\0': '\ufffd',
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element as HTML; attributes that are undefined are left out, children are HTML already. */
export function htmlElement(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${htmlWords(String(value))}"`],
  )
  return `<${name}${said.join('')}>${children.join('')}</${name}>`
}

/** What a page begins with: it is in the language of the words that it is made of, and runs their way. */
export function htmlBegin(): string {
  return `<!doctype html>\n<html lang="${spoken}" dir="${directionOf(spoken)}">`
}
