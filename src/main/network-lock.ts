import type { CommandLine, Session } from 'electron'
import { appOrigin } from './origins.ts'

/**
 * Chromium's switches for a program without a network. No single layer is enough: the resolver rules stop every name and
 * address, WebRTC has its own sockets, and the rest are services that Chromium would start by itself.
 * @param except host that stays reachable, for the development server
 */
export function switchNetworkOff(commandLine: CommandLine, except: string | null): void {
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except === null ? '' : `, EXCLUDE ${except}`}`)
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-quic',
    'no-pings',
    'no-proxy-server',
  ])
    commandLine.appendSwitch(name)
}

/** Whether a page may ask for this address at all. `origins` are ours: the app, and a development server with its socket. */
export function isAllowedRequest(url: string, origins: readonly string[]): boolean {
  return origins.some((origin) => url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`))
}

/** Keeps one session from asking for anything but the app, the dictionaries that Chromium would fetch unasked among it. */
export function lockSessionNetwork(session: Session, developmentOrigin: string | null): void {
  const development =
    developmentOrigin === null
      ? []
      : [developmentOrigin, developmentOrigin.replace(/^http/, 'ws'), 'devtools://devtools']
  const origins = [appOrigin, ...development]
  session.setSpellCheckerLanguages([])
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedRequest(details.url, origins) }))
}
