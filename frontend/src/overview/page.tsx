import { mountPage } from '../shared/mount';
import { OverviewPage } from './overview-page';

mountPage('tl-overview', ({ plan, format, mayEdit }) => <OverviewPage plan={plan} format={format} mayEdit={mayEdit} />);
