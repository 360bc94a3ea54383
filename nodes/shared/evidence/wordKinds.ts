import { isNegation } from './negations';
import { plainSet } from './plainWord';

/** Said without meaning anything, so a model leaves them out when it copies. */
const FILLERS = plainSet(
	'um umm uh uhm er erm ehm hm hmm mhm mm ah eh äh ähm öh euh heu эм мм えっと えーと ええと うーん 嗯 呃 음',
);

export function isFiller(plain: string): boolean {
	return FILLERS.has(plain);
}

const CONJUNCTIONS = plainSet(
	'and but or so because if when that und aber oder weil dass wenn et mais ou que y o pero porque e mas ma perché en ' +
		'maar of och men eller i a ale и но а что 但 но ve ama لكن و और लेकिन',
);
const NUMBER =
	/\d|^(zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|half|twice|double)$/;

/** Whether a word joins what stands before it to something else, in a language that is known here. */
export function isConjunction(plain: string): boolean {
	return CONJUNCTIONS.has(plain);
}

/** Whether a word is a number, in digits or in English. */
export function isNumber(plain: string): boolean {
	return NUMBER.test(plain);
}

/** Words that turn what is said into something else when they are left out. */
export function isFirm(plain: string): boolean {
	return isNegation(plain) || isNumber(plain);
}
