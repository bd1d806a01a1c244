import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import './Modal.css';

export interface ModalProps {
  readonly title: string;
  /** The name of the closing button. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A dialog with a title; Escape, the button and a click beside it close it. */
export function Modal({ title, closeLabel, onClose, wide = false, children }: ModalProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className="modal" data-wide={wide || undefined}>
          <Dialog.Title className="modal-title">{title.replace(/…$/, '')}</Dialog.Title>
          {children}
          {/* Last in the order of focus: the first field is what the dialog was opened for. */}
          <Dialog.Close className="icon-button modal-close" aria-label={closeLabel}>
            <X size={16} aria-hidden />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
