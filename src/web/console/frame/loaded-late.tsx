import { Button, Result } from 'antd';
import { Component, type ReactNode, Suspense } from 'react';
import { useWords } from '../words/words.ts';

interface LoadedLateProps {
  children: ReactNode;
  /** While it is being loaded. */
  fallback?: ReactNode;
  /** Where the word that it cannot be shown is put; in its own place without it. */
  around?: (told: ReactNode) => ReactNode;
}

/**
 * What is loaded when it is first shown. Where the line is down just then, or Parley was brought up to date meanwhile, it
 * says so, and all around it goes on.
 */
export const LoadedLate = ({ children, fallback = null, around = told => told }: LoadedLateProps) => (
  <Net caught={around(<NotShown />)}>
    <Suspense fallback={fallback}>{children}</Suspense>
  </Net>
);

class Net extends Component<{ children: ReactNode; caught: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = (): { hasFailed: boolean } => ({ hasFailed: true });

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.caught : this.props.children;
  }
}

function NotShown() {
  const words = useWords();
  return (
    <Result
      status="warning"
      title={words.notShown}
      subTitle={words.notShownHint}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {words.loadAnew}
        </Button>
      }
    />
  );
}
