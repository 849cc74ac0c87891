import { Schema } from 'prosemirror-model'
import { forms, zones } from './article.ts'

/**
 * The structure of an article on the page: blocks of text, in order. White
 * space and line ends are text like any other, for offsets count them. Every
 * attribute refuses what it doesn't know, and no node carries HTML.
 */
export const articleSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      marks: '',
      whitespace: 'pre',
      attrs: {
        zone: { default: 'body', validate: oneOf(zones) },
        by: { default: 'reader', validate: oneOf(['reader', 'person']) },
        form: { default: null, validate: oneOf([null, ...forms]) },
        direction: { default: 'ltr', validate: oneOf(['ltr', 'rtl']) },
      },
      toDOM: ({ attrs }) => [
        elements[String(attrs['zone'])] ?? 'p',
        {
          ...{ 'data-zone': String(attrs['zone']), 'data-by': String(attrs['by']), dir: String(attrs['direction']) },
          ...(attrs['form'] === null ? {} : { 'data-form': String(attrs['form']) }),
        },
        0,
      ],
    },
    text: {},
  },
})

/** The zones that are more than a paragraph to a screen reader. */
const elements: Record<string, string> = { title: 'h1', heading: 'h2', quote: 'blockquote' }

function oneOf(allowed: readonly unknown[]): (value: unknown) => void {
  return value => {
    if (!allowed.includes(value)) throw new RangeError(`Not one of ${allowed.join(', ')}: ${String(value)}`)
  }
}
