/** Files handed in from this page, wherever it was: they go on while one looks at something else. */
import type { FileProgress } from '@herkomst/adapter-http/contract';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { callJson, writeQuery, type ApiError } from './client.ts';
import { asApiError } from './use-data.ts';

export interface HandedIn {
  /** Of this page only. */
  readonly key: string;
  readonly name: string;
  readonly progress: FileProgress | null;
  /** Why it was refused or could not be followed. */
  readonly error: ApiError | null;
}

interface Intake {
  readonly files: readonly HandedIn[];
  readonly handIn: (files: readonly File[]) => void;
}

const IntakeContext = createContext<Intake | null>(null);
const everyMs = 500;

export function IntakeProvider({ children }: { readonly children: ReactNode }) {
  const [files, setFiles] = useState<readonly HandedIn[]>([]);
  const handIn = useCallback((given: readonly File[]) => {
    for (const file of given) {
      const key = crypto.randomUUID();
      const change = (part: Partial<HandedIn>): void =>
        setFiles((before) =>
          before.map((each) => (each.key === key ? { ...each, ...part } : each)),
        );
      setFiles((before) => [{ key, name: file.name, progress: null, error: null }, ...before]);
      follow(file, (progress) => change({ progress })).catch((error: unknown) =>
        change({ error: asApiError(error) }),
      );
    }
  }, []);
  const intake = useMemo(() => ({ files, handIn }), [files, handIn]);
  return <IntakeContext value={intake}>{children}</IntakeContext>;
}

export function useIntake(): Intake {
  const intake = use(IntakeContext);
  if (intake === null) throw new Error('there is no IntakeProvider above');
  return intake;
}

async function follow(file: File, tell: (progress: FileProgress) => void): Promise<void> {
  const { fileId } = await callJson<{ readonly fileId: string }>(
    `/v1/files${writeQuery({ name: file.name })}`,
    { body: file, type: 'application/octet-stream' },
  );
  for (;;) {
    const progress = await callJson<FileProgress>(`/v1/files/${encodeURIComponent(fileId)}`);
    tell(progress);
    if (progress.state === 'done' || progress.state === 'failed') return;
    await new Promise((resolve) => {
      setTimeout(resolve, everyMs);
    });
  }
}
