import { mountPage } from '../shared/mount';
import { ChangesPage } from './changes-page';

mountPage('tl-changes', ({ user, format }) => <ChangesPage user={user} format={format} />);
