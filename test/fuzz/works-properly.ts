import { CONVERSATION_HEADER, SETTINGS_PATH, UPLOAD_FIELD, UPLOAD_PATH } from '../../src/protocol/agreed.ts';
import { SocketClient } from '../support/socket-client.ts';

/** What a server does not do that it should for anybody, or null. */
export async function worksProperly(port: number): Promise<string | null> {
  const url = `http://127.0.0.1:${port}`;
  const client = await SocketClient.connect(url);
  try {
    const { conversation, token } = await client.open();
    client.say('last', '支付宝可以打12378协商吗');
    const answer = await client.answerTo('last');
    if (!answer.some(entry => entry.from === 'bot' && entry.replies?.length))
      return 'a question has no answer';
    const form = new FormData();
    form.append(UPLOAD_FIELD, new File(['付款记录'], '记录.txt', { type: 'text/plain' }));
    const upload = await fetch(url + UPLOAD_PATH, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, [CONVERSATION_HEADER]: conversation },
      body: form,
    });
    if (upload.status !== 201) return `a file is answered with ${upload.status}`;
    const settings = await fetch(`${url}${SETTINGS_PATH}?language=en`);
    return settings.ok ? null : `the settings are answered with ${settings.status}`;
  } finally {
    client.close();
  }
}
