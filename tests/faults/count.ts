/** How often a fault is tried: a few times with every test run, in full with `npm run test:faults`. */
export function countFaults(few: number, full: number): number {
  return process.env['CARESHEET_FAULTS'] === 'full' ? full : few
}
