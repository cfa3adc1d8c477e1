/** How the command line is used, and the error that says it was used otherwise. */
export const usage = `Herkomst screens imports for forced labour.

Usage
  herkomst start [--no-sample]
      Runs the whole pipeline in this process: takes shipments over HTTP and from a drop folder,
      screens them, prints and delivers alerts. Feeds a sample stream on the first start.
  herkomst screen FILE... [--json] [--lists DIR]
      Screens files (NDJSON or JSON of events, CSV with a header; also .gz) and prints a table,
      or one assessment a line with --json.
      Exit 0: nothing raised, 1: alerts raised, 2: some input refused, 64: wrong use.
  herkomst match NAME [--country CN] [--json] [--lists DIR]
      Says who on the lists a name could be, and why.
  herkomst dead-letters [list | show ID | replay ID... | replay --all] [--json]
      Lists what was set aside and why, shows one with its bytes, hands them in again.

Settings are environment variables: see README.md.
`;

export class UsageError extends Error {
  readonly code = 'usage';
}
