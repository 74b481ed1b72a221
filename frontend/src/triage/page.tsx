import { mountPage } from '../shared/mount';
import { TriagePage } from './triage-page';

mountPage('tl-triage', ({ user, format, mayEdit }) => <TriagePage user={user} format={format} mayEdit={mayEdit} />);
