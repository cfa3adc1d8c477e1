/** A search, whole, as a file. */
import { call, writeQuery } from '../api/client.ts';
import { useDoing } from '../api/use-data.ts';
import { useWords } from '../words/words.tsx';
import { saveAs } from './save.ts';
import { ErrorNote } from './states.tsx';

export function ExportList({
  path,
  filters,
  name,
}: {
  readonly path: string;
  readonly filters: Readonly<Record<string, string>>;
  /** Of the file, without its ending. */
  readonly name: string;
}) {
  const { t } = useWords();
  const { busy, error, run } = useDoing();
  const give = (format: 'csv' | 'ndjson'): void => {
    void run(async () => {
      const answer = await call(`${path}${writeQuery({ ...filters, format })}`);
      saveAs(await answer.blob(), `${name}.${format}`);
    });
  };
  return (
    <div className="stack tight">
      <div className="row">
        <span className="small muted" role="status">
          {t(busy ? 'alerts.exporting' : 'alerts.export')}
        </span>
        {(['csv', 'ndjson'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="button small"
            disabled={busy}
            onClick={() => give(format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
