import { answerQuestions } from './answerQuestions';
import { undiciQuestion } from './messages';
import { sendWithUndici } from './sendWithUndici';

answerQuestions(undiciQuestion, async (question) => {
	if (question.ask === 'end') process.exit();
	return await sendWithUndici(question.file, question.url);
});
