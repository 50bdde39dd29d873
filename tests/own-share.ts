import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const server = '/usr/lib/openssh/sftp-server'

/** Whether this computer can have a network share of a test's own. */
export const canShare = process.platform === 'linux' && existsSync('/dev/fuse') && existsSync(server)

/** A folder that lies behind a network file system: what the share is, and what lies on the server. */
export type Share = { readonly share: string; readonly server: string; readonly unmount: () => void }

/**
 * Mounts a folder by the protocol of a network share (SFTP), spoken with a server on this computer, without a network.
 * @param kind 'cached': files can be mapped into memory; 'strict': they cannot, as on many shares
 */
export function mountShare(folder: string, kind: 'cached' | 'strict'): Share {
  const [share, behind, speaker] = ['share', 'server', 'speak'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(share)
  mkdirSync(behind)
  writeFileSync(speaker, `#!/bin/sh\nexec ${server}\n`)
  chmodSync(speaker, 0o700)
  const options = ['-o', `ssh_command=${speaker}`, ...(kind === 'strict' ? ['-o', 'direct_io'] : [])]
  const { status, stderr } = spawnSync('sshfs', [`here:${behind}`, share, ...options], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`No share could be mounted: ${stderr}`)
  return { share, server: behind, unmount: () => void spawnSync('fusermount', ['-uz', share]) }
}
