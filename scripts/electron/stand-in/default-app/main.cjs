// The stand-in comes without Electron's own default app: this does what that one does for `electron [-r file]... <app folder>`.
const path = require('node:path')
const { app } = require('electron')

const { preloads, folder } = readArguments(process.argv.slice(1))
if (folder === null) {
  console.error('Which app? Start Electron with the folder of one.')
  process.exit(1)
}
const manifest = require(path.join(folder, 'package.json'))

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
takeOnIdentity()
require('./configure-sqlite.cjs')
for (const file of preloads) require(file)
require(path.join(folder, manifest.main ?? 'index.js'))

function readArguments(args) {
  const files = []
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') files.push(path.resolve(args[(at += 1)]))
    else if (!args[at].startsWith('-')) return { preloads: files, folder: path.resolve(args[at]) }
  }
  return { preloads: files, folder: null }
}

function takeOnIdentity() {
  app.setVersion(manifest.version)
  app.setName(manifest.productName ?? manifest.name)
  app.setAppPath(folder)
  if (app.commandLine.hasSwitch('user-data-dir')) return
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
}
