import { Switch } from 'antd';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { useWords } from '../words/words.ts';
import { useChangeMember } from './use-change-member.ts';

/** Whether new talks come to somebody; a supervisor may say so for them. */
export function DutySwitch({ member }: { member: StaffMember }) {
  const words = useWords();
  const change = useChangeMember(member);
  return (
    <Switch
      size="small"
      aria-label={words.dutyOf(member.name)}
      checked={member.onDuty}
      disabled={member.disabled || !member.joined}
      loading={change.isPending}
      onChange={onDuty => change.mutate({ onDuty })}
    />
  );
}
