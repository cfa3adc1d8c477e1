/** Reads a list to its end, page by page. */
import type { Page, PageRequest } from '../ports/store.ts';

export async function allPages<Row>(
  read: (page: PageRequest) => Promise<Page<Row>>,
  limit: number,
): Promise<(readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  let page = await read({ limit });
  pages.push(page.rows);
  while (page.next !== null) {
    page = await read({ limit, after: page.next });
    pages.push(page.rows);
  }
  return pages;
}
