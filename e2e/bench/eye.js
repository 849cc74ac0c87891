// Looks on in a page, Stet's or a plain one, as somebody with a stopwatch would: what is painted, when, and what kept
// the page busy. A plain script, for it is put into pages as it stands.
window.eye = (() => {
  const longTasks = []
  new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })

  const scroller = () => document.querySelector('.page-scroller') ?? document.scrollingElement
  const view = () => {
    const element = scroller()
    if (element === document.scrollingElement) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    return element.getBoundingClientRect()
  }

  /** Runs once the frame that is due has been painted. */
  const afterFrame = act => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = act
      port2.postMessage(null)
    })
  }

  /** What is drawn under the letters of annotations, line by line. */
  const marks = () => [...document.querySelectorAll('.page-paint > *')]
  const inView = element => {
    const { top, bottom } = view()
    const box = element.getBoundingClientRect()
    return box.bottom > top && box.top < bottom
  }
  const texts = selector => [...document.querySelectorAll(selector)].map(element => element.textContent).join('|')

  /** When keys were pressed, by the clock of the machine: what a desktop process measures can be held against it. */
  const keys = []
  addEventListener('keydown', ({ timeStamp }) => keys.push(performance.timeOrigin + timeStamp), true)

  let releases = 0
  let clicks = 0
  addEventListener('mouseup', () => releases++, true)
  addEventListener('click', () => clicks++, true)

  const looks = {
    /** The annotations on the page: changes with every one that comes, goes, or changes its place. */
    marks: () =>
      marks()
        .map(({ style }) => style.left + style.width + style.top)
        .join(),
    /** The outline of the selected annotation. */
    box: () =>
      [...document.querySelectorAll('.page-marks .page-box')].map(({ style }) => style.cssText).join() +
      (document.querySelector('.page-handle') !== null),
    /** The answers in the inspector. */
    answers: () => texts('#inspector .attribute [aria-pressed=true], #inspector .attribute [aria-checked=true]'),
    /** The articles that are listed. */
    rows: () => texts('#articles [role=option]'),
    /** How often the mouse was let go, and clicked: for a page on which nothing else comes of it. */
    releases: () => releases,
    clicks: () => clicks,
    /** The end of what is selected. */
    selection: () => getSelection().focusOffset,
  }

  const isShown = title =>
    document.querySelector('article.page .page-block') !== null &&
    document.querySelector('article.page').getAttribute('aria-label').endsWith(title)

  const conditions = {
    /** An article's text is in view, and annotations on it. */
    opened: title => isShown(title) && marks().some(inView),
    /** An article's text is in view. */
    text: title => isShown(title),
    /** All annotations of the article that is shown have come and are counted in the list. */
    listed: ([title, count]) => isShown(title) && document.querySelector('.filters .count')?.textContent === count,
  }

  /**
   * Waits until `holds` after a frame; resolves with milliseconds from `since`
   * to the beginning of the frame after, when a screen shows the one before.
   */
  const until = (since, holds) =>
    new Promise(resolve => {
      const look = () => (holds() ? requestAnimationFrame(() => resolve(performance.now() - since)) : afterFrame(look))
      afterFrame(look)
    })

  /**
   * The same to the end of the frame: it is painted and handed over to be shown. What a page does after that isn't
   * waited for. For a trace of the page, both ends are marked with a name.
   */
  const untilPainted = (since, holds, name) =>
    new Promise(resolve => {
      performance.mark(`${name} begins`)
      const look = () => {
        if (!holds()) return afterFrame(look)
        performance.mark(`${name} ends`)
        resolve(performance.now() - since)
      }
      afterFrame(look)
    })

  let awaited
  return {
    scroller,
    takeKeys: () => keys.splice(0),
    /** From the next event of a kind until something looks otherwise than now. */
    armChange(event, look) {
      const before = looks[look]()
      this.arm(event, () => looks[look]() !== before)
    },
    /** From the next event of a kind until a frame is painted in which something looks otherwise than now. */
    armAct(event, look, name) {
      const before = looks[look]()
      awaited = new Promise(resolve => {
        const heard = ({ timeStamp }) =>
          resolve(untilPainted(timeStamp, () => looks[look]() !== before, name).then(time => [time]))
        addEventListener(event, heard, { capture: true, once: true })
      })
    },
    /** From the next event of a kind until one or several conditions hold; milliseconds to each. */
    armConditions(event, names) {
      awaited = new Promise(resolve => {
        const heard = ({ timeStamp }) =>
          resolve(Promise.all(names.map(([name, value]) => until(timeStamp, () => conditions[name](value)))))
        addEventListener(event, heard, { capture: true, once: true })
      })
    },
    arm(event, holds) {
      awaited = new Promise(resolve => {
        const heard = ({ timeStamp }) => resolve(until(timeStamp, holds).then(time => [time]))
        addEventListener(event, heard, { capture: true, once: true })
      })
    },
    /** What was armed last; null where it hasn't come within a while. */
    seen: patience =>
      Promise.race([awaited, new Promise(resolve => setTimeout(() => resolve(null), patience))]).then(times => times),

    /** Puts a text into a plain window as one block; milliseconds until it is painted. */
    mount(text) {
      document.body.replaceChildren()
      const block = document.createElement('div')
      block.className = 'plain'
      const since = performance.now()
      block.textContent = text
      document.body.append(block)
      return until(since, () => true)
    },
    clear: () => document.body.replaceChildren(),

    toMiddle() {
      const element = scroller()
      element.scrollTop = (element.scrollHeight - element.clientHeight) / 2
    },

    /** The middle of the left and right edge of a word in view; `part` from 0 to 1 says how far down. */
    word(part) {
      const { left, top, right, bottom } = view()
      for (let tries = 0; tries < 60; tries++) {
        const y = top + (bottom - top) * (0.15 + 0.7 * ((part + tries * 0.017) % 1))
        const x = left + (right - left) * (0.4 + 0.2 * ((part * 7 + tries * 0.13) % 1))
        const place = document.caretPositionFromPoint(x, y)
        if (!(place?.offsetNode instanceof Text)) continue
        const text = place.offsetNode.data
        let start = place.offset
        let end = place.offset
        while (start > 0 && /\p{L}/u.test(text.charAt(start - 1))) start--
        while (/\p{L}/u.test(text.charAt(end))) end++
        if (end - start < 5) continue
        const range = document.createRange()
        range.setStart(place.offsetNode, start)
        range.setEnd(place.offsetNode, end)
        const boxes = [...range.getClientRects()]
        if (boxes.length !== 1) continue
        const [box] = boxes
        return { from: box.left + 0.5, to: box.right - 0.5, y: box.top + box.height / 2 }
      }
      return null
    },
    /** The middle of an annotation in view that isn't selected. */
    mark(part) {
      const { top, bottom } = view()
      const boxes = marks()
        .map(element => element.getBoundingClientRect())
        .filter(box => box.width > 10 && box.top > top + 30 && box.bottom < bottom - 30)
      const box = boxes[Math.floor(part * boxes.length)]
      // An underline stands at the foot of its words.
      return box ? { x: box.left + Math.min(box.width, 40) / 2, y: box.top + box.height / 2 - 6 } : null
    },

    /** Scrolls `step` pixels a frame over some screens: how long each frame took, and how many showed ground without text. */
    async scroll(step, screens) {
      const element = scroller()
      const frames = []
      let blank = 0
      let last = await new Promise(requestAnimationFrame)
      const count = Math.ceil((element.clientHeight * screens) / step)
      for (let i = 0; i < count; i++) {
        element.scrollTop += step
        const mounted = document.querySelector('.page-window')?.getBoundingClientRect()
        const { top, bottom } = view()
        if (mounted && (mounted.top > top + 1 || mounted.bottom < bottom - 1)) blank++
        const now = await new Promise(requestAnimationFrame)
        frames.push(now - last)
        last = now
      }
      return { frames, blank }
    },

    /** Looks for words in an article, or in the whole workspace: milliseconds until the window has the first hits, and all. */
    async search(scope, query) {
      const since = performance.now()
      let first = null
      const stop = window.host.listen(told => {
        if (told.name === 'search.found' && told.value.hits !== '[]') first ??= performance.now() - since
      })
      const name = crypto.randomUUID()
      const { value } = await window.host.call('search.run', { name, query, scope })
      const all = performance.now() - since
      stop()
      return value?.hits > 0 ? { first: first ?? all, all, hits: value.hits } : null
    },

    /** The long tasks since this was asked last, in milliseconds. */
    async takeLongTasks() {
      await new Promise(resolve => setTimeout(resolve, 60))
      return longTasks.splice(0)
    },
  }
})()
