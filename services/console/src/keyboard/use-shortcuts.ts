/** Keys of the whole console: j and k walk through a list, / goes to the search, ? shows them all. */
import { useEffect, useState } from 'react';
import { useRouter } from '../router.tsx';
import { createChordReader } from './chords.ts';

const place = 'herkomst.shortcuts';

export interface Shortcuts {
  /** Single keys can be turned off, for those whose speech or hands would set them off. */
  readonly on: boolean;
  readonly setOn: (on: boolean) => void;
}

export function useShortcuts(showHelp: () => void): Shortcuts {
  const { go } = useRouter();
  const [on, setOn] = useState(() => localStorage.getItem(place) !== 'off');
  useEffect(() => localStorage.setItem(place, on ? 'on' : 'off'), [on]);

  useEffect(() => {
    if (!on) return;
    const read = createChordReader(() => Date.now());
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const command = read({
        key: event.key,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        typing: isTyping(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      switch (command.kind) {
        case 'go':
          return go(command.to);
        case 'next':
          return moveFocus(1);
        case 'previous':
          return moveFocus(-1);
        case 'search':
          return document.querySelector<HTMLElement>('main [data-search]')?.focus();
        case 'help':
          return showHelp();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, go, showHelp]);
  return { on, setOn };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Rows of the page's lists are links marked `open`; enter opens the one in focus. */
function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main .open')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by;
  const row = rows[next];
  row?.focus();
  row?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
}
