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
  herkomst explain ID [--json]
      The whole page on a stored alert or shipment: what was found and where, what each piece weighs,
      what speaks against, what to ask for and by when, and what would have to be otherwise.
  herkomst advise --country CN --hs 6704 [--lang en|nl] [--json]
      The risks of goods from a country, their sources, and the due diligence they call for.
  herkomst backtest [--rulebook A] --against B [--from DATE] [--to DATE] [FILE...] [--json]
      What rulebook B would have said where A spoke, over what is stored or over files.
  herkomst network import FILE... [--replace] [--source NAME --url URL]
  herkomst network infer [--from DATE] [--to DATE]
  herkomst network trace NAME [--country CN] [--hs CODE]
  herkomst network status
      Who supplies whom, from CSV or FollowTheMoney files and from past shipments, and what stands
      upstream of a firm. Screening follows the links.
  herkomst dead-letters [list | show ID | replay ID... | replay --all] [--json]
      Lists what was set aside and why, shows one with its bytes, hands them in again.
  herkomst deliveries [list | show NOTICE RECEIVER | redeliver NOTICE RECEIVER] [--json]
      What each receiver was told, held back or spared, and why; tells it again. list takes
      --receiver NAME, --state due|held|filtered|taken|given-up, --alert ID and --limit N.
  herkomst receivers [list | test NAME] [--json]
      Who is told of alerts; test sends a notice that is marked as a test.
  herkomst keys [list | create --name NAME --role ROLE... | revoke ID] [--json]
      Who may call the service. Roles: viewer, analyst, lead, admin. create also takes --service, for
      a key that no person stands behind, --expires DATE, --may ACTION... for a key that is for no
      more than that, --per-minute N, and of operators --tenant NAME and --operator.
  herkomst tenants [list] [--json]
      The tenants that share the service; one is there with its first key.
  herkomst audit verify [--json]
      Reads the audit log through and finds the first entry that is not what was written.
      Exit 0: whole, 1: changed.

Settings are environment variables: see README.md.
`;

export class UsageError extends Error {
  readonly code = 'usage';
}
