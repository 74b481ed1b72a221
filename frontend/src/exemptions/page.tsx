import { mountPage } from '../shared/mount';
import { ExemptionsPage } from './exemptions-page';

mountPage('tl-exemptions', ({ format, mayEdit }) => <ExemptionsPage format={format} mayEdit={mayEdit} />);
