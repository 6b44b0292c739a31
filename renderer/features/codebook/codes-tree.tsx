import { ChevronRight } from 'lucide-react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Branch } from './code-branches.ts';

type CodesTreeProps = { branches: readonly Branch[]; selectedId: string | null; onSelect: (id: string) => void };

/** The codebook as a tree: arrows walk and open it, the code chosen is shown beside it. */
export function CodesTree({ branches, selectedId, onSelect }: CodesTreeProps) {
  const { t } = useTranslation('codebook');
  return (
    <Tree
      className="codebook-tree"
      aria-label={t('tree.label')}
      items={branches.map(toItem)}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      defaultExpandedKeys={branches.map(({ code }) => code.id)}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : keys;
        if (first !== undefined) onSelect(String(first));
      }}
    >
      {(item) => <CodeItem item={item} />}
    </Tree>
  );
}

type Item = { id: string; branch: Branch; children: Item[] };
const toItem = (branch: Branch): Item => ({ id: branch.code.id, branch, children: branch.children.map(toItem) });

function CodeItem({ item }: { item: Item }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  const { code } = item.branch;
  return (
    <TreeItem id={item.id} textValue={`${code.key} ${code.name}`} className="codebook-item">
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="codebook-line">
            {hasChildItems ? <Button slot="chevron" className="codebook-chevron"><ChevronRight aria-hidden size={14} /></Button> : <span className="codebook-chevron" />}
            <span className="codebook-swatch" data-colour={(code.colour % 4) + 1} aria-hidden />
            <span className="codebook-key">{code.key}</span>
            <span className="codebook-name">{code.name}</span>
            {code.quickSlot === null ? null : <kbd aria-label={t('tree.digit', { digit: code.quickSlot })}>{code.quickSlot}</kbd>}
            <span className="codebook-uses tabular">{hasChildItems && code.uses === 0 ? '' : t('tree.uses', { count: code.uses, shown: countText(code.uses, locale) })}</span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={item.children}>{(child) => <CodeItem item={child} />}</Collection>
    </TreeItem>
  );
}
