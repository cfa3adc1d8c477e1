/** Turns the first SIGINT or SIGTERM into a promise, and the second into an end at once. */

/** Resolves to the signal's name. */
export function untilAskedToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      // Whoever asks twice does not want to wait; what is not finished comes again at next start.
      if (asked) process.exit(130);
      asked = true;
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
