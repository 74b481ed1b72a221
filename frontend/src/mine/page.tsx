import { mountPage } from '../shared/mount';
import { MinePage } from './mine-page';

mountPage('tl-my-kpis', ({ user, format }) => <MinePage user={user} format={format} />);
