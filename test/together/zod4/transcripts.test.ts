import { filesWithNodes } from '../../support/run/parts';
import { together } from '../../support/run/together';

together(filesWithNodes('transcripts'));
