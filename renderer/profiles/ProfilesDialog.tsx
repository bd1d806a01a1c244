import { useTranslate } from '../app/language';
import { closeDialog } from '../app/shell-store';
import { Modal } from '../ui/Modal';
import { ProfilesEditor } from './ProfilesEditor';

/** Who is at work; a choice holds at once. */
export function ProfilesDialog() {
  const translate = useTranslate();
  return (
    <Modal title={translate('approval.profiles-title')} closeLabel={translate('app.close')} onClose={closeDialog}>
      <ProfilesEditor />
    </Modal>
  );
}
