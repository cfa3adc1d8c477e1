export { buildBundle, writeBundle, type EvidenceBundle, type ExportedBy } from './bundle.ts';
export { collectEvidence, type CaseEvidence, type EvidenceAlert } from './collect.ts';
export { exportCase, writeEvidence, type ExportedCase } from './export.ts';
export {
  verifyBundle,
  type BundleFault,
  type BundleFaultCode,
  type BundleVerdict,
  type VerifyBundleOptions,
} from './verify.ts';
