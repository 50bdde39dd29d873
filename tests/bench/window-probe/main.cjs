// Runs in Electron: opens CareSheet, or beside it a window with one word, and says when it could be used.
const path = require('node:path')
const { app, BrowserWindow } = require('electron')

const read = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3)
const project = read('opens')
/** Once it is there, a key ticks a cause; in the empty window there is no more to wait for than its word. */
const awaited = project === undefined ? 'p' : '.cause-row'

async function tellWhenUsable(contents) {
  const usable = await contents.executeJavaScript(`new Promise((done) => {
      const look = () => document.querySelector(${JSON.stringify(awaited)}) === null
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => setTimeout(() => done(Date.now()), 0))
      look()
    })`)
  process.stdout.write(`usable ${usable}\n`, () => read('ends') && app.exit(0))
}

app.on('web-contents-created', (_event, contents) => contents.once('dom-ready', () => void tellWhenUsable(contents)))

if (project === undefined)
  void app.whenReady().then(() => {
    const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
    window.once('ready-to-show', () => window.show())
    void window.loadFile(path.join(__dirname, 'empty.html'))
  })
else {
  app.setAppPath(project)
  require(path.join(project, 'out/main/index.cjs'))
}
