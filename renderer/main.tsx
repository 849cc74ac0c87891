import './speak.ts'
import './look/look.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { words as en } from '../shared/words/words.ts'
import { App } from './App.tsx'
import { ask, dropFiles, listen } from './host/host.ts'
import { dialogs, panes } from './laterScreens.ts'
import { facesReady } from './look/faces.ts'
import { makeAfterPaint } from './state/afterPaint.ts'
import { announceCircumstances } from './state/announce.ts'
import { enter, follow, makeDesk, openDropped } from './state/desk.ts'
import { loadAll } from './ui/later.tsx'
import { inNextFrame, whenPainted } from './whenPainted.ts'

const desk = makeDesk({
  ask,
  now: () => new Date(),
  randomId: () => crypto.randomUUID(),
  sentences: en.news,
  afterPaint: makeAfterPaint(whenPainted),
  withFrame: makeAfterPaint(inNextFrame),
})
follow(desk, listen, {
  outside: {
    layer: en.news.layerOutside,
    free: en.news.free,
    taken: en.news.taken,
    text: en.news.textOutside,
    project: en.news.projectOutside,
    sealed: en.news.sealed,
    reread: en.news.reread,
  },
})
announceCircumstances(desk)
void enter(desk).then(loadTheRest)

/** What the first picture did without. */
function loadTheRest(): void {
  void import('./lateFaces.ts')
  loadAll([...Object.values(dialogs), ...Object.values(panes)])
}

/** What was dropped is taken at once: the list of files is empty when the event is over. */
function drop(files: Iterable<File>): Promise<void> {
  const held = [...files]
  return openDropped(desk, () => dropFiles(held))
}

void facesReady().then(() =>
  createRoot(document.getElementById('stet')!).render(
    <StrictMode>
      <App desk={desk} listen={listen} dropFiles={drop} />
    </StrictMode>,
  ),
)
