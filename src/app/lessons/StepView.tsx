// One step: its text, its question, its goals as they stand now, and its hints.
import type { Lesson, LessonTexts } from '../../lessons/lesson.ts';
import { Goals } from './Goals.tsx';
import { Hints } from './Hints.tsx';
import type { Reader } from './Lessons.tsx';
import { Predicting } from './Predicting.tsx';
import { Prose } from './Prose.tsx';

interface Props {
  readonly reader: Reader;
  readonly id: string;
  readonly lesson: Lesson;
  readonly texts: LessonTexts;
  readonly name: string;
}

export function StepView({ reader, id, lesson, texts, name }: Props) {
  const step = lesson.steps[name];
  const words = texts.steps[name];
  if (step === undefined || words === undefined) return null;
  return (
    <section className="lesson-step">
      <h3>{words.title}</h3>
      <Prose text={words.text} words={reader.words} onType={reader.page.actions.typeInTerminal} />
      {step.predict !== undefined && words.predict !== undefined && (
        <Predicting
          reader={reader}
          id={id}
          name={name}
          predict={step.predict}
          texts={words.predict}
        />
      )}
      {step.goals !== undefined && (
        <Goals reader={reader} id={id} name={name} goals={step.goals} texts={words.goals ?? {}} />
      )}
      {words.hints !== undefined && (
        <Hints reader={reader} id={id} name={name} texts={words.hints} />
      )}
    </section>
  );
}
