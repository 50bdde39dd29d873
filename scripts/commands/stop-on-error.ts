/** Runs a command; what goes wrong is told as a sentence rather than a stack, and the exit code is 1. */
export async function stopOnError(command: () => void | Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
