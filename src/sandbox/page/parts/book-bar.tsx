/** The workbooks that are open, where there are several: what windows are in Excel. */

import type { Books } from "../state/books";

interface BookBarProps {
  readonly books: Books;
  readonly label: string;
  readonly show: (at: number) => void;
}

export function BookBar({ books, label, show }: BookBarProps) {
  const names = books.names();
  if (names.length < 2) return null;
  return (
    <nav class="books" aria-label={label}>
      {names.map((name, at) => (
        <button
          key={at}
          type="button"
          aria-current={at === books.shown() ? "true" : undefined}
          onClick={() => show(at)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
