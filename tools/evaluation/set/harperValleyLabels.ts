import { z } from 'zod';
import type { Expected } from './expected';

const TASKS = [
	'check balance',
	'get branch hours',
	'order checks',
	'pay bill',
	'replace card',
	'reset password',
	'schedule appointment',
	'transfer money',
];

const value = z.union([z.string(), z.number()]);

export const taskSchema = z.object({ task_type: z.string() }).catchall(z.unknown());

type Task = z.infer<typeof taskSchema>;

/** What is asked about its calls; the second list says which fields of a task are the labels. */
export const HARPER_VALLEY_QUESTIONS = [
	{
		key: 'task',
		question: 'What does the caller want the bank to do?',
		answerType: 'oneOf',
		choices: TASKS,
	},
	{
		key: 'caller_name',
		question: 'What are the first and the last name of the caller?',
		answerFormat: 'first and last name only',
	},
	{
		key: 'branch_hours',
		question: 'What are the opening hours of the branch?',
		answerFormat: 'as 8:30 am to 5:00 pm',
	},
	{
		key: 'account_balance',
		question: 'What is the balance of the account, in dollars?',
		answerType: 'number',
	},
	{
		key: 'transfer_amount',
		question: 'How much money does the caller transfer between accounts, in dollars?',
		answerType: 'number',
	},
	{
		key: 'bill_amount',
		question: 'How much does the caller pay to a company, in dollars?',
		answerType: 'number',
	},
	{
		key: 'card',
		question: 'Which kind of card is replaced?',
		answerType: 'oneOf',
		choices: ['credit', 'debit'],
	},
	{
		key: 'transfer_from',
		question: 'From which account is money transferred?',
		answerType: 'oneOf',
		choices: ['checking', 'savings'],
	},
];

const DETAILS = [
	{ key: 'branch_hours', task: 'get branch hours', field: 'branch hours', read: text },
	{ key: 'account_balance', task: 'check balance', field: 'account balance', read: amount },
	{ key: 'transfer_amount', task: 'transfer money', field: 'transfer amount', read: amount },
	{ key: 'bill_amount', task: 'pay bill', field: 'money amount', read: amount },
	{ key: 'card', task: 'replace card', field: 'replacement card type', read: text },
	{ key: 'transfer_from', task: 'transfer money', field: 'transfer source account', read: text },
];

/**
 * The answers that its metadata gives. What belongs to a task that the caller did not have is not told; a call of
 * several tasks is left without labels, except for the name.
 */
export function labelsOf(
	caller: string | undefined,
	tasks: readonly Task[],
): Map<string, Expected> {
	const labels = new Map<string, Expected>();
	if (caller !== undefined) labels.set('caller_name', caller);
	const [task, ...more] = tasks;
	if (!task || more.length > 0 || !TASKS.includes(task.task_type)) return labels;
	labels.set('task', task.task_type);
	for (const { key, task: owner, field, read } of DETAILS) {
		const label = owner === task.task_type ? read(task[field]) : null;
		if (label !== undefined) labels.set(key, label);
	}
	return labels;
}

function text(label: unknown): string | undefined {
	const parsed = value.safeParse(label);
	return parsed.success ? String(parsed.data) : undefined;
}

/** Some are numbers, some texts such as "$113". */
function amount(label: unknown): number | undefined {
	const digits = text(label)?.replace(/[$,]/g, '') ?? '';
	return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
