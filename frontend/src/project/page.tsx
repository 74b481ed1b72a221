import { mountPage } from '../shared/mount';
import { ProjectPage } from './project-page';

mountPage('tl-project', ({ key, format, mayEdit }) => {
  const name = document.getElementById('tl-project')?.dataset['name'] ?? key;
  return <ProjectPage project={key} name={name} format={format} mayEdit={mayEdit} />;
});
