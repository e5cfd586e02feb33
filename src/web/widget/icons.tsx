const drawings = {
  chat: 'M4 5.5h16v10.5H10.5L6 20v-4H4z M8.5 9.3h7 M8.5 12.3h4.5',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12l16-7-5 15-3.5-6.2z M11.5 13.8L20 5',
  clip: 'M19 11.5l-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3.1 3.1 0 0 1 4.4 4.4l-7.5 7.5a1.5 1.5 0 0 1-2.2-2.2l6.9-6.9',
  warning: 'M12 4l9 16H3z M12 10v4.5 M12 17.2v.3',
  file: 'M7 3.5h7l4 4v13H7z M14 3.5v4h4',
  down: 'M12 5v14 M6 13l6 6 6-6',
  copy: 'M9 9h10v11H9z M15 9V4H5v11h4',
  check: 'M5 12.5l4.5 4.5L19 7',
  circle: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14z',
  chevron: 'M9 6l6 6-6 6',
  phone:
    'M6 4h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2L20 14.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z',
};

/** A line drawing beside words that say the same; it is silent to screen readers. */
export function Icon({ of, size = 20 }: { of: keyof typeof drawings; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={drawings[of]} />
    </svg>
  );
}
