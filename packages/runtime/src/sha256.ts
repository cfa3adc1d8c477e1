/** The platform's SHA-256, for core, which brings none of its own. */
import { hash } from 'node:crypto';
import type { Sha256 } from '@herkomst/core';

export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');
