import { mountPage } from '../shared/mount';
import { TriagePage } from './triage-page';

mountPage('tl-triage', ({ format, mayEdit }) => <TriagePage format={format} mayEdit={mayEdit} />);
