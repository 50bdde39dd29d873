import { lazy } from 'react'

/** The field of a day, read with the first one that is shown: the window opens without it. */
export const DateField = lazy(async () => ({ default: (await import('./date-field.tsx')).DateField }))
