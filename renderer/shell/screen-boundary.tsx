import { Component } from 'react';
import type { ReactNode } from 'react';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ProblemIcon } from '#renderer/ui/icons.ts';

interface BoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error?: Error | undefined;
}

/** A defect in one screen leaves the others, and the case, alone. */
export class ScreenBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = {};

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <EmptyState
        icon={ProblemIcon}
        title={`${this.props.title} cannot be shown`}
        actions={
          <>
            <Button onPress={() => this.setState({ error: undefined })}>Show it again</Button>
            <Button variant="quiet" onPress={() => void copyText(error.stack ?? error.message)}>
              Copy what went wrong
            </Button>
          </>
        }
      >
        This is a defect of Fireline: {error.message}. Evidence and saved work are safe, and the
        other screens go on working.
      </EmptyState>
    );
  }
}
