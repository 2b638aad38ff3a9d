import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components';
import type { ButtonProps as PressableProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import type { Icon } from './icons.ts';
import { Hint } from './hint.tsx';
import './button.css';

export interface ButtonProps extends Omit<PressableProps, 'children' | 'className' | 'style'> {
  /** primary: the one next act of a surface · plain: any other · quiet: inside rows and bars · danger: cannot be undone. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal';
  readonly icon?: Icon;
  /** Shown at the end, as a key is written. */
  readonly keys?: string | undefined;
  readonly children?: ReactNode;
  readonly className?: string;
}

export function Button({
  variant = 'plain',
  size = 'normal',
  icon: Picture,
  keys,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <Pressable
      {...rest}
      className={classNames('fl-button', `fl-button-${variant}`, `fl-button-${size}`, className)}
    >
      {Picture === undefined ? null : <Picture size={14} strokeWidth={1.75} aria-hidden />}
      {children === undefined ? null : <span className="fl-button-label">{children}</span>}
      {keys === undefined ? null : (
        <kbd className="fl-button-keys" aria-hidden>
          {keys}
        </kbd>
      )}
    </Pressable>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: Icon;
  /** Its name, for the tooltip and for those who cannot see the icon. */
  readonly label: string;
  readonly pressed?: boolean;
}

/** A button that is only an icon; its label shows on hover and focus. */
export function IconButton({
  icon,
  label,
  keys,
  variant = 'quiet',
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <Button
        {...rest}
        icon={icon}
        variant={variant}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={classNames('fl-icon-button', className)}
      />
    </Hint>
  );
}
