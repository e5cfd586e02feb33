import type { WidgetSettings } from '../../protocol/widget-words.ts';
import { sizeOf } from './clock-words.ts';
import { Icon } from './icons.tsx';
import type { Words } from './settings.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { Upload, Uploads } from './uploads.ts';

interface TrayProps {
  tray: Upload[];
  uploads: Uploads;
  words: Words;
  limits: WidgetSettings['limits'];
  previewOf(upload: Upload): string | undefined;
}

/** The files that will go out with the next message. */
export function Tray({ tray, uploads, words, limits, previewOf }: TrayProps) {
  return (
    <ul class="tray" aria-label={words('chosen-files')}>
      {tray.map(upload => {
        const { key, name, size, mime, state, share } = upload;
        const percent = Math.round(share * 100);
        return (
          <li key={key} class={state}>
            <Thumbnail mime={mime} source={previewOf(upload)} />
            <div class="about">
              <span class="name">{name}</span>
              <span class="size">
                {sizeOf(size)} · {stateOf(upload, words, limits)}
              </span>
              {(state === 'uploading' || state === 'waiting') && (
                <progress
                  max={100}
                  value={percent}
                  aria-label={`${name}: ${words('uploading', { percent })}`}
                />
              )}
            </div>
            {state === 'failed' && (
              <button
                type="button"
                class="quiet"
                onClick={() => uploads.retry(key)}
                aria-label={`${words('retry')}: ${name}`}
              >
                {words('retry')}
              </button>
            )}
            <button
              type="button"
              class="bare"
              onClick={() => uploads.remove(key)}
              aria-label={`${words(state === 'uploading' || state === 'waiting' ? 'cancel' : 'remove')}: ${name}`}
            >
              <Icon of="close" size={18} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function stateOf(
  { state, share, reason, heldUp }: Upload,
  words: Words,
  limits: WidgetSettings['limits'],
): string {
  if (heldUp) return words(heldUp === 'busy' ? 'file-busy' : 'file-not-saved');
  // What could not be saved is held and goes out again, so it never comes to this.
  if (reason && reason !== 'not-saved')
    return words(reason, { size: sizeOf(limits.maxBytes), count: limits.maxFiles });
  if (state === 'failed') return words('upload-failed');
  if (state === 'uploading') return words('uploading', { percent: Math.round(share * 100) });
  return words(state === 'uploaded' ? 'uploaded' : 'waiting');
}
