import { filesOf } from '../../support/run/parts';
import { together } from '../../support/run/together';

together(filesOf('sandbox'));
