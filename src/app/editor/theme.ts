// Monaco's colours, taken from the page's own.
import type { editor } from 'monaco-editor/editor';
import { COLOURS, type Colour, readColours } from '../styles/tokens.ts';

/** Reads the page's colours as they are now; call it again when the page changes its theme. */
export function editorTheme(): editor.IStandaloneThemeData {
  const colours = sixDigits(readColours());
  const dark = document.documentElement.dataset.theme === 'dark';
  const rule = (token: string, colour: Colour, fontStyle = '') => ({
    token,
    foreground: colours[colour].replace('#', ''),
    fontStyle,
  });
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', 'ink'),
      rule('type', 'accent'),
      rule('string', 'ink'),
      rule('number', 'ink', 'bold'),
      rule('keyword', 'ink', 'bold'),
      rule('operators', 'ink-faint'),
      rule('delimiter', 'ink-faint'),
      rule('comment', 'ink-faint', 'italic'),
      rule('tag', 'ink-soft'),
      rule('namespace', 'ink-soft'),
    ],
    colors: {
      'editor.background': colours['surface-raised'],
      'editor.foreground': colours.ink,
      'editorCursor.foreground': colours.ink,
      'editorLineNumber.foreground': colours['ink-faint'],
      // That of the last line, where it is empty: as dim as Monaco has it, nobody could read it.
      'editorLineNumber.dimmedForeground': colours['ink-faint'],
      'editorLineNumber.activeForeground': colours.ink,
      'editor.selectionBackground': `${colours.accent}44`,
      'editor.inactiveSelectionBackground': `${colours.accent}2a`,
      'editor.selectionHighlightBackground': `${colours.accent}22`,
      'editor.lineHighlightBackground': '#00000000',
      'editor.lineHighlightBorder': colours['surface-sunken'],
      'editorBracketHighlight.foreground1': colours['ink-soft'],
      'editorBracketHighlight.foreground2': colours['ink-soft'],
      'editorBracketHighlight.foreground3': colours['ink-soft'],
      'editorBracketHighlight.unexpectedBracket.foreground': colours.ink,
      'editorIndentGuide.background1': colours.line,
      'editorIndentGuide.activeBackground1': colours['line-strong'],
      'editorBracketMatch.background': colours['accent-soft'],
      'editorBracketMatch.border': colours['line-strong'],
      'editor.findMatchBackground': `${colours.depends}66`,
      'editor.findMatchHighlightBackground': `${colours.depends}33`,
      'editorError.foreground': colours.deny,
      'editorWarning.foreground': colours.depends,
      'editorInfo.foreground': colours.accent,
      'editorOverviewRuler.errorForeground': colours.deny,
      'editorOverviewRuler.warningForeground': colours.depends,
      'editorOverviewRuler.infoForeground': colours.accent,
      'editorOverviewRuler.border': '#00000000',
      'editorWidget.background': colours.surface,
      'editorWidget.foreground': colours.ink,
      'editorWidget.border': colours['line-strong'],
      'editorHoverWidget.background': colours['surface-raised'],
      'editorHoverWidget.foreground': colours.ink,
      'editorHoverWidget.border': colours['line-strong'],
      'editorSuggestWidget.background': colours['surface-raised'],
      'editorSuggestWidget.foreground': colours.ink,
      'editorSuggestWidget.border': colours['line-strong'],
      'editorSuggestWidget.highlightForeground': colours.accent,
      'editorSuggestWidget.focusHighlightForeground': colours.accent,
      'editorSuggestWidget.selectedBackground': colours['accent-soft'],
      'editorSuggestWidget.selectedForeground': colours.ink,
      'editorSuggestWidget.selectedIconForeground': colours.ink,
      'editor.rangeHighlightBackground': colours['accent-soft'],
      'peekView.border': colours.accent,
      'peekViewTitle.background': colours['surface-sunken'],
      'peekViewTitleLabel.foreground': colours.ink,
      'peekViewTitleDescription.foreground': colours['ink-soft'],
      'peekViewEditor.background': colours['surface-raised'],
      'peekViewEditorGutter.background': colours['surface-raised'],
      'peekViewEditor.matchHighlightBackground': `${colours.accent}44`,
      'peekViewResult.background': colours.surface,
      'peekViewResult.fileForeground': colours.ink,
      'peekViewResult.lineForeground': colours['ink-soft'],
      'peekViewResult.matchHighlightBackground': `${colours.accent}33`,
      'peekViewResult.selectionBackground': colours['accent-soft'],
      'peekViewResult.selectionForeground': colours.ink,
      'quickInput.background': colours.surface,
      'quickInput.foreground': colours.ink,
      'quickInputList.focusBackground': colours['accent-soft'],
      'quickInputList.focusForeground': colours.ink,
      'quickInputList.focusIconForeground': colours.ink,
      'pickerGroup.foreground': colours['ink-faint'],
      'pickerGroup.border': colours.line,
      'list.hoverBackground': colours['surface-sunken'],
      'list.activeSelectionBackground': colours['accent-soft'],
      'list.activeSelectionForeground': colours.ink,
      'list.inactiveSelectionBackground': colours['accent-soft'],
      'list.inactiveSelectionForeground': colours.ink,
      'list.focusOutline': colours.accent,
      'list.highlightForeground': colours.accent,
      'list.focusHighlightForeground': colours.accent,
      'symbolIcon.objectForeground': colours['ink-soft'],
      'input.background': colours['surface-raised'],
      'input.foreground': colours.ink,
      'input.border': colours['line-strong'],
      'inputOption.activeBackground': colours['accent-soft'],
      'inputOption.activeForeground': colours.ink,
      'inputOption.activeBorder': colours.accent,
      'icon.foreground': colours['ink-soft'],
      foreground: colours.ink,
      focusBorder: colours.accent,
      errorForeground: colours.deny,
      'textLink.foreground': colours.accent,
      'toolbar.hoverBackground': colours['surface-sunken'],
      'menu.background': colours['surface-sunken'],
      'menu.foreground': colours.ink,
      'menu.selectionBackground': colours['accent-soft'],
      'menu.selectionForeground': colours.ink,
      'menu.separatorBackground': colours.line,
      'menu.border': colours['line-strong'],
      'widget.shadow': '#00000033',
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': `${colours['ink-faint']}44`,
      'scrollbarSlider.hoverBackground': `${colours['ink-faint']}77`,
      'scrollbarSlider.activeBackground': `${colours['ink-faint']}99`,
    },
  };
}

/** Monaco knows only `#rrggbb`, while a built style sheet may say `#fff` or `red`: a canvas puts it right. */
function sixDigits(colours: Record<Colour, string>): Record<Colour, string> {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return colours;
  const whole = { ...colours };
  for (const name of COLOURS) {
    canvas.fillStyle = colours[name];
    whole[name] = canvas.fillStyle;
  }
  return whole;
}
