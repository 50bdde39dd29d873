import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectFolder } from '../project-folder.ts'
import { hashInputs, isBuilt, removeStamp, stampBuild } from './build-stamp.mjs'
import { writeLicences } from './list-licences.ts'
import { makeFonts } from './make-fonts.ts'

const electronVite = 'node_modules/electron-vite/bin/electron-vite.js'

/** Builds the app into out/ and throws, with what the tools said, when any part of it fails. */
export function buildApp(): void {
  const inputsHash = hashInputs(projectFolder)
  removeStamp(projectFolder)
  runNode(electronVite, 'build', '--logLevel', 'warn')
  prepareResources()
  stampBuild(projectFolder, inputsHash)
}

/** Builds only if something the build is made from has changed. Says whether it did. */
export function buildAppIfChanged(): boolean {
  if (isBuilt(projectFolder, hashInputs(projectFolder))) return false
  buildApp()
  return true
}

/** What the app reads besides its code: the fonts, the library of topics, and the licences of what is shipped. */
export function prepareResources(): void {
  makeFonts()
  runNode('src/cli/build-library.ts', 'out/library.json')
  writeLicences()
}

function runNode(script: string, ...options: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(projectFolder, script), ...options], {
    cwd: projectFolder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${script} ${options.join(' ')} failed:\n${stdout}${stderr}`)
}
