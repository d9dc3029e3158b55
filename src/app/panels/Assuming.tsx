// What a verdict would not be without; nothing where it rests on nothing.

export function Assuming({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <p className="assuming">
      <strong>Assuming</strong> that {words.join(', and that ')}.
    </p>
  );
}
