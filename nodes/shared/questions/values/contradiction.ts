import { wordSet } from '../../wordSet';

const NEGATIONS = wordSet(
	'not no never none neither nor hardly barely nicht nein nie niemals kein keine kaum pas non jamais nunca jamás não ' +
		'mai niet nooit nie inte ikke не нет',
);
const RESTRICTIONS = wordSet(
	'nearly almost partly partially unless except however but though fast beinahe teilweise aber jedoch presque mais ' +
		'partiellement casi pero parcialmente quase mas quasi ma però parzialmente bijna maar gedeeltelijk ale men почти ' +
		'но частично',
);

/**
 * Whether what follows an answer takes it back or narrows it, in a language that is known here: "Resolved - not
 * yet", "Yes, but it is not". A reason that has a "not" somewhere within does neither.
 */
export function contradicts(rest: string): boolean {
	const words = rest.toLowerCase().match(/[\p{L}\p{M}'’]+/gu) ?? [];
	const first = words[0] ?? '';
	return NEGATIONS.has(first) || RESTRICTIONS.has(first) || NEGATIONS.has(words.at(-1) ?? '');
}
