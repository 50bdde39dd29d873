import { z } from 'zod'
import { Id } from './ids.ts'

/** A place with its number for an ambulance. */
export const Region = z.strictObject({
  id: Id,
  name: z.string().min(1),
  emergencyNumber: z.string().regex(/^\d{3}$/, 'An emergency number has 3 digits, such as 112.'),
})
export type Region = z.output<typeof Region>

/** `content/regions.yaml` */
export const Regions = z.strictObject({ regions: z.array(Region).min(1) })
