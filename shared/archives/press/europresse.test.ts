import { describe, expect, test } from 'vitest'
import { archiveFor } from '../index.ts'
import { europresse } from './europresse.ts'
import { articlesIn, isTakenFor, shownBy } from './unpackedPress.ts'

interface Given {
  readonly title: string
  readonly number: string
  readonly header: readonly string[]
  readonly byline?: string
  readonly above?: string
}

const ferry: Given = {
  title: 'Le ferry ne part pas & reste à quai',
  number: 'news·20310304·GP·0q1503_1256056',
  header: ['Économie, ', 'mardi ', '4 mars 2031', ', p. MDE6'],
  byline: 'Jeanne Roe et Tom Loe',
  above: 'TRANSPORTS',
}
const bell: Given = { title: 'La cloche', number: 'news·20310801·GP·17', header: ['vendredi ', '1er août 2031'] }

const body = [
  'Le ferry « Saltry » ne partira pas lundi, a dit le conseil du port.',
  'Personne ne savait : rien, dit-on.',
  'La cloche aussi se tait.',
]
const rights = '© 2031 Gazette du Port. Tous droits réservés.'
const certificate = (number: string) =>
  `<tr><td align="center"><img src="logo.gif">${number}</td></tr><tr><td align="center">Ce certificat est émis à <b>Université</b> à des fins de visualisation personnelle et temporaire.</td></tr><tr><td>Date d'émission : <b>2031-10-05</b></td></tr>`
const escaped = (words: string) => words.replaceAll('&', '&amp;')
const marked = (words: string) =>
  escaped(words).replace('ferry', '<span style="color:red; font-weight:bold">ferry</span>')

function oldArticle({ title, number, header, byline, above }: Given): string {
  const spans = header.map(part => `<span class="DocHeader">${part}</span>`).join('')
  const signed = byline ? `${byline}<br><p></p>` : ''
  return `<table style="table-layout: fixed"><tr><td><table id="tbHeaderImages"><tr><td><img src="a.gif"><br></td></tr></table><span class="DocPublicationName">Gazette du Port, no. 5968</span><br>${spans}<br><br>${above ? `${above}<br>` : ''}<span class="TitreArticleVisu">${marked(title)}</span><br><br>${signed}${body.map(marked).join('<p></p>')}<p></p><b><i>${rights}</i></b><p></p>Numéro de document : ${number}<br><br><br><table>${certificate(number)}</table></td></tr></table>\n<p><br><br>`
}

function newArticle({ title, number, header, byline, above }: Given): string {
  return `<article> <header> <img src="a.gif" /> <div> <span class="DocPublicationName">Gazette du Port   </span> </div> <div> <span class="DocHeader">${header.join('')}</span> </div> ${above ? `<div><p>${above}</p></div>` : ''} <div class="titreArticle"> <p class="titreArticleVisu">${escaped(title)}</p> </div> ${byline ? `<div>${byline}</div>` : ''} </header> <section> <div class="DocText"> <div class='docOcurrContainer'> ${body.map(one => `<p>${escaped(one).replace('ferry', '<mark>ferry</mark>')}</p>`).join(' ')} </div> </div> </section> <aside> <div> <p><b>Illustration(s) : </b></p> <div><p>Le ferry à quai.</p></div> </div> <div> <b>Note(s) : </b> </div> </aside> <footer> <small>${rights}</small> <p>Numéro de document : ${number}</p> <div id="divPubliC"> <span id="PubliC_lblNodoc">${number}</span> <span>Ce certificat est émis à <b> </b> à des fins de visualisation.</span> </div> </footer> </article>`
}

const layouts = {
  old: (...all: Given[]) =>
    `<html><head>\n<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">\n</head><body>\n<form><input type="button" value="Sauvegarder" /></form>${all.map(oldArticle).join('')}\n</body></html>`,
  new: (...all: Given[]) =>
    `<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <style>.DocPublicationName{color:#83724e}</style> </head> <body> ${all.map(newArticle).join(' ')} </body> </html>`,
}

describe.each(Object.entries(layouts))('the %s layout', (name, made) => {
  const notes = name === 'new' ? ['ILLUSTRATION: Le ferry à quai.', rights] : [rights]

  test('each article has its fields, its body letter for letter, and nothing of the certificate', async () => {
    const file = made(ferry, bell)
    expect(archiveFor(new TextEncoder().encode(file), 'a.html')).toBe(europresse)
    expect(await articlesIn(europresse, file)).toEqual([
      {
        key: ferry.number,
        fields: {
          title: ferry.title,
          outlet: 'Gazette du Port',
          byline: 'Jeanne Roe et Tom Loe',
          published: '2031-03-04',
          section: 'Économie',
          page: 'MDE6',
        },
        paragraphs: ['TRANSPORTS', ...body, ...notes],
      },
      {
        key: bell.number,
        fields: { title: bell.title, outlet: 'Gazette du Port', published: '2031-08-01' },
        paragraphs: [...body, ...notes],
      },
    ])
  })

  test('in English, too', async () => {
    const header = ['Business, ', 'Tuesday, ', 'March 4, 2031', ', p. B1']
    expect(await articlesIn(europresse, made({ ...bell, header }))).toMatchObject([
      { fields: { section: 'Business', published: '2031-03-04', page: 'B1' } },
    ])
  })

  test('one that was cut off is told of, and spoils no other', async () => {
    const file = made(ferry, bell)
    expect(await shownBy(europresse, file.slice(0, file.lastIndexOf('La cloche aussi')))).toMatchObject([
      { key: ferry.number },
      'document 2: cannot-read',
    ])
  })

  test('the same number twice is two articles', async () => {
    const keys = (await articlesIn(europresse, made(ferry, bell, ferry))).map(({ key }) => key)
    expect(keys).toEqual([ferry.number, bell.number, `${ferry.number} 2`])
  })
})

test('the old layout is read in the encoding that it declares', async () => {
  const file = layouts.old(ferry).replace(/[‘’]/g, "'")
  const latin = Uint8Array.from(file, letter => letter.charCodeAt(0))
  expect((await articlesIn(europresse, latin))[0]).toMatchObject({ key: ferry.number, fields: { section: 'Économie' } })
})

test('an ordinary page is none, whatever its author calls things', async () => {
  for (const page of [
    '<html><body><article><header><h1>Ferry</h1></header><p>No ferry.</p></article></body></html>',
    '<html><body><p>Europresse puts DocPublicationName and titreArticleVisu into its pages.</p></body></html>',
    '<html><body><span class="DocPublicationName">Gazette</span><p>No ferry.</p></body></html>',
  ])
    expect(isTakenFor(europresse, page, 'a.html')).toBe(false)
  await expect(shownBy(europresse, '<html></html>')).rejects.toMatchObject({ kind: 'cannot-read' })
})
