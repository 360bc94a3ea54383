import type { Source } from '../../gateway/source';
import { wordSet } from '../../wordSet';
import type { Question } from '../question';

/** Those of whom one must know who said what, and who asks for one of them, in languages that put blanks between words. */
const ROLES = wordSet(
	'agent agents caller callers customer customers client clients prospect prospects buyer buyers seller sellers rep ' +
		'reps interviewer interviewers candidate candidates speaker speakers who whose whom ' +
		'kunde kunden kundin kundinnen anrufer anruferin berater beraterin mitarbeiter mitarbeiterin verkäufer ' +
		'verkäuferin käufer käuferin interessent interessentin sprecher sprecherin wer wem wessen ' +
		'cliente clientes agente agentes vendedor vendedora vendedores comprador compradora compradores asesor asesora ' +
		'operador operadora quién quiénes quem atendente ' +
		'conseiller conseillère vendeur vendeuse vendeurs acheteur acheteuse acheteurs appelant ' +
		'interlocuteur clienti agenti operatore operatori venditore venditori acquirente chi ' +
		'klant klanten beller medewerker verkoper koper kund kunden säljare vem sælger hvem ' +
		'klient klienta klientka klientki kto sprzedawca konsultant ' +
		'клиент клиента клиенту клиентом клиентка оператор оператора менеджер кто кому чей клієнт хто ' +
		'müşteri müşterinin müşteriye temsilci kimin ' +
		'العميل الزبون الوكيل ग्राहक कौन किसने',
);

/** The same where no blank tells where a word ends. */
const ROLES_WITHIN =
	/客户|客戶|顾客|顧客|客服|お客|担当者|誰|谁|고객|상담원|누가|누구|ลูกค้า|พนักงาน|ใคร/u;

/** Whether the transcript does not tell who speaks. A text may have its speakers in a form of its own. */
export function lacksSpeakers({ transcriptId, words }: Source): boolean {
	return transcriptId !== undefined && !words.some(({ speaker }) => Boolean(speaker));
}

/** Whether one has to know who said what to answer a question. */
export function asksWhoSaidWhat({ question, context, saidBy }: Question): boolean {
	const asked = `${question} ${context}`.normalize('NFC').toLowerCase();
	const words = asked.match(/[\p{L}\p{M}]+/gu) ?? [];
	return saidBy !== '' || words.some((word) => ROLES.has(word)) || ROLES_WITHIN.test(asked);
}
