import { mountPage } from '../shared/mount';
import { ChangesPage } from './changes-page';

mountPage('tl-changes', ({ format }) => <ChangesPage format={format} />);
