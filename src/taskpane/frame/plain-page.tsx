/** A page of a few sentences, where there is no workbook to work on. */

interface PlainPageProps {
  readonly title: string;
  readonly lines: readonly string[];
}

export function PlainPage({ title, lines }: PlainPageProps) {
  return (
    <main class="plain-page">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </main>
  );
}
