import { join } from 'node:path'
import { answerThread } from './answer-thread.ts'
import { runSheet } from './run-sheet.ts'
import { makeSheetKit } from './sheet-kit.ts'

// The `sheet` command of an installed app.
void answerThread((args) => runSheet(args, makeSheetKit(join(import.meta.dirname, '..'))))
