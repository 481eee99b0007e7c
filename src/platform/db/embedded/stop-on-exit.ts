/**
 * Sees to it that the server does not outlive this process. A program that handles SIGTERM and SIGINT itself closes its
 * doors first and calls `stop`; where nobody else listens, this stops the server and lets the signal take its course.
 * Gives a function that takes all of it back.
 */
export function stopOnExit(pid: () => number, stop: () => Promise<void>): () => void {
  const atSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    const end = (): void => {
      process.removeListener(signal, atSignal);
      process.kill(process.pid, signal);
    };
    stop().then(end, end);
  };
  const atExit = (): void => {
    try {
      process.kill(pid(), 'SIGINT');
    } catch {
      // It has ended already.
    }
  };
  process.on('SIGTERM', atSignal).on('SIGINT', atSignal).on('exit', atExit);
  return () => {
    process.removeListener('exit', atExit);
    // Kept a moment longer: the signal that began the stop must find its listener until the stop is done.
    setImmediate(() => process.removeListener('SIGTERM', atSignal).removeListener('SIGINT', atSignal));
  };
}
