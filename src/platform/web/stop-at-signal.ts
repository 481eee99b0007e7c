/** Ends the process cleanly at SIGTERM or SIGINT: `stop` once, then exit; a second signal ends it at once. */
export function stopAtSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const atSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', atSignal).on('SIGINT', atSignal);
}
