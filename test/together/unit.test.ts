import { testFilesUnder } from '../support/run/filesUnder';
import { reaches } from '../support/run/reaches';
import { together } from '../support/run/together';

together(testFilesUnder('unit').filter((file) => reaches(file, 'zod')));
