import { makeFonts } from '../build/make-fonts.ts'
import { stopOnError } from './stop-on-error.ts'

await stopOnError(makeFonts)
