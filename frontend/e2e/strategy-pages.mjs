// Strategy pages in Confluence: made from a blueprint, answered by readers, decided upon, and listed in Jira. Part of thread.mjs.
import assert from 'node:assert/strict';

/** @param tools what thread.mjs has: step, page, strategy, call, noSeriousAxeFindings, shot, jira, confluence */
export async function strategyPages({ step, page, strategy, call, noSeriousAxeFindings, shot, jira, confluence }) {
  const wiki = await page('pmo');
  let review;

  await step('a quarterly review is made from its blueprint, and its agenda is made of exceptions', async () => {
    await wiki.goto(`${confluence}/create-dialog.action?spaceKey=STRAT`);
    await shot(wiki, 'create-dialog');
    await wiki.getByText('Quarterly strategy review').click();
    const title = await wiki.inputValue('input[name=title]');
    assert.match(title, /^Strategy review Q[1-4] \d{4}, /);
    await wiki.click('#publish');
    await wiki.waitForURL(/pageId=\d+/);
    review = wiki.url();
    const text = await wiki.locator('#main-content').innerText();
    for (const part of ['To talk about', 'Drifting', 'Stale', 'Undecided', 'Nothing is recorded yet.']) {
      assert.ok(text.includes(part), part);
    }
    const drifting = await strategy('/plans/PLAN-1/scorecard').then((card) =>
      card.groups.flatMap((group) => group.rows).filter((each) => each.signal?.kind === 'DRIFT'),
    );
    for (const objective of drifting) assert.ok(text.includes(`(${objective.key})`), objective.key);
  });

  await step('a decision becomes an issue linked to its objective, and a line on the page, once', async () => {
    await wiki.getByText('Record a decision or an action').click();
    await wiki.fill('[name=summary]', 'Stop the second pilot & tell <everybody>');
    await wiki.selectOption('[name=objective]', 'OBJ-1');
    const project = await wiki.locator('[name=project] option').nth(1).getAttribute('value');
    await wiki.selectOption('[name=project]', project);
    await noSeriousAxeFindings(wiki, '.tl-page-work');
    await shot(wiki, 'page-work');
    const form = wiki.url();
    await wiki.getByText('Make the issue').click();
    await wiki.waitForURL(/pageId=\d+/);
    const made = wiki.locator('#main-content a[href*="/browse/"]').last();
    const key = (await made.innerText()).split(' ')[0];
    const links = await strategy('/links?objective=OBJ-1&limit=200');
    assert.ok(
      links.values.some((link) => link.target.ref === key),
      `${key} is linked`,
    );
    assert.ok((await made.innerText()).endsWith('Stop the second pilot & tell <everybody>'));
    assert.ok(form.includes('page-work'));
    await shot(wiki, 'review');
  });

  await step('who may not link makes an issue all the same, and is told', async () => {
    const dev = await page('dev');
    await dev.goto(review);
    await dev.getByText('Record a decision or an action').click();
    await dev.check('[value=action]');
    await dev.fill('[name=summary]', 'Measure the second pilot');
    await dev.selectOption('[name=objective]', 'OBJ-1');
    await dev.selectOption('[name=project]', { index: 1 });
    await dev.getByText('Make the issue').click();
    await dev.getByText('you may not link it to OBJ-1').waitFor();
    await dev.context().close();
  });

  await step('readers answer without a script, and only the owner sees what they say', async () => {
    for (const user of ['exec', 'dev']) {
      const reader = await page(user, { javaScriptEnabled: false });
      await reader.goto(review);
      await reader.check('.tl-pulse [value="4"]');
      await reader.check('.tl-pulse [value=idea]');
      await reader.fill('.tl-pulse-words', `An idea of ${user === 'exec' ? 'a reader' : 'another reader'}`);
      await reader.getByText('I have read it').click();
      await reader.getByText('You answered on').waitFor();
      assert.equal(await reader.locator('.tl-pulse-result').count(), 0);
      await reader.context().close();
    }
    await wiki.goto(review);
    const result = await wiki.locator('.tl-pulse-result').innerText();
    assert.ok(result.includes('2 people have read it.'), result);
    assert.ok(!result.includes('4.0') && !result.includes('exec'), 'two people are not told by number or name');
    await noSeriousAxeFindings(wiki, '.tl-pulse');
    await wiki.getByText('Make it work in Jira').first().click();
    assert.match(await wiki.inputValue('[name=summary]'), /^An idea of/);
    await wiki.selectOption('[name=project]', { index: 1 });
    await wiki.getByText('Make the issue').click();
    await wiki.locator('.tl-pulse-quote a[href*="/browse/"]').first().waitFor();
    await shot(wiki, 'pulse');
  });

  await step('a form of another site is refused', async () => {
    const id = /pageId=(\d+)/.exec(review)[1];
    const answer = await fetch(`${confluence}/plugins/servlet/throughline/pulse`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Authorization: `Basic ${Buffer.from('exec:exec').toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
        Origin: 'https://evil.example',
      },
      body: `page=${id}&clear=1`,
    });
    assert.equal(answer.status, 403);
  });

  await step('an address of an objective that is pasted into the editor becomes its card', async () => {
    await wiki.goto(`${confluence}/pages/createpage.action?spaceKey=STRAT`);
    await wiki.waitForLoadState('networkidle');
    await wiki.fill('input[name=title]', 'A pasted objective');
    await wiki.locator('#body').evaluate((field, url) => {
      const data = new globalThis.DataTransfer();
      data.setData('text/plain', url);
      field.focus();
      field.dispatchEvent(
        new globalThis.ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, `${jira}/plugins/servlet/throughline/objectives/OBJ-1`);
    assert.match(await wiki.inputValue('#body'), /ac:name="strategy-objective".*ac:name="objective">OBJ-1</);
    await wiki.click('#publish');
    await wiki.waitForURL(/pageId=\d+/);
  });

  await step("an objective's page lists the pages that show it, as far as the reader sees them", async () => {
    const objective = await page('exec');
    await objective.goto(`${jira}/plugins/servlet/throughline/objectives/OBJ-1`);
    await objective.getByRole('link', { name: 'A pasted objective' }).waitFor();
    const shown = await call('exec', `${jira}/rest/throughline/1.0/shown/OBJ-1`);
    assert.equal(shown.state, 'READY');
    assert.equal(shown.values[0].via, 'ITSELF');
    assert.ok(shown.values.some((each) => each.title === 'Strategy review' && each.via === 'PLAN'));
    await shot(objective, 'objective-shown');
    await objective.context().close();
  });
  await wiki.context().close();
}
