export { networkColumns } from './csv-columns.ts';
export { NetworkFileError, type NetworkEntry, type NetworkFault } from './entry.ts';
export type { FtmSource } from './ftm-link.ts';
export {
  formatOf,
  importNetwork,
  type ImportOptions,
  type ImportReport,
  type NetworkFormat,
} from './import-network.ts';
export { readCsvNetwork } from './read-csv.ts';
export { readFtmNetwork } from './read-ftm.ts';
export { openNetwork, saveNetwork } from './snapshot-file.ts';
