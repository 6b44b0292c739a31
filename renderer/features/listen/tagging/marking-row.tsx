import { JudgementField } from '../empathy/judgement-field.tsx';
import { useJudging } from '../empathy/judging.ts';
import { useCues } from '../empathy/use-cues.ts';
import { useMarking } from './marking.ts';
import { useListenSession } from '../session/listen-session.ts';
import { NoteField } from './note-field.tsx';
import { OwnerField } from './owner-field.tsx';
import { useOwning } from './owning.ts';
import { QuickTags } from './quick-tags.tsx';
import { TagPalette } from './tag-palette.tsx';
import './tagging.css';

/** Under the waveform: the quick tags, or the palette or note field while one of them is open. */
export function MarkingRow() {
  const { whole, codes, codesStatus } = useListenSession();
  const asked = useOwning((state) => state.asked);
  const cause = asked?.interactionId === whole.interaction.id ? codes.find(({ id }) => id === asked.codeId) : undefined;
  const isPaletteOpen = useMarking((state) => state.isPaletteOpen);
  const isNoteOpen = useMarking((state) => state.isNoteOpen && state.note?.interactionId === whole.interaction.id);
  const judged = useJudging((state) => state.cue);
  const cues = useCues();
  const turn = judged?.interactionId === whole.interaction.id ? whole.turns.find(({ seq }) => seq === judged.turnSeq) : undefined;
  const before = cues?.find((cue) => cue.turn.seq === turn?.seq)?.judgements[0];
  return (
    <div className="marking-row">
      <QuickTags codes={codes} status={codesStatus} />
      {isPaletteOpen ? <TagPalette /> : cause ? <OwnerField key={cause.id} cause={cause} /> : isNoteOpen ? <NoteField /> : turn ? <JudgementField key={turn.seq} turn={turn} before={before} /> : null}
    </div>
  );
}
