import { answerQuestions } from '../process/answerQuestions';
import { CallService } from './callService';
import { JobService } from './jobService';
import { serviceQuestion } from './messages';

let service: JobService | undefined;

answerQuestions(serviceQuestion, async (question) => {
	if (question.ask === 'end') process.exit();
	if (question.ask === 'counts') return service?.counts();
	if (question.ask === 'openCalls') return await new CallService(question).listen();
	service = new JobService(question);
	return await service.listen();
});
