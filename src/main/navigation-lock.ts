import type { WebContents } from 'electron'

/** Keeps a page where it is: no link, drop, redirect, new window or embedded page leads anywhere. */
export function lockNavigation(contents: WebContents, developmentOrigin: string | null): void {
  const isReload = (url: string) => developmentOrigin !== null && url.startsWith(`${developmentOrigin}/`)
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isReload(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
