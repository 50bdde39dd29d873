import { z } from 'zod'
import { assertNever } from '../domain/app-error.ts'
import { tell, type Message } from '../domain/message.ts'
import { refuseToPrint, reportVanished, tidyReason } from './print-failure.ts'
import type { JobNews, Ticket } from './print-system.ts'
import { findTrouble } from './printer-trouble.ts'
import type { Outcome, RunProgram } from './run-program.ts'

const Keywords = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((each) => each.trim()))

/** What is read of a job and of its printer (RFC 8011, 5.3 and 5.4). */
const Attributes = z.object({
  'job-state': z.enum([
    'pending',
    'pending-held',
    'processing',
    'processing-stopped',
    'canceled',
    'aborted',
    'completed',
  ]),
  'job-printer-state-message': z.string().default(''),
  'job-printer-state-reasons': Keywords,
  'printer-state': z.string().default(''),
  'printer-state-message': z.string().default(''),
  'printer-state-reasons': Keywords,
})
type Attributes = z.output<typeof Attributes>

/** The attributes in what `ipptool -tv` said: "        job-state (enum) = pending", by name. */
export function parseAttributes(said: string): Readonly<Record<string, string>> {
  const lines = said.matchAll(/^ +([a-z-]+) \([^)]*\) = (.*)$/gm)
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value.trim()]))
}

/** What stands in the way, in the printer's own words too. */
function describeTrouble(job: Attributes, isWaiting: boolean): Message | null {
  const isStopped = job['printer-state'] === 'stopped'
  const reasons = [...job['job-printer-state-reasons'], ...job['printer-state-reasons'], isStopped ? 'stopped' : '']
  const said = tidyReason(job['job-printer-state-message'] || job['printer-state-message']).slice(0, 160)
  const trouble = findTrouble(reasons, said)
  if (trouble === null && !isWaiting) return null
  const told = trouble ?? tell('trouble-unknown')
  return said === '' ? told : tell('trouble-says', { trouble: told, said })
}

/** What became of a job, by what CUPS says of it and of its printer. */
export function toNews(job: Attributes, printer: string): JobNews {
  const state = job['job-state']
  const hold = (isWaiting: boolean, otherwise: JobNews): JobNews => {
    const trouble = describeTrouble(job, isWaiting)
    return trouble === null ? otherwise : { kind: 'held', message: trouble }
  }
  switch (state) {
    case 'pending':
      return hold(false, { kind: 'accepted' })
    case 'processing':
      return hold(false, { kind: 'printing' })
    case 'pending-held':
    case 'processing-stopped':
      return hold(true, { kind: 'accepted' })
    case 'completed':
      return { kind: 'printed' }
    case 'canceled':
      return { kind: 'cancelled' }
    case 'aborted': {
      const said = job['job-printer-state-message'] || tell('reason-none')
      return { kind: 'failed', message: refuseToPrint(printer, said).told }
    }
    default:
      return assertNever(state)
  }
}

/**
 * Asks CUPS about a job. Only `ipptool` tells a job that was printed from one that was given up; `lpstat` lists both as
 * completed. Where it is not installed nothing is claimed.
 */
export async function readCupsJob(run: RunProgram, { printer, number, server }: Ticket): Promise<JobNews | null> {
  // a server may be a socket file, "/run/cups/cups.sock", or "host:631"
  const address = `ipp://${server.startsWith('/') ? encodeURIComponent(server) : server}`
  const ask = (path: string, test: string) => run('ipptool', ['-T', '5', '-tv', `${address}/${path}`, test])
  const [job, about] = await Promise.all([
    ask(`jobs/${number}`, 'get-job-attributes.test'),
    ask(`printers/${encodeURIComponent(printer)}`, 'get-printer-attributes.test'),
  ])
  if (job.code === null) return { kind: 'untold' }
  const isMissing = ({ stdout }: Outcome) => stdout.includes('client-error-not-found')
  if (isMissing(about)) return { kind: 'failed', message: reportVanished(printer).told }
  if (isMissing(job)) return { kind: 'untold' } // a CUPS that keeps no list of what is done
  const parsed = Attributes.safeParse({ ...parseAttributes(about.stdout), ...parseAttributes(job.stdout) })
  return parsed.success ? toNews(parsed.data, printer) : null
}
