/** The supply network, as other packages use it. */
export { isPlaceholder } from '../facts/placeholder.ts';
export * from './infer.ts';
export * from './link.ts';
export { linksOfEntry, type EntryLink } from './links-of-entry.ts';
export { markOrigins, type OriginKnowledge, type OriginReport } from './mark-origins.ts';
export { nameKey } from './name-key.ts';
export { SupplyNetwork, type AddedLink, type NetworkOptions } from './network.ts';
export { networkRulesSchema, type NetworkRules } from './rules.ts';
export { decodeNetwork, encodeNetwork, SnapshotError, type DecodedNetwork } from './snapshot.ts';
export { writePath } from './write-path.ts';
