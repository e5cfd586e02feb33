import { DatePicker, Segmented, Space } from 'antd';
import dayjs from 'dayjs';
import { MOST_DAYS } from '../../../protocol/console/agreed.ts';
import { useWords } from '../words/words.ts';
import { type DaysChosen, LENGTHS } from './days-chosen.ts';

const FORMAT = 'YYYY-MM-DD';

interface DaysPickerProps {
  chosen: DaysChosen;
  choose: (days: DaysChosen) => void;
  /** The days that are shown, once they are there. */
  shown: { from: string; to: string } | null;
}

/** Chooses days: lengths that are looked at most, or from a calendar. */
export function DaysPicker({ chosen, choose, shown }: DaysPickerProps) {
  const words = useWords();
  return (
    <Space wrap>
      <Segmented
        aria-label={words.dates}
        value={'last' in chosen ? chosen.last : 0}
        onChange={last => choose({ last })}
        options={LENGTHS.map(value => ({ value, label: words.lastDays(value) }))}
      />
      <DatePicker.RangePicker
        aria-label={words.dates}
        allowClear={false}
        value={shown && [dayjs(shown.from), dayjs(shown.to)]}
        maxDate={dayjs()}
        disabledDate={(day, { from }) => from !== undefined && Math.abs(day.diff(from, 'day')) >= MOST_DAYS}
        onChange={days => {
          const [from, to] = days ?? [];
          if (from && to) choose({ from: from.format(FORMAT), to: to.format(FORMAT) });
        }}
      />
    </Space>
  );
}
