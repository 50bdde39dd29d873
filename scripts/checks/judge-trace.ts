/** Addresses that never leave this computer. */
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/u

const calls = /\b(connect|sendto|sendmsg|sendmmsg|write|writev)\(\d+(?:<([^>]*(?:>[^>]*)?)>)?, (.*)$/u
const ends = /^(?:TCP|UDP)(?:v6)?:\[.*->\[?([0-9a-f.:]+?)\]?:(\d+)\]$/iu
const named = /sin6?_port=htons\((\d+)\).*?(?:inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)")/u

/** Port of name servers: on this computer too, for such a server asks others. */
const nameServer = '53'

const isAway = (address: string, port: string): boolean => !loopback.test(address) || port === nameServer

/** What one line of a trace did that leaves this computer, or null. */
function judgeLine(line: string): string | null {
  const [, call, descriptor = '', rest = ''] = calls.exec(line) ?? []
  if (call === undefined) return null
  const [, port = '', four, six] = named.exec(rest) ?? []
  const address = four ?? six
  if (call === 'connect') {
    // A connected UDP socket has sent nothing: Chromium asks that way which route there would be.
    const isDatagram = /^UDP/iu.test(descriptor)
    return address !== undefined && !isDatagram && isAway(address, port) ? `connects to ${address} port ${port}` : null
  }
  if (address !== undefined && isAway(address, port)) return `sends to ${address} port ${port}`
  const [, peer, peerPort = ''] = ends.exec(descriptor) ?? []
  return peer !== undefined && isAway(peer, peerPort) ? `sends to ${peer} port ${peerPort}` : null
}

/**
 * All that left this computer, by what strace saw of a program and its children (`-f -yy`), each once: a connection to
 * another computer, whether or not it succeeded, anything sent to one, and any question for a name.
 */
export function listLeaks(trace: string): string[] {
  return [...new Set(trace.split('\n').flatMap((line) => judgeLine(line) ?? []))]
}
