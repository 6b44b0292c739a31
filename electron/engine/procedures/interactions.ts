import type { InteractionAnswer } from '#shared/contract/interactions.ts';
import { relabelled, relabelTurns } from '#shared/commands/interactions.ts';
import { correctTurn, shiftTimes } from '#shared/commands/transcript.ts';
import { packTurns, unpackTurns, type PackedTurns } from '#shared/model/packed-turns.ts';
import { EarshotError } from '#shared/errors.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { evaluationsOf } from '#engine/store/queries/evaluations.ts';
import { facets, findInteraction, hiddenUntilEvaluated, interactionIdOf, neighbours, pageInteractions } from '#engine/store/queries/interactions.ts';
import { mediaOf } from '#engine/store/queries/media.ts';
import { notesOf, quotesOf, tagsOf } from '#engine/store/queries/moments.ts';
import { hasHiddenPlaces, hideInTurns, redactedBeside } from '#engine/store/queries/redactions.ts';
import { surveysOf } from '#engine/store/queries/surveys.ts';
import { packedTurnsOf, searchTurns, turnsOf } from '#engine/store/queries/turns.ts';
import { desk } from './desk.ts';
import { withHidden } from './hidden.ts';

/** One interaction by id or external id. @throws EarshotError NOT_FOUND */
export function mustFindInteraction(session: Session, id: string) {
  return found(id, findInteraction(session.db, id));
}

/** The id alone, without reading the rest. @throws EarshotError NOT_FOUND */
export function mustFindInteractionId(session: Session, id: string): string {
  return found(id, interactionIdOf(session.db, id));
}

function found<T>(id: string, value: T | undefined): T {
  if (value === undefined) throw new EarshotError('NOT_FOUND', `This project has no interaction "${id}".`);
  return value;
}

/** The turns as this host may show them. Where nothing is hidden they leave as the store packed them. */
function shownTurns({ db, hides }: Session, interactionId: string, key: number): PackedTurns {
  const packed = packedTurnsOf(db, key);
  return hasHiddenPlaces(db, interactionId) ? packTurns((hides ? hideInTurns : redactedBeside)(db, interactionId, unpackTurns(packed))) : packed;
}

async function whole(session: Session, { id, isBlind }: { id: string; isBlind?: boolean | undefined }): Promise<InteractionAnswer> {
  const { db } = session;
  const { key, interaction } = mustFindInteraction(session, id);
  const media = await Promise.all(mediaOf(db, interaction.id).map(async ({ reference, ...media }) => ({
    ...media, isPresent: (await session.options.files.referenced(reference)) !== null,
  })));
  const waiting = hiddenUntilEvaluated(db, interaction.id);
  return withHidden({
    interaction, media, turns: shownTurns(session, interaction.id, key), tags: tagsOf(db, interaction.id), quotes: quotesOf(db, interaction.id),
    notes: notesOf(db, interaction.id), evaluations: evaluationsOf(db, interaction.id), surveys: surveysOf(db, interaction.id),
    // Who evaluates blind sees no other evaluation before: it would be copied, not made.
    hidden: { ...waiting, customer: isBlind ?? waiting.customer, evaluations: waiting.customer && isBlind !== false },
  });
}

/** What words, times and roles of turns are asked for. */
const reworded = ['interactions', 'metrics', 'gap', 'project', 'briefing', 'empathy'];

export function interactionProcedures(session: Session) {
  const rule = () => readDefinitions(session.db).definitions;
  return desk.interactions.router({
    page: desk.interactions.page.handler(({ input }) => pageInteractions(session.db, rule(), input)),
    facets: desk.interactions.facets.handler(({ input }) => facets(session.db, rule(), input.filter)),
    get: desk.interactions.get.handler(({ input }) => whole(session, input)),
    moments: desk.interactions.moments.handler(({ input }) => {
      const id = mustFindInteractionId(session, input.id);
      return { tags: tagsOf(session.db, id), quotes: quotesOf(session.db, id), notes: notesOf(session.db, id) };
    }),
    neighbours: desk.interactions.neighbours.handler(({ input }) => neighbours(session.db, rule(), input)),
    search: desk.interactions.search.handler(({ input }) => searchTurns(session.db, rule(), input)),
    relabel: desk.interactions.relabel.handler(async ({ input }) => {
      const { key, interaction } = mustFindInteraction(session, input.id);
      let changed = 0;
      await session.executeAll((db) => {
        const turns = relabelled(turnsOf(db, key), input);
        changed = turns.length;
        return [{ definition: relabelTurns, payload: { interactionId: interaction.id, roleStatus: 'confirmed', turns }, seen: input.seen }];
      }, reworded);
      return { changed };
    }),
    correct: desk.interactions.correct.handler(async ({ input }) => {
      const { key, interaction } = mustFindInteraction(session, input.id);
      const text = input.text.replaceAll('\r\n', '\n');
      const turn = turnsOf(session.db, key).find(({ seq }) => seq === input.turnSeq);
      if (turn?.text === text) return { changed: false };
      await session.edit({ definition: correctTurn, payload: { interactionId: interaction.id, seq: input.turnSeq, text }, seen: input.seen }, reworded);
      return { changed: true };
    }),
    shiftTimes: desk.interactions.shiftTimes.handler(async ({ input }) => {
      await session.edit({ definition: shiftTimes, payload: { interactionId: mustFindInteractionId(session, input.id), points: input.points }, seen: input.seen }, reworded);
      return { shifted: true };
    }),
  });
}
