import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { CONSOLE_API } from '../../../protocol/console/agreed.ts';
import type { ApiKey, KeyList } from '../../../protocol/console/keys.ts';
import { call } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { useWords } from '../words/words.ts';
import { CopyField } from './copy-field.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { PlainTable } from './plain-table.tsx';

type Key = z.infer<typeof ApiKey>;

/** Keys of the operator's own systems. */
export function KeysPage() {
  const words = useWords();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const { inWords, tell } = useFailure();
  const [isMaking, setMaking] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const { data, isPending, isError, error } = useQuery({
    queryKey: KEYS.keys,
    queryFn: () => call<z.infer<typeof KeyList>>('GET', '/keys'),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => call('DELETE', `/keys/${id}`),
    onError: tell,
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.keys }),
  });
  const ask = ({ id, label }: Key) => {
    void modal.confirm({
      title: words.revokeTitle(label),
      content: words.revokeHint,
      okText: words.revoke,
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(id).catch(() => {}),
    });
  };
  return (
    <>
      <div className="page-head">
        <h2>{words.navKeys}</h2>
        <a href={`${CONSOLE_API}/docs`} target="_blank" rel="noreferrer">
          {words.apiDocs}
        </a>
        <Button type="primary" onClick={() => setMaking(true)}>
          {words.newKey}
        </Button>
      </div>
      {isError && <Alert type="error" showIcon title={inWords(error)} />}
      <PlainTable<Key>
        rows={isPending ? undefined : (data?.keys ?? [])}
        keyOf={key => key.id}
        columns={[
          { title: words.keyLabel, cell: ({ label }) => label },
          {
            title: words.scopes,
            cell: ({ scopes }) => scopes.map(scope => words.scopeNames[scope]).join('、'),
          },
          { title: words.lastUsed, cell: ({ lastUsed }) => lastUsed ?? words.never },
          {
            title: words.revoke,
            isForActions: true,
            cell: key =>
              key.revoked ? (
                words.revoked
              ) : (
                <Button type="link" size="small" onClick={() => ask(key)}>
                  {words.revoke}
                </Button>
              ),
          },
        ]}
      />
      {isMaking && (
        <KeyDialog
          close={() => setMaking(false)}
          made={token => {
            setMaking(false);
            setToken(token);
          }}
        />
      )}
      {token !== null && (
        <Modal
          open
          title={words.keyMadeTitle}
          footer={null}
          onCancel={() => setToken(null)}
          mask={{ closable: false }}
        >
          <p>{words.keyMadeHint}</p>
          <CopyField text={token} label={words.keyMadeTitle} />
        </Modal>
      )}
    </>
  );
}
