import { Modal } from 'antd';
import { Fragment } from 'react';
import { useWords } from '../words/words.ts';

const KEYS = [
  [['j'], 'next'],
  [['k'], 'previous'],
  [['Enter'], 'reply'],
  [['o'], 'offer'],
  [['a'], 'accept'],
  [['r'], 'return'],
  [['n'], 'note'],
  [['/'], 'search'],
  [['f'], 'answers'],
  [['c'], 'canned'],
  [['s'], 'sheet'],
  [['e'], 'files'],
  [['+', '-', 'r', 'd'], 'inFile'],
  [['1', '2', '3', '4'], 'views'],
  [['?'], 'help'],
  [['Esc'], 'leave'],
] as const;

export function ShortcutsOverlay({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const words = useWords();
  return (
    <Modal open={isOpen} title={words.shortcuts} footer={null} onCancel={close} width={420}>
      <dl className="shortcuts">
        {KEYS.map(([keys, name]) => (
          <Fragment key={name}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.keys[name]}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="quiet">{words.shortcutsHint}</p>
    </Modal>
  );
}
