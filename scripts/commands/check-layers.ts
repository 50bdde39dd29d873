import { findBreaches } from '../checks/find-breaches.ts'
import { projectFolder } from '../project-folder.ts'

const breaches = await findBreaches(projectFolder)
for (const breach of breaches) console.error(breach)
process.exitCode = breaches.length === 0 ? 0 : 1
