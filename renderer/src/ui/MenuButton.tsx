import { type ReactNode, useRef } from 'react';
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SubmenuTrigger,
} from 'react-aria-components';
import { Key } from './Key.tsx';
import styles from './MenuButton.module.css';

/** A line of a menu: something to do, or more lines. */
export type MenuLine = {
  readonly id: string;
  readonly name: string;
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
  readonly sections?: readonly MenuSectionOf[];
};

export type MenuSectionOf = { readonly name: string; readonly lines: readonly MenuLine[] };

type Props = {
  readonly label: string;
  readonly children: ReactNode;
  readonly sections: readonly MenuSectionOf[];
  readonly onChoose: (id: string) => void;
};

function Line({ line, onChoose }: { readonly line: MenuLine; readonly onChoose: Props['onChoose'] }) {
  const { id, name, keys = [], sections, disabled = false } = line;
  const item = (
    <MenuItem id={id} textValue={name} isDisabled={disabled} className={styles['item'] ?? ''}>
      <span dir="auto">{name}</span>
      {keys[0] !== undefined && <Key>{keys[0]}</Key>}
      {sections !== undefined && <span aria-hidden="true">›</span>}
    </MenuItem>
  );
  if (sections === undefined) return item;
  return (
    <SubmenuTrigger>
      {item}
      <Lines label={name} sections={sections} onChoose={onChoose} />
    </SubmenuTrigger>
  );
}

function Lines({ label, sections, onChoose }: Omit<Props, 'children'>) {
  return (
    <Popover className={styles['popover'] ?? ''} offset={4} data-owns-keys="">
      <Menu aria-label={label} className={styles['menu'] ?? ''} onAction={(id) => onChoose(String(id))}>
        {sections.map((section) => (
          <MenuSection key={section.name} className={styles['section'] ?? ''} aria-label={section.name}>
            {sections.length > 1 && <Header className={styles['header'] ?? ''}>{section.name}</Header>}
            {section.lines.map((line) => (
              <Line key={line.id} line={line} onChoose={onChoose} />
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}

/** In milliseconds: the menu gives the focus back to its button within a frame or two of closing. */
const CLOSED_MS = 80;

/** A button that opens a menu with menus in it, by mouse and by keyboard. Who points does not leave the focus on it, where Space would open it again. */
export function MenuButton({ label, children, sections, onChoose }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const pointed = useRef(false);
  const onOpenChange = (open: boolean) => {
    if (!open && pointed.current) setTimeout(() => button.current?.blur(), CLOSED_MS);
  };
  return (
    <MenuTrigger onOpenChange={onOpenChange}>
      <Button
        ref={button}
        aria-label={label}
        className={styles['button'] ?? ''}
        onPressStart={({ pointerType }) => {
          pointed.current = pointerType === 'mouse' || pointerType === 'touch' || pointerType === 'pen';
        }}
      >
        {children}
      </Button>
      <Lines label={label} sections={sections} onChoose={onChoose} />
    </MenuTrigger>
  );
}
