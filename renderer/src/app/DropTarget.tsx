import { type ReactNode, useEffect, useState } from 'react';
import { useFiles } from '#renderer/src/hooks/use-files.ts';
import styles from './DropTarget.module.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** The whole window takes dropped files; a drop never navigates away. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { drop } = useFiles();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(hasFiles(event));
    };
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void drop([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  });
  return (
    <>
      {children}
      {over && (
        <div className={styles.over}>Drop the exports here. Nothing is stored before you have seen it.</div>
      )}
    </>
  );
}
