/** Badges. Each has a shape and a word: nothing is said by colour alone. */
import type { Severity as SeverityLevel } from '@herkomst/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

type Shape =
  | 'octagon'
  | 'triangle'
  | 'diamond'
  | 'circle'
  | 'check'
  | 'dash'
  | 'clock'
  | 'question';

const shapes: Readonly<Record<Shape, ReactNode>> = {
  octagon: <path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" />,
  triangle: <path d="M8 1l8 14H0z" />,
  diamond: <path d="M8 0l8 8-8 8-8-8z" />,
  circle: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="3" />,
  check: <path d="M1 8.5l5 5L15 3" fill="none" stroke="currentColor" strokeWidth="3" />,
  dash: <path d="M2 8h12" fill="none" stroke="currentColor" strokeWidth="3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
      <path d="M8 4v4.5l3 2" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  question: (
    <path
      d="M4 5.5a4 4 0 118 0c0 3-4 2.5-4 5.5M8 14v1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
    />
  ),
};

export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'good' | 'accent' | 'plain' | 'none';

export function Badge({
  tone = 'none',
  shape,
  children,
}: {
  readonly tone?: Tone;
  readonly shape?: Shape;
  readonly children: ReactNode;
}) {
  return (
    <span className={`badge tone-${tone}`}>
      {shape === undefined ? null : (
        <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
          {shapes[shape]}
        </svg>
      )}
      {children}
    </span>
  );
}

const severityShapes = {
  critical: 'octagon',
  high: 'triangle',
  medium: 'diamond',
  low: 'circle',
} as const;

export function Severity({ level }: { readonly level: string }) {
  const { name } = useWords();
  const known = level in severityShapes ? (level as SeverityLevel) : 'low';
  return (
    <Badge tone={known} shape={severityShapes[known]}>
      {name('severity', level)}
    </Badge>
  );
}

export function Verdict({ verdict }: { readonly verdict: string }) {
  const { name } = useWords();
  const [tone, shape] = ({
    alert: ['critical', 'triangle'],
    review: ['medium', 'diamond'],
    unknown: ['high', 'question'],
    clear: ['good', 'check'],
  }[verdict] ?? ['plain', 'question']) as [Tone, Shape];
  return (
    <Badge tone={tone} shape={shape}>
      {name('verdict', verdict)}
    </Badge>
  );
}

export function CaseStatusBadge({ status }: { readonly status: string }) {
  const { name } = useWords();
  const [tone, shape] = ({
    open: ['plain', 'circle'],
    'in-progress': ['accent', 'diamond'],
    'awaiting-evidence': ['medium', 'clock'],
    'awaiting-approval': ['high', 'clock'],
    decided: ['good', 'check'],
  }[status] ?? ['plain', 'dash']) as [Tone, Shape];
  return (
    <Badge tone={tone} shape={shape}>
      {name('status', status)}
    </Badge>
  );
}

export function Standing({ standing }: { readonly standing: string }) {
  const { name } = useWords();
  const [tone, shape] = ({
    open: ['high', 'circle'],
    held: ['medium', 'clock'],
    closed: ['good', 'check'],
  }[standing] ?? ['plain', 'dash']) as [Tone, Shape];
  return (
    <Badge tone={tone} shape={shape}>
      {name('standing', standing)}
    </Badge>
  );
}

export function RuleStatus({ status }: { readonly status: string }) {
  const { name } = useWords();
  const [tone, shape] = ({
    applies: ['critical', 'octagon'],
    indicated: ['high', 'triangle'],
    undetermined: ['medium', 'question'],
    advisory: ['low', 'clock'],
    'not-indicated': ['good', 'check'],
  }[status] ?? ['plain', 'dash']) as [Tone, Shape];
  return (
    <Badge tone={tone} shape={shape}>
      {name('rule', status)}
    </Badge>
  );
}
