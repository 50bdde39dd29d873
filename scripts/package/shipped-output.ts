/** What of out/ goes into an app; all else there is for tests and development. */
export const shippedOutput = ['main', 'preload', 'renderer', 'fonts', 'library.json', 'licences.json']
