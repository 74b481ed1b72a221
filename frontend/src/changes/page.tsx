import { mountPage } from '../shared/mount';
import { ChangesPage } from './changes-page';

mountPage('tl-changes', ({ user, format, mayEdit }) => <ChangesPage user={user} format={format} mayEdit={mayEdit} />);
