// The cook book: every recipe opens as an example, with the way to its page and to the documentation.
import { useCallback } from 'react';
import { NO_ASSUMPTIONS } from '../../core/index.ts';
import { COOK_BOOK } from '../../lessons/cook-book.ts';
import { documentOf } from '../store.ts';
import type { Reader } from './Lessons.tsx';
import { Line } from './Prose.tsx';
import { useLoaded } from './use-loaded.ts';

export function CookBook({ reader: { page, book, language, words } }: { reader: Reader }) {
  const load = useCallback(
    async () => ({
      texts: await COOK_BOOK[language](),
      ...(await import('../../lessons/cook-book/recipes.ts')),
      ...(await import('../../lessons/cook-book/recipe.ts')),
    }),
    [language],
  );
  const loaded = useLoaded(load);
  if (loaded.state !== 'ready') return null;
  const { texts, RECIPE_IDS, recipeOf, addressOf, documentationOf } = loaded.value;

  function open(id: (typeof RECIPE_IDS)[number]): void {
    const { store, actions } = page;
    const left = store.getState().lessonOnDesk;
    if (left !== null) book.change(left, { desk: documentOf(store.getState()) });
    actions.setDesk({
      // A fresh list: what was given once may have been changed since.
      files: [...recipeOf(id).files],
      assumptions: NO_ASSUMPTIONS,
      lesson: null,
      label: left === null ? words.replacedBy(texts[id].title) : null,
      words: words.setAside,
      undo: words.undo,
      isGiven: true,
      isReadOnly: false,
    });
    actions.setView('picture');
  }

  return (
    <section aria-label={words.cookBook}>
      <h3 className="lessons-section">{words.cookBook}</h3>
      <p className="lessons-note">{words.aboutCookBook}</p>
      <ul className="lesson-list">
        {RECIPE_IDS.map((id) => {
          const { title, about } = texts[id];
          const recipe = recipeOf(id);
          return (
            <li key={id} className="recipe">
              <button type="button" className="lesson-row" onClick={() => open(id)}>
                <span className="recipe-number">{id} </span>
                <span className="lesson-about">
                  <strong>{title}</strong>
                </span>
              </button>
              <div className="recipe-about">
                <p>
                  <Line text={about} />
                </p>
                <p>
                  <a
                    className="link"
                    href={addressOf(recipe)}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${words.recipe} ${id}`}
                  >
                    {words.recipe}
                  </a>
                  {' · '}
                  <a
                    className="link"
                    href={documentationOf(recipe)}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${words.documentation}, ${id}`}
                  >
                    {words.documentation}
                  </a>
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
