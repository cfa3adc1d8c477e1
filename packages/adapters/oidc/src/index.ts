export { createOidcReader, type OidcReader, type OidcReaderParts } from './reader.ts';
export type { OidcClaims } from './caller.ts';
export type { OidcIssuer } from './issuer.ts';
