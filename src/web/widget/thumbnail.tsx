import { useState } from 'preact/hooks';
import { Icon } from './icons.tsx';

/** A small picture of a file, or a drawing of a sheet where the browser cannot show it. */
export function Thumbnail({ mime, source }: { mime: string; source: string | undefined }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span class="thumbnail">
      {source && mime.startsWith('image/') && !isBroken ? (
        <img src={source} alt="" onError={() => setBroken(true)} />
      ) : (
        <Icon of="file" size={22} />
      )}
    </span>
  );
}
