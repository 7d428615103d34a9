import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';

type Props = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
};

/** A question that needs an answer. Escape closes it; focus returns where it came from. */
export function Dialog({ title, open, onClose, children, width = 520 }: Props) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable
      data-owns-keys=""
      data-wide={width > 1000 || undefined}
    >
      <Modal className={styles['modal'] ?? ''} style={{ width }}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" level={2} className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
