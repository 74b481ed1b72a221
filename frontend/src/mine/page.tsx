import { mountPage } from '../shared/mount';
import { MinePage } from './mine-page';

mountPage('tl-my-kpis', ({ format }) => <MinePage format={format} />);
