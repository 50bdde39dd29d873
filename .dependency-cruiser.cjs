// Who may know whom. Everything a room may use is on its line; everything else is a breach, types included.

const rooms = ['domain', 'ipc', 'words', 'content', 'pdf', 'store', 'main', 'preload', 'renderer', 'cli']

/** One room and what it may use besides itself: other rooms, packages, and 'node' for Node's own modules. */
function layer(name, ...mayUse) {
  const paths = mayUse.map((thing) => (rooms.includes(thing) ? `^src/${thing}/` : `(^|/)node_modules/${thing}/`))
  return {
    name: `${name} may use only ${mayUse.join(', ')}`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: {
      pathNot: [`^src/${name}/`, ...paths],
      ...(mayUse.includes('node') && { dependencyTypesNot: ['core'] }),
    },
  }
}

/** What reads the pictures and drawings of logos. */
const logoReaders = ['color-string', 'jpeg-js', 'pngjs', 'saxes', 'svgpath']

module.exports = {
  forbidden: [
    layer('domain', 'zod'),
    layer('ipc', 'domain', 'zod'),
    layer('words', 'domain'),
    layer('content', 'domain', 'node', 'yaml', 'pinyin-pro'),
    layer('pdf', 'domain', 'node', 'pdfkit', 'fontkit', 'linebreak', 'uqr', ...logoReaders),
    layer('store', 'domain', 'node', 'better-sqlite3'),
    layer('preload', 'ipc', 'electron'),
    layer(
      'renderer',
      'domain',
      'ipc',
      'words',
      'zod',
      'react',
      'react-dom',
      '@internationalized/date',
      'react-aria-components',
      'i18next',
      'react-i18next',
      '@tanstack/react-query',
      'zustand',
      'pdfjs-dist',
    ),
    layer('cli', 'domain', 'content', 'pdf', 'store', 'node'),
    layer('main', 'domain', 'ipc', 'words', 'content', 'pdf', 'store', 'node', 'electron', 'pdf-to-printer', 'zod'),
    {
      name: 'every file belongs to a room',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${rooms.join('|')})/` },
      to: {},
    },
    { name: 'no cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  ],
  options: {
    parser: 'swc', // the TypeScript we use has no parser for other tools yet; without swc nothing at all would be read
    tsPreCompilationDeps: true, // type-only imports count: they tie rooms together just as firmly
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
