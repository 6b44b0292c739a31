import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { BookmarkPlus, Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { JsonFact, JsonTimeUnit, type JsonList, type JsonMapping as Mapping, type JsonPath, type JsonPreview } from '#shared/model/json-mapping.ts';
import { factFields, fieldOptions, interactionLists, listOptions, pathValue, turnList, withFact, withTurns } from './json-choices.ts';
import { RecipeDialog } from './recipe-dialog.tsx';
import type { JsonInDraft } from './use-previews.ts';

type Change = (mapping: Mapping) => void;
const pathOf = (value: string): JsonPath | null => JSON.parse(value) as JsonPath | null;

/** JSON of an unknown shape: where its turns are, what is in them, and what comes out of that, as it is chosen. */
export function JsonMapping({ draft: { preview, json, mapping, isConfirmed } }: { draft: JsonInDraft }) {
  const { t } = useTranslation('import');
  const change = useImportDraft((state) => state.setJsonMapping);
  const [isSaving, setSaving] = useState(false);
  if (mapping === null) return <p className="mapping-warning">{t('json.noTurns')}</p>;
  return (
    <section className="table-mapping" aria-label={preview.name}>
      <p className={isConfirmed ? 'text-2' : 'mapping-warning'}>{t(isConfirmed ? 'json.confirmed' : 'json.help')}</p>
      <TurnChoices json={json} mapping={mapping} onChange={change} />
      <FactChoices json={json} mapping={mapping} onChange={change} />
      <ReadTurns preview={preview} mapping={mapping} fallback={json.read} />
      <div className="row row-wrap">
        {isConfirmed ? null : <Button variant="primary" icon={Check} onPress={() => change(mapping)}>{t('json.confirm')}</Button>}
        <Button icon={BookmarkPlus} onPress={() => setSaving(true)}>{t('recipe.save')}</Button>
      </div>
      {isSaving ? (
        <RecipeDialog
          mapping={mapping}
          onClose={() => {
            change(mapping);
            setSaving(false);
          }}
        />
      ) : null}
    </section>
  );
}

type ChoicesProps = { json: JsonPreview; mapping: Mapping; onChange: Change };

function TurnChoices({ json, mapping, onChange }: ChoicesProps) {
  const { t } = useTranslation('import');
  const list = turnList(json, mapping);
  const outer = interactionLists(json, mapping);
  const chooseList = (value: string): void => {
    const next = json.lists.find(({ path }) => pathValue(path) === value);
    if (next) onChange(withTurns(json, mapping, next));
  };
  const chooseOuter = (value: string): void => {
    const interactions = pathOf(value);
    onChange({ ...mapping, interactions, turns: [...(mapping.interactions ?? []), ...mapping.turns].slice(interactions?.length ?? 0), facts: [], kept: [] });
  };
  return (
    <div className="mapping-head">
      <Select label={t('json.turns')} options={listOptions(t, json.lists)} value={list === null ? null : pathValue(list.path)} onChange={chooseList} />
      {outer.length === 0 ? null : (
        <Select
          label={t('json.interactions')} value={pathValue(mapping.interactions)} onChange={chooseOuter}
          options={[{ value: pathValue(null), label: t('json.oneInteraction') }, ...listOptions(t, outer)]}
        />
      )}
      {list === null ? null : <PartChoices list={list} mapping={mapping} onChange={onChange} />}
    </div>
  );
}

function PartChoices({ list, mapping, onChange }: { list: JsonList; mapping: Mapping; onChange: Change }) {
  const { t } = useTranslation('import');
  const none = t('json.none');
  return (
    <>
      <Select label={t('json.text')} options={fieldOptions(list.fields, null)} value={pathValue(mapping.text)} onChange={(value) => onChange({ ...mapping, text: pathOf(value) ?? [] })} />
      {(['speaker', 'start', 'end'] as const).map((part) => (
        <Select key={part} label={t(`json.${part}`)} options={fieldOptions(list.fields, none)} value={pathValue(mapping[part])} onChange={(value) => onChange({ ...mapping, [part]: pathOf(value) })} />
      ))}
      {mapping.start === null ? null : (
        <Select label={t('json.unit')} options={JsonTimeUnit.options.map((unit) => ({ value: unit, label: t(`json.units.${unit}`) }))} value={mapping.unit} onChange={(unit) => onChange({ ...mapping, unit })} />
      )}
    </>
  );
}

function FactChoices({ json, mapping, onChange }: ChoicesProps) {
  const { t } = useTranslation('import');
  const fields = factFields(json, mapping);
  if (fields.length === 0) return null;
  return (
    <fieldset className="json-facts">
      <legend>{t('json.facts')}</legend>
      <div className="mapping-head">
        {JsonFact.options.map((fact) => (
          <Select
            key={fact} label={t(`json.fact.${fact}`)} options={fieldOptions(fields, t('json.none'))}
            value={pathValue(mapping.facts.find((entry) => entry.fact === fact)?.path ?? null)} onChange={(value) => onChange(withFact(mapping, fact, pathOf(value)))}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ReadTurnsProps = { preview: JsonInDraft['preview']; mapping: Mapping; fallback: JsonPreview['read'] };

/** The first turns, read with what is chosen now. */
function ReadTurns({ preview: { fileId, name }, mapping, fallback }: ReadTurnsProps) {
  const { t } = useTranslation('import');
  const { data } = useQuery({
    ...orpc.imports.preview.queryOptions({ input: { fileIds: [fileId], names: [name], jsonMappings: { [name]: mapping, [fileId]: mapping } } }), placeholderData: keepPreviousData,
  });
  const read = data?.files[0]?.json?.read ?? fallback;
  if (read === null) return null;
  if (read.problem !== null) return <p className="mapping-missing" role="status">{read.problem}</p>;
  const time = (ms: number | null): string => (ms === null ? '' : durationText(ms));
  return (
    <div className="mapping-scroll">
      <Table
        caption={t('json.read', { id: read.externalId, turns: t('json.turnCount', { count: read.total }), interactions: t('json.interactionCount', { count: read.interactions }) })}
        columns={[
          { id: 'start', label: t('json.start'), align: 'end', cell: (turn) => time(turn.startMs) },
          { id: 'end', label: t('json.end'), align: 'end', cell: (turn) => time(turn.endMs) },
          { id: 'speaker', label: t('json.speaker'), cell: (turn) => <bdi>{turn.speaker}</bdi> },
          { id: 'role', label: t('json.role'), cell: (turn) => t(`json.roles.${turn.role}`) },
          { id: 'text', label: t('json.text'), cell: (turn) => <bdi>{turn.text}</bdi> },
        ]}
        rows={read.turns}
        rowKey={(_turn, at) => String(at)}
      />
    </div>
  );
}
