export { csvColumns, type CsvColumn } from './csv/columns.ts';
export * from './drop-folder/drop-folder.ts';
export { sourceFormats, type SourceFormat } from './format.ts';
export * from './read-entries.ts';
