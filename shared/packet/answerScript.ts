/**
 * What runs in the browser of whoever answers a packet or a letter: it collects
 * what they chose and wrote into the JSON of `answer.ts`, moves about by keys,
 * and warns before an answer that isn't saved is left. It loads nothing, sends
 * nothing and makes no markup: whatever it shows is text. Where the browser keeps
 * anything, what is chosen and written is there again when the page is opened
 * again; an answer always has all of it. Its sentences stand in attributes of the page's `main`.
 */
export const answerScript = String.raw`'use strict'
const main = document.querySelector('main')
const about = JSON.parse(main.dataset.answer)
const say = JSON.parse(main.dataset.says)
const items = [...document.querySelectorAll('[data-item]')]
const name = document.getElementById('name')
const told = document.getElementById('told')
const progress = document.getElementById('progress')
const copied = document.getElementById('copied')
const kept = document.getElementById('kept')
let saved = ''

// Two people of one name are two by this; who opens the page again is the same, where the browser keeps anything.
function keyOfPage() {
  const place = 'stet-answerer-' + about.to.id
  let key = null
  try {
    key = localStorage.getItem(place)
  } catch {}
  if (key && /^[0-9a-f]{16}$/.test(key)) return key
  key = [...crypto.getRandomValues(new Uint8Array(8))].map(one => one.toString(16).padStart(2, '0')).join('')
  try {
    localStorage.setItem(place, key)
  } catch {}
  return key
}
const own = about.from ? { id: about.from } : { key: keyOfPage() }

const radiosOf = item => [...item.querySelectorAll('input[type=radio]')]
const wordsOf = item => item.querySelector('textarea')
const tickOf = item => item.querySelector('input[type=checkbox]')
const fieldOf = item => wordsOf(item).closest('.field')

function saidIn(item) {
  const { article, on } = JSON.parse(item.dataset.item)
  const chosen = radiosOf(item).find(radio => radio.checked)
  const tick = tickOf(item)
  const words = wordsOf(item)
  const text = words.value.trim() || (tick && tick.checked ? say.disagree : '')
  const isSaid = text !== '' && (!tick || tick.checked)
  return {
    article,
    verdict: chosen ? { on, verdict: chosen.value } : null,
    comment: isSaid ? { on, kind: words.dataset.kind, text } : null,
  }
}

// All of them: what an earlier answer said of one is withdrawn where this one says nothing of it.
function articlesNow() {
  const articles = about.articles.map(article => ({ ...article, verdicts: [], comments: [] }))
  for (const item of items) {
    const { article, verdict, comment } = saidIn(item)
    if (verdict) articles[article].verdicts.push(verdict)
    if (comment) articles[article].comments.push(comment)
  }
  return articles
}

function stateNow() {
  return JSON.stringify([name.value.trim(), articlesNow()])
}
const begun = () => articlesNow().some(({ verdicts, comments }) => verdicts.length + comments.length > 0)

function answer() {
  const from = { name: name.value.trim(), ...own }
  const whole = {
    format: 'stet-answer',
    formatVersion: 1,
    to: about.to,
    from,
    made: new Date().toISOString(),
    articles: articlesNow(),
  }
  return JSON.stringify(whole, null, 2) + '\n'
}

// All that was chosen and written, by the place of each thing in the page, which is never made twice.
const draftPlace = 'stet-draft-' + about.to.id
function keepDraft() {
  const things = items.map(item => {
    const chosen = radiosOf(item).find(radio => radio.checked)
    const tick = tickOf(item)
    return [chosen ? chosen.value : '', wordsOf(item).value, Boolean(tick && tick.checked)]
  })
  const draft = { name: name.value, things, isSaved: saved !== '' && stateNow() === saved }
  let isKept = true
  try {
    localStorage.setItem(draftPlace, JSON.stringify(draft))
  } catch {
    isKept = false
  }
  kept.textContent = isKept ? say.kept : say.notKept
}
function restoreDraft() {
  let draft = null
  try {
    draft = JSON.parse(localStorage.getItem(draftPlace))
  } catch {}
  if (!draft || !Array.isArray(draft.things)) return
  if (typeof draft.name === 'string') name.value = draft.name
  for (const [i, item] of items.entries()) {
    if (!Array.isArray(draft.things[i])) continue
    const [chosen, words, isTicked] = draft.things[i]
    for (const radio of radiosOf(item)) radio.checked = radio.value === chosen
    wordsOf(item).value = String(words)
    if (tickOf(item)) tickOf(item).checked = isTicked === true
  }
  if (draft.isSaved) saved = stateNow()
}

function refresh() {
  let done = 0
  for (const item of items) {
    const { verdict, comment } = saidIn(item)
    const isAnswered = verdict !== null || (comment !== null && radiosOf(item).length === 0)
    item.classList.toggle('answered', isAnswered)
    if (isAnswered) done++
    const tick = tickOf(item)
    if (tick) fieldOf(item).hidden = !tick.checked
  }
  progress.textContent = say.progress.replace('{done}', String(done)).replace('{of}', String(items.length))
  keepDraft()
}

function isReady() {
  if (name.value.trim() === '') {
    told.textContent = say.noName
    name.setAttribute('aria-invalid', 'true')
    name.focus()
    return false
  }
  name.removeAttribute('aria-invalid')
  if (!begun()) {
    told.textContent = say.nothing
    return false
  }
  return true
}

function fileName() {
  const who = name.value.trim().toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return (about.to.kind === 'letter' ? 'letter' : 'review') + '-answer-' + (who || 'stet') + '.json'
}

document.getElementById('save').addEventListener('click', () => {
  if (!isReady()) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([answer()], { type: 'application/json' }))
  link.download = fileName()
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  saved = stateNow()
  keepDraft()
  told.textContent = say.saved.replace('{name}', link.download)
})

document.getElementById('copy').addEventListener('click', async () => {
  if (!isReady()) return
  const text = answer()
  copied.value = text
  copied.closest('.field').hidden = false
  copied.focus()
  copied.select()
  let isCopied = false
  try {
    await navigator.clipboard.writeText(text)
    isCopied = true
  } catch {
    isCopied = document.execCommand('copy')
  }
  if (isCopied) saved = stateNow()
  keepDraft()
  told.textContent = isCopied ? say.copied : say.copyYourself
})

function go(from, by) {
  const at = items.indexOf(from)
  const to = items[Math.min(items.length - 1, Math.max(0, at + by))]
  if (to) to.focus()
}

function choose(item, value) {
  const radio = radiosOf(item).find(one => one.value === value)
  if (!radio) return false
  radio.checked = true
  refresh()
  told.textContent = say[value]
  return true
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const item = event.target.closest('[data-item]')
  const isWriting = event.target.matches('textarea, input:not([type=radio]):not([type=checkbox])')
  if (!item) return
  if (isWriting) {
    if (event.key === 'Escape') item.focus()
    return
  }
  const key = event.key.toLowerCase()
  let isDone = true
  if (key === 'a') isDone = choose(item, 'accept')
  else if (key === 'r') isDone = choose(item, 'reject')
  else if (key === 'd' && tickOf(item)) {
    tickOf(item).checked = !tickOf(item).checked
    refresh()
    if (tickOf(item).checked) wordsOf(item).focus()
  } else if (key === 'c' && !fieldOf(item).hidden) wordsOf(item).focus()
  else if (key === 'u' && radiosOf(item).length > 0) {
    for (const radio of radiosOf(item)) radio.checked = false
    refresh()
    told.textContent = say.cleared
  } else if (key === 'n') go(item, 1)
  else if (key === 'p') go(item, -1)
  else isDone = false
  if (isDone) event.preventDefault()
})

document.getElementById('begin').addEventListener('click', () => {
  const first = items.find(item => !item.classList.contains('answered')) || items[0]
  if (first) first.focus()
})
for (const link of document.querySelectorAll('a.n'))
  link.addEventListener('click', event => {
    const item = document.getElementById(link.getAttribute('href').slice(1))
    if (!item) return
    event.preventDefault()
    item.focus()
  })
document.addEventListener('input', refresh)
document.addEventListener('change', event => {
  refresh()
  if (event.target.matches('input[type=checkbox]') && event.target.checked) wordsOf(event.target.closest('[data-item]')).focus()
})
window.addEventListener('beforeunload', event => {
  if (begun() && stateNow() !== saved) event.preventDefault()
})
// The same page in another window: what is chosen there is chosen here.
window.addEventListener('storage', event => {
  if (event.key !== draftPlace || event.newValue === null) return
  restoreDraft()
  refresh()
})
// What a browser fills in again when a page is loaded anew counts as chosen, unless the draft knows better: it has every choice.
window.addEventListener('pageshow', () => {
  restoreDraft()
  refresh()
})
document.documentElement.classList.add('alive')
restoreDraft()
refresh()
`
