import type { Session } from 'electron'

/** Denies every permission a page can ask for, devices too: Electron grants most of them when nobody answers. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
