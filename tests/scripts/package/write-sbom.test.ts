import * as CycloneDX from '@cyclonedx/cyclonedx-library'
import { expect, test } from 'vitest'
import { listLicences } from '../../../scripts/build/list-licences.ts'
import { writeBom } from '../../../scripts/package/write-sbom.ts'

test('the bill of materials has all that About names, and nothing that only builds or tests', () => {
  const bom = JSON.parse(writeBom('45.4.1')) as {
    bomFormat: string
    specVersion: string
    components: { name: string; version: string; purl: string; licenses?: unknown }[]
    dependencies: { ref: string; dependsOn: string[] }[]
  }
  const names = bom.components.map(({ name, version }) => `${name} ${version}`)
  expect([bom.bomFormat, bom.specVersion]).toEqual(['CycloneDX', '1.5'])
  expect(names.toSorted()).toEqual(
    [...listLicences().map((part) => `${part.name} ${part.version}`), 'electron 45.4.1'].toSorted(),
  )
  expect(bom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([])
  const refs = new Set(bom.dependencies.map(({ ref }) => ref))
  expect(
    bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref) && ref !== 'electron@45.4.1'),
  ).toEqual([])
  expect(JSON.stringify(bom)).not.toMatch(/vitest|playwright|"tarball"|registry/u)
})

test('the same package has the same bill of materials, to the byte', () => {
  expect(writeBom('45.4.1')).toBe(writeBom('45.4.1'))
})

/** What CycloneDX's own schema, in its strict form, finds wrong in a bill of materials; null for nothing. */
const judge = (bom: string) => new CycloneDX.Validation.JsonStrictValidator(CycloneDX.Spec.Version.v1dot5).validate(bom)

test('the bill of materials is one by the published schema of CycloneDX', async () => {
  const bom = writeBom('45.4.1')
  expect(await judge(bom)).toBeNull()
  expect(await judge(bom.replace('"id": "MIT"', '"id": "None of the licences"'))).not.toBeNull()
  expect(await judge(bom.replace('"components"', '"parts"'))).not.toBeNull()
})
