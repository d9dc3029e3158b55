// Says above a text that the cluster does not have it yet, and offers to apply it.

export function NotApplied({ onApply }: { onApply: () => void }) {
  return (
    <p className="editor-waiting" role="status">
      <span>Not applied yet: the picture does not know these manifests.</span>
      <button type="button" className="button" onClick={onApply}>
        Apply
      </button>
    </p>
  );
}
