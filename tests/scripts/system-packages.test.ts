import { describe, expect, test } from 'vitest'
import { aptArguments, chooseKnownName } from '../../scripts/system/install-programs.ts'
import { namePackages, parseMissingLibraries } from '../../scripts/system/missing-programs.ts'

const lddOutput = [
  '\tlinux-vdso.so.1 (0x00007ffd)',
  '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)',
  '\tlibgtk-3.so.0 => not found',
  '\tlibasound.so.2 => not found',
  '\tlibatk-bridge-2.0.so.0 => not found',
  '\tlibX11.so.6 => not found',
  '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
].join('\n')

describe('missing system packages', () => {
  test('are read from what ldd says', () => {
    expect(parseMissingLibraries(lddOutput)).toEqual([
      'libgtk-3.so.0',
      'libasound.so.2',
      'libatk-bridge-2.0.so.0',
      'libX11.so.6',
    ])
    expect(parseMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f)')).toEqual([])
  })

  test('are named once each, by the package that brings the library', () => {
    expect(namePackages(parseMissingLibraries(lddOutput))).toEqual(['libasound2', 'libatk-bridge2.0-0', 'libgtk-3-0'])
    expect(namePackages(['libnss3.so', 'libnssutil3.so', 'libgbm.so.1', 'libcups.so.2'])).toEqual([
      'libcups2',
      'libgbm1',
      'libnss3',
    ])
  })

  test('have another name on newer systems', () => {
    expect(chooseKnownName('libcups2', new Set(['libcups2t64', 'libcups2-dev']))).toBe('libcups2t64')
    expect(chooseKnownName('libcups2', new Set(['libcups2']))).toBe('libcups2')
  })

  test('are installed by one line that asks nothing', () => {
    expect(aptArguments(['qpdf', 'xvfb']).join(' ')).toBe('install -y --no-install-recommends qpdf xvfb')
  })
})
