import { mountPage } from '../shared/mount';
import { ExchangePage } from './exchange-page';

mountPage('tl-exchange', ({ format }) => <ExchangePage format={format} />);
