import { Pagination } from '../../../../platform/web/govuk/pagination.tsx';

/** The pages of a long list; nothing when there is one. `href` gives the address of a page by its number. */
export function ListPages({ page, pages, href, label }: { page: number; pages: number; href: (page: number) => string; label: string }) {
  if (pages <= 1) return null;
  const near = Array.from({ length: pages }, (_none, at) => at + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 2,
  );
  return (
    <Pagination
      previous={page > 1 ? { href: href(page - 1) } : undefined}
      next={page < pages ? { href: href(page + 1) } : undefined}
      items={near.flatMap((one, at) => [
        ...(at > 0 && one - (near[at - 1] ?? 0) > 1 ? [{ ellipsis: true }] : []),
        { number: one, current: one === page, href: href(one) },
      ])}
      landmarkLabel={label}
    />
  );
}
