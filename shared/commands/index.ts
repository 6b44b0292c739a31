import { draftStatement, moveStatement, placeCause, removeStatement, unmoveStatement } from './causes.ts';
import { addRound, dropSheet, keepSheet, leaveSeat, openRound, removeRound, settleAnswer, takeSeat, unsettleAnswer } from './calibration.ts';
import {
  addCoachingSession, changeCoachingSession, raiseDispute, removeCoachingSession, settleDispute, withdrawDispute,
} from './coaching.ts';
import { addCode, arrangeCodes, changeCode, mergeCode, removeCode, splitCode, startCodebook, unmergeCode, unsplitCode } from './codebook.ts';
import { joinCustomer, splitCustomer } from './customers.ts';
import { addOpportunity, changeOpportunity, removeOpportunity } from './empathy.ts';
import {
  discardDraft, drawQueue, finishEvaluation, removeForm, removeQueue, reopenEvaluation, replaceInQueue, retireForm, returnToQueue, saveDraft, saveForm,
} from './evaluations.ts';
import { removeFee, saveFee } from './fees.ts';
import { removeImport, removeRecipe, restoreImport, runImport, saveRecipe } from './imports.ts';
import { relabelTurns } from './interactions.ts';
import { changeRedactions, erase } from './privacy.ts';
import { changeSetting } from './settings.ts';
import { addRule, changeLoop, markSignal, removeRule } from './signals.ts';
import { linkSurvey } from './surveys.ts';
import { addNote, addQuote, addTag, changeTag, removeNote, removeQuote, removeTag } from './tags.ts';
import { correctTurn, putTimes, restoreTurn, shiftTimes } from './transcript.ts';
import { addAttempt, removeAttempt } from './training.ts';

/** Every change that a person can make. */
export const commandDefinitions = [
  placeCause, draftStatement, removeStatement, moveStatement, unmoveStatement, saveFee, removeFee,
  addTag, changeTag, removeTag, addQuote, removeQuote, addNote, removeNote,
  addCode, changeCode, removeCode, startCodebook, arrangeCodes, mergeCode, unmergeCode, splitCode, unsplitCode, relabelTurns, correctTurn, restoreTurn, shiftTimes, putTimes, linkSurvey, changeSetting,
  saveForm, removeForm, retireForm, saveDraft, discardDraft, finishEvaluation, reopenEvaluation, drawQueue, removeQueue, replaceInQueue, returnToQueue,
  runImport, removeImport, restoreImport, saveRecipe, removeRecipe,
  addRule, removeRule, markSignal, changeLoop,
  addCoachingSession, changeCoachingSession, removeCoachingSession, raiseDispute, settleDispute, withdrawDispute,
  changeRedactions, erase,
  addRound, removeRound, takeSeat, leaveSeat, keepSheet, dropSheet, openRound, settleAnswer, unsettleAnswer,
  addAttempt, removeAttempt,
  addOpportunity, changeOpportunity, removeOpportunity,
  joinCustomer, splitCustomer,
] as const;
