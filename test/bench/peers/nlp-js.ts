import { peer } from './peer.ts';

interface NlpJs {
  NlpManager: new (settings: {
    languages: string[];
    forceNER: boolean;
    autoSave: boolean;
    autoLoad: boolean;
    nlu: { log: boolean };
  }) => {
    addDocument(language: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    process(language: string, utterance: string): Promise<unknown>;
  };
}

/**
 * nlp.js with its own Chinese, its built-in entities, and the given intents.
 * @param intents what people say, by what they mean
 * @returns reads one message: intent, entities and sentiment
 */
export async function trainNlpJs(
  intents: Iterable<[intent: string, sayings: string[]]>,
): Promise<(message: string) => Promise<unknown>> {
  const { NlpManager } = peer<NlpJs>('node-nlp');
  const manager = new NlpManager({
    languages: ['zh'],
    forceNER: true,
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
  });
  for (const [intent, sayings] of intents)
    for (const saying of sayings) manager.addDocument('zh', saying, intent);
  await manager.train();
  return message => manager.process('zh', message);
}
