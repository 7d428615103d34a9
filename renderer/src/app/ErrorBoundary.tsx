import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '#renderer/src/ui/Button.tsx';
import styles from './ErrorBoundary.module.css';

type Props = { readonly children: ReactNode; readonly place: string };
type State = { readonly failure: Error | null; readonly place: string };

/** Keeps a fault of one screen to that screen: what was typed is stored already, the rest of the app goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null, place: this.props.place };

  static getDerivedStateFromError(failure: Error): Partial<State> {
    return { failure };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { failure: null, place: props.place };
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    reportError(new Error(`${failure.message}${info.componentStack ?? ''}`, { cause: failure }));
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return (
      <div className={styles['fault']} role="alert">
        <h1>This screen stopped</h1>
        <dl>
          <dt>What happened</dt>
          <dd>{this.state.failure.message}</dd>
          <dt>What was kept</dt>
          <dd>Everything that was saved. Other screens and a running clock go on.</dd>
          <dt>What to do</dt>
          <dd>Open the screen again; if it stops again, restart Andon.</dd>
        </dl>
        <Button look="primary" onPress={() => this.setState({ failure: null })}>
          Open the screen again
        </Button>
      </div>
    );
  }
}
