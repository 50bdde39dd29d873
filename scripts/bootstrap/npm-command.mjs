/**
 * How to call npm: the copy that runs us if there is one, because a second npm may be another version.
 *
 * @param {string[]} options
 * @returns {{ command: string, options: string[], shell: boolean }}
 */
export function makeNpmCommand(options) {
  const running = process.env['npm_execpath']
  if (running?.endsWith('npm-cli.js'))
    return { command: process.execPath, options: [running, ...options], shell: false }
  const isWindows = process.platform === 'win32'
  return { command: isWindows ? 'npm.cmd' : 'npm', options, shell: isWindows }
}
