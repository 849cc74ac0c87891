import { type Format, saysAll, type Writer } from '../dataset/format.ts'
import { type Listed, Pages, titleOf } from './htmlCopy/page.ts'

/**
 * Articles to be read in any browser, offline: every mark, and below the text
 * every annotation with its links, answers and notes. A page for each article
 * and a list of them, or all on one page. Nothing in it is loaded or run.
 */
export const htmlCopy: Format = {
  id: 'html',
  extensions: ['html'],
  makes: 'folder',
  says: { ...saysAll, frames: 'lost' },
  units: [],
  canLeaveTextOut: false,
  keepsIds: false,
  options: [{ name: 'pages', values: ['an-article', 'one'] }],
  readBy: ['Chromium'],
  write: (head, { options }): Writer => {
    const pages = new Pages(head)
    const listed: Listed[] = []
    const isOne = options['pages'] === 'one'
    const onePage: string[] = []
    return {
      begin: () => [],
      add: article => {
        const { metadata, layers, path } = article
        const prefix = isOne ? `${listed.length + 1}-` : ''
        const file = `${path}.html`
        listed.push({
          href: isOne ? `#${prefix}` : file.split('/').map(encodeURIComponent).join('/'),
          title: titleOf(article),
          outlet: metadata.outlet ?? '',
          published: metadata.published ?? '',
          annotations: layers.reduce((sum, { annotations }) => sum + annotations.length, 0),
        })
        if (isOne) {
          onePage.push(pages.article(article, prefix, '#top'))
          return []
        }
        const home = `${'../'.repeat(path.split('/').length - 1)}index.html`
        return [{ file, data: pages.begin(titleOf(article)) + pages.article(article, '', home) + pages.end }]
      },
      end: () =>
        [pages.begin(head.name), pages.list(listed), ...onePage, pages.end].map(data => ({ file: 'index.html', data })),
    }
  },
}
