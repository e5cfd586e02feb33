import { Modal } from 'antd';
import { CONSOLE_PAGE } from '../../../protocol/console/agreed.ts';
import { useWords } from '../words/words.ts';
import { CopyField } from './copy-field.tsx';

/** A link to hand to somebody; it is shown only now. */
export function LinkDialog({ token, close }: { token: string; close: () => void }) {
  const words = useWords();
  const link = new URL(`${CONSOLE_PAGE}#link=${token}`, location.href).href;
  return (
    <Modal open title={words.invitedTitle} footer={null} onCancel={close} mask={{ closable: false }}>
      <p>{words.invitedHint}</p>
      <CopyField text={link} label={words.invitedTitle} />
    </Modal>
  );
}
