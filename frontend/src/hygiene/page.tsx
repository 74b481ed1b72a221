import { mountPage } from '../shared/mount';
import { HygienePage } from './hygiene-page';

mountPage('tl-hygiene', ({ user, format, mayEdit }) => <HygienePage user={user} format={format} mayEdit={mayEdit} />);
