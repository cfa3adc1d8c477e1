/** The words declared and the words listed, side by side, and how each pair compares. */
import type { MatchExplanation } from '@herkomst/core';
import { Scroll } from '../../parts/layout.tsx';
import { Badge, type Tone } from '../../parts/marks.tsx';
import { Said } from '../../parts/said.tsx';
import { useWords } from '../../words/words.tsx';

type Shape = NonNullable<Parameters<typeof Badge>[0]['shape']>;

const looks: Readonly<Record<string, readonly [Tone, Shape]>> = {
  equal: ['high', 'check'],
  variant: ['medium', 'diamond'],
  typo: ['medium', 'diamond'],
  truncated: ['medium', 'diamond'],
  missing: ['plain', 'dash'],
  ignored: ['plain', 'dash'],
  differs: ['good', 'triangle'],
};

export function MatchTable({
  match,
  declaredName,
  label,
}: {
  readonly match: Pick<MatchExplanation, 'listedName' | 'probability' | 'tier' | 'pieces'>;
  readonly declaredName: string;
  /** Tells it from the other tables of the page. */
  readonly label: string;
}) {
  const { t, name, percent, number } = useWords();
  return (
    <div className="stack tight">
      <p className="small">
        {t('match.sure', { percent: percent(match.probability) })}{' '}
        {t(match.tier === 'automatic' ? 'match.automatic' : 'match.candidate')}
      </p>
      <Scroll label={`${t('match.title')}: ${label}`}>
        <table className="compare">
          <caption className="hidden-visually">{t('match.title')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('match.declared')}</th>
              <th scope="col">{t('match.listed')}</th>
              <th scope="col">{t('match.relation')}</th>
              <th scope="col" className="num">
                {t('match.weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {match.pieces.some(({ aspect }) => aspect === 'name') ? null : (
              <tr>
                <th scope="row">{t('aspect.name')}</th>
                <td className="word strong">{declaredName}</td>
                <td className="word strong">{match.listedName}</td>
                <td />
                <td />
              </tr>
            )}
            {match.pieces.map((piece, index) => {
              const [tone, shape] = looks[piece.relation] ?? ['plain', 'dash'];
              const gone = piece.relation === 'ignored' ? 'word gone' : 'word strong';
              return (
                <tr key={`${piece.aspect} ${index}`} title={piece.explanation}>
                  <th scope="row">{name('aspect', piece.aspect)}</th>
                  <td className={gone}>{piece.queried || <Nothing />}</td>
                  <td className={gone}>{piece.listed || <Nothing />}</td>
                  <td>
                    {piece.aspect === 'base' ? null : (
                      <Badge tone={tone} shape={shape}>
                        {name('relation', piece.relation)}
                      </Badge>
                    )}
                    <div className="small muted">
                      <Said text={piece.explanation} />
                    </div>
                  </td>
                  <td className="num">{signed(piece.weight, number)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <span className="gone">
      <span aria-hidden="true">–</span>
      <span className="hidden-visually">{t('match.nothing')}</span>
    </span>
  );
}

export function signed(value: number, number: (value: number, digits: number) => string): string {
  const sign = value < 0 ? '−' : '+';
  return `${sign}${number(Math.abs(value), 2)}`;
}
