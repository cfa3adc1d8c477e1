import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { exportCase } from './export.ts';
import { ann, makeCase, tenant } from './fixtures.testing.ts';

test('the PDF', async () => {
  const made = await makeCase();
  const exported = await exportCase(made, tenant, made.caseId, {
    at: '2026-11-25T09:30:00.000Z',
    by: ann,
  });
  await writeFile('/tmp/cases-scratch/case.pdf', exported!.pdf);
  await writeFile('/tmp/cases-scratch/case.json', exported!.json);
  expect(exported).not.toBeNull();
  void [execFile, mkdtemp, rm, tmpdir, join, promisify];
}, 120_000);
