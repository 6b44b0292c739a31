/** How an agent talks; every manner has its own phrases. */
export type Manner = 'warm' | 'plain' | 'script' | 'cold' | 'chatty';

/** `technical` and `emotional` are the agent's usual rating on the 0-4 anchors; `notices` is how often an emotional cue is taken up. */
export type Agent = {
  id: string; name: string; team: string; since: string; manner: Manner;
  technical: number; emotional: number; notices: number;
};

/** The right-but-cold agent of planted truth 4. */
export const coldAgentId = 'A-07';

export const agents: readonly Agent[] = [
  { id: 'A-01', name: 'Priya Nair', team: 'Harbour', since: '2012-05-14', manner: 'warm', technical: 3.3, emotional: 3.2, notices: 0.82 },
  { id: 'A-02', name: 'Owen Bright', team: 'Harbour', since: '2021-09-06', manner: 'plain', technical: 2.9, emotional: 2.4, notices: 0.5 },
  { id: 'A-03', name: 'Siobhan Keane', team: 'Harbour', since: '2017-02-20', manner: 'chatty', technical: 2.7, emotional: 3.0, notices: 0.7 },
  { id: 'A-04', name: 'Tomasz Lis', team: 'Harbour', since: '2019-11-11', manner: 'plain', technical: 3.1, emotional: 2.5, notices: 0.52 },
  { id: 'A-05', name: 'Hannah Oduya', team: 'Harbour', since: '2022-03-28', manner: 'script', technical: 2.8, emotional: 2.2, notices: 0.38 },
  { id: 'A-06', name: 'Daniel Frame', team: 'Mill', since: '2015-08-17', manner: 'plain', technical: 3.0, emotional: 2.5, notices: 0.5 },
  { id: coldAgentId, name: 'Graham Pell', team: 'Mill', since: '2009-01-12', manner: 'cold', technical: 3.5, emotional: 1.7, notices: 0.08 },
  { id: 'A-08', name: 'Leila Haddad', team: 'Mill', since: '2020-06-01', manner: 'warm', technical: 3.0, emotional: 3.1, notices: 0.78 },
  { id: 'A-09', name: 'Callum Reid', team: 'Mill', since: '2023-01-30', manner: 'chatty', technical: 2.3, emotional: 2.9, notices: 0.64 },
  { id: 'A-10', name: 'Beth Arkwright', team: 'Mill', since: '2018-04-09', manner: 'script', technical: 3.0, emotional: 2.2, notices: 0.36 },
  { id: 'A-11', name: 'Yusuf Demir', team: 'North', since: '2016-10-03', manner: 'warm', technical: 3.2, emotional: 2.9, notices: 0.7 },
  { id: 'A-12', name: 'Nora Lindqvist', team: 'North', since: '2014-07-21', manner: 'plain', technical: 3.2, emotional: 2.7, notices: 0.58 },
  { id: 'A-13', name: 'Jack Tolley', team: 'North', since: '2023-07-10', manner: 'script', technical: 2.4, emotional: 2.2, notices: 0.34 },
  { id: 'A-14', name: 'Amara Eze', team: 'North', since: '2019-03-18', manner: 'chatty', technical: 2.9, emotional: 3.1, notices: 0.74 },
  { id: 'A-15', name: 'Peter Holm', team: 'North', since: '2011-12-05', manner: 'plain', technical: 3.1, emotional: 2.3, notices: 0.44 },
];

/** The agent with this id. @throws RangeError when there is none */
export function agentOf(id: string): Agent {
  const agent = agents.find((candidate) => candidate.id === id);
  if (!agent) throw new RangeError(`no agent ${id}`);
  return agent;
}
