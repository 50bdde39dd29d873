import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { makeNpmCommand } from '../bootstrap/npm-command.mjs'
import { listLicences } from '../build/list-licences.ts'
import { projectFolder } from '../project-folder.ts'

type Component = {
  readonly name: string
  readonly version: string
  readonly 'bom-ref': string
  readonly scope?: string
  readonly properties?: readonly unknown[]
}
type Bom = {
  readonly bomFormat: string
  readonly specVersion: string
  readonly serialNumber: string
  readonly version: number
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** npm's own bill of materials of all that the lockfile has, in CycloneDX. */
function readWholeBom(): Bom {
  const npm = makeNpmCommand(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'])
  const { status, stdout, stderr } = spawnSync(npm.command, npm.options, {
    cwd: projectFolder,
    encoding: 'utf8',
    shell: npm.shell,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`)
  return JSON.parse(stdout) as Bom
}

/**
 * The bill of materials of what is shipped, and of nothing that only builds or tests: the same parts as in the window's
 * "About", and Electron.
 * @param electronVersion of the Electron in the package
 */
export function writeBom(electronVersion: string): string {
  const whole = readWholeBom()
  const shipped = new Map(listLicences().map(({ name, version }) => [name, version]))
  const electron = {
    'bom-ref': `electron@${electronVersion}`,
    type: 'framework',
    name: 'electron',
    version: electronVersion,
    purl: `pkg:npm/electron@${electronVersion}`,
    licenses: [{ license: { id: 'MIT' } }],
  }
  // What Vite bundles is for development to npm, and shipped all the same.
  const parts = whole.components
    .filter(({ name, version }) => shipped.get(name) === version)
    .map((part) => ({ ...part, scope: 'required', properties: [] }))
  const refs = new Set(parts.map((part) => part['bom-ref']))
  const own = whole.metadata.component['bom-ref']
  const known = whole.dependencies.filter(({ ref }) => refs.has(ref))
  const dependencies = [
    { ref: own, dependsOn: [...refs, electron['bom-ref']] },
    ...known.map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((next) => refs.has(next)) })),
  ]
  // Without the time, for the same package gives the same bytes; and npm takes the folder's name.
  const metadata = { component: { ...whole.metadata.component, name: 'caresheet' } }
  const components = [...parts, electron]
  const hash = createHash('sha256').update(JSON.stringify(components)).digest('hex')
  const serialNumber = `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  return `${JSON.stringify({ ...whole, serialNumber, metadata, components, dependencies }, null, 2)}\n`
}
