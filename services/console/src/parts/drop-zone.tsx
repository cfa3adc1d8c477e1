/** Files dropped anywhere on the page are handed in. */
import { useEffect, useState } from 'react';
import { useIntake } from '../api/intake.tsx';
import { useRouter } from '../router.tsx';
import { useWords } from '../words/words.tsx';

export function DropZone() {
  const { t } = useWords();
  const { go } = useRouter();
  const { handIn } = useIntake();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const bearsFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      handIn([...(event.dataTransfer?.files ?? [])]);
      go('/screen');
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [go, handIn]);
  return over ? <div className="dropping">{t('drop.here')}</div> : null;
}
