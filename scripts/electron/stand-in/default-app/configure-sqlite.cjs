// A native module works only in the Electron it was built for, and this one brings its own build of better-sqlite3. Each
// thread resolves modules for itself, so every thread that is started loads this file too.
const Module = require('node:module')
const path = require('node:path')
const threads = require('node:worker_threads')

const bundled = path.join(process.resourcesPath, 'node_modules', 'better-sqlite3')
const resolveFilename = Module._resolveFilename
Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request === 'better-sqlite3' ? bundled : request, ...rest)
}

threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: ['--require', __filename, ...(options.execArgv ?? [])] })
  }
}
