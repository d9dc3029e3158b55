// Colours as the system has them, light or dark; and large and strong for a projector.
import { useStore } from 'zustand';
import type { Page } from '../start.ts';
import type { Theme } from '../store.ts';
import { DarkIcon, LightIcon, SystemIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';

const THEMES: readonly { readonly theme: Theme; readonly words: string }[] = [
  { theme: 'system', words: 'As the system' },
  { theme: 'light', words: 'Light' },
  { theme: 'dark', words: 'Dark' },
];

const ICONS: Readonly<Record<Theme, typeof SystemIcon>> = {
  system: SystemIcon,
  light: LightIcon,
  dark: DarkIcon,
};

export function ThemeControl({ page: { store, actions } }: { page: Page }) {
  const theme = useStore(store, (state) => state.theme);
  const projector = useStore(store, (state) => state.projector);
  const Icon = ICONS[theme];
  return (
    <Popover
      label={<Icon />}
      title="Colours and size"
      className="button is-quiet is-icon"
      align="end"
      chevron={false}
    >
      {() => (
        <div className="checks">
          <fieldset className="theme-choices">
            <legend className="menu-note">Colours</legend>
            {THEMES.map((one) => (
              <label key={one.theme}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme === one.theme}
                  onChange={() => actions.setTheme(one.theme)}
                />
                {one.words}
              </label>
            ))}
          </fieldset>
          <label>
            <input
              type="checkbox"
              checked={projector}
              onChange={() => actions.setProjector(!projector)}
            />
            Projector: large and strong
          </label>
        </div>
      )}
    </Popover>
  );
}
