import type { z } from 'zod'
import { AppError } from '../domain/app-error.ts'
import { tell } from '../domain/message.ts'
import type { RenderReply, WorkerJob } from './render-messages.ts'

/** A preview may be left out when a newer one is asked for; paper never is. */
export type Purpose = 'preview' | 'paper'

/** What a job that went well ends with. */
export type Done = Extract<z.output<typeof RenderReply>, { readonly kind: 'rendered' | 'choices-found' | 'logo-taken' }>

export type QueuedJob = {
  readonly job: WorkerJob
  readonly purpose: Purpose
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

/** Adds a job; a preview takes the place of those still waiting, whose askers are told. Paper goes before previews. */
export function enqueue(waiting: readonly QueuedJob[], added: QueuedJob): readonly QueuedJob[] {
  const papers = waiting.filter(({ purpose }) => purpose === 'paper')
  const previews = waiting.filter(({ purpose }) => purpose === 'preview')
  if (added.purpose === 'paper') return [...papers, added, ...previews]
  for (const { reject } of previews) reject(new AppError('not-available', tell('preview-superseded')))
  return [...papers, added]
}
