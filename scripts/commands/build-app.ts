import { buildApp } from '../build/build-app.ts'
import { stopOnError } from './stop-on-error.ts'

await stopOnError(() => {
  buildApp()
  console.log('Built into out/.')
})
