/** Majors that get security fixes at a time. Source: Electron's release timelines, "the latest three stable major versions". */
const supportedMajors = 3

const readMajor = (version: string): number => Number(version.split('.')[0])

/** Whether an Electron still gets security fixes, by the newest there is. */
export function isCurrentElectron(pinned: string, newest: string): boolean {
  return readMajor(newest) - readMajor(pinned) < supportedMajors
}
