import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Set by hand: electron-vite has no row for our Electron, and the tests' stand-in is older than it.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

// CommonJS, because a sandboxed preload can be nothing else and a native module is found through require().
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const

// zod is configured in the chunk it is in, and so before any other chunk builds a schema.
const zodFirst = { name: 'zod', test: /configure-zod|node_modules\/zod\//u }

// The controls empty what they announced by innerHTML, which the content security policy refuses.
const emptyWithoutHtml = {
  name: 'empty-without-html',
  transform: (code: string, id: string) =>
    /live-announcer\/LiveAnnouncer\.m?js/u.test(id)
      ? { code: code.replaceAll(".innerHTML = ''", '.replaceChildren()'), map: null }
      : null,
}

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      sourcemap: true,
      // Everything stays a package of its own (pdfkit breaks when bundled, better-sqlite3 is native) but zod, of which we use a
      // part, and color-string, which an older Node cannot require().
      externalizeDeps: { exclude: ['zod', 'color-string'] },
      rolldownOptions: {
        input: {
          start: 'src/main/start.ts',
          index: 'src/main/index.ts',
          'render-worker': 'src/main/render-worker.ts',
          'backup-worker': 'src/main/backup-worker.ts',
          sheet: 'src/cli/sheet.ts', // the command line: one file read is sooner than a hundred
          'sheet-thread': 'src/cli/sheet-thread.ts', // the same within the package
          'restore-thread': 'src/cli/restore-thread.ts',
        },
        output: {
          ...commonJs,
          advancedChunks: { groups: [zodFirst] },
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false, // a sandboxed preload cannot load packages
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    // The controls bring their few words of their own in thirty languages; the window speaks three.
    plugins: [react(), emptyWithoutHtml, optimizeLocales.vite({ locales: ['en-US', 'zh-CN', 'es-ES'] })],
    build: {
      target: chromeTarget,
      minify: true, // half as much to read and compile at each start
      rolldownOptions: {
        output: { advancedChunks: { groups: [{ name: 'ask-first', test: /ask-first/u }, zodFirst] } },
      },
      assetsInlineLimit: 0, // the content security policy allows no data: fonts or workers
      modulePreload: { polyfill: false },
    },
  },
})
