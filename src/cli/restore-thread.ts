import { answerThread } from './answer-thread.ts'
import { runRestore } from './run-restore.ts'

// The `restore` command of an installed app.
void answerThread((args, usualFolder) =>
  runRestore(args, { now: new Date(), command: 'caresheet restore', usualFolder }),
)
