// Runs in Electron: one hidden window, whose words change for each document before it is printed to a PDF.
const { app, BrowserWindow } = require('electron')

let window

async function open({ page }) {
  await app.whenReady()
  window = new BrowserWindow({ show: false })
  await window.loadFile(page)
}

async function print({ language, title, body, footer }) {
  await window.webContents.executeJavaScript(`
    document.documentElement.lang = ${JSON.stringify(language)}
    document.title = ${JSON.stringify(title)}
    document.body.innerHTML = ${JSON.stringify(body)}
    document.fonts.ready.then(() => undefined)`)
  return window.webContents.printToPDF({
    pageSize: 'A4',
    margins: { top: 0.5, bottom: 0.7, left: 0.5, right: 0.5 },
    printBackground: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  })
}

async function measure() {
  return app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize * 1024, 0)
}

const answers = { open, print, measure }

process.on('message', ({ name, given }) => {
  answers[name](given).then(
    (answer) => process.send({ given: answer }),
    (error) => process.send({ error: String(error) }),
  )
})
process.on('disconnect', () => app.exit())
