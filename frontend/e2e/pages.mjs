// The pages beside the tree, each with what it is for and without serious findings. Part of thread.mjs, on its products.
import assert from 'node:assert/strict';

/**
 * @param tree the open page of the tree
 * @param tools what thread.mjs has: step, page, strategy, noSeriousAxeFindings, shot, jira
 */
export async function pages(tree, { step, page, strategy, noSeriousAxeFindings, shot, jira }) {
  const at = (path) => `${jira}/plugins/servlet/throughline/${path}`;
  const row = (key) => tree.locator(`[role=row][data-id="${key}"]`);

  await step('an objective is dragged by the mouse to another place, and back', async () => {
    const place = async () => (await strategy('/objectives/OBJ-2')).position;
    const drag = async (from, to, share) => {
      const name = await row(from).locator('.tl-name').boundingBox();
      const over = await row(to).boundingBox();
      await tree.mouse.move(name.x + 20, name.y + name.height / 2);
      await tree.mouse.down();
      await tree.mouse.move(name.x + 24, name.y + name.height / 2 + 6, { steps: 2 });
      // a person's mouse never stands quite still, and the row learns of its place by the next move
      for (const shake of [0, 1, 2]) await tree.mouse.move(over.x + 200 + shake, over.y + over.height * share);
      await tree.locator('.is-drop-before, .is-drop-after').waitFor();
      const moved = tree.waitForResponse((response) => response.url().endsWith(`/objectives/${from}/move`));
      await tree.mouse.up();
      assert.equal((await moved).status(), 200);
    };
    const before = await place();
    await drag('OBJ-2', 'OBJ-3', 0.9);
    assert.equal(await place(), before + 1);
    await tree.waitForFunction(() => {
      const rows = [...document.querySelectorAll('.tl-row-objective')].map((each) => each.dataset.id);
      return rows.indexOf('OBJ-3') < rows.indexOf('OBJ-2');
    });
    await drag('OBJ-2', 'OBJ-3', 0.1);
    assert.equal(await place(), before);
  });

  await step('W says why, Escape closes it, and the keyboard is where it was', async () => {
    await row('OBJ-3').focus();
    await tree.keyboard.press('w');
    await tree.locator('.tl-why h3, .tl-why h4, .tl-why table').first().waitFor();
    await noSeriousAxeFindings(tree, '.tl-why');
    await tree.keyboard.press('Escape');
    await tree.locator('.tl-why').waitFor({ state: 'detached' });
    await tree.waitForFunction(() => document.activeElement?.closest('[data-id]')?.getAttribute('data-id') === 'OBJ-3');
  });

  await step('a past day stands in the address, and what was not there then is said', async () => {
    await tree.locator('.tl-asof > button').click();
    await tree.locator('.tl-asof-list input[type=range]').press('ArrowLeft');
    await tree.waitForFunction(() => location.search.includes('asOf='));
    const notice = tree.locator('.tl-page-alone .tl-notice');
    await notice.waitFor();
    await noSeriousAxeFindings(tree, '#tl-tree');
    await notice.locator('button').click();
    await row('OBJ-3').waitFor();
  });

  await step('My KPIs by keyboard alone: a value is entered, another one attested', async () => {
    const mine = await page('pmo');
    await mine.goto(at('my-kpis'));
    await mine.locator('[data-kpi]').first().waitFor();
    await noSeriousAxeFindings(mine, '.tl-mine-list section:first-of-type');
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 60; presses++) {
        await mine.keyboard.press('Tab');
        if (await mine.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      }
      assert.fail(`Tab does not lead to ${selector}`);
    };
    const first = await mine.locator('[data-kpi]').first().getAttribute('data-kpi');
    await tabTo(`[data-kpi="${first}"] input`);
    await mine.keyboard.type('77');
    await mine.locator(`[data-kpi="${first}"] .tl-mine-made`).waitFor();
    await mine.keyboard.press('Enter');
    await mine.locator('.tl-toast').waitFor();
    assert.equal((await strategy(`/kpis/${first}/actuals`)).values[0].value, 77);
    await tabTo('.tl-mine-buttons .tl-button-primary:not([disabled])');
    const waiting = await mine.evaluate(() => document.activeElement.closest('[data-kpi]').dataset.kpi);
    await mine.keyboard.press('Enter');
    await mine.locator('.tl-toast', { hasText: 'attested' }).waitFor();
    assert.equal((await strategy(`/kpis/${waiting}/actuals`)).values[0].attestedBy, 'pmo');
    await shot(mine, 'my-kpis');
  });

  await step('the page of a KPI marks what is wrong in a formula, and keeps what is right', async () => {
    const kpi = await page('pmo');
    await kpi.goto(at('kpis/KPI-4'));
    await kpi.locator('.tl-kpi-source button').first().click();
    const code = kpi.locator('textarea.tl-kpi-code');
    await code.fill('KPI-1 - profit');
    await code.press('Control+Enter');
    await kpi.locator('.tl-kpi-place mark', { hasText: 'profit' }).waitFor();
    await noSeriousAxeFindings(kpi, '.tl-kpi-source');
    await shot(kpi, 'kpi');
    await code.fill('KPI-1 - KPI-3');
    await code.press('Control+Enter');
    await code.waitFor({ state: 'detached' });
    assert.equal((await strategy('/kpis/KPI-4')).source.formula, 'KPI-1 - KPI-3');
    await kpi.goto(at('changes'));
    await kpi.locator('tbody tr').first().waitFor();
    assert.match(await kpi.locator('tbody tr').first().innerText(), /KPI-4/);
    await noSeriousAxeFindings(kpi, '.tl-desk-head, thead, tbody tr:first-child');
  });

  await step('export and import, and what the plan is about, have no serious findings', async () => {
    const admin = await page('admin');
    for (const [path, id] of [
      ['exchange', '#tl-exchange'],
      ['plans/PLAN-1/overview', '#tl-overview'],
    ]) {
      await admin.goto(at(path));
      await admin.locator(`${id} h2`).first().waitFor();
      await noSeriousAxeFindings(admin, id);
    }
  });
}
