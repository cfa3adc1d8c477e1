/** The evidence bundle, as a PDF to read and as JSON to check. */
import { call } from '../../api/client.ts';
import { useDoing } from '../../api/use-data.ts';
import { saveAs } from '../../parts/save.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { useWords } from '../../words/words.tsx';

export function ExportButtons({
  path,
  caseId,
}: {
  readonly path: string;
  readonly caseId: string;
}) {
  const { t } = useWords();
  const { busy, error, run } = useDoing();
  const give = (form: 'pdf' | 'json'): void => {
    void run(async () => {
      const answer = await call(`${path}/evidence.${form}`);
      saveAs(await answer.blob(), `${caseId}.${form}`);
    });
  };
  return (
    <div className="stack tight">
      <div className="row">
        <span className="small muted" role="status">
          {t(busy ? 'case.export.busy' : 'case.export')}
        </span>
        {(['pdf', 'json'] as const).map((form) => (
          <button
            key={form}
            type="button"
            className="button small"
            disabled={busy}
            onClick={() => give(form)}
          >
            {t(`case.export.${form}`)}
          </button>
        ))}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
