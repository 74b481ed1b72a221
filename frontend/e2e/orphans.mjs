// Orphan work and what is done about it: triage, issue panel, project page, hygiene, exemptions, gadgets. Part of thread.mjs.
import assert from 'node:assert/strict';
import { join } from 'node:path';

/** @param tools what thread.mjs has: step, page, strategy, noSeriousAxeFindings, shot, jira, out */
export async function orphans({ step, page, strategy, noSeriousAxeFindings, shot, jira, out }) {
  const at = (path) => `${jira}/plugins/servlet/throughline/${path}`;
  const orphanSize = async () => (await strategy('/coverage?plan=PLAN-1')).open.orphan;
  const sizes = [
    ['', { width: 1280, height: 900 }],
    ['-wide', { width: 1920, height: 1080 }],
    ['-phone', { width: 390, height: 844 }],
  ];
  /** The page at three widths; what it is about must be there in each. */
  const shots = async (opened, ready, name) => {
    for (const [suffix, viewport] of sizes) {
      await opened.setViewportSize(viewport);
      await opened.locator(ready).first().waitFor();
      await opened.screenshot({ path: join(out, `${name}${suffix}.png`) });
    }
  };

  await step('twenty orphans are linked by keyboard alone, seen before, and taken back', async () => {
    const triage = await page('pmo', { viewport: { width: 1280, height: 900 } });
    const press = async (...keys) => {
      for (const key of keys) await triage.keyboard.press(key);
    };
    const inGrid = () => triage.waitForFunction(() => document.activeElement?.closest('.tl-row') !== null);
    await triage.goto(at('triage?plan=PLAN-1'));
    await triage.locator('.tl-row[data-id]').first().waitFor();
    const before = await orphanSize();
    for (let presses = 0; presses < 80; presses++) {
      if (await triage.evaluate(() => document.activeElement?.matches('.tl-row[data-id]'))) break;
      await press('Tab');
    }
    await inGrid();
    await press('Space', ...Array(19).fill('Shift+ArrowDown'));
    await triage.locator('.tl-bulk-count', { hasText: '20 selected' }).first().waitFor();
    await press('l');
    await triage.waitForFunction(() => document.activeElement?.matches('.tl-bulk input[role=combobox]'));
    await triage.keyboard.type('Everyone');
    await triage.locator('.tl-bulk .tl-choose-option', { hasText: 'OBJ-3' }).first().waitFor();
    await press('Enter');
    await triage.locator('.tl-bulk-outlook dd').first().waitFor();
    await inGrid();
    await noSeriousAxeFindings(triage, '#tl-triage');
    await shot(triage, 'triage-preview');
    assert.equal(await orphanSize(), before, 'a preview stores nothing');
    const linked = triage.waitForResponse((response) => response.url().endsWith('/links/bulk'));
    await press('Enter');
    assert.equal((await linked).status(), 201);
    await triage.locator('.tl-toast').first().waitFor();
    assert.ok((await orphanSize()) < before);
    await inGrid();
    const undone = triage.waitForResponse((response) => response.url().includes('/links/undo/'));
    await press('Control+z');
    assert.equal((await undone).status(), 200);
    assert.equal(await orphanSize(), before);
  });

  await step('a filter of orphans is a link, and who may not edit finds nothing to edit with', async () => {
    const triage = await page('pmo');
    await triage.goto(at('triage?plan=PLAN-1'));
    await triage.locator('.tl-tile', { hasText: 'Epics' }).first().click();
    await triage.waitForFunction(() => location.search.includes('kind=EPIC'));
    const epics = (await strategy('/orphans?plan=PLAN-1&kind=EPIC')).total;
    const other = await page('exec');
    await other.goto(triage.url());
    await other.locator('.tl-row[data-id]').first().waitFor();
    await other.waitForFunction((count) => document.querySelectorAll('.tl-row[data-id]').length === count, epics);
    assert.equal(await other.locator('.tl-orphans input, .tl-orphans button, .tl-bulk').count(), 0);
    await noSeriousAxeFindings(other, '#tl-triage');
    await shots(triage, '.tl-row[data-id]', 'triage');
  });

  await step('an orphan is exempted on its own page, and the exemption is taken back', async () => {
    const [epic] = (await strategy('/orphans?plan=PLAN-1&kind=EPIC')).values;
    const issue = await page('pmo');
    await issue.goto(`${jira}/browse/${epic.ref}`);
    await issue.locator('.tl-panel [data-tl-action=exempt]').first().click();
    await issue.locator('.tl-panel-form input').first().fill('Licence to operate');
    await noSeriousAxeFindings(issue, '.tl-panel');
    await issue.locator('.tl-panel-form button[type=submit]').first().click();
    await issue.locator('.tl-panel[data-state=EXEMPT]').first().waitFor();
    assert.match(await issue.locator('.tl-panel').first().innerText(), /Licence to operate/);
    await noSeriousAxeFindings(issue, '.tl-panel');
    await shot(issue, 'issue-exempt');
    const list = await page('pmo');
    await list.goto(at('exemptions'));
    await list.locator('tbody tr', { hasText: epic.ref }).first().waitFor();
    await noSeriousAxeFindings(list, '#tl-exemptions');
    await shot(list, 'exemptions');
    await issue.locator('.tl-panel [data-tl-action=unexempt]').first().click();
    await issue.locator('.tl-panel[data-state=ORPHAN]').first().waitFor();
    assert.equal((await strategy('/exemptions')).total, 0);
  });

  await step('the form for a new issue says what the gate of its first transition would say', async () => {
    const admin = await page('admin');
    const workflow = (change) =>
      admin.request.post(`${jira}/secure/admin/workflows/ListWorkflows.jspa?project=OPS&${change}`, {
        headers: { 'X-Atlassian-Token': 'no-check' },
      });
    await workflow('module=io.throughline.strategy:must-serve&transition=1&reach=INHERITED&exemptTypes=Bug');
    const form = await page('dev');
    await form.goto(`${jira}/secure/CreateIssue.jspa`);
    const project = await form.locator('#project option', { hasText: '(OPS)' }).first().getAttribute('value');
    await form.locator('#project').first().selectOption(project);
    await form.locator('#issuetype').first().selectOption({ label: 'Story' });
    const said = form.locator('.tl-gate-ahead', { hasText: 'choose an epic or a parent that serves one' }).first();
    await said.waitFor();
    await noSeriousAxeFindings(form, '#issue-create');
    await shot(form, 'create');
    await form.locator('#issuetype').first().selectOption({ label: 'Bug' });
    await said.waitFor({ state: 'detached' });
    await admin.goto(`${jira}/secure/admin/workflows/ListWorkflows.jspa?project=OPS`);
    await workflow(`remove=${await admin.locator('#transitions button[name=remove]').first().getAttribute('value')}`);
  });

  await step('the project page, hygiene and the gadgets have no serious findings', async () => {
    const project = await page('pmo');
    await project.goto(`${jira}/projects/OPS?selectedItem=io.throughline.strategy:project-strategy`);
    await project.locator('.tl-project-table').first().waitFor();
    await noSeriousAxeFindings(project, '#tl-project');
    await shots(project, '.tl-project-table', 'project');
    const hygiene = await page('pmo');
    await hygiene.goto(at('hygiene'));
    await hygiene.locator('.tl-hygiene-list li').first().waitFor();
    await noSeriousAxeFindings(hygiene, '#tl-hygiene');
    await shots(hygiene, '.tl-hygiene-list', 'hygiene');
    const dashboard = await page('admin');
    for (const gadget of ['orphan-work-gadget', 'strategy-health-gadget']) {
      await dashboard.goto(`${jira}/secure/Dashboard.jspa`);
      await dashboard.locator('#add-gadget select').first().selectOption(`io.throughline.strategy:${gadget}`);
      await dashboard.locator('#add-gadget button').first().click();
      await dashboard.locator('.tl-gadget .tl-gadget-number').first().waitFor();
    }
    await dashboard.locator('.tl-gadget .tl-gadget-signals').first().waitFor();
    await noSeriousAxeFindings(dashboard, '.tl-gadget');
    await dashboard.locator('.dashboard-item-edit').first().click();
    await dashboard.locator('.tl-gadget-form input').first().fill('OPS');
    await dashboard.locator('.tl-gadget-form button[type=submit]').first().click();
    await dashboard.locator('.tl-gadget-figure', { hasText: 'OPS' }).first().waitFor();
    await shot(dashboard, 'dashboard');
  });
}
