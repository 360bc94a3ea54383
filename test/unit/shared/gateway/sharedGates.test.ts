import { joinGates } from '../../../../nodes/shared/gateway/sharedGates';
import { VirtualClock } from '../../../support/unit/virtualClock';

const clock = new VirtualClock();
const join = (account?: string) => joinGates({ clock, ...(account !== undefined && { account }) });

test('runs of one account that go on together share its gates', () => {
	const [one, other] = [join('a'), join('a')];
	expect(one.gates.for('model')).toBe(other.gates.for('model'));
	one.leave();
	const third = join('a');
	expect(third.gates).toBe(other.gates);
	other.leave();
	third.leave();
});

test('other accounts and other models have gates of their own', () => {
	const [one, other] = [join('a'), join('b')];
	expect(one.gates.for('model')).not.toBe(other.gates.for('model'));
	expect(one.gates.for('model')).not.toBe(one.gates.for('another'));
	one.leave();
	other.leave();
});

test('they are forgotten with the last of the runs', () => {
	const one = join('a');
	one.leave();
	const next = join('a');
	expect(next.gates).not.toBe(one.gates);
	next.leave();
});

test('where the account is not known, nothing is shared', () => {
	expect(join().gates).not.toBe(join().gates);
});
