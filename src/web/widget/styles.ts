import cards from './styles/cards.css?inline';
import foot from './styles/foot.css?inline';
import frame from './styles/frame.css?inline';
import tokens from './styles/tokens.css?inline';
import transcript from './styles/transcript.css?inline';

/** Gives `host` a shadow tree with the widget's look, untouched by the page's own; returns where to draw. */
export function dressed(host: HTMLElement): HTMLElement {
  const root = host.attachShadow({ mode: 'open' });
  const css = [tokens, frame, transcript, cards, foot].join('\n');
  try {
    // Unlike a style element, a sheet is allowed under any content security policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
  const stage = document.createElement('div');
  stage.className = 'stage';
  root.append(stage);
  return stage;
}
