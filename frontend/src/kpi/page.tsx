import { mountPage } from '../shared/mount';
import { KpiPage } from './kpi-page';

mountPage('tl-kpi', ({ key, plan, user, format, mayEdit }) => (
  <KpiPage kpi={key} plan={plan} user={user} format={format} mayEdit={mayEdit} />
));
