import { AppError, type Problem } from '../domain/app-error.ts'
import { Clinic, explainUnready } from '../domain/clinic.ts'
import type { Library } from '../domain/library.ts'
import { toProblems } from '../domain/selection.ts'
import { readJson } from './read-json.ts'
import type { Options } from './sheet-options.ts'

const numberUnknown =
  'The number to call for an ambulance is not known, and every sheet tells the patient whom to call. Give it with --region uk (--list shows the regions), with --emergency-number 999, or in --clinic clinic.json as "emergencyNumber".'

type ClinicOptions = Pick<Options, 'clinic' | 'region' | 'emergency-number'>

/** The number that was asked for by itself or by its place, if any. */
function findNumber({ regions }: Pick<Library, 'regions'>, options: ClinicOptions): string | undefined {
  if (options.region === undefined) return options['emergency-number']
  const region = regions.find(({ id }) => id === options.region?.toLowerCase())
  if (region) return region.emergencyNumber
  const known = regions.map(({ id }) => id).join(', ')
  throw new AppError('bad-input', `There is no region called "${options.region}". The regions are ${known}.`)
}

/**
 * The clinic of a file; a number given by itself stands in the place of the file's.
 * @throws AppError bad-input for a file that does not fit and for a region nobody knows
 */
export function readClinic(library: Library, options: ClinicOptions): Clinic {
  const file = options.clinic === undefined ? {} : readJson(options.clinic)
  const emergencyNumber = findNumber(library, options)
  const isRecord = typeof file === 'object' && file !== null && !Array.isArray(file)
  const parsed = Clinic.safeParse(isRecord && emergencyNumber !== undefined ? { ...file, emergencyNumber } : file)
  if (!parsed.success) throw new AppError('bad-input', toProblems(parsed.error))
  return parsed.data
}

/** What is to be mended before this clinic's sheets may leave: the same as in the window, with the options that do it. */
export function listMissing(clinic: Clinic): Problem[] {
  return explainUnready(clinic) === null ? [] : [{ field: 'clinic.emergencyNumber', message: numberUnknown }]
}
