/** The pages of the console, in the order of the menu, with the letter that goes there after "g". */
import type { WordKey } from '../words/words.tsx';

export interface MenuPage {
  readonly to: string;
  readonly label: WordKey;
  readonly letter: string;
  /** Only for those who may do this. */
  readonly action?: string;
}

export const menu: readonly { readonly title: WordKey; readonly pages: readonly MenuPage[] }[] = [
  {
    title: 'nav.work',
    pages: [
      { to: '/', label: 'nav.queue', letter: 'q' },
      { to: '/alerts', label: 'nav.alerts', letter: 'a' },
      { to: '/shipments', label: 'nav.shipments', letter: 'h' },
      { to: '/screen', label: 'nav.screen', letter: 's', action: 'submit-shipments' },
    ],
  },
  {
    title: 'nav.knowledge',
    pages: [
      { to: '/entities', label: 'nav.entities', letter: 'e' },
      { to: '/advice', label: 'nav.advice', letter: 'i' },
      { to: '/dashboards', label: 'nav.dashboards', letter: 'd' },
    ],
  },
  {
    title: 'nav.manage',
    pages: [
      { to: '/rulebook', label: 'nav.rulebook', letter: 'r' },
      { to: '/lists', label: 'nav.lists', letter: 'l' },
      { to: '/dead-letters', label: 'nav.deadLetters', letter: 'x' },
      { to: '/deliveries', label: 'nav.deliveries', letter: 'v' },
      { to: '/audit', label: 'nav.audit', letter: 'o' },
      { to: '/keys', label: 'nav.keys', letter: 'k', action: 'manage-keys' },
    ],
  },
];
