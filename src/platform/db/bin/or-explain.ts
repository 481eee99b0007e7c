/** Runs a command; when it fails, says why in its own words and ends with 1. A programmer sees the rest with DEBUG=1. */
export async function orExplain(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(process.env['DEBUG'] === undefined && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
