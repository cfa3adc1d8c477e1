/** One reason: a sentence, what it rests on, how much it weighs in words and as a bar, and its source. */
import type { Finding, Shipment } from '@herkomst/core';
import { Badge } from '../../parts/marks.tsx';
import { writeQuery } from '../../api/client.ts';
import { Link } from '../../router.tsx';
import { writeFinding } from '../../words/finding-sentence.ts';
import { isLeftEnglish, translateFixed } from '../../words/fixed.ts';
import { writePath } from '../../words/paths.ts';
import { strengthOf, timesOf } from '../../words/weight-words.ts';
import { useWords, type Words } from '../../words/words.tsx';
import { MatchTable, signed } from './match-table.tsx';

export function Reason({
  finding,
  shipment,
  heaviest,
  suppressed,
  onSuppress,
}: {
  readonly finding: Finding;
  readonly shipment: Shipment;
  /** The bar's full length. */
  readonly heaviest: number;
  readonly suppressed: boolean;
  /** Null where it rests on no match, or whoever looks may not. */
  readonly onSuppress: ((finding: Finding) => void) | null;
}) {
  const words = useWords();
  const { t, name, language } = words;
  const { citation, match } = finding;
  return (
    <li className="reason">
      <div className="top-line">
        <div className="stack tight">
          <p className="small muted">{name('factor', finding.factor)}</p>
          <p className="sentence break">{writeFinding(finding, words, shipment)}</p>
          <p className="small break">
            {t('reasons.restsOn')} <q className="quote">{finding.matched}</q>{' '}
            <span className="muted">
              {t('reasons.where', { where: writePath(finding.path, words, shipment) })}{' '}
              <code>{finding.path}</code>
            </span>
          </p>
          {citation === null ? null : (
            <p className="small muted break">
              {t('reasons.source')}:{' '}
              <a href={citation.url} rel="noreferrer" target="_blank">
                {translateFixed(language, citation.listTitle)}
              </a>
              , “{citation.entry}”
              {citation.effectiveDate === null
                ? null
                : `, ${t('reasons.since', { date: words.date(citation.effectiveDate) })}`}
              , {t('reasons.version', { version: citation.listVersion })}
            </p>
          )}
        </div>
        <Weight logOdds={finding.contribution} heaviest={heaviest} />
      </div>
      {match === null ? null : (
        <MatchTable match={match} declaredName={finding.matched} label={finding.id} />
      )}
      <details className="small">
        <summary>{t('reasons.how')}</summary>
        <dl className="steps" style={{ marginTop: '0.375rem' }}>
          {finding.pieces.map((piece, index) => (
            <Step key={`${piece.label} ${index}`} piece={piece} words={words} />
          ))}
        </dl>
        {language === 'en' ? null : (
          <p className="muted" style={{ marginTop: '0.375rem' }}>
            {t('reasons.original')}: <span lang="en">{finding.summary}</span>
          </p>
        )}
      </details>
      {match === null ? null : (
        <div className="row">
          <Link className="small no-print" to={`/entities${writeQuery({ name: finding.matched })}`}>
            {t('reasons.lookUp')}
          </Link>
          {suppressed ? (
            <Badge tone="plain" shape="dash">
              {t('reasons.suppressed')}
            </Badge>
          ) : null}
          {onSuppress === null || suppressed ? null : (
            <button
              type="button"
              className="button small no-print"
              onClick={() => onSuppress(finding)}
            >
              {t('reasons.suppress')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function Step({
  piece: { weight, label, explanation },
  words,
}: {
  readonly piece: Finding['pieces'][number];
  readonly words: Words;
}) {
  return (
    <>
      <dd className="num mono">{signed(weight, words.number)}</dd>
      <dt lang="en">{label}</dt>
      <dd
        className="muted break"
        lang={isLeftEnglish(words.language, explanation) ? 'en' : undefined}
      >
        {explanation}
      </dd>
    </>
  );
}

export function Weight({
  logOdds,
  heaviest,
}: {
  readonly logOdds: number;
  readonly heaviest: number;
}) {
  const { t, number } = useWords();
  const strength = t(`weight.${strengthOf(logOdds)}`);
  const share = heaviest === 0 ? 0 : Math.min(1, Math.abs(logOdds) / heaviest);
  const key = logOdds > 0 ? 'weight.for' : logOdds < 0 ? 'weight.against' : null;
  const times = timesOf(logOdds);
  const said =
    times === 1
      ? t('reasons.same')
      : t(logOdds > 0 ? 'reasons.more' : 'reasons.less', {
          times: number(times, times < 10 ? 1 : 0),
        });
  return (
    <div className="weight">
      <span className="words">
        <span className="strong">{key === null ? strength : t(key, { strength })}</span>{' '}
        <span className="muted">{t('reasons.logOdds', { value: signed(logOdds, number) })}</span>
      </span>
      <div className="bar" aria-hidden="true">
        <span
          className={logOdds >= 0 ? 'for' : 'against'}
          style={{ width: `${Math.max(1, share * 100)}%` }}
        />
      </div>
      <span className="small muted">{said}</span>
    </div>
  );
}
