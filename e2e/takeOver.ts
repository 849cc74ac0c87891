import type { Page } from 'playwright/test'

/** What became of each thing that somebody's code tried in our window: `refused`, or what it got. */
export type Outcomes = Readonly<Record<string, string>>

/**
 * Does in the window what somebody would do whose code runs there. It acts from
 * a timer: inside an evaluation of a debugger, `eval` is allowed whatever the
 * policy says.
 */
export async function takeOver(page: Page): Promise<Outcomes> {
  await page.evaluate(arm)
  await page.waitForFunction(() => window.name.startsWith('{'), null, { polling: 50 })
  return JSON.parse(await page.evaluate(() => window.name)) as Outcomes
}

/** Runs in the page, as one function that knows nothing of this module. */
function arm(): void {
  const far = 'https://192.0.2.1/'
  const named = 'https://stet-probe.example.com/'
  const refused = 'refused'

  /** Whether something throws or rejects, which is a refusal; else what it gave. */
  const attempt = async (act: () => unknown): Promise<string> => {
    try {
      const got = await Promise.race([act(), new Promise(resolve => setTimeout(resolve, 1500, refused))])
      return typeof got === 'string' ? got : String(got ?? refused)
    } catch {
      return refused
    }
  }
  /** Waits for an error of something that loads; `load` and `message` are successes. */
  const loads = (thing: EventTarget): Promise<string> =>
    new Promise(resolve => {
      for (const event of ['load', 'open', 'message']) thing.addEventListener(event, () => resolve(`${event}ed`))
      thing.addEventListener('error', () => resolve(refused))
    })
  const element = (name: string, attributes: Record<string, string>): HTMLElement => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    document.body.append(made)
    return made
  }
  const clicked = (attributes: Record<string, string>): string => {
    const link = element('a', attributes)
    link.click()
    link.remove()
    return refused
  }
  const state = async (name: string): Promise<string> => {
    const { state } = await navigator.permissions.query({ name: name as PermissionName })
    return state === 'denied' ? refused : state
  }
  const candidates = async (): Promise<string> => {
    const found: string[] = []
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: 'stun:192.0.2.1:3478' }, { urls: 'stun:stet-probe.example.com:19302' }],
    })
    peer.createDataChannel('x')
    peer.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.candidate) found.push(candidate.candidate)
    })
    await peer.setLocalDescription(await peer.createOffer())
    await new Promise(resolve => {
      const look = () => peer.iceGatheringState === 'complete' && resolve(null)
      peer.addEventListener('icegatheringstatechange', look)
      setTimeout(resolve, 1000)
      look()
    })
    return found.length === 0 ? refused : found.join()
  }

  const probes: Record<string, () => unknown> = {
    'new Function': () => new Function('return 1')(),
    'a function’s constructor': () => window.host.call.constructor('return 1')(),
    'a timer with words': () =>
      new Promise(resolve => {
        Object.assign(globalThis, { wordsRan: () => resolve('ran') })
        window.setTimeout('wordsRan()', 0)
      }),
    'an inline script': () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineRan = true'
      document.head.append(script)
      return 'inlineRan' in globalThis ? 'ran' : refused
    },
    innerHTML: () => {
      document.createElement('div').innerHTML = '<b>x</b>'
      return 'written'
    },
    'an event attribute': () => {
      element('div', { onclick: 'globalThis.attributeRan = true' }).click()
      return 'attributeRan' in globalThis ? 'ran' : refused
    },

    'fetch of an address': () => fetch(far),
    'fetch of a name': () => fetch(named, { mode: 'no-cors' }),
    'fetch of our own page': () => fetch('stet://app/index.html'),
    'fetch of a file': () => fetch('file:///etc/passwd'),
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest()
      request.open('GET', named)
      request.send()
      return loads(request)
    },
    WebSocket: () => loads(new WebSocket('wss://192.0.2.1/')),
    EventSource: () => loads(new EventSource(named)),
    WebTransport: () => new WebTransport(named).ready.then(() => 'ready'),
    'a picture from afar': () => loads(element('img', { src: `${named}a.png` })),
    'a picture from the disk': () => loads(element('img', { src: 'file:///usr/share/pixmaps/debian-logo.png' })),
    'a style from afar': () => loads(element('link', { rel: 'stylesheet', href: `${named}a.css` })),
    'a script from afar': () => loads(element('script', { src: `${named}a.js` })),
    'hints to connect': () => {
      for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload'])
        element('link', { rel, href: named })
      return refused
    },
    // It says yes and sends nothing; the wire tells.
    sendBeacon: () => navigator.sendBeacon(named, 'x') && refused,

    'a worker of data': () => loads(new Worker('data:text/javascript,postMessage(1)')),
    'a worker of a blob': () => loads(new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))),
    'a service worker': () => navigator.serviceWorker.register('index.js'),
    RTCPeerConnection: candidates,

    'a window from afar': () => open(named),
    'an empty window': () => open('about:blank'),
    'a window of ours': () => open(location.href),
    'a link': () => clicked({ href: named }),
    'a link to a new window': () => clicked({ href: named, target: '_blank', ping: named }),
    'a link to javascript': () => clicked({ href: 'javascript:globalThis.linkRan = true' }),
    'a download': () => clicked({ href: 'data:application/octet-stream,x', download: 'x.bin' }),
    'going far': () => location.assign(named),
    'going to a file': () => location.assign('file:///etc/passwd'),
    'going to data': () => location.assign('data:text/html,<b>x</b>'),
    'going to javascript': () => {
      location.assign('javascript:globalThis.linkRan = true')
      return 'linkRan' in globalThis ? 'ran' : refused
    },
    'a form': () => (element('form', { action: named, method: 'post' }) as HTMLFormElement).submit(),
    'a reload': () => location.reload(),

    'the microphone': () => navigator.mediaDevices.getUserMedia({ audio: true }),
    'the camera': () => navigator.mediaDevices.getUserMedia({ video: true }),
    'the screen': () => navigator.mediaDevices.getDisplayMedia(),
    'the place': () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    notifications: async () => {
      const answer = await Notification.requestPermission()
      return answer === 'denied' ? refused : answer
    },
    'reading the clipboard': () => navigator.clipboard.readText(),
    'writing the clipboard': () => navigator.clipboard.writeText('x').then(() => 'written'),
    MIDI: () => navigator.requestMIDIAccess(),
    persistence: async () => ((await navigator.storage.persist()) ? 'granted' : refused),
    USB: () => Reflect.get(navigator, 'usb').requestDevice({ filters: [] }),
    'a file picker': () => Reflect.get(window, 'showOpenFilePicker').call(window),
    'full screen': () => document.body.requestFullscreen().then(() => 'shown'),
  }
  for (const name of [
    'geolocation',
    'camera',
    'microphone',
    'notifications',
    'midi',
    'clipboard-read',
    'idle-detection',
  ])
    probes[`permission ${name}`] = () => state(name)

  const frames: Record<string, Record<string, string>> = {
    'a frame from afar': { src: named },
    'a frame of data': { src: 'data:text/html,<script>parent.postMessage("ran", "*")</script>' },
    'a frame of words': { srcdoc: '<script>parent.postMessage("ran", "*")</script>' },
    'a frame of ours': { src: 'stet://app/index.html' },
    'an object': { data: named },
  }
  for (const [what, attributes] of Object.entries(frames)) {
    probes[what] = () =>
      new Promise(resolve => {
        addEventListener('message', ({ data }) => data === 'ran' && resolve('ran'))
        const frame = element('data' in attributes ? 'object' : 'iframe', attributes) as HTMLIFrameElement
        // A refused frame is an error page, which is nobody's: not even we may look into it.
        setTimeout(() => resolve(frame.contentDocument?.body?.childElementCount ? 'shown' : refused), 500)
      })
  }

  setTimeout(async () => {
    const mark = Math.random()
    Object.assign(globalThis, { mark })
    const outcomes: Record<string, string> = {}
    const names = ['require', 'process', 'Buffer', 'module', 'global', '__dirname', 'electron', 'ipcRenderer']
    for (const name of names) outcomes[name] = name in globalThis ? 'there' : refused
    outcomes['window.host'] = Object.keys(window.host).sort().join()
    const tried = Object.entries(probes).map(async ([what, act]) => {
      outcomes[what] = await attempt(act)
    })
    await Promise.all(tried)
    // Whoever went elsewhere after all has lost the mark.
    outcomes['the page'] = (globalThis as { mark?: number }).mark === mark ? location.href : 'another'
    window.name = JSON.stringify(outcomes)
  }, 0)
}
