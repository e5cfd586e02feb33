import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { useFailure } from '../api/use-failure.ts';
import { useLoads, useStaff } from '../api/use-staff.ts';
import { useWords } from '../words/words.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { DutySwitch } from './duty-switch.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MemberActions } from './member-actions.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { PlainTable } from './plain-table.tsx';

const stateOf = ({ disabled, joined }: StaffMember): 'disabled' | 'active' | 'invited' =>
  disabled ? 'disabled' : joined ? 'active' : 'invited';

/** Everybody who works here, for those who look after that. */
export function StaffPage() {
  const words = useWords();
  const { inWords } = useFailure();
  const { data, isPending, isError, error } = useStaff();
  const { data: loads } = useLoads();
  const [isInviting, setInviting] = useState(false);
  const [edited, setEdited] = useState<StaffMember | null>(null);
  const [token, setToken] = useState<string | null>(null);
  return (
    <>
      <div className="page-head">
        <h2>{words.navStaff}</h2>
        <Button type="primary" onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </div>
      {isError && <Alert type="error" showIcon title={inWords(error)} />}
      <PlainTable<StaffMember>
        rows={isPending ? undefined : (data ?? [])}
        keyOf={member => member.id}
        columns={[
          { title: words.name, cell: ({ name }) => name },
          { title: words.login, cell: ({ login }) => login },
          { title: words.role, cell: ({ role }) => words.roles[role] },
          {
            title: words.load,
            cell: member => <Load talks={loads?.get(member.id) ?? 0} capacity={member.capacity} />,
          },
          { title: words.duty, cell: member => <DutySwitch member={member} /> },
          { title: words.state, cell: member => words[stateOf(member)] },
          {
            title: words.edit,
            isForActions: true,
            cell: member => (
              <MemberActions member={member} edit={() => setEdited(member)} showLink={setToken} />
            ),
          },
        ]}
      />
      {isInviting && (
        <InviteDialog
          close={() => setInviting(false)}
          invited={token => {
            setInviting(false);
            setToken(token);
          }}
        />
      )}
      {edited && <MemberDialog member={edited} close={() => setEdited(null)} />}
      {token !== null && <LinkDialog token={token} close={() => setToken(null)} />}
    </>
  );
}

/** Talks somebody is in, of those they take at once; more where they joined by hand. */
function Load({ talks, capacity }: { talks: number; capacity: number }) {
  return (
    <span className={talks >= capacity ? 'load load-full' : 'load'}>
      {talks} / {capacity}
    </span>
  );
}
